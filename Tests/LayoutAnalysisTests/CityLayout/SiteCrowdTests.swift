import LandModel
import Optimization
import Testing

@testable import LayoutAnalysis

/// Many candidates in one place, against the same graph kept by pairs.
@Suite struct SiteCrowdTests {
  /// Squares of two industries and several sizes, half of them in two crowded places near each other.
  private func towns(seed: UInt64, sites: Int = 40) -> LayoutCase {
    var random = SeededGenerator(seed: seed)
    var question = LayoutCase()
    for number in 0..<sites {
      let centre = XY(number % 4 == 0 ? 6000 : 9200, 7000)
      let isCrowded = number % 2 == 0
      let reach = isCrowded ? 500.0 : 14_000
      let origin = isCrowded ? centre : XY(7000, 7000)
      let seed = XY(
        origin.x + (random.unit() - 0.5) * reach, origin.y + (random.unit() - 0.5) * reach)
      let industries = ["a", "b"].filter { _ in random.unit() < 0.8 }
      question.add(
        "\(number)", at: seed, county: number % 3 == 0 ? "c" : "d",
        scores: industries.map { ($0, (100 * random.unit()).rounded()) },
        sides: industries.map { _ in 300 + 600 * random.unit() })
    }
    return question
  }

  private func graph(
    _ question: LayoutCase, spacing: Double = 2500, industrySpacing: Double = 6000,
    crowdsOf fewest: Int, workers: Int? = nil
  ) throws -> ConflictGraph {
    let instance = try question.instance()
    return try ConflictGraph(
      proposals: question.proposals, industryOfColumn: instance.industryOfColumn,
      columnsOfSite: instance.columnsOfSite, spacing: Metres(spacing),
      industrySpacing: Metres(industrySpacing), crowdsOf: fewest, workers: workers)
  }

  private func expectSame(_ one: ConflictGraph, _ other: ConflictGraph, _ comment: Comment) {
    for left in 0..<one.columnCount {
      #expect(one.edges(of: left) == other.edges(of: left), comment)
      for right in 0..<one.columnCount {
        #expect(one.cause(left, right) == other.cause(left, right), comment)
      }
    }
  }

  private func expectCover(_ graph: ConflictGraph, _ comment: Comment) {
    let cover = CliqueCover(graph)
    #expect(cover.isComplete, comment)
    var covered: Set<[Int]> = []
    for number in 0..<cover.cliques.count {
      let clique = Array(cover.cliques[number])
      #expect(clique.count >= 2 && clique == Set(clique).sorted(), comment)
      for (place, left) in clique.enumerated() {
        for right in clique[(place + 1)...] {
          #expect(graph.excludes(left, right), comment)
          covered.insert([left, right])
        }
      }
    }
    #expect(covered.count == graph.positionCount / 2, comment)
  }

  @Test(arguments: [UInt64](1...6))
  func `a graph with crowds is the graph of pairs, and its cliques cover it`(seed: UInt64) throws {
    let question = towns(seed: seed)
    let plain = try graph(question, crowdsOf: .max)
    let crowded = try graph(question, crowdsOf: 4)
    #expect(plain.crowds.isEmpty && crowded.crowds.sites.count >= 2)
    #expect(crowded.sitePositionCount < plain.sitePositionCount)
    #expect(crowded.crowds.joined.elements.count > crowded.crowds.sites.count)
    expectSame(plain, crowded, "all")
    expectCover(crowded, "all")
    let kinds: [ConflictGraph.Cause] = [
      .sameSite, [.sameSite, .spacing], [.sameSite, .industrySpacing], .spacing, .industrySpacing,
      [.spacing, .industrySpacing], [.sameSite, .spacing, .industrySpacing],
    ]
    for kept in kinds {
      let (one, other) = (plain.keeping(kept), crowded.keeping(kept))
      expectSame(one, other, "\(kept.rawValue)")
      expectCover(other, "\(kept.rawValue)")
      let twice = crowded.keeping([.sameSite, .industrySpacing]).keeping(kept)
      expectSame(plain.keeping([.sameSite, .industrySpacing]).keeping(kept), twice, "twice")
    }
    let columns = Array(stride(from: 0, to: plain.columnCount, by: 2))
    expectSame(plain.among(columns), crowded.among(columns), "among")
    expectCover(crowded.among(columns), "among")
    #expect(try graph(question, crowdsOf: 4, workers: 1) == crowded)
    #expect(try graph(question, crowdsOf: 4, workers: 7) == crowded)
  }

  @Test func `without spacing there are no crowds`() throws {
    let question = towns(seed: 1)
    let graph = try graph(question, spacing: 0, industrySpacing: 6000, crowdsOf: 2)
    #expect(graph.crowds.isEmpty)
  }

  @Test func `columns that exclude each other are told alike with and without crowds`() throws {
    let question = towns(seed: 3)
    let plain = try question.instance()
    for kept: ConflictGraph.Cause in [
      [.sameSite, .spacing, .industrySpacing], [.sameSite, .industrySpacing],
    ] {
      var (one, other) = (plain, plain)
      one.conflicts = try graph(question, crowdsOf: .max).keeping(kept)
      other.conflicts = try graph(question, crowdsOf: 4).keeping(kept)
      var random = SeededGenerator(seed: 5)
      var outcomes: [Bool: Int] = [:]
      for _ in 0..<400 {
        let share = random.unit()
        let columns = (0..<plain.columnCount).filter { column in
          question.proposals[column].site % 2 == 0 && random.unit() < share * share
        }
        let expected = one.excludeEachOther(columns)
        #expect(other.excludeEachOther(columns) == expected)
        outcomes[expected, default: 0] += 1
      }
      #expect(outcomes.count == 2)
    }
  }

  @Test(arguments: [UInt64](1...6))
  func `the best plan is the same with and without crowds`(seed: UInt64) throws {
    var question = towns(seed: seed)
    question.parameters.spacing = Metres(2500)
    question.parameters.industrySpacing = Metres(6000)
    question.parameters.towns.max = 4
    question.parameters.countyQuota.min = 1
    for number in 0..<30 {
      question.addResource(
        "\(number)", at: XY(500 * Double(number), 7000), weight: Double(number % 7))
    }
    question.parameters.coverage = [
      CoverageRule(
        category: "r", weight: 5, rings: CoverageRing.linear(radius: Metres(3000), steps: 3))
    ]
    let plain = try question.instance()
    var crowded = plain
    crowded.conflicts = try graph(question, crowdsOf: 4)
    let outcomes = try [plain, crowded].map { instance in
      try LayoutSearch(instance: instance, limits: SolverLimits(seconds: 60)).outcome()
    }
    #expect(outcomes.map(\.status) == [.optimal, .optimal])
    #expect(outcomes[0].plan?.objective == outcomes[1].plan?.objective)
  }

  private func crowd(of count: Int) -> LayoutCase {
    var question = LayoutCase()
    for number in 0..<count {
      question.add(
        "\(number)", at: XY(0, 0), scores: [("a", Double(number * 7919 % count) / 100)])
    }
    question.add("away", at: XY(40_000, 0), scores: [("a", 1)])
    question.addResource("r", at: XY(500, 0), weight: 3)
    question.parameters.coverage = [
      CoverageRule(
        category: "r", weight: 1, rings: [CoverageRing(radius: Metres(2000), share: Ratio(1))])
    ]
    question.parameters.towns.max = 10
    question.parameters.spacing = Metres(kilometres: 5)
    question.parameters.landQuota = SquareMetres(squareKilometres: 30)
    return question
  }

  @Test func `five thousand candidates at one point are proven in seconds`() throws {
    let question = crowd(of: 5000)
    let start = ContinuousClock.now
    let result = try question.result()
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(result.status == .optimal && !result.isCutByClock)
    // One clique, town count and land.
    #expect(result.rowCount == 3 && result.columnCount == 5001)
    #expect(abs(try #require(result.objective) - (49.99 + 3 + 1)) < 1e-9)
    #expect(result.chosen.count == 2)
    #expect(result.rejected.count == 4999 && result.rejected.allSatisfy { $0.reason == "spacing" })
  }

  @Test func `crowds side by side join, so that few of their pairs are listed`() throws {
    var random = SeededGenerator(seed: 3)
    var question = LayoutCase()
    let places = (0..<8).map { _ in XY(6000 * random.unit(), 6000 * random.unit()) }
    for number in 0..<800 {
      let place = places[number % 8]
      question.add(
        "\(number)", at: XY(place.x + 200 * random.unit(), place.y + 200 * random.unit()),
        scores: [("a", (1000 * random.unit()).rounded() / 10)])
    }
    question.add("away", at: XY(40_000, 0), scores: [("a", 1)])
    question.parameters.towns.max = 10
    question.parameters.spacing = Metres(kilometres: 5)
    let conflicts = try question.instance().conflicts
    // Of 638 400 places in lists of pairs.
    #expect(conflicts.crowds.sites.count >= 6 && conflicts.sitePositionCount < 200_000)
    let result = try question.result()
    #expect(result.status == .optimal && !result.isCutByClock)
    let pairs = try ConflictGraph(
      proposals: question.proposals, industryOfColumn: question.proposals.map { _ in 0 },
      columnsOfSite: conflicts.columnsOfSite, spacing: question.parameters.spacing,
      industrySpacing: .zero, crowdsOf: .max)
    #expect(
      result.chosen.allSatisfy { town in
        result.chosen.allSatisfy { !pairs.excludes(town, $0) }
      })
    // The best of the crowds and the lone one, or two crowds that lie apart.
    #expect(try #require(result.objective) >= 100)
  }

  @Test func `too many candidates at one point for what is asked are told with what would help`()
    throws
  {
    var question = crowd(of: 1500)
    question.parameters.towns.min = 3
    let start = ContinuousClock.now
    let (result, answers) = try question.sensitivity(.none)
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(result.status == .infeasible && !result.isCutByClock)
    #expect(result.contradicting.map(\.code) == ["towns.min", "spacing"])
    let advice = try #require(answers.advice)
    #expect(
      advice.least?.changes.map(\.text.english) == [
        "Lower the minimum of the city from 3 to 2 towns."
      ])
    #expect(advice.least?.status == .optimal)
    // Over a million pairs are not measured, so that no less is proven.
    #expect(!advice.isProven)
  }

  @Test func `spacings are left as they are when the time is up`() throws {
    let instance = try towns(seed: 2).instance()
    let spacings = try ElasticSpacings(instance, until: .now - .seconds(1))
    #expect(spacings.isLeftOut && spacings.pairs.isEmpty)
    #expect(try !ElasticSpacings(instance).isLeftOut)
  }
}
