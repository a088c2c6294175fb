import LandModel
import Topology

/// Inspects the features of a layer one by one, in parallel runs of rows.
struct FeatureInspection: Sendable {
  /// Rows in a run: enough that what a run costs by itself does not count.
  static let rowsPerRun = 1024

  /// The checks to make, with their rules as applied in this run, in the order of the list.
  private let checks: [(check: any FeatureCheck, settings: RuleSettings)]
  /// Those of them that a polygon proven sound may break.
  private let furtherChecks: [(check: any FeatureCheck, settings: RuleSettings)]
  private let keptPerRule: Int

  init(_ checks: [any FeatureCheck], parameters: BoundaryParameters) {
    self.init(
      checks.map { ($0, RuleSettings($0.rule, parameters: parameters)) },
      keptPerRule: parameters.findingsKeptPerRule)
  }

  init(
    _ checks: [(check: any FeatureCheck, settings: RuleSettings)], keptPerRule: Int
  ) {
    self.checks = checks.filter(\.settings.isEnabled)
    furtherChecks = self.checks.filter {
      $0.check.rule.code.group != RuleSelection.validityGroup
    }
    self.keptPerRule = keptPerRule
  }

  /// What the features of a layer break, merged in row order.
  func findings(
    in layer: ProjectedLayer, workers: Int?
  ) throws(TopologyError) -> FindingCollector {
    try findings(in: InspectedFeatures(layer), workers: workers)
  }

  /// What features break, merged in row order.
  func findings(
    in features: InspectedFeatures, workers: Int?
  ) throws(TopologyError) -> FindingCollector {
    let chunks = try Chunks.map(
      count: features.count, size: Self.rowsPerRun, workers: workers
    ) { (rows: Range<Int>) throws(TopologyError) -> FindingCollector in
      try findings(in: features, rows: rows)
    }
    var all = FindingCollector(features, keptPerRule: keptPerRule)
    for chunk in chunks { all.append(chunk) }
    return all
  }

  /// What a run of rows breaks.
  func findings(
    in features: InspectedFeatures, rows: Range<Int>
  ) throws(TopologyError) -> FindingCollector {
    var report = FindingCollector(features, keptPerRule: keptPerRule)
    let feature = FeatureView(features, row: rows.lowerBound, placesKept: keptPerRule)
    // Where no rule of validity is asked for, there is nothing to prove.
    var proof = SoundnessProof(greatestOrdinate: features.surface.greatestOrdinate)
    let isSound =
      checks.count > furtherChecks.count
      ? proof.proven(
        features.geometry, rows: rows, takesPoints: furtherChecks.isEmpty) : []
    for row in rows {
      let isSound = !isSound.isEmpty && isSound[row - rows.lowerBound]
      if isSound && furtherChecks.isEmpty { continue }
      feature.look(at: row, isSound: isSound)
      for (check, settings) in isSound ? furtherChecks : checks {
        report.begin(settings)
        try check.inspect(feature, into: &report)
      }
    }
    return report
  }

  /// Whether a row holds a polygon that breaks no rule of validity.
  static func isValidPolygon(
    _ layer: ProjectedLayer, row: Int
  ) throws(TopologyError) -> Bool {
    guard layer.geometry.kinds[row] == .polygon else { return false }
    let validity = FeatureInspection(
      BoundaryRules.featureChecks.filter(\.rule.leavesFeatureOut),
      parameters: BoundaryParameters(findingsKeptPerRule: 1))
    return try validity.findings(in: InspectedFeatures(layer), rows: row..<(row + 1))
      .rowsLeftOut.isEmpty
  }
}
