import LandModel
import Testing

@testable import LayoutAnalysis

/// Several sizes of a town at each site: which one is chosen, and that no better choice exists.
@Suite struct SizeLayoutTests {
  @Test func `300 small questions with sizes have the optimum of enumeration`() throws {
    var (outcomes, mixed) = ([LayoutStatus: Int](), 0)
    for seed in 1...300 {
      let question = RandomLayouts.sized(seed: UInt64(seed))
      let audit = LayoutAudit(question: question)
      let best = audit.bestByEnumeration()
      let result = try question.result()
      outcomes[result.status, default: 0] += 1
      guard let best else {
        #expect(result.status == .infeasible, "seed \(seed)")
        continue
      }
      let objective = try #require(result.objective, "seed \(seed): \(result.contradictions)")
      #expect(result.status == .optimal, "seed \(seed)")
      #expect(audit.violations(of: result.chosen) == [], "seed \(seed)")
      // Each coefficient is rounded to 10⁻⁴ points.
      #expect(abs(objective - best) < 0.005, "seed \(seed): \(objective) instead of \(best)")
      #expect(abs(objective - audit.objective(of: result.chosen)) < 0.005, "seed \(seed)")
      let findings = try PlanAudit(parameters: question.parameters).findings(
        of: result, delimitation: question.delimitation, resources: question.resources,
        counties: question.counties)
      #expect(findings == [], "seed \(seed)")
      mixed += hasSmallerThanLargest(result, question) ? 1 : 0
    }
    #expect(outcomes[.optimal] ?? 0 > 120)
    #expect(outcomes[.infeasible] ?? 0 > 20)
    #expect(mixed > 40)
  }

  /// Whether a chosen town is not the largest that was offered for its site and industry.
  private func hasSmallerThanLargest(_ result: LayoutResult, _ question: LayoutCase) -> Bool {
    result.chosen.contains { row in
      let town = question.proposals[row]
      return question.proposals.contains {
        $0.site == town.site && $0.industry == town.industry
          && $0.ellipsoidalArea > town.ellipsoidalArea
      }
    }
  }

  /// Two sites 10 km apart with towns of 1 and 4 km², which bring 40 and 100 points.
  private func pair() -> LayoutCase {
    var question = LayoutCase()
    for (name, x) in [("a", 0.0), ("b", 10_000.0)] {
      question.add(name, at: XY(x, 0), towns: [("x", 40, 1000), ("x", 25, 2000)])
    }
    return question
  }

  @Test func `without a limit the larger size brings more and wins`() throws {
    let question = pair()
    let result = try question.result()
    #expect(question.sizedNames(of: result) == ["a.x.2000", "b.x.2000"])
    #expect(result.objective == 200)
  }

  @Test func `a land quota makes the smaller size win`() throws {
    var question = pair()
    // Room for a large and a small town (140 points), not for two large ones.
    question.parameters.landQuota = SquareMetres(squareKilometres: 5)
    #expect(try question.result().objective == 140)
    // Room for one large town (100 points) or two small ones (80).
    question.parameters.landQuota = SquareMetres(squareKilometres: 4.5)
    #expect(try question.result().objective == 100)
    question.parameters.towns = TownQuota(min: 2)
    let two = try question.result()
    #expect(question.sizedNames(of: two) == ["a.x.1000", "b.x.1000"])
  }

  @Test func `spacing makes the smaller size win`() throws {
    var question = pair()
    // The large towns are 8 km apart, a large and a small one 8.5 km, the small ones 9 km.
    question.parameters.spacing = Metres(8500)
    #expect(try question.result().objective == 140)
    question.parameters.spacing = Metres(8501)
    let small = try question.result()
    // One large town alone brings 100 points, two small ones 80.
    #expect(small.objective == 100)
    question.parameters.towns = TownQuota(min: 2)
    let two = try question.result()
    #expect(question.sizedNames(of: two) == ["a.x.1000", "b.x.1000"])
    question.parameters.spacing = Metres(9001)
    #expect(try question.result().status == .infeasible)
  }

  @Test func `a lock leaves the size free, or fixes it`() throws {
    var question = pair()
    question.parameters.towns = TownQuota(max: 1)
    question.parameters.lockedIn = [LockedSite(site: "b", industry: "x")]
    #expect(question.sizedNames(of: try question.result()) == ["b.x.2000"])
    question.parameters.lockedIn = [
      LockedSite(site: "b", industry: "x", size: SquareMetres(squareKilometres: 1))
    ]
    #expect(question.sizedNames(of: try question.result()) == ["b.x.1000"])
    question.parameters.lockedIn = []
    question.parameters.lockedOut = [
      LockedSite(site: "a", size: SquareMetres(squareKilometres: 4))
    ]
    question.parameters.towns = .free
    #expect(question.sizedNames(of: try question.result()) == ["a.x.1000", "b.x.2000"])
  }

  @Test func `a size that contradicts another rule is named`() throws {
    var question = pair()
    question.parameters.landQuota = SquareMetres(squareKilometres: 3)
    question.parameters.lockedIn = [
      LockedSite(site: "a", size: SquareMetres(squareKilometres: 4))
    ]
    let result = try question.result()
    #expect(result.status == .infeasible)
    #expect(
      result.contradictions.contains { $0.english.contains("Town a must become a town of 400 ha") })
    #expect(result.contradictions.contains { $0.chinese.contains("规模 400 公顷") })
  }

  @Test func `a lock in and out of one size contradict each other, of two sizes not`() throws {
    var question = pair()
    question.parameters.lockedIn = [LockedSite(site: "a", size: SquareMetres(squareKilometres: 4))]
    question.parameters.lockedOut = [LockedSite(site: "a", size: SquareMetres(squareKilometres: 1))]
    #expect(question.sizedNames(of: try question.result()) == ["a.x.2000", "b.x.2000"])
    question.parameters.lockedOut = [LockedSite(site: "a", size: SquareMetres(squareKilometres: 4))]
    #expect(throws: LayoutError.self) { try question.result() }
  }
}
