import Foundation

/// Whether the parts of a Shapefile belong together.
enum ShapefileTable {
  /// Compares the number of shapes in the index with that of rows in the table.
  ///
  /// A shorter table makes GDAL leave out the shapes beyond it without a word, and a row then need not
  /// belong to its shape. Layout by the ESRI Shapefile Technical Description (1998): the index is a
  /// header of 100 bytes and 8 bytes per shape.
  ///
  /// - Throws: ``LayerStoreError/damaged(file:layer:message:)``.
  static func checkCount(shapefile: String) throws(LayerStoreError) {
    guard let index = ShapefileEncoding.sibling(of: shapefile, "shx"),
      let table = ShapefileEncoding.sibling(of: shapefile, "dbf"),
      let size = try? FileManager.default.attributesOfItem(atPath: index)[.size] as? Int,
      let header = FileHandle(forReadingAtPath: table)?.readData(ofLength: 8), header.count == 8
    else { return }
    let shapes = (size - 100) / 8
    let rows = header.dropFirst(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    guard shapes != rows else { return }
    throw .damaged(
      file: shapefile, layer: nil,
      message: "the table (.dbf) has \(rows) rows for \(shapes) shapes in the index (.shx)")
  }
}
