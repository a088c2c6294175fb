package import LandModel
import Topology

/// What is wrong with one feature by itself.
package struct FeatureVerdict: Sendable, Equatable {
  /// By rule, then place.
  package var findings: [Finding] = []
  /// Whether it breaks a rule that leaves features out.
  package var isLeftOut = false
}

extension FeatureInspection {
  /// The verdict on each row of a run.
  ///
  /// The same as of a run of that row alone: where the bound on what is kept was met, the rows are looked
  /// at one by one.
  func verdicts(
    in features: InspectedFeatures, rows: Range<Int>
  ) throws(TopologyError) -> [FeatureVerdict] {
    let report = try findings(in: features, rows: rows)
    if rows.count > 1, !report.omissions().isEmpty {
      var verdicts: [FeatureVerdict] = []
      for row in rows { verdicts += try self.verdicts(in: features, rows: row..<(row + 1)) }
      return verdicts
    }
    var verdicts = [FeatureVerdict](repeating: FeatureVerdict(), count: rows.count)
    for (row, finding) in report.findingsByRow() {
      verdicts[row - rows.lowerBound].findings.append(finding)
    }
    for row in report.rowsLeftOut { verdicts[row - rows.lowerBound].isLeftOut = true }
    return verdicts
  }
}
