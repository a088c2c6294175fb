import LandModel
import Testing

@testable import LayoutAnalysis

/// What it costs to force a site in, against trying every plan.
@Suite struct ForcingCostTests {
  @Test func `costs are those of the best plan with the site, found by trying all`() throws {
    var (exact, impossible) = (0, 0)
    for seed in 1...240 {
      let question = RandomLayouts.small(seed: UInt64(seed))
      let (result, answers) = try question.sensitivity(SensitivityParameters())
      guard result.objective != nil else { continue }
      let instance = try question.instance()
      let plans = AllPlans(instance)
      let best = try #require(plans.best())
      let costs = try #require(answers.forcing)
      let left = Set(question.sites.indices).subtracting(result.chosen.map(question.site))
      #expect(
        costs.map(\.site) == left.sorted().filter { !instance.columnsOfSite[$0].isEmpty })
      for cost in costs {
        let with = plans.best { $0.contains { question.site(of: $0) == cost.site } }
        guard let with else {
          #expect(cost.isImpossible, "seed \(seed)")
          #expect(cost.high == nil && cost.entering.isEmpty)
          impossible += 1
          continue
        }
        #expect(cost.isExact, "seed \(seed)")
        #expect(cost.high == instance.points(best - with), "seed \(seed) site \(cost.site)")
        #expect(cost.entering.contains(question.sites[cost.site].id))
        exact += 1
      }
    }
    #expect(exact > 90)
    #expect(impossible > 30)
  }

  @Test func `bounds without a solve hold`() throws {
    var open = 0
    for seed in 1...100 {
      let question = RandomLayouts.small(seed: UInt64(seed))
      let (result, answers) = try question.sensitivity(SensitivityParameters(forcing: .sites(0)))
      guard result.objective != nil else { continue }
      let instance = try question.instance()
      let plans = AllPlans(instance)
      let best = try #require(plans.best())
      for cost in try #require(answers.forcing) {
        let with = plans.best { $0.contains { question.site(of: $0) == cost.site } }
        guard let low = cost.low else {
          #expect(with == nil)
          continue
        }
        if !cost.isExact { open += 1 }
        guard let with else { continue }
        #expect(low <= instance.points(best - with))
        #expect(cost.high.map { $0 >= instance.points(best - with) } ?? true)
      }
    }
    #expect(open > 0)
  }

  /// Two towns of 60 and 50 that are too near, and one of 30 far away.
  private var three: LayoutCase {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 60)])
    question.add("b", at: XY(2000, 0), scores: [("x", 50)])
    question.add("c", at: XY(20_000, 0), county: "west", scores: [("x", 30)])
    question.parameters.spacing = Metres(kilometres: 4)
    return question
  }

  @Test func `who comes and who goes is told in both languages`() throws {
    let (_, answers) = try three.sensitivity(SensitivityParameters())
    let cost = try #require(answers.forcing?.first)
    #expect(cost.low == 10 && cost.high == 10)
    #expect(cost.entering == ["b"] && cost.leaving == ["a"])
    #expect(cost.industry == "x")
    #expect(
      cost.text
        == LocalizedText(
          english: "Forcing it in costs 10 points (11.11 %); Town a would leave.",
          chinese: "强制入选将损失 10 分 (11.11 %)；Town a退出。"))
  }

  @Test func `a site that no plan can hold names the rules in its way`() throws {
    var question = three
    question.parameters.lockedIn = [LockedSite(site: "a")]
    let (_, answers) = try question.sensitivity(SensitivityParameters())
    let cost = try #require(answers.forcing?.first)
    #expect(cost.isImpossible)
    #expect(
      cost.text.english
        == "It cannot be forced in, because that contradicts: Towns keep at least 4 km apart. "
        + "Town a must become a town.")
    #expect(cost.text.chinese == "无法强制入选，与下列规则矛盾：小镇之间至少相距 4 km。Town a必须成为小镇。")
  }

  @Test func `nothing is asked where the plan asks for nothing`() throws {
    let (_, answers) = try three.sensitivity(.none)
    #expect(answers == SensitivityResult())
  }

  @Test func `a question of few columns is solved the same whatever was asked before`() throws {
    let question = RandomLayouts.city(
      sites: 40, width: 50_000, counties: 4, towns: 8, resources: 200, spacing: 4000, seed: 3)
    let (result, alone) = try question.sensitivity(SensitivityParameters())
    let (_, all) = try question.sensitivity(
      SensitivityParameters(
        stability: StabilityParameters(samples: 5), alternatives: AlternativesParameters()))
    #expect(result.status == .optimal)
    #expect(alone.forcing == all.forcing)
    let costs = try #require(alone.forcing)
    #expect(costs.allSatisfy { $0.isExact || $0.isImpossible })
  }
}
