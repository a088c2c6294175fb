package import LandModel
import LayoutAnalysis

/// All plans of a batch beside each other: what outputs are written from.
///
/// Made from the records alone, so that it is the same whoever answered the scenarios, in whatever order.
package struct BatchResult: Sendable {
  package let index: BatchIndex
  package let context: BatchContext
  package let manifest: BatchManifest
  package let grid: GaussKrugerGrid
  /// The base first, then in the order of the file.
  package let records: [ScenarioRecord]

  /// Names of the objective's terms, in the order in which they first occur.
  package let termNames: [String]
  /// How often candidates were chosen, in the order of the base's candidates; then towns that only scenarios have.
  package let choices: [CandidateChoice]

  /// - Parameter records: one for each scenario of the index, in its order.
  package init(
    index: BatchIndex, context: BatchContext, manifest: BatchManifest, grid: GaussKrugerGrid,
    records: [ScenarioRecord]
  ) {
    self.index = index
    self.context = context
    self.manifest = manifest
    self.grid = grid
    self.records = records
    var known: Set<String> = []
    termNames = records.flatMap(\.unweighted).map(\.name).filter { known.insert($0).inserted }
    choices = CandidateChoice.all(of: records, candidates: context.candidates)
  }

  /// The title of the comparison.
  package var title: LocalizedText { index.title ?? context.title }
  package var base: ScenarioRecord { records[0] }
  /// Without the base.
  package var scenarioCount: Int { records.count - 1 }

  /// How many scenarios, without the base, ended so.
  package func count(_ status: ScenarioRecord.Status) -> Int {
    records.dropFirst().count { $0.status == status }
  }

  /// Scenarios, without the base, that have a plan.
  package var planCount: Int { records.dropFirst().count(where: \.hasPlan) }

  /// Towns that a plan has in common with the base: how many, and their share of all towns of either.
  ///
  /// Nil where one of the two has no plan. Two plans without towns are alike.
  package func common(with base: ScenarioRecord, _ record: ScenarioRecord) -> (
    count: Int, share: Double
  )? {
    guard base.hasPlan, record.hasPlan else { return nil }
    let (left, right) = (Set(base.towns.map(\.id)), Set(record.towns.map(\.id)))
    let (both, either) = (left.intersection(right).count, left.union(right).count)
    return (both, either == 0 ? 1 : Double(both) / Double(either))
  }
}

/// How often a candidate became a town.
package struct CandidateChoice: Sendable, Equatable {
  package let id: FeatureID
  package let name: String
  package let countyName: String
  /// In the working reference system.
  package let position: XY
  package let isInBase: Bool
  /// Plans with the town, the base not counted.
  package let count: Int
  /// The same by industry, most often first, then by key.
  package let industries: [(key: String, count: Int)]

  package static func == (left: CandidateChoice, right: CandidateChoice) -> Bool {
    left.id == right.id && left.count == right.count && left.isInBase == right.isInBase
      && left.industries.elementsEqual(right.industries) { $0 == $1 }
  }

  fileprivate static func all(
    of records: [ScenarioRecord], candidates: [BatchContext.Candidate]
  ) -> [CandidateChoice] {
    var counts: [FeatureID: [String: Int]] = [:]
    var strangers: [ScenarioRecord.Town] = []
    var known = Set(candidates.map(\.id))
    for record in records {
      for town in record.towns {
        if known.insert(town.id).inserted { strangers.append(town) }
        if record.number > 0 { counts[town.id, default: [:]][town.industry, default: 0] += 1 }
      }
    }
    let base = Set(records.first?.towns.map(\.id) ?? [])
    func choice(_ id: FeatureID, _ name: String, _ county: String, _ place: XY) -> CandidateChoice {
      let industries = (counts[id] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      return CandidateChoice(
        id: id, name: name, countyName: county, position: place, isInBase: base.contains(id),
        count: industries.map(\.value).reduce(0, +),
        industries: industries.map { (key: $0.key, count: $0.value) })
    }
    return candidates.map { choice($0.id, $0.name, $0.countyName, $0.position) }
      + strangers.map { choice($0.id, $0.name, $0.countyName, $0.seed) }
  }
}
