import LandModel

@testable import LayoutAnalysis

extension RandomLayouts {
  /// Which additions to a small question are drawn.
  struct Additions: OptionSet {
    let rawValue: Int
    static let budget = Additions(rawValue: 1)
    static let equity = Additions(rawValue: 2)
    static let minimums = Additions(rawValue: 4)
    static let all: Additions = [.budget, .equity, .minimums]
  }

  /// A small question with a budget, equity and least points of terms.
  ///
  /// Costs are whole, and least points off the grid of what terms can be, so that rounding decides nothing.
  static func small(seed: UInt64, with additions: Additions) -> LayoutCase {
    var question = small(seed: seed)
    var random = SeededGenerator(seed: seed &* 7919)
    func whole(_ range: ClosedRange<Int>) -> Int {
      range.lowerBound + Int(random.next() % UInt64(range.count))
    }
    question.sites = question.sites.map { site in
      Site(
        id: site.id, name: site.name, county: site.county, countyName: site.countyName,
        seed: site.seed, industries: site.industries,
        cost: Money(tenThousandYuan: Double(whole(100...900))))
    }
    question.counties = ["east", "west", "north"].prefix(whole(0...3)).map {
      County(id: FeatureID($0), name: $0, population: Double([0, 1000, 3000, 8000][whole(0...3)]))
    }
    if additions.contains(.budget) {
      question.parameters.budget = Money(tenThousandYuan: Double(whole(200...2500)))
      question.parameters.costPerSquareKilometre = Money(
        tenThousandYuan: Double(100 * whole(0...3)))
    }
    if additions.contains(.equity) {
      question.parameters.equity = EquityRule(
        weight: Double(whole(1...60)), of: EquityRule.Measure.allCases[whole(0...2)],
        per: question.counties.allSatisfy { $0.population == 0 }
          ? .county : EquityRule.Share.allCases[whole(0...1)])
    }
    if additions.contains(.minimums) {
      let terms: [(LayoutTerm, Int)] = [
        (.suitability, 100), (.coverage, 30), (.category("spring"), 15), (.category("mine"), 8),
        (.equity, 20),
      ]
      for (term, most) in terms where whole(0...2) == 0 {
        guard term != .equity || question.parameters.equity != nil else { continue }
        question.parameters.termMinimums.append(
          TermMinimum(term: term, points: Double(whole(0...most)) + 0.0037))
      }
    }
    return question
  }
}
