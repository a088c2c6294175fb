package import LandModel
package import Topology

/// Finds what single features break as they come, without a layer round them.
///
/// Only the rules of one feature: overlaps, gaps, repeated ids and whatever else compares features need
/// the whole layer. Counts and waivers are kept over all features; findings are not.
package struct FeatureValidation: Sendable {
  package let parameters: BoundaryParameters
  private let inspection: FeatureInspection
  private let broken: RuleSettings
  private var isUsed: [Bool]
  /// Features looked at, records without a feature not among them.
  package private(set) var featuresChecked = 0
  /// Findings by rule code.
  private var tallies: [RuleCode: Int] = [:]
  /// Findings that a waiver accepts.
  package private(set) var waivedCount = 0
  /// The gravest finding that stands.
  package private(set) var gravest: Severity?

  package init(parameters: BoundaryParameters) {
    self.parameters = parameters
    inspection = FeatureInspection(BoundaryRules.featureChecks, parameters: parameters)
    broken = RuleSettings(BrokenRecord.rule, parameters: parameters)
    isUsed = Array(repeating: false, count: parameters.waivers.count)
  }

  /// How many findings each rule has, by rule code in ascending order.
  package var findingsByRule: [(rule: RuleCode, count: Int)] {
    tallies.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
  }

  /// The verdict on each feature of a layer, in layer order: the same as of features that come one by one.
  ///
  /// - Parameters:
  ///   - remarks: what the reader told of the layer, such as a geometry that it could not read.
  ///   - workers: how many tasks at once; nil for one per processor. The verdicts are the same for any.
  package mutating func verdicts(
    in layer: ProjectedLayer, remarks: [SourceRemark] = [], workers: Int? = nil
  ) throws(TopologyError) -> [FeatureVerdict] {
    featuresChecked += layer.count
    let (inspection, features) = (inspection, InspectedFeatures(layer, remarks: remarks))
    let runs = try Chunks.map(
      count: layer.count, size: FeatureInspection.rowsPerRun / 8, workers: workers
    ) { (rows: Range<Int>) throws(TopologyError) -> [FeatureVerdict] in
      try inspection.verdicts(in: features, rows: rows)
    }
    var verdicts = Array(runs.joined())
    for row in verdicts.indices where !verdicts[row].findings.isEmpty {
      verdicts[row].findings = verdicts[row].findings.map { count($0, on: layer.grid) }
    }
    return verdicts
  }

  /// The finding on a record that holds no feature.
  ///
  /// - Parameter message: says where in the text, and what is wrong.
  package mutating func brokenRecord(layer: String, message: LocalizedText) -> Finding {
    count(
      Finding(
        rule: broken.rule.code, severity: broken.severity, layer: layer, featureIDs: [],
        message: message), on: nil)
  }

  /// A remark on each waiver that no finding matched so far.
  package mutating func unusedWaivers() -> [Finding] {
    let settings = RuleSettings(UnusedWaiver.rule, parameters: parameters)
    guard settings.isEnabled else { return [] }
    return parameters.waivers.indices.filter { !isUsed[$0] }.map {
      count(UnusedWaiver.finding(of: parameters.waivers[$0], severity: settings.severity), on: nil)
    }
  }

  /// Takes a finding into the counts, marked where a waiver accepts it.
  private mutating func count(_ finding: Finding, on grid: GaussKrugerGrid?) -> Finding {
    var finding = finding
    tallies[finding.rule, default: 0] += 1
    for (index, waiver) in parameters.waivers.enumerated() {
      guard let grid, waiver.covers(finding, on: grid) else { continue }
      isUsed[index] = true
      if finding.waiver == nil { finding.waiver = waiver.waiver }
    }
    if finding.waiver == nil {
      gravest = max(gravest ?? finding.severity, finding.severity)
    } else {
      waivedCount += 1
    }
    return finding
  }
}

/// A record of a stream that cannot be read: the others are, so it is a finding and not an error.
enum BrokenRecord {
  static let rule = BoundaryRule(
    code: "source.broken-record",
    title: LocalizedText(english: "Unreadable record", chinese: "记录无法读取"),
    statement: LocalizedText(
      english:
        "A record of a stream that is not GeoJSON was not looked at; records after it are.",
      chinese: "数据流中不合 GeoJSON 语法的记录未能检查，其后的记录照常检查。"),
    severity: .error)
}
