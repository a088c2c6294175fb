import LandModel
import Optimization
import Testing

@testable import LayoutAnalysis

/// Conflicts between sites that offer several industries and sizes.
@Suite struct SiteConflictTests {
  /// Stars in up to three sizes for two industries at each site, out of order on purpose.
  private func towns(seed: UInt64, sites: Int = 24, width: Double = 14_000) -> LayoutCase {
    var random = SeededGenerator(seed: seed)
    var question = LayoutCase()
    for site in 0..<sites {
      let seed = XY(random.unit() * width, random.unit() * width)
      question.sites.append(
        Site(
          id: FeatureID("\(site)"), name: "\(site)", county: "c", countyName: "c", seed: seed,
          industries: ["a", "b"]))
      for industry in ["a", "b"] where random.unit() < 0.8 {
        let radii = (0..<9).map { _ in 0.6 + 0.8 * random.unit() }
        for size in 0..<(1 + Int(random.next() % 3)) {
          var blank = LayoutCase()
          blank.add("t", at: seed, scores: [(industry, 50)])
          let town = blank.proposals[0].with(
            boundary: star(seed, radii, radius: 400 + 300 * Double(size)))
          question.proposals.append(town.with(site: site))
        }
      }
    }
    question.proposals.shuffle(using: &random)
    return question
  }

  private func star(_ centre: XY, _ radii: [Double], radius: Double) -> Geometry {
    // Nine directions round the compass, none of them through trigonometry.
    let directions = [
      (1.0, 0.0), (0.77, 0.64), (0.17, 0.98), (-0.5, 0.87), (-0.94, 0.34), (-0.94, -0.34),
      (-0.5, -0.87), (0.17, -0.98), (0.77, -0.64),
    ]
    var ring = zip(directions, radii).map {
      XY(centre.x + radius * $1 * $0.0, centre.y + radius * $1 * $0.1)
    }
    ring.append(ring[0])
    return .polygon(rings: [ring])
  }

  private func graph(
    _ question: LayoutCase, spacing: Double, industrySpacing: Double, workers: Int? = nil
  ) throws -> ConflictGraph {
    try ConflictGraph(
      proposals: question.proposals,
      industryOfColumn: question.proposals.map { $0.industry == "a" ? 0 : 1 },
      columnsOfSite: Grouped(
        groupCount: question.sites.count,
        question.proposals.enumerated().map { (group: $1.site, element: $0) }),
      spacing: Metres(spacing), industrySpacing: Metres(industrySpacing), workers: workers)
  }

  private func expected(
    _ question: LayoutCase, _ left: Int, _ right: Int, _ spacing: Double, _ industrySpacing: Double
  ) -> ConflictGraph.Cause {
    let (one, other) = (question.proposals[left], question.proposals[right])
    if one.site == other.site { return .sameSite }
    let distance = EdgeDistance.between(one.boundary, other.boundary)
    var causes: ConflictGraph.Cause = []
    if distance < spacing { causes.insert(.spacing) }
    if one.industry == other.industry, industrySpacing > spacing, distance < industrySpacing {
      causes.insert(.industrySpacing)
    }
    return causes
  }

  @Test(arguments: [(1, 900.0, 2500.0), (2, 1500, 1500), (3, 200, 5000), (4, 2000, 0)])
  func `conflicts of sizes are those of edge-by-edge distances`(
    seed: UInt64, spacing: Double, industrySpacing: Double
  ) throws {
    let question = towns(seed: seed)
    let graph = try graph(question, spacing: spacing, industrySpacing: industrySpacing)
    var (pairs, tables) = (0, 0)
    for left in question.proposals.indices {
      for right in question.proposals.indices where left != right {
        let cause = graph.cause(left, right)
        let wanted = expected(question, left, right, spacing, industrySpacing)
        #expect(cause == wanted, "\(left)–\(right)")
        pairs += wanted.isEmpty ? 0 : 1
      }
      #expect(
        graph.edges(of: left).map(\.column)
          == question.proposals.indices.filter { $0 != left && graph.excludes(left, $0) })
    }
    for site in 0..<graph.siteCount {
      for position in graph.neighbours(of: site) {
        if case .some = graph.relation(at: position) { tables += 1 }
      }
    }
    #expect(pairs == graph.positionCount)
    #expect(tables > 10 && tables < graph.sitePositionCount)
  }

  @Test func `the graph of sizes is the same for any number of workers`() throws {
    let question = towns(seed: 9, sites: 120, width: 30_000)
    let one = try graph(question, spacing: 900, industrySpacing: 2500, workers: 1)
    for workers in [2, 7] {
      #expect(try graph(question, spacing: 900, industrySpacing: 2500, workers: workers) == one)
    }
  }

  @Test(arguments: [UInt64](1...6))
  func `cliques of sizes cover every pair, hold only pairs, and cannot grow`(seed: UInt64) throws {
    let graph = try graph(towns(seed: seed), spacing: 900, industrySpacing: 2500)
    let cover = CliqueCover(graph)
    #expect(cover.isComplete)
    let cliques = cover.cliques
    var covered: Set<[Int]> = []
    for number in 0..<cliques.count {
      let clique = Array(cliques[number])
      #expect(clique.count >= 2 && clique == clique.sorted())
      for (place, left) in clique.enumerated() {
        for right in clique[(place + 1)...] {
          #expect(graph.excludes(left, right))
          covered.insert([left, right])
        }
      }
      let joiner = (0..<graph.columnCount).first { column in
        !clique.contains(column) && clique.allSatisfy { graph.excludes($0, column) }
      }
      #expect(joiner == nil)
    }
    #expect(covered.count == graph.positionCount / 2)
    #expect(cliques.count < covered.count / 5)
  }

  @Test func `parts of the graph have their pairs and causes`() throws {
    let graph = try graph(towns(seed: 5), spacing: 900, industrySpacing: 2500)
    let columns = Array(stride(from: 0, to: graph.columnCount, by: 2))
    let part = graph.among(columns)
    for (left, column) in columns.enumerated() {
      for (right, other) in columns.enumerated() {
        #expect(part.cause(left, right) == graph.cause(column, other))
      }
    }
    let kinds: [ConflictGraph.Cause] = [
      .sameSite, [.sameSite, .spacing], [.sameSite, .industrySpacing], .spacing,
      [.sameSite, .spacing, .industrySpacing],
    ]
    for kept in kinds {
      let part = graph.keeping(kept)
      for left in 0..<graph.columnCount {
        for right in 0..<graph.columnCount {
          let isKept = !graph.cause(left, right).isDisjoint(with: kept)
          #expect(part.excludes(left, right) == isKept, "\(left)–\(right) \(kept.rawValue)")
        }
      }
    }
  }

  @Test func `a clock that has run out leaves graph and cliques incomplete`() throws {
    let question = towns(seed: 1)
    let past = ContinuousClock.now - .seconds(1)
    let graph = try graph(question, spacing: 900, industrySpacing: 2500)
    #expect(graph.isComplete)
    #expect(!CliqueCover(graph, until: past).isComplete)
    let instance = try LayoutInstance(
      parameters: question.parameters, delimitation: question.delimitation, resources: [],
      counties: [], until: past)
    #expect(!instance.conflicts.isComplete)
    var late = question
    late.parameters.timeLimit = .nanoseconds(1)
    let result = try late.result()
    #expect(result.status == .unknown && result.isCutByClock)
    let search = LayoutSearch(
      instance: try question.instance(), limits: SolverLimits(seconds: 60), deadline: past)
    for outcome in [try search.outcome(), try search.outcomeOfWholeProgram()] {
      #expect(outcome.isCutByClock && outcome.status != .optimal)
    }
  }
}

extension TownProposal {
  /// The same proposal at another site.
  func with(site: Int) -> TownProposal {
    TownProposal(
      site: site, industry: industry, boundary: boundary, planarArea: planarArea,
      ellipsoidalArea: ellipsoidalArea, constructionBoundary: constructionBoundary,
      constructionArea: constructionArea, cellCount: cellCount, score: score, factors: factors,
      compactness: compactness, reach: reach, objective: objective, bound: bound, gap: gap,
      shortfall: shortfall, sizeClass: sizeClass)
  }
}
