import LandModel
import Testing

@testable import LayoutAnalysis

/// Sites that another is as good as, against trying the exchange in every plan.
@Suite struct DominanceTests {
  @Test func `in any plan the better site may take the place of the other`() throws {
    var (pairs, exchanged) = (0, 0)
    for seed in 1...400 {
      let question = RandomLayouts.small(seed: UInt64(seed))
      let instance = try question.instance()
      let dominance = Dominance(instance)
      let plans = AllPlans(instance)
      for site in question.sites.indices {
        for better in question.sites.indices where better != site {
          guard dominance.dominates(better, site) else { continue }
          #expect(!dominance.dominates(site, better))
          pairs += 1
          for plan in plans.plans {
            let there = plan.chosen.filter { question.site(of: $0) == site }
            let here = plan.chosen.filter { question.site(of: $0) == better }
            guard !there.isEmpty, here.isEmpty else { continue }
            let rest = plan.chosen.filter { !there.contains($0) }
            let isKept = instance.columnsOfSite[better].contains { column in
              let state = PlanState(instance, choosing: rest + [column])
              return state.isFeasible && state.objective >= plan.objective
            }
            #expect(isKept, "seed \(seed): \(better) for \(site)")
            exchanged += 1
          }
        }
      }
    }
    #expect(pairs > 20 && exchanged > 20, "\(pairs) \(exchanged)")
  }

  @Test func `a site that is worse in everything says so`() throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 60)])
    question.add("b", at: XY(1500, 0), scores: [("x", 50)])
    question.add("c", at: XY(20_000, 0), scores: [("x", 70)])
    question.parameters.spacing = Metres(kilometres: 2)
    let result = try question.result()
    #expect(result.rejected.map(\.reason) == ["spacing"])
    #expect(result.rejected.map(\.because) == [["a"]])
    #expect(result.rejected.map(\.dominatedBy) == ["a"])
    #expect(
      result.rejected.first?.text.english
        == "Towns keep at least 2 km apart; Town a is 0.5 km away. Taking it instead of Town a would "
        + "lose 10 points. Town a is at least as good in everything: suitability, resources, land and "
        + "spacing.")
    #expect(
      result.rejected.first?.text.chinese
        == "小镇之间至少相距 2 km；距Town a 0.5 km。替换Town a将损失 10 分。"
        + "Town a在适宜性、资源覆盖、用地与间距各方面均不劣于该地点。")
  }

  @Test func `of two equal sites the first goes before`() throws {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 60)])
    question.add("b", at: XY(0, 0), scores: [("x", 60)])
    let dominance = Dominance(try question.instance())
    #expect(dominance.dominates(0, 1) && !dominance.dominates(1, 0))
  }
}
