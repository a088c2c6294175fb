import Foundation
import LandModel

/// Reads FlatGeobuf files of the ordinary kind straight into columns.
enum FlatGeobufReader {
  private static let sampleSize = 4096

  /// Reads every feature.
  ///
  /// - Returns: nil where the file is left to GDAL, which reads or refuses it.
  /// - Throws: ``LayerStoreError/damaged(file:layer:message:)``, naming feature and byte.
  /// - Complexity: O(n) in bytes; memory for the columns.
  static func read(
    _ address: LayerAddress, source: SourceFile, options: ReadOptions
  ) throws(LayerStoreError) -> SourceLayer? {
    let content = try source.mappedContent()
    let result: Result<SourceLayer?, LayerStoreError> = unsafe content.withUnsafeBytes { bytes in
      do throws(LayerStoreError) {
        return .success(try unsafe layer(bytes, address: address, options: options))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static func layer(
    _ bytes: UnsafeRawBufferPointer, address: LayerAddress, options: ReadOptions
  ) throws(LayerStoreError) -> SourceLayer? {
    // What is wrong with a head is GDAL's to say, which may know more of it.
    guard let head = try? unsafe FlatGeobufHeader(bytes), head.name != "layer_styles",
      address.layer == nil || address.layer == head.name
    else { return nil }
    var geometry = FlatGeobufGeometry(fileSize: bytes.count)
    var columns = head.columns.map { column in
      FlatGeobufColumn(
        name: column.name, type: column.type,
        isWanted: options.fields?.contains(column.name) != false)
    }
    geometry.reserve(rows: min(head.count, 1 << 20))
    do throws(FlatGeobufStop) {
      try unsafe readFeatures(bytes, head: head, geometry: &geometry, columns: &columns)
    } catch {
      guard case .broken(let byte) = error else { return nil }
      throw .damaged(
        file: address.file, layer: head.name,
        message: "feature \(geometry.column.count), byte \(byte)")
    }
    var remarks = LayerRemarks()
    if let encoding = options.encoding { remarks.addUnused(encoding: encoding) }
    remarks.addMissingGeometry(ofRows: geometry.rowsWithout)
    let wanted = columns.filter(\.isWanted)
    columns = []
    return SourceLayer(
      address: LayerAddress(file: address.file, layer: head.name), crs: head.system,
      geometry: geometry.column, numbers: Array(0..<Int64(head.count)),
      attributes: AttributeTable(
        names: wanted.map(\.name), columns: wanted.map { $0.finished(rows: head.count) }),
      remarks: remarks.remarks)
  }

  private static func readFeatures(
    _ bytes: UnsafeRawBufferPointer, head: FlatGeobufHeader, geometry: inout FlatGeobufGeometry,
    columns: inout [FlatGeobufColumn]
  ) throws(FlatGeobufStop) {
    let file = try unsafe FlatBuffer(bytes, at: 0, count: bytes.count)
    let readsFields = columns.contains(where: \.isWanted)
    var place = head.featuresStart
    for row in 0..<head.count {
      let size = Int(try file.number(at: place, as: UInt32.self))
      let feature = try unsafe FlatBuffer(bytes, at: place + 4, count: size).root()
      // A feature with columns of its own.
      guard try feature.place(of: 2) == nil else { throw .unusual }
      if readsFields { try readFields(of: feature, row: row, into: &columns) }
      try geometry.append(feature.table(0), type: head.type)
      if row + 1 == sampleSize { geometry.reserve(forRows: head.count) }
      place += 4 + size
    }
  }

  private static func readFields(
    of feature: FlatTable, row: Int, into columns: inout [FlatGeobufColumn]
  ) throws(FlatGeobufStop) {
    guard let (start, count) = try feature.vector(1, stride: 1) else { return }
    let buffer = try unsafe FlatBuffer(feature.buffer.bytes, at: start, count: count)
    var place = start
    while place < buffer.upper {
      let column = Int(try buffer.number(at: place, as: UInt16.self))
      guard column < columns.count else { throw .broken(byte: place) }
      place = try columns[column].read(buffer, at: place + 2, row: row)
    }
  }
}
