package import LandModel
import LayoutAnalysis

/// The scenarios of a batch and how they differ, as results list them.
package struct BatchIndex: Codable, Sendable, Equatable {
  /// A setting that is not the same in all plans.
  package struct Parameter: Codable, Sendable, Equatable {
    /// Path of the setting in a plan.
    package let path: String
    /// One for each scenario, as written; nil where the plan leaves the setting out.
    package let values: [String?]
  }

  /// Title of the comparison; nil for the plan's.
  package let title: LocalizedText?
  /// Measures that plans are compared over, by name; nil for the usual ones.
  package let axisX: String?
  package let axisY: String?
  /// The base first.
  package let scenarios: [Scenario]
  /// For each scenario the number of the first one whose boundaries are the same.
  let groups: [Int]
  /// By path.
  package let parameters: [Parameter]

  /// The scenarios of a shard, those with the same boundaries next to each other; without one, all.
  ///
  /// Shards are stretches of that order, so that boundaries are drawn in as few of them as can be. The base is in
  /// every shard.
  package func scenarios(of shard: Shard?) -> [Scenario] {
    let ordered = scenarios.dropFirst().sorted {
      (groups[$0.number], $0.number) < (groups[$1.number], $1.number)
    }
    guard let shard else { return [scenarios[0]] + ordered }
    let ends = [shard.number - 1, shard.number].map { ordered.count * $0 / shard.count }
    return [scenarios[0]] + ordered[ends[0]..<ends[1]]
  }
}

/// What one look at all plans of a batch tells, before any is answered.
package struct BatchSurvey: Sendable {
  package let index: BatchIndex
  /// What the batch is made from, whole.
  package let manifest: BatchManifest

  /// More varying settings than a table of SQLite has columns to spare for.
  private static let mostParameters = 1000

  /// Makes every plan, so that what is wrong with one is told before hours of work, and takes the checksum of
  /// every input.
  ///
  /// - Throws: ``ScenarioPlanError`` for the first plan that is wrong; what reading a file throws.
  /// - Complexity: O(n) in the scenarios, some milliseconds each.
  package init(_ set: ScenarioSet, shard: Shard? = nil) throws {
    var keys: [String: Int] = [:]
    var groups: [Int] = []
    var inputs: [String] = []
    var categories: [String] = []
    var table = SettingsTable()
    for scenario in set.scenarios {
      let plan = try set.plan(of: scenario)
      let key = StageKeys(plan).delimitation
      groups.append(keys[key] ?? scenario.number)
      keys[key] = groups[scenario.number]
      inputs += plan.inputFiles.filter { !inputs.contains($0) }
      categories += plan.layout.coverage.map(\.category).filter { !categories.contains($0) }
      table.append(plan.settings)
    }
    for axis in [set.file.axisX, set.file.axisY] {
      try axis?.requireText(
        isAmong: PlanMeasure.names(categories: categories), kind: "measure of plans")
    }
    let parameters = table.varying
    guard parameters.count <= Self.mostParameters else {
      throw PlanError(
        place: PlanPlace(file: set.file.file),
        cause: .contradiction(
          "the scenarios differ in \(parameters.count) settings; a table holds \(Self.mostParameters)"
        ))
    }
    index = BatchIndex(
      title: set.file.title, axisX: set.file.axisX?.text, axisY: set.file.axisY?.text,
      scenarios: set.scenarios, groups: groups,
      parameters: parameters)
    manifest = BatchManifest(
      set,
      inputs: try Set(inputs).sorted().map {
        BatchManifest.Input(name: $0, sha256: try set.base.checksum(ofInput: $0))
      }, shard: shard)
  }
}

/// Settings of many plans, of which only those are kept that differ.
private struct SettingsTable {
  private var first: [String: String] = [:]
  private var values: [String: [Int: String?]] = [:]
  private var count = 0

  mutating func append(_ settings: [(path: String, value: String)]) {
    let own = Dictionary(
      settings.map { ($0.path, $0.value) }, uniquingKeysWith: { first, _ in first })
    if count == 0 { first = own }
    for (path, value) in own where first[path] != value {
      values[path, default: [:]][count] = value
    }
    for path in first.keys where own[path] == nil {
      values[path, default: [:]][count] = .some(nil)
    }
    count += 1
  }

  var varying: [BatchIndex.Parameter] {
    values.keys.sorted().map { path in
      BatchIndex.Parameter(
        path: path,
        values: (0..<count).map { row in
          if let changed = values[path]?[row] { return changed }
          return first[path]
        })
    }
  }
}
