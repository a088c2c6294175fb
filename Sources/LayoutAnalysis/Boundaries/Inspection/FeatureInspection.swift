import LandModel
import Topology

/// Inspects the features of a layer one by one, in parallel runs of rows.
struct FeatureInspection: Sendable {
  /// The checks to make, with their rules as applied in this run, in the order of the list.
  private let checks: [(check: any FeatureCheck, settings: RuleSettings)]
  private let keptPerRule: Int

  init(_ checks: [any FeatureCheck], parameters: BoundaryParameters) {
    self.checks = checks.map { ($0, RuleSettings($0.rule, parameters: parameters)) }
      .filter(\.1.isEnabled)
    keptPerRule = parameters.findingsKeptPerRule
  }

  /// What the features of a layer break, merged in row order.
  func findings(
    in layer: ProjectedLayer, workers: Int?
  ) throws(TopologyError) -> FindingCollector {
    let chunks = try Chunks.map(
      count: layer.count, size: 256, workers: workers
    ) { (rows: Range<Int>) throws(TopologyError) -> FindingCollector in
      try findings(in: layer, rows: rows)
    }
    var all = FindingCollector(layer: layer, keptPerRule: keptPerRule)
    for chunk in chunks { all.append(chunk) }
    return all
  }

  private func findings(
    in layer: ProjectedLayer, rows: Range<Int>
  ) throws(TopologyError) -> FindingCollector {
    let workspace = Workspace()
    var report = FindingCollector(layer: layer, keptPerRule: keptPerRule)
    for row in rows {
      let feature = FeatureView(layer, row: row, workspace: workspace, placesKept: keptPerRule)
      for (check, settings) in checks {
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
    return try validity.findings(in: layer, rows: row..<(row + 1)).rowsLeftOut.isEmpty
  }
}
