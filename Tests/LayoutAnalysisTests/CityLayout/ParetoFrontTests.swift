import LandModel
import Optimization
import Testing

@testable import LayoutAnalysis

/// Fronts of two terms against those of all plans.
@Suite struct ParetoFrontTests {
  /// Pairs of units of two terms that no plan beats in both, by rising second.
  private func front(
    _ instance: LayoutInstance, _ first: LayoutTerm, _ second: LayoutTerm
  ) -> [[Int64]] {
    var found: Set<[Int64]> = []
    var state = PlanState(instance)
    func extend(_ site: Int) {
      guard site < instance.sites.count else {
        if state.isFeasible {
          found.insert([
            instance.units(of: first, in: state.chosen),
            instance.units(of: second, in: state.chosen),
          ])
        }
        return
      }
      extend(site + 1)
      for column in instance.columnsOfSite[site] {
        state.insert(column)
        extend(site + 1)
        state.remove(column)
      }
    }
    extend(0)
    return found.filter { pair in
      !found.contains { $0[0] >= pair[0] && $0[1] >= pair[1] && $0 != pair }
    }.sorted { $0[1] < $1[1] }
  }

  private static let pairs: [(LayoutTerm, LayoutTerm)] = [
    (.suitability, .coverage), (.coverage, .suitability), (.suitability, .category("spring")),
    (.equity, .suitability), (.coverage, .equity),
  ]

  @Test(arguments: 0..<5)
  func `fronts of small questions are those of all plans`(number: Int) throws {
    let (first, second) = Self.pairs[number]
    var (sizes, fronts) = ([Int: Int](), 0)
    for seed in 1...100 {
      var question = RandomLayouts.small(seed: UInt64(seed), with: [.budget, .equity])
      question.parameters.pareto = ParetoQuestion(first: first, second: second, points: 40)
      let result = try question.result()
      guard result.status == .optimal else { continue }
      let expected = front(try question.instance(), first, second)
      let found = try #require(result.pareto)
      let units = try question.instance().unitsPerPoint
      #expect(
        found.points.map {
          [Int64(($0.first * units).rounded()), Int64(($0.second * units).rounded())]
        } == expected, "seed \(seed)")
      #expect(found.isComplete, "seed \(seed)")
      #expect(found.points.allSatisfy { $0.isProven && $0.gap == .zero && $0.bound == $0.first })
      #expect(found.searches <= 4 + 4 * found.points.count, "seed \(seed)")
      let audit = LayoutAudit(question: question)
      for point in found.points {
        #expect(audit.violations(of: point.chosen) == [], "seed \(seed)")
        #expect(abs(audit.points(of: first, point.chosen) - point.first) < 0.003)
        #expect(abs(audit.points(of: second, point.chosen) - point.second) < 0.003)
      }
      fronts += 1
      sizes[expected.count, default: 0] += 1
    }
    #expect(fronts > 40)
    #expect(sizes.keys.contains { $0 > 2 }, "\(sizes)")
  }

  @Test func `a front of many plans is sampled at even steps, its ends first`() throws {
    var question = RandomLayouts.city(
      sites: 30, width: 50_000, counties: 3, towns: 8, resources: 150, spacing: 4000, seed: 2)
    question.parameters.industryQuota.min = 0
    question.parameters.pareto = ParetoQuestion(first: .suitability, second: .coverage, points: 5)
    let result = try question.result()
    let front = try #require(result.pareto)
    #expect(front.points.count == 5)
    #expect(!front.isComplete)
    #expect(front.points.allSatisfy { $0.isProven })
    for (low, high) in zip(front.points, front.points.dropFirst()) {
      #expect(low.second < high.second && low.first > high.first)
    }
    // The ends are the greatest of either term.
    question.parameters.pareto = nil
    question.parameters.coverageWeight = 0
    #expect(try question.result().objective == front.points.first?.first)
    // The plan's own point is beaten by none, as its objective is the sum of the two.
    let (first, second) = (front.planFirst, front.planSecond)
    #expect(!front.points.contains { $0.first > first && $0.second > second })
    // In the middle of the span, no plan may leave the step before it empty.
    let span = (front.points[4].second - front.points[0].second) / 4
    for (step, point) in front.points.enumerated() {
      #expect(point.second >= front.points[0].second + Double(step) * span - 0.001)
    }
  }

  @Test func `one plan that is best in both is a front of its own`() throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 50)])
    question.addResource("r", at: XY(0, 500), weight: 3)
    question.parameters.coverage = [
      CoverageRule(
        category: "r", weight: 1, rings: [CoverageRing(radius: Metres(1000), share: Ratio(1))])
    ]
    question.parameters.pareto = ParetoQuestion(first: .suitability, second: .coverage)
    let front = try #require(try question.result().pareto)
    #expect(front.points.map(\.first) == [50] && front.points.map(\.second) == [3])
    #expect(front.isComplete && front.points[0].townsInCommon == 1)
  }

  @Test func `without time there is a front that claims nothing`() throws {
    let question = RandomLayouts.small(seed: 4, with: [])
    let instance = try question.instance()
    let plan = try #require(PlanState.byExchanges(for: instance))
    var search = ParetoSearch(
      instance, ParetoQuestion(first: .suitability, second: .coverage), plan: plan.chosen,
      limits: SolverLimits(seconds: 1e-9))
    let front = try search.result()
    #expect(front.points.isEmpty || front.points.allSatisfy { !$0.isProven })
    #expect(!front.isComplete)
    #expect(front.isCutByClock)
  }

  @Test func `terms of no weight are told, for their front is one plan`() throws {
    var question = RandomLayouts.small(seed: 12, with: .equity)
    question.parameters.pareto = ParetoQuestion(first: .suitability, second: .coverage)
    question.parameters.coverageWeight = 2
    question.parameters.suitabilityWeight = 0
    let front = try #require(try question.result().pareto)
    #expect(front.idle == [.suitability])
    #expect(front.points.count == 1)
    question.parameters.pareto = ParetoQuestion(first: .equity, second: .coverage)
    #expect(try question.result().pareto?.idle == [])
    question.parameters.equity?.weight = 0
    question.parameters.coverageWeight = 0
    #expect(try question.result().pareto?.idle == [.equity, .coverage])
  }

  @Test func `fronts are the same every time`() throws {
    var question = RandomLayouts.small(seed: 12, with: .equity)
    question.parameters.pareto = ParetoQuestion(first: .suitability, second: .coverage, points: 4)
    #expect(try question.result() == question.result())
  }
}
