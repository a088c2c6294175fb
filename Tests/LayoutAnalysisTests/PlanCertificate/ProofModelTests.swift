import LandModel
import Testing

@testable import LayoutAnalysis

/// The verification's own arithmetic and search, held against the search's and against enumeration.
struct ProofModelTests {
  private func residual(
    _ model: ProofModel, _ columns: [Int], _ instance: LayoutInstance
  ) throws -> ProofResidual {
    try ProofResidual(model, columns: columns) { instance.conflicts.excludes($0, $1) }
  }

  private func city(seed: UInt64, sites: Int = 60) -> LayoutCase {
    RandomLayouts.city(
      sites: sites, width: 1000 * Double(sites), counties: 5, towns: sites / 5,
      resources: 7 * sites, spacing: 4000, seed: seed)
  }

  @Test func `a changed multiplier never proves less than the plan`() throws {
    let certificate = try #require(try city(seed: 3).result().certificate)
    let sound = ProofModel(certificate)
    var (random, higher) = (SeededGenerator(seed: 5), 0)
    for _ in 0..<200 {
      var changed = sound
      let factor = Int64(random.next() % 4)
      let (row, group) = (
        Int(random.next() % UInt64(sound.rows.count)),
        Int(random.next() % UInt64(sound.groups.count))
      )
      changed.rows[row].price = (changed.rows[row].price + 1000) * factor
      changed.groups[group].price = (changed.groups[group].price / 2) * factor
      let units = try #require(DualBound(changed, stepsPerUnit: certificate.stepsPerUnit).units)
      #expect(units >= certificate.lower)
      if units != certificate.dual { higher += 1 }
    }
    #expect(higher > 100)
  }

  @Test(arguments: 1...4)
  func `what prices leave of a city is proven without the solver`(seed: UInt64) throws {
    let question = city(seed: seed)
    let instance = try question.instance()
    let certificate = try #require(try question.result().certificate)
    #expect(certificate.lower == certificate.upper)
    let model = ProofModel(certificate)
    let bound = DualBound(model, stepsPerUnit: certificate.stepsPerUnit)
    let columns = bound.columns(above: certificate.lower)
    #expect(Set(columns).count < instance.columnCount)
    var search = ProofSearch(try residual(model, columns, instance), nodeLimit: 5000)
    #expect(search.outcome(above: certificate.lower) == .proven, "\(search.nodes) nodes")
    // One column of the plan left out of what is searched for a plan that is worse by one unit.
    var other = ProofSearch(
      try residual(model, bound.columns(above: certificate.lower - 1), instance), nodeLimit: 5000)
    #expect(other.outcome(above: certificate.lower - 1) != .proven)
  }

  @Test func `a search that would take too long says so`() throws {
    let question = city(seed: 2)
    let instance = try question.instance()
    let certificate = try #require(try question.result().certificate)
    var search = ProofSearch(
      try residual(ProofModel(certificate), Array(0..<instance.columnCount), instance), nodeLimit: 1
    )
    #expect(search.outcome(above: certificate.lower - 1000) == .open)
    #expect(search.nodes == 1)
  }

  @Test func `sums of land are those that the layout rounds its quota to`() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<300 {
      let areas = (0..<12).map { _ in
        (site: Int(random.next() % 5), area: Int64(random.next() % 400))
      }
      let limit = Int64(random.next() % 1500)
      #expect(
        LandSums(areas).greatest(within: limit)
          == LandUnits.largestReachable(
            sum: limit, choices: areas.map(\.area), group: areas.map(\.site)))
    }
    #expect(LandSums([]).greatest(within: 7) == 0)
    #expect(LandSums([(0, 5), (1, 5)]).greatest(within: 1 << 40) == 10)
  }

  @Test func `numbers beyond all measure are no crash`() {
    let row = ProofModel.Row(
      code: "land", subject: "", isMinimum: false, limit: .max,
      shares: (0..<40).map { ($0, Int64.max) }, price: .max)
    let model = ProofModel(
      siteCount: 40,
      columns: (0..<40).map {
        ProofModel.Column(site: $0, industry: 0, value: .max, land: 0, construction: 0)
      },
      rows: [row, row, row, row],
      groups: [ProofModel.Group(weight: .max, columns: [0], price: .max)],
      cliques: [ProofModel.Clique(columns: [0, 1], price: .max)])
    #expect(DualBound(model, stepsPerUnit: .max).steps == nil)
  }
}
