package import LandModel
package import LayoutAnalysis

/// What became of a scenario.
package struct ScenarioRecord: Codable, Sendable, Equatable {
  package enum Status: String, Codable, Sendable, CaseIterable {
    /// As of ``LayoutStatus``.
    case optimal, feasible, infeasible, unknown
    /// The scenario could not be answered; the sentence says why.
    case failed
  }

  /// What ended a search before it was through.
  package enum Stop: String, Codable, Sendable {
    /// Seconds: the plan may be another on another machine, or next time.
    case time
    /// Nodes, which end a search at the same plan everywhere.
    case nodes
  }

  /// A chosen town.
  package struct Town: Codable, Sendable, Equatable {
    package let id: FeatureID
    package let name: String
    package let county: FeatureID
    package let countyName: String
    package let industry: String
    /// On the ellipsoid, as the construction area.
    package let area: Double
    package let constructionArea: Double
    package let score: Double
    /// Where the town grows from, in the working reference system.
    package let seedX: Double
    package let seedY: Double
    let shape: RecordedGeometry

    /// The boundary, in the working reference system.
    package var boundary: Geometry { shape.geometry ?? .null }
    package var seed: XY { XY(seedX, seedY) }
  }

  /// Place of the scenario in the file, from 1; 0 for the base.
  package let number: Int
  package let id: String
  package let status: Status
  /// Why there is no plan; nil with one.
  package let sentence: LocalizedText?
  /// Nil where the search came to its end.
  package let stop: Stop?
  /// Points, as of ``LayoutResult``; nil without a plan.
  package let objective: Double?
  package let bound: Double?
  package let gap: Double?
  package let terms: [ObjectiveTerm]
  /// The terms with every weight of the objective at one, so that plans under different weights compare.
  package let unweighted: [ObjectiveTerm]
  /// In the order of the plan's sites.
  package let towns: [Town]
  package let columns: Int
  package let rows: Int
  package let nodes: Int
  /// The one part that differs from run to run.
  package let timings: [StageTiming]

  /// Whether there is a plan.
  package var hasPlan: Bool { status == .optimal || status == .feasible }

  /// Sum of the towns' areas.
  package var area: SquareMetres { SquareMetres(towns.map(\.area).reduce(0, +)) }
}

extension ScenarioRecord {
  /// A scenario that could not be answered.
  package init(_ scenario: Scenario, failure: LocalizedText, timings: [StageTiming] = []) {
    self.init(
      number: scenario.number, id: scenario.id, status: .failed, sentence: failure, stop: nil,
      objective: nil, bound: nil, gap: nil, terms: [], unweighted: [], towns: [], columns: 0,
      rows: 0, nodes: 0, timings: timings)
  }

  /// The same without the times.
  var untimed: ScenarioRecord {
    ScenarioRecord(
      number: number, id: id, status: status, sentence: sentence, stop: stop, objective: objective,
      bound: bound, gap: gap, terms: terms, unweighted: unweighted, towns: towns, columns: columns,
      rows: rows, nodes: nodes, timings: [])
  }

  /// The answer to a scenario.
  init(
    _ scenario: Scenario, _ city: LaidOutCity, unweighted: [ObjectiveTerm], stop: Stop?
  ) {
    let layout = city.layout
    let delimitation = city.delimited.delimitation
    self.init(
      number: scenario.number, id: scenario.id, status: Status(layout.status),
      sentence: Self.sentence(layout), stop: stop, objective: layout.objective,
      bound: layout.bound, gap: layout.gap?.value, terms: layout.terms, unweighted: unweighted,
      towns: layout.chosen.map { row in
        let proposal = delimitation.proposals[row]
        let site = delimitation.sites[proposal.site]
        return Town(
          id: site.id, name: site.name, county: site.county, countyName: site.countyName,
          industry: proposal.industry, area: proposal.ellipsoidalArea.value,
          constructionArea: proposal.constructionArea.value, score: proposal.score,
          seedX: site.seed.x, seedY: site.seed.y, shape: RecordedGeometry(proposal.boundary))
      },
      columns: layout.columnCount, rows: layout.rowCount, nodes: layout.nodeCount,
      timings: city.timings)
  }

  private static func sentence(_ layout: LayoutResult) -> LocalizedText? {
    switch layout.status {
    case .optimal, .feasible: return nil
    case .unknown:
      return LocalizedText(
        english: "no plan was found before the search was stopped", chinese: "搜索停止前未得到方案")
    case .infeasible:
      return LocalizedText(
        english: layout.contradictions.map(\.english).joined(separator: " "),
        chinese: layout.contradictions.map(\.chinese).joined())
    }
  }
}

extension ScenarioRecord.Status {
  fileprivate init(_ status: LayoutStatus) {
    switch status {
    case .optimal: self = .optimal
    case .feasible: self = .feasible
    case .infeasible: self = .infeasible
    case .unknown: self = .unknown
    }
  }
}
