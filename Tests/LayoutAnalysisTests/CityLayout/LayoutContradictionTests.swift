import LandModel
import Testing

@testable import LayoutAnalysis

/// Questions without an answer, and what is said of them.
@Suite struct LayoutContradictionTests {
  /// Four towns in two counties; those of the east 1 km apart, those of the west 6 km.
  private var city: LayoutCase {
    var question = LayoutCase()
    question.add("e1", at: XY(0, 0), county: "east", scores: [("a", 60)])
    question.add("e2", at: XY(2000, 0), county: "east", scores: [("a", 50), ("b", 40)])
    question.add("w1", at: XY(20_000, 0), county: "west", scores: [("b", 50)])
    question.add("w2", at: XY(27_000, 0), county: "west", scores: [("b", 50)])
    return question
  }

  private func sentences(_ question: LayoutCase) throws -> [String] {
    let result = try question.result()
    #expect(result.status == .infeasible)
    #expect(result.chosen.isEmpty)
    #expect(result.objective == nil)
    return result.contradictions.map(\.english)
  }

  @Test func `a county without enough sites`() throws {
    var question = city
    question.parameters.countyQuotas["west"] = TownQuota(min: 2)
    question.proposals.removeLast()
    #expect(
      try sentences(question) == [
        "County west needs at least 2 towns, but only 1 of its 2 sites has an allowed boundary; "
          + "1 has no boundary."
      ])
    #expect(
      try question.result().contradictions.first?.chinese
        == "County west至少 2 个小镇，但其 2 个地点中仅 1 个有可行边界；1 个没有边界。")
  }

  @Test func `sites without a boundary are counted by cause`() throws {
    var question = LayoutCase()
    for site in 0..<5 {
      question.add("\(site)", at: XY(9000 * Double(site), 0), scores: [("a", 50)])
    }
    question.parameters.countyQuotas["c"] = TownQuota(min: 3)
    question.parameters.lockedOut = [LockedSite(site: "1")]
    question.proposals.removeSubrange(2...)
    let layer = LocalizedText(english: "red lines", chinese: "生态红线")
    question.refusals = [(2, Shortfall.Kind.land), (3, .building), (4, .land)].map { site, kind in
      DelimitationRefusal(
        site: site, industry: "a",
        shortfall: Shortfall(
          reached: .zero, wanted: .zero, cause: layer, kind: kind,
          greatestTaker: kind == .land ? layer : nil))
    }
    let result = try question.result()
    #expect(
      result.contradictions == [
        LocalizedText(
          english: "County c needs at least 3 towns, but only 1 of its 5 sites has an allowed "
            + "boundary; 2 have too little free land in one piece, most of it taken by red lines; "
            + "1 is locked out; 1 has too little building land in one piece.",
          chinese: "County c至少 3 个小镇，但其 5 个地点中仅 1 个有可行边界；2 个连片可用土地不足"
            + "（主要被生态红线占用）；1 个被指定不选；1 个连片可建设用地不足。")
      ])
    #expect(result.contradicting.map(\.code) == ["county.min", "locked-out"])
  }

  @Test func `a county without any site, known from the list of counties`() throws {
    var question = city
    question.counties = [County(id: "north", name: "County north")]
    question.parameters.countyQuota.min = 1
    #expect(
      try sentences(question) == [
        "County north needs at least 1 town, but no site was offered there."
      ])
  }

  @Test func `an industry, or the city, without enough sites`() throws {
    var question = city
    question.parameters.industryQuotas["a"] = TownQuota(min: 3)
    question.parameters.towns.min = 5
    #expect(
      try sentences(question) == [
        "The city needs at least 5 towns, but only 4 sites were offered.",
        "Industry a needs at least 3 towns, but only 2 sites may have it.",
      ])
  }

  @Test func `towns locked in that are too near`() throws {
    var question = city
    question.parameters.lockedIn = [LockedSite(site: "e1"), LockedSite(site: "e2")]
    question.parameters.spacing = Metres(kilometres: 6)
    #expect(
      try sentences(question) == [
        "Town e1 and Town e2 must both become towns and are at most 1 km apart, but towns keep at "
          + "least 6 km apart."
      ])
  }

  @Test func `industries go by their names in each language`() throws {
    var question = city
    question.parameters.industryNames = ["a": LocalizedText(english: "Farming", chinese: "农业")]
    question.parameters.industryQuotas["a"] = TownQuota(min: 3)
    let result = try question.result()
    #expect(
      result.contradictions == [
        LocalizedText(
          english:
            "Industry Farming needs at least 3 towns, but only 2 sites may have it.",
          chinese: "产业“农业”至少 3 个小镇，但仅有 2 个地点可选该产业。")
      ])
  }

  @Test func `a town locked in without a boundary`() throws {
    var question = city
    question.parameters.lockedIn = [LockedSite(site: "w1", industry: "a")]
    #expect(
      try sentences(question) == [
        "Town w1 must become a town of industry a, but no allowed boundary was found for it."
      ])
  }

  @Test func `minimum quotas beyond the city's most`() throws {
    var question = city
    question.parameters.countyQuota.min = 2
    question.parameters.towns.max = 3
    #expect(
      try sentences(question) == [
        "The minimum quotas of the counties sum to 4, but the city may have at most 3 towns."
      ])
  }

  @Test func `maximum quotas below the city's least`() throws {
    var question = city
    question.parameters.countyQuota.max = 1
    question.parameters.towns.min = 3
    #expect(
      try sentences(question) == [
        "The maximum quotas of the counties sum to 2, but the city needs at least 3 towns."
      ])
  }

  @Test func `land too small for the towns asked for`() throws {
    var question = city
    question.parameters.countyQuota.min = 2
    question.parameters.landQuota = SquareMetres(squareKilometres: 3.5)
    #expect(
      try sentences(question) == [
        "The 4 towns that the minimum quotas ask for need at least 400 ha, but all towns together "
          + "may take at most 350 ha."
      ])
  }

  @Test func `what only search finds is a smallest set of rules`() throws {
    var question = city
    question.parameters.countyQuota = TownQuota(min: 1, max: 3)
    question.parameters.countyQuotas["east"] = TownQuota(min: 2)
    question.parameters.industryQuota = TownQuota(min: 1)
    question.parameters.spacing = Metres(kilometres: 3)
    question.parameters.landQuota = SquareMetres(squareKilometres: 20)
    #expect(
      try sentences(question) == [
        "County east needs at least 2 towns; the other rules leave room for 1.",
        "Towns keep at least 3 km apart.",
      ])
  }

  @Test func `rules of three kinds that contradict each other only together`() throws {
    // Industry a only in the east, where towns of one industry may not stand together.
    var question = city
    question.parameters.lockedIn = [LockedSite(site: "e1"), LockedSite(site: "e2")]
    question.parameters.industryQuotas["b"] = TownQuota(max: 1)
    question.parameters.countyQuotas["west"] = TownQuota(min: 1)
    question.parameters.industrySpacing = Metres(kilometres: 2)
    #expect(
      try sentences(question) == [
        "County west needs at least 1 town; the other rules leave room for 0.",
        "Industry b may have at most 1 town; the other rules ask for 2.",
        "Towns of one industry keep at least 2 km apart.", "Town e1 must become a town.",
        "Town e2 must become a town.",
      ])
  }

  @Test func `land that suffices for towns but not for towns apart`() throws {
    // The small ones of each county are too near each other; one must be large.
    var question = LayoutCase()
    question.add("e1", at: XY(0, 0), county: "east", scores: [("a", 60)])
    question.add("w1", at: XY(2000, 0), county: "west", scores: [("a", 60)])
    question.add("e2", at: XY(20_000, 0), county: "east", scores: [("a", 60)], side: 1500)
    question.parameters.countyQuota.min = 1
    question.parameters.spacing = Metres(kilometres: 3)
    question.parameters.landQuota = SquareMetres(squareKilometres: 3)
    #expect(
      try sentences(question) == [
        "County east needs at least 1 town; the other rules leave room for 0.",
        "County west needs at least 1 town; the other rules leave room for 0.",
        "All towns together may take at most 300 ha; the other rules need 325 ha.",
        "Towns keep at least 3 km apart.",
      ])
  }

  @Test func `parameters that contradict themselves are errors, all of them at once`() {
    var question = city
    question.parameters.towns = TownQuota(min: 3, max: 2)
    question.parameters.countyQuotas["nowhere"] = TownQuota(min: -1)
    question.parameters.spacing = Metres(.nan)
    question.parameters.landQuota = SquareMetres(-1)
    question.parameters.targetArea = .zero
    question.parameters.lockedIn = [
      LockedSite(site: "e1", industry: "a"), LockedSite(site: "e1"), LockedSite(site: "?"),
    ]
    question.parameters.lockedOut = [LockedSite(site: "e1", industry: "a")]
    question.parameters.coverage = [
      CoverageRule(
        category: "r", weight: .infinity,
        rings: [
          CoverageRing(radius: Metres(2), share: Ratio(0.5)),
          CoverageRing(radius: Metres(1), share: Ratio(1)),
        ], industries: ["?"])
    ]
    question.addResource("bad", at: XY(.nan, 0), weight: -1)
    let error = #expect(throws: LayoutError.self) { try question.result() }
    guard case .parameters(let problems) = error else {
      Issue.record("Expected parameters, found \(String(describing: error)).")
      return
    }
    #expect(
      problems.map { "\($0.parameter) \($0.problem)" } == [
        "towns min-above-max", "counties.nowhere negative", "counties unknown-county",
        "spacing not-finite", "land negative", "town-area.wanted not-positive",
        "locked-in unknown-site", "locked-in, locked-out in-and-out", "locked-in repeated",
        "coverage.r.weight not-finite", "coverage.r.industries unknown-industry",
        "coverage.r.rings unordered-rings", "resources.bad.weight negative",
        "resources.bad.position not-finite",
      ])
  }
}
