import Foundation
import LandModel
import LayerStore

/// The columns of a CSV table that positions come from.
enum PositionColumns {
  /// Refuses a table that lacks the columns named for it, or any that could hold positions.
  ///
  /// Without them every feature is one without geometry, which says nothing of the cause.
  ///
  /// - Throws: ``ScenarioError/missingAttribute(key:address:attribute:use:available:)`` for a column that is
  ///   named, ``ScenarioError/positionColumnsMissing(key:address:expected:available:)`` otherwise.
  static func require(
    in source: SourceLayer, _ declared: PlanLayer, options: ReadOptions
  ) throws {
    let ending = (source.address.file as NSString).pathExtension.lowercased()
    guard ["csv", "tsv"].contains(ending) else { return }
    let named = ["lon", "lat"].compactMap { use in
      declared.attributes[use].map { (use: use, name: $0) }
    }
    let isPlaced = source.geometry.kinds.contains { $0 != .null }
    guard !named.isEmpty || !isPlaced && source.geometry.count > 0 else { return }
    let available = try LayerReader.fieldNames(of: source.address)
    let known = Set(available.map { $0.lowercased() })
    for (use, name) in named where !known.contains(name.lowercased()) {
      throw ScenarioError.missingAttribute(
        key: declared.key, address: source.address, attribute: name,
        use: use == "lon" ? "longitude or easting" : "latitude or northing", available: available)
    }
    let expected = [options.eastingColumns, options.northingColumns, options.wktColumns]
    let has = expected.map { names in names.contains { known.contains($0.lowercased()) } }
    guard isPlaced || has[2] || has[0] && has[1] else {
      throw ScenarioError.positionColumnsMissing(
        key: declared.key, address: source.address, expected: expected, available: available)
    }
  }
}
