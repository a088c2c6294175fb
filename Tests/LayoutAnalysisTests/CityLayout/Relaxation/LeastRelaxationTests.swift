import LandModel
import Testing

@testable import LayoutAnalysis

/// What must give way for a plan to exist, against trying every choice of towns.
@Suite struct LeastRelaxationTests {
  /// Questions that ask for more than there is.
  private func demanding(seed: UInt64) -> LayoutCase {
    var question = RandomLayouts.small(seed: seed)
    var random = SeededGenerator(seed: seed &* 31)
    let more = Int(random.next() % 3)
    question.parameters.towns.min = max(question.parameters.towns.min, more + 2)
    question.parameters.towns.max = question.parameters.towns.max.map {
      max($0, question.parameters.towns.min)
    }
    if random.next() % 2 == 0 {
      question.parameters.landQuota = SquareMetres(hectares: Double(40 + random.next() % 200))
    }
    return question
  }

  @Test func `changes are the least, found by trying all, and lead to a plan`() throws {
    var (infeasible, singles) = (0, 0)
    var codes: Set<String> = []
    for seed in 1...220 {
      let question = demanding(seed: UInt64(seed))
      let (result, answers) = try question.sensitivity(.none)
      guard result.status == .infeasible else {
        #expect(answers.advice == nil)
        continue
      }
      infeasible += 1
      let advice = try #require(answers.advice)
      let expected = RelaxationEnumeration(question)
      guard expected.least.isFinite else {
        // Not even one town can stand: there is nothing to give up for.
        #expect(advice.least == nil && advice.single.isEmpty)
        continue
      }
      let least = try #require(advice.least)
      #expect(advice.isProven)
      #expect(abs(least.total.value - expected.least) < 1e-9, "seed \(seed)")
      #expect(least.status == .optimal, "seed \(seed): \(least.changes.map(\.text.english))")
      #expect(least.objective != nil)
      let names = Set(expected.single.keys)
      let told = advice.single.flatMap(\.changes).map {
        RuleName(code: $0.code, subject: $0.subject)
      }
      #expect(Set(told) == names, "seed \(seed)")
      for change in advice.single {
        let only = try #require(change.changes.first)
        let name = RuleName(code: only.code, subject: only.subject)
        #expect(
          abs(only.relative.value - (expected.single[name] ?? -1)) < 1e-9, "seed \(seed) \(name)")
        #expect(change.status == .optimal, "seed \(seed) \(only.text.english)")
        singles += 1
      }
      codes.formUnion(least.changes.map(\.code))
      codes.formUnion(told.map(\.code))
    }
    #expect(infeasible > 70)
    #expect(singles > 50)
    let kinds: Set = [
      "towns.min", "county.min", "county.max", "industry.max", "land", "spacing",
      "spacing.industry", "locked-out",
    ]
    #expect(codes.isSuperset(of: kinds), "\(codes.sorted())")
  }

  /// Two towns in the east 1 km apart, one in the west.
  private var city: LayoutCase {
    var question = LayoutCase()
    question.add("e1", at: XY(0, 0), county: "east", scores: [("a", 60)])
    question.add("e2", at: XY(2000, 0), county: "east", scores: [("a", 50)])
    question.add("w1", at: XY(20_000, 0), county: "west", scores: [("b", 50)])
    return question
  }

  private func advice(_ question: LayoutCase) throws -> RelaxationAdvice {
    try #require(try question.sensitivity(.none).answers.advice)
  }

  private func sentences(_ relaxation: RuleRelaxation?) -> [LocalizedText] {
    relaxation?.changes.map(\.text) ?? []
  }

  @Test func `a county's minimum, alone`() throws {
    var question = city
    question.parameters.countyQuotas["west"] = TownQuota(min: 2)
    let advice = try advice(question)
    let expected = LocalizedText(
      english: "Lower the minimum of County west from 2 to 1 town.",
      chinese: "将County west的下限由 2 个降为 1 个小镇。")
    #expect(sentences(advice.least) == [expected])
    #expect(advice.single.map(sentences) == [[expected]])
    #expect(advice.least?.objective == 160)
    #expect(advice.least?.towns == 3)
  }

  @Test func `what equity asks gives way once for all counties that are short`() throws {
    var question = city
    question.add("w2", at: XY(30_000, 0), county: "west", scores: [("b", 40)])
    question.parameters.equity = EquityRule(weight: 10, of: .towns, per: .county)
    question.parameters.termMinimums = [TermMinimum(term: .equity, points: 20)]
    question.parameters.towns.max = 2
    let advice = try advice(question)
    // A town for each county instead of two: half of what is asked, not half for either.
    #expect(
      sentences(advice.least).map(\.english) == [
        "Lower what the level of County east must reach from 2 towns to 1 town (equity from 20 to 10 "
          + "points)."
      ])
    #expect(advice.isProven && advice.least?.total == Ratio(0.5))
    #expect(advice.least?.status == .optimal && advice.least?.objective == 120)
    #expect(
      advice.single.map { $0.changes.map(\.code) } == [["towns.max"], ["at-least.equity"]])
    #expect(advice.single.map(\.total) == [Ratio(1), Ratio(0.5)])
    #expect(advice.single.map(\.status) == [.optimal, .optimal])
  }

  @Test func `land, with the share it rises by`() throws {
    var question = city
    question.parameters.towns.min = 3
    question.parameters.landQuota = SquareMetres(squareKilometres: 2.5)
    let advice = try advice(question)
    #expect(
      sentences(advice.least) == [
        LocalizedText(
          english: "Raise the land of all towns from 250 ha to 300 ha (+20 %).",
          chinese: "将小镇总面积上限由 250 公顷（3750 亩）提高到 300 公顷（4500 亩）（+20 %）。")
      ])
    #expect(
      advice.single.map { sentences($0).map(\.english) } == [
        ["Lower the minimum of the city from 3 to 2 towns."],
        ["Raise the land of all towns from 250 ha to 300 ha (+20 %)."],
      ])
    #expect(advice.single.map(\.objective) == [110, 160])
  }

  @Test func `spacing falls to what the pair needs, and the pair is named`() throws {
    var question = city
    question.parameters.spacing = Metres(1500)
    question.parameters.countyQuotas["east"] = TownQuota(min: 2)
    let advice = try advice(question)
    #expect(
      sentences(advice.least) == [
        LocalizedText(
          english: "Reduce the spacing of towns from 1.5 km to 1 km, for Town e1 – Town e2.",
          chinese: "将小镇间距由 1.5 km 降为 1 km（Town e1—Town e2）。")
      ])
    #expect(advice.least?.changes.first?.pairs == [["e1", "e2"]])
    #expect(
      advice.single.map { sentences($0).map(\.english) } == [
        ["Lower the minimum of County east from 2 to 1 town."],
        ["Reduce the spacing of towns from 1.5 km to 1 km, for Town e1 – Town e2."],
      ])
  }

  @Test func `locks that exclude each other: one goes`() throws {
    var question = city
    question.parameters.spacing = Metres(kilometres: 40)
    question.parameters.lockedIn = [LockedSite(site: "e1"), LockedSite(site: "e2")]
    let advice = try advice(question)
    // 40 km to 1 km is less than a lock that goes.
    #expect(advice.least?.changes.map(\.code) == ["spacing"])
    #expect(
      advice.single.map { sentences($0).map(\.english) } == [
        ["Reduce the spacing of towns from 40 km to 1 km, for Town e1 – Town e2."],
        ["Drop the rule that Town e1 must become a town."],
        ["Drop the rule that Town e2 must become a town."],
      ])
  }

  @Test func `two rules must change where none alone is enough`() throws {
    var question = city
    question.parameters.countyQuotas = ["east": TownQuota(min: 3), "west": TownQuota(min: 2)]
    let advice = try advice(question)
    #expect(
      sentences(advice.least).map(\.english) == [
        "Lower the minimum of County east from 3 to 2 towns.",
        "Lower the minimum of County west from 2 to 1 town.",
      ])
    #expect(advice.single.isEmpty)
    let total = try #require(advice.least?.total.value)
    #expect(abs(total - (1.0 / 3 + 1.0 / 2)) < 1e-12)
  }

  @Test func `all land forbidden leaves nothing that could give way`() throws {
    var question = city
    question.proposals = []
    question.refusals = question.sites.indices.map { site in
      DelimitationRefusal(
        site: site, industry: "a",
        shortfall: Shortfall(
          reached: .zero, wanted: SquareMetres(3e6),
          cause: LocalizedText(english: "No land.", chinese: "没有土地。"), kind: .noStart,
          greatestTaker: LocalizedText(english: "red lines", chinese: "红线")))
    }
    question.parameters.towns.min = 1
    let (result, answers) = try question.sensitivity(.none)
    #expect(
      result.contradictions == [
        LocalizedText(
          english:
            "The city needs at least 1 town, but only 0 of 3 sites have an allowed boundary; "
            + "3 have no free land near the seed, most of it taken by red lines.",
          chinese: "全市至少 1 个小镇，但全部 3 个地点中仅 0 个有可行边界；3 个选址点附近没有可用土地（主要被红线占用）。")
      ])
    // To ask for no town is no way to a plan.
    #expect(answers.advice?.least == nil && answers.advice?.single.isEmpty == true)
  }
}
