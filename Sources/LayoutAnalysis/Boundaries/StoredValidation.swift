package import LandModel
package import Topology

/// A layer as its file holds it, to be judged by the rules of validity alone.
package struct StoredLayer: Sendable {
  /// What findings call the layer.
  package let key: String
  /// Reference system that the file declares, which changes no verdict; nil where it declares none.
  package let crs: CRSIdentifier?
  /// One row per feature, or per member of a collection; ordinates of any size.
  package let geometry: GeometryColumn
  package let names: FeatureNames
  /// The file's feature number of each row: rows in a run with one number are one feature.
  package let numbers: [Int64]
  /// What the reader told, such as which geometries it could not read.
  package let remarks: [SourceRemark]

  package init(
    key: String, crs: CRSIdentifier?, geometry: GeometryColumn, names: FeatureNames,
    numbers: [Int64], remarks: [SourceRemark] = []
  ) {
    precondition(numbers.count == geometry.count, "One number for each row.")
    self.key = key
    self.crs = crs
    self.geometry = geometry
    self.names = names
    self.numbers = numbers
    self.remarks = remarks
  }
}

/// Judges validity on coordinates as stored, by the rules of the group `ogc` alone.
///
/// No reference system is needed and none is used: a projection would bend edges that touch, and move
/// crossings. Every comparison is exact, whatever the size of the ordinates, so that the verdict is that
/// of OGC 06-103r4 (section 6.1) on the very numbers of the file. An empty geometry is valid there, and
/// where there is none, none is invalid (several formats store the one as the other): both are notes.
package struct StoredValidation: Sendable {
  /// Rules to apply; groups and codes of `ogc` only.
  package let selection: RuleSelection
  /// Findings of one rule in one layer that are kept in full; further ones are only counted.
  package let findingsKeptPerRule: Int

  package init(selection: RuleSelection, findingsKeptPerRule: Int = 10_000) {
    self.selection = selection
    self.findingsKeptPerRule = findingsKeptPerRule
  }

  /// Validates a layer.
  ///
  /// - Parameter workers: parallel workers, nil for one per processor; the result is the same for any
  ///   number.
  package func result(
    of layer: StoredLayer, workers: Int? = nil
  ) throws(TopologyError) -> StoredValidity {
    let checks = BoundaryRules.featureChecks
      .filter { $0.rule.code.group == RuleSelection.validityGroup }
      .map { check in
        let isNoteOnly = check is EmptyGeometryCheck || check is NullGeometryCheck
        let settings = RuleSettings(check.rule, of: selection, isNoteOnly: isNoteOnly)
        return (check: check, settings: settings)
      }
    let features = InspectedFeatures(
      key: layer.key, geometry: layer.geometry, names: layer.names, surface: .asStored,
      remarks: layer.remarks)
    let report = try FeatureInspection(checks, keptPerRule: findingsKeptPerRule)
      .findings(in: features, workers: workers)
    return StoredValidity(of: layer, report: report)
  }
}
