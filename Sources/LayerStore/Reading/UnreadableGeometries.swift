internal import CGDAL
import LandModel

/// Tells rows of a table without geometry from those whose text of a geometry could not be read.
///
/// GDAL gives no geometry in both cases, so the texts are looked at again.
@safe struct UnreadableGeometries {
  let file: String
  let layer: String
  /// Names of the column of geometries.
  let wktColumns: [String]

  /// The rows among those without geometry that have a text for one, ascending.
  ///
  /// - Parameter numbers: the file's feature number of each row.
  func rows(
    among rows: [Int], numbers: [Int64], messages: Messages
  ) throws(LayerStoreError) -> [Int] {
    guard !rows.isEmpty else { return [] }
    var rowOfNumber: [Int64: Int] = [:]
    for row in rows { rowOfNumber[numbers[row]] = row }
    let dataset = try Dataset(file: file, options: [], messages: messages)
    let found = try dataset.withLayer(named: layer, messages: messages) { layer, _ in
      var found: [Int] = []
      unsafe OGR_L_ResetReading(layer.pointer)
      while let feature = unsafe OGR_L_GetNextFeature(layer.pointer) {
        defer { unsafe OGR_F_Destroy(feature) }
        guard let row = rowOfNumber[unsafe OGR_F_GetFID(feature)] else { continue }
        if unsafe hasText(feature) { found.append(row) }
      }
      return found
    }
    return found.sorted()
  }

  private func hasText(_ feature: OGRFeatureH) -> Bool {
    wktColumns.contains { name in
      let index = unsafe OGR_F_GetFieldIndex(feature, name)
      guard index >= 0, let text = unsafe OGR_F_GetFieldAsString(feature, index) else {
        return false
      }
      return unsafe text.pointee != 0
    }
  }
}
