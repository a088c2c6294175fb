import LandModel
import Testing

@testable import LayoutAnalysis

/// Budget, least points and equity of a written plan.
struct CertificateTermTests {
  /// The case with costs of 100, 200 and 300.
  private func question(_ change: (inout CertificateCase) -> Void = { _ in }) -> CertificateCase {
    var question = CertificateCase()
    question.sites = question.sites.enumerated().map { number, site in
      Site(
        id: site.id, name: site.name, county: site.county, countyName: site.countyName,
        seed: site.seed, industries: site.industries,
        cost: Money(tenThousandYuan: 100 * Double(number + 1)))
    }
    change(&question)
    return question
  }

  @Test func `a budget that is kept holds, and one broken by its smallest step is found`() throws {
    let checks = try question { $0.layout.budget = Money(tenThousandYuan: 600) }.checks()
    let budget = try #require(checks.first { $0.code == "budget" })
    #expect(budget.outcome == .holds)
    #expect(budget.detail.english == "3 towns cost 6 million CNY of 6 million CNY")
    let faults = try question { $0.layout.budget = Money(tenThousandYuan: 599) }.faults()
    #expect(faults == ["budget": ["The towns cost 6 million CNY, more than 5.99 million CNY."]])
    // What is less than the thousand yuan that amounts are told to.
    let near = try question { $0.layout.budget = Money(tenThousandYuan: 599.97) }.faults()
    #expect(
      near == ["budget": ["The towns cost 6 million CNY, more than 6 million CNY by 300 CNY."]])
    // Land costs too: 2.25 km² a town on the grid.
    let dear = try question {
      $0.layout.budget = Money(tenThousandYuan: 600)
      $0.layout.costPerSquareKilometre = Money(tenThousandYuan: 1)
    }.faults()
    #expect(dear["budget"]?.count == 1)
  }

  @Test func `least points are held against what towns and resources give`() throws {
    let minimums = [(LayoutTerm.coverage, 50.0), (.category("scenic"), 50), (.suitability, 150)]
    for (term, points) in minimums {
      let kept = try question { $0.layout.termMinimums = [TermMinimum(term: term, points: points)] }
        .checks()
      #expect(kept.first { $0.code == "minimums" }?.outcome == .holds, "\(term.name)")
      let broken = try question {
        $0.layout.termMinimums = [TermMinimum(term: term, points: points + 20)]
      }.faults()
      #expect(broken.keys.sorted() == ["minimums"], "\(term.name)")
    }
    let exact = try question {
      $0.layout.termMinimums = [TermMinimum(term: .coverage, points: 50.001)]
    }.faults()
    #expect(
      exact == ["minimums": ["Term “coverage” is 50.0 points, less than 50.001."]])
  }

  private func equity(_ change: (inout [StatedEquity.County], inout Double) -> Void = { _, _ in })
    -> CertificateCase
  {
    var counties = [
      StatedEquity.County(id: "east", value: 1, fairShare: 1, level: 1),
      StatedEquity.County(id: "west", value: 2, fairShare: 1, level: 2),
    ]
    var least = 1.0
    change(&counties, &least)
    return question {
      $0.layout.equity = EquityRule(weight: 10, of: .towns, per: .county)
      $0.equity = StatedEquity(least: least, counties: counties)
      $0.equityTerm = 10
    }
  }

  @Test func `equity is counted again, county by county`() throws {
    #expect(try equity().faults() == [:])
    let value = try equity { counties, _ in
      counties[1] = StatedEquity.County(id: "west", value: 3, fairShare: 1, level: 2)
    }.faults()
    #expect(value == ["equity": ["The value of county west is stated as 3.0, but is 2.0."]])
    let level = try equity { counties, _ in
      counties[0] = StatedEquity.County(id: "east", value: 1, fairShare: 1, level: 1.1)
    }.faults()
    #expect(level == ["equity": ["The level of county east is stated as 1.1, but is 1.0."]])
    #expect(
      try equity { $1 = 1.5 }.faults()["equity"] == [
        "The least level is stated as 1.5, but is 1.0."
      ])
  }

  @Test func `a county left out to look better is found`() throws {
    let uncounted = try equity { counties, least in
      counties[0] = StatedEquity.County(id: "east", value: 1, fairShare: nil, level: nil)
      least = 2
    }.faults()
    let least = "The least level is stated as 2.0, but is 1.0."
    #expect(
      uncounted["equity"] == [
        "The fair share of county east is stated as nothing, but is 1.0.", least,
      ])
    let missing = try equity { counties, least in
      counties.removeFirst()
      least = 2
    }.faults()
    #expect(missing["equity"] == ["County east counts and is left out.", least])
    var nothing = equity()
    nothing.equity = nil
    #expect(
      try nothing.faults()["equity"] == ["The record states no equity, which the plan counts."])
  }

  @Test func `a county counts by the boundaries offered there, not by what the record says`() throws
  {
    var question = equity()
    question.sites.append(
      Site(
        id: "T4", name: "T4", county: "north", countyName: "north",
        seed: CertificateCase.place(0, 30_000), industries: ["digital"]))
    question.layout.countyQuotas["north"] = .free
    // A candidate without a boundary does not make its county count.
    #expect(try question.faults() == [:])
    question.offered?.insert("T4")
    #expect(
      try question.faults()["equity"] == [
        "County north counts and is left out.", "The least level is stated as 1.0, but is 0.0.",
      ])
    #expect(try question.faults()["objective"]?.count == 2)
    // Where it is not known what is offered, the record's counties stand in, and nothing is shown.
    question.offered = nil
    let check = try #require(try question.checks().first { $0.code == "equity" })
    #expect(check.outcome == .unchecked && check.faults.isEmpty)
  }

  @Test func `a wrong term of equity is found`() throws {
    var question = equity()
    question.equityTerm = 11
    #expect(try question.faults()["objective"]?.contains { $0.contains("“equity”") } == true)
  }
}
