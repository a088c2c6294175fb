import LandModel
import Testing

@testable import LayoutAnalysis

/// Near-optimal plans with other towns, against trying every plan.
@Suite struct AlternativePlansTests {
  @Test func `each is the best that differs enough from all before, found by trying all`() throws {
    var found = 0
    var endings: [AlternativesResult.Ending: Int] = [:]
    for seed in 1...240 {
      let question = RandomLayouts.small(seed: UInt64(seed))
      let asked = AlternativesParameters(
        count: 3, within: Ratio([0.05, 0.3, 0.9][seed % 3]),
        differ: Ratio([0.2, 0.34, 0.5, 1][seed % 4]))
      let (result, answers) = try question.sensitivity(
        SensitivityParameters(forcing: .none, alternatives: asked))
      guard let objective = result.objective else { continue }
      let instance = try question.instance()
      let plans = AllPlans(instance)
      let alternatives = try #require(answers.alternatives)
      endings[alternatives.ending, default: 0] += 1
      var known = [Set(result.chosen.map(question.site))]
      for alternative in alternatives.plans {
        let best = plans.best { differs($0, from: known, asked, question) }
        #expect(alternative.objective == best.map(instance.points), "seed \(seed)")
        #expect(alternative.isProven)
        #expect(differs(alternative.chosen, from: known, asked, question))
        #expect(alternative.objective >= objective * (1 - asked.within.value) - 1e-9)
        #expect(
          alternative.sitesInCommon
            == known[0].intersection(sites(alternative.chosen, question)).count)
        known.append(sites(alternative.chosen, question))
        found += 1
      }
      let next = plans.best { differs($0, from: known, asked, question) }.map(instance.points)
      switch alternatives.ending {
      case .count: #expect(alternatives.plans.count == 3)
      case .within:
        #expect(try #require(next) < objective * (1 - asked.within.value) + 1e-9, "seed \(seed)")
      case .none: #expect(next == nil, "seed \(seed)")
      case .unknown: Issue.record("seed \(seed) is small")
      }
    }
    #expect(found > 45)
    #expect([.count, .within, .none].allSatisfy { endings[$0] ?? 0 > 5 }, "\(endings)")
  }

  private func sites(_ columns: [Int], _ question: LayoutCase) -> Set<Int> {
    Set(columns.map(question.site))
  }

  /// Whether at least the share of each plan's sites, and one, is left.
  private func differs(
    _ chosen: [Int], from known: [Set<Int>], _ asked: AlternativesParameters, _ question: LayoutCase
  ) -> Bool {
    let here = sites(chosen, question)
    return known.allSatisfy { plan in
      let left = plan.subtracting(here).count
      return left >= 1 && Double(left) >= asked.differ.value * Double(plan.count)
    }
  }

  @Test func `other industries at the same sites are no other plan`() throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 60), ("y", 59)])
    question.add("b", at: XY(9000, 0), scores: [("x", 10)])
    question.parameters.towns.max = 1
    let (_, answers) = try question.sensitivity(
      SensitivityParameters(
        forcing: .none, alternatives: AlternativesParameters(within: Ratio(0.9))))
    let alternatives = try #require(answers.alternatives)
    #expect(alternatives.plans.map(\.chosen) == [[2]])
    #expect(alternatives.plans.map(\.loss) == [Ratio(50.0 / 60)])
    // The next would have to leave a and b, and be without a town.
    #expect(alternatives.ending == .within)
    #expect(alternatives.nextLoss == Ratio(1))
  }

  @Test func `a share that is a whole number of sites asks for just so many`() throws {
    // 0.28 × 25 is 7.000000000000001 in floating point.
    var question = LayoutCase()
    for number in 0..<32 {
      question.add(
        "\(number)", at: XY(9000 * Double(number), 0), scores: [("x", Double(100 - number))])
    }
    question.parameters.towns.max = 25
    let (_, answers) = try question.sensitivity(
      SensitivityParameters(
        forcing: .none,
        alternatives: AlternativesParameters(count: 1, within: Ratio(0.9), differ: Ratio(0.28))))
    #expect(answers.alternatives?.plans.map(\.sitesInCommon) == [18])
  }

  @Test func `a plan without towns has no other`() throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 60)])
    question.parameters.towns.max = 0
    let (_, answers) = try question.sensitivity(
      SensitivityParameters(alternatives: AlternativesParameters()))
    #expect(answers.alternatives?.plans == [])
    #expect(answers.alternatives?.ending == AlternativesResult.Ending.none)
    #expect(answers.forcing?.map(\.isImpossible) == [true])
  }
}
