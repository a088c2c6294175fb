import LandModel
import Testing

@testable import LayoutAnalysis

/// One case for each kind of rule, small enough to see why.
@Suite struct CityLayoutTests {
  /// Three towns in a row, 2 km from boundary to boundary, the middle one best.
  private var row: LayoutCase {
    var question = LayoutCase()
    question.add("w", at: XY(0, 0), county: "west", scores: [("a", 60), ("b", 50)])
    question.add("m", at: XY(3000, 0), county: "east", scores: [("a", 90), ("b", 85)])
    question.add("e", at: XY(6000, 0), county: "east", scores: [("a", 70), ("b", 10)])
    return question
  }

  private func plan(_ question: LayoutCase) throws -> [String] {
    question.names(of: try question.result())
  }

  @Test func `without rules every site takes its best industry`() throws {
    let result = try row.result()
    #expect(row.names(of: result) == ["w.a", "m.a", "e.a"])
    #expect(result.status == .optimal)
    #expect(result.objective == 220)
    #expect(result.bound == 220)
    #expect(result.terms == [ObjectiveTerm(name: "suitability", value: 220)])
    #expect(result.rejected.isEmpty)
  }

  @Test func `spacing counts from boundary to boundary, and exactly that far is far enough`() throws
  {
    var question = row
    question.parameters.spacing = Metres(2000)
    #expect(try plan(question) == ["w.a", "m.a", "e.a"])
    question.parameters.spacing = Metres(2000.001)
    #expect(try plan(question) == ["w.a", "e.a"])
    let result = try question.result()
    let spacing = try #require(result.rules.first { $0.code == "spacing" })
    #expect(spacing.used == 5000)
    #expect(spacing.isBinding)
    #expect(result.rejected.map(\.reason) == ["spacing"])
    #expect(result.rejected.first?.because == ["w", "e"])
    #expect(
      result.rejected.first?.text.english
        == "Towns keep at least 2 km apart; Town w is 2 km away, Town e is 2 km away. "
        + "No exchange with a single town keeps all rules.")
  }

  @Test func `towns of one industry keep their greater spacing`() throws {
    var question = row
    question.parameters.industrySpacing = Metres(3000)
    #expect(try plan(question) == ["w.a", "m.b", "e.a"])
    let rules = try question.result().rules
    #expect(rules.first { $0.code == "spacing.industry" }?.used == 5000)
    #expect(rules.first { $0.code == "spacing" }?.used == 2000)
  }

  @Test func `overlapping boundaries exclude each other without any spacing, touching ones don't`()
    throws
  {
    var question = LayoutCase()
    question.add("a", at: XY(0, 0), scores: [("x", 50)])
    question.add("touching", at: XY(1000, 0), scores: [("x", 40)])
    question.add("over", at: XY(500, 999), scores: [("x", 95)])
    #expect(try plan(question) == ["over.x"])
    question.proposals.removeLast()
    #expect(try plan(question) == ["a.x", "touching.x"])
  }

  @Test func `a county's most keeps the lesser town out`() throws {
    var question = row
    question.parameters.countyQuotas["east"] = TownQuota(max: 1)
    let result = try question.result()
    #expect(question.names(of: result) == ["w.a", "m.a"])
    #expect(result.rejected.map(\.reason) == ["county.max"])
    #expect(
      result.rejected.first?.text.english
        == "County east may have at most 1 town. Taking it instead of Town m would lose 20 points. "
        + "Town m is at least as good in everything: suitability, resources, land and spacing.")
    #expect(
      result.rejected.first?.text.chinese
        == "County east至多 1 个小镇。替换Town m将损失 20 分。Town m在适宜性、资源覆盖、用地与间距各方面均不劣于该地点。")
    #expect(result.rules.map(\.code) == ["county.max", "spacing"])
    #expect(result.rules.first?.isBinding == true)
  }

  @Test func `a county's least brings a lesser town in`() throws {
    var question = row
    question.parameters.towns.max = 2
    #expect(try plan(question) == ["m.a", "e.a"])
    question.parameters.countyQuota.min = 1
    #expect(try plan(question) == ["w.a", "m.a"])
    let rules = try question.result().rules
    #expect(rules.map(\.code) == ["towns.max", "county.min", "county.min", "spacing"])
    #expect(rules.map(\.subject) == ["", "east", "west", ""])
    #expect(rules.map(\.isBinding) == [true, true, true, false])
  }

  @Test func `an industry's limits change industries`() throws {
    var question = row
    question.parameters.industryQuotas["a"] = TownQuota(max: 2)
    #expect(try plan(question) == ["w.a", "m.b", "e.a"])
    question.parameters.industryQuotas = ["b": TownQuota(min: 2)]
    #expect(try plan(question) == ["w.b", "m.b", "e.a"])
  }

  @Test func `a least number of towns brings in what the land would not`() throws {
    var question = LayoutCase()
    question.add("big", at: XY(0, 0), scores: [("a", 90)], side: 2000)
    question.add("one", at: XY(9000, 0), scores: [("a", 80)])
    question.add("two", at: XY(0, 9000), scores: [("a", 70)])
    question.parameters.landQuota = SquareMetres(squareKilometres: 4.5)
    #expect(try plan(question) == ["big.a"])
    question.parameters.towns.min = 2
    #expect(try plan(question) == ["one.a", "two.a"])
  }

  @Test func `the land quota counts ellipsoidal areas, and exactly at it is within`() throws {
    var question = row
    question.parameters.landQuota = SquareMetres(squareKilometres: 2)
    let result = try question.result()
    #expect(question.names(of: result) == ["m.a", "e.a"])
    let land = try #require(result.rules.first { $0.code == "land" })
    #expect(land.limit == 2e6)
    #expect(land.used == 2e6)
    #expect(land.isBinding)
    #expect(result.rejected.map(\.reason) == ["land"])
    question.parameters.landQuota = SquareMetres(squareKilometres: 3)
    #expect(try plan(question).count == 3)
    question.parameters.landQuota = SquareMetres(squareKilometres: 1.99)
    #expect(try plan(question) == ["m.a"])
  }

  @Test func `construction land has a quota of its own`() throws {
    var question = row
    question.parameters.constructionQuota = SquareMetres(hectares: 50)
    #expect(try plan(question) == ["m.a", "e.a"])
    #expect(try question.result().rejected.map(\.reason) == ["construction"])
  }

  @Test func `towns locked in and out are as told, with their industry`() throws {
    var question = row
    question.parameters.lockedOut = [LockedSite(site: "m"), LockedSite(site: "w", industry: "a")]
    let result = try question.result()
    #expect(question.names(of: result) == ["w.b", "e.a"])
    #expect(result.rejected.map(\.reason) == ["locked-out"])
    question.parameters.lockedOut = []
    question.parameters.lockedIn = [LockedSite(site: "e", industry: "b"), LockedSite(site: "w")]
    question.parameters.towns.max = 2
    #expect(try plan(question) == ["w.a", "e.b"])
  }

  @Test func `a resource counts once, with the best share reached`() throws {
    var question = LayoutCase()
    question.add("near", at: XY(0, 0), scores: [("a", 10)])
    question.add("far", at: XY(3500, 0), scores: [("a", 10)])
    question.addResource("spring", at: XY(-500, 0), weight: 8)
    question.parameters.coverageWeight = 3
    question.parameters.coverage = [
      CoverageRule(
        category: "r", weight: 2, rings: CoverageRing.linear(radius: Metres(4000), steps: 2))
    ]
    // 500 m lies in the inner ring, 4000 m exactly at the outer radius.
    let both = try question.result()
    #expect(both.terms.map(\.name) == ["suitability", "coverage.r"])
    #expect(both.terms.map(\.value) == [20, 48])
    question.parameters.lockedOut = [LockedSite(site: "near")]
    #expect(try question.result().terms.map(\.value) == [10, 24])
    question.resources = [
      ResourcePoint(id: "spring", category: "r", position: XY(-500.001, 0), weight: 8)
    ]
    #expect(try question.result().terms.map(\.value) == [10, 0])
  }

  @Test func `coverage outweighs suitability where the weights say so`() throws {
    var question = row
    question.parameters.towns.max = 1
    question.addResource("r", at: XY(0, 0), weight: 5)
    question.parameters.coverage = [
      CoverageRule(
        category: "r", weight: 1, rings: [CoverageRing(radius: Metres(100), share: Ratio(1))],
        industries: ["b"])
    ]
    question.parameters.coverageWeight = 7
    #expect(try plan(question) == ["m.a"])
    question.parameters.coverageWeight = 9
    #expect(try plan(question) == ["w.b"])
  }

  @Test func `a town smaller than the target counts with its share`() throws {
    var question = LayoutCase()
    question.add("small", at: XY(0, 0), scores: [("a", 100)], side: 500)
    #expect(try question.result().objective == 25)
  }

  @Test func `a site without a boundary tells the refusal's cause`() throws {
    var question = row
    question.proposals.removeLast(2)
    let cause = LocalizedText(english: "Red lines all round.", chinese: "四周皆红线。")
    question.refusals = [
      DelimitationRefusal(
        site: 2, industry: "a",
        shortfall: Shortfall(reached: .zero, wanted: SquareMetres(3e6), cause: cause))
    ]
    let rejected = try question.result().rejected
    #expect(rejected.map(\.reason) == ["no-boundary"])
    #expect(rejected.first?.text == cause)
  }

  @Test func `a maximal covering question is a plan`() throws {
    // Church and ReVelle's question: p places, most demand within a radius, nothing else. 40 demands on
    // a line, each also a place; three places of radius 5 m reach 11 demands each, of the weights 1…40
    // best 30…40, 19…29 and 8…18.
    var question = LayoutCase()
    for number in 1...40 {
      question.add(
        "\(number)", at: XY(Double(number), 0), scores: [("any", 0)], side: 0.5)
      question.addResource("\(number)", at: XY(Double(number), 0), weight: Double(number))
    }
    question.parameters.towns = TownQuota(min: 3, max: 3)
    question.parameters.suitabilityWeight = 0
    question.parameters.coverage = [
      CoverageRule(
        category: "r", weight: 1, rings: [CoverageRing(radius: Metres(5), share: Ratio(1))])
    ]
    let result = try question.result()
    #expect(question.names(of: result) == ["13.any", "24.any", "35.any"])
    #expect(result.objective == Double((8...40).reduce(0, +)))
    #expect(result.status == .optimal)
  }
}
