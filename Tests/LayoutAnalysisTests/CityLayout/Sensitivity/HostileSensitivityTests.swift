import LandModel
import Testing

@testable import LayoutAnalysis

/// Questions nobody should ask, with everything asked beside them.
@Suite struct HostileSensitivityTests {
  private let all = SensitivityParameters(
    stability: StabilityParameters(samples: 5, spread: Ratio(1)),
    alternatives: AlternativesParameters(count: 3, within: Ratio(1)))

  @Test func `candidates at one point each cost what the best is above them`() throws {
    var question = LayoutCase()
    for number in 0..<60 {
      question.add("\(number)", at: XY(0, 0), scores: [("a", Double(number))])
    }
    let (result, answers) = try question.sensitivity(all)
    #expect(question.names(of: result) == ["59.a"])
    let costs = try #require(answers.forcing)
    #expect(costs.map(\.high) == (0..<59).map { Double(59 - $0) })
    #expect(costs.allSatisfy { $0.isExact })
    #expect(result.rejected.allSatisfy { $0.dominatedBy == "59" })
    // A boundary without factors keeps its score, so that every sample chooses the same.
    #expect(answers.stability?.same == 5)
    #expect(answers.alternatives?.plans.map(\.chosen) == [[58], [57], [56]])
  }

  @Test func `weights of zero cost nothing and name no share`() throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 50)])
    question.add("b", at: XY(0, 0), scores: [("x", 40)])
    question.parameters.suitabilityWeight = 0
    question.parameters.towns.min = 1
    let (result, answers) = try question.sensitivity(all)
    #expect(result.objective == 0)
    let cost = try #require(answers.forcing?.first)
    #expect(cost.high == 0 && cost.share == nil)
    #expect(answers.alternatives?.plans.count == 1)
    #expect(answers.alternatives?.plans.first?.loss == .zero)
  }

  @Test func `weights of 10¹² keep exact costs`() throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 50)])
    question.add("b", at: XY(0, 0), scores: [("x", 40)])
    question.parameters.suitabilityWeight = 1e12
    let (_, answers) = try question.sensitivity(all)
    #expect(answers.forcing?.first?.high == 1e13)
    #expect(answers.forcing?.first?.isExact == true)
  }

  @Test func `no sites, no answers but empty ones`() throws {
    let (result, answers) = try LayoutCase().sensitivity(all)
    #expect(result.objective == 0)
    #expect(answers.forcing == [])
    #expect(answers.stability?.sites.isEmpty == true)
    #expect(answers.alternatives?.plans.isEmpty == true)
  }

  @Test func `answers that the time limit cut short say so`() throws {
    var question = RandomLayouts.city(
      sites: 20, width: 30_000, counties: 2, towns: 6, resources: 40, spacing: 4000, seed: 3)
    question.parameters.industryQuota.min = 0
    let (result, answers) = try question.sensitivity(SensitivityParameters())
    #expect(!answers.isCutByClock && answers.forcing != nil)
    question.parameters.timeLimit = .nanoseconds(1)
    let late = try PlanSensitivity(parameters: all, layout: question.parameters).result(
      of: result, delimitation: question.delimitation, resources: question.resources)
    #expect(late.isCutByClock && late.forcing == nil && late.stability == nil)
  }
}
