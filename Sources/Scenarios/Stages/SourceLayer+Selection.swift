import LandModel

extension SourceLayer {
  /// The features that meet a plan layer's conditions; all of them where it has none.
  ///
  /// - Throws: ``ScenarioError/missingAttribute(key:address:attribute:use:available:)``.
  func selecting(_ declared: PlanLayer) throws -> SourceLayer {
    // A file without features may have no columns either, as GeoJSON.
    guard !declared.conditions.isEmpty, geometry.count > 0 else { return self }
    var rows = Array(0..<geometry.count)
    for (name, value) in declared.conditions {
      guard let column = attributes[name] else {
        throw ScenarioError.missingAttribute(
          key: declared.key, address: address, attribute: name, use: "where",
          available: attributes.names)
      }
      rows = rows.filter { column.text(at: $0) == value }
    }
    return SourceLayer(
      address: address, crs: crs, geometry: geometry.selecting(rows: rows),
      numbers: rows.map { numbers[$0] }, attributes: attributes.selecting(rows: rows),
      remarks: remarks.compactMap { $0.selecting(rows: rows) })
  }
}
