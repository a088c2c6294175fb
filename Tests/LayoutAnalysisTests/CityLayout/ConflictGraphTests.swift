import LandModel
import Testing

@testable import LayoutAnalysis

@Suite struct ConflictGraphTests {
  /// Star-shaped towns of 7 to 12 vertices on random places, two industries.
  private func towns(seed: UInt64, count: Int = 60) -> LayoutCase {
    var random = SeededGenerator(seed: seed)
    var question = LayoutCase()
    for number in 0..<count {
      let seed = XY(random.unit() * 30_000, random.unit() * 30_000)
      question.add("\(number)", at: seed, scores: [(number % 3 == 0 ? "a" : "b", 50)])
      let corners = 7 + Int(random.next() % 6)
      let directions = Self.directions(corners)
      var ring = directions.map { direction in
        let radius = 400 + 1200 * random.unit()
        return XY(seed.x + radius * direction.x, seed.y + radius * direction.y)
      }
      ring.append(ring[0])
      question.proposals[number] = question.proposals[number].with(
        boundary: .polygon(rings: [ring]))
    }
    return question
  }

  /// Directions round the compass, in order.
  private static func directions(_ count: Int) -> [XY] {
    // Points of a diamond, which wind once round the origin without any trigonometry.
    (0..<count).map { index in
      let turn = 4 * Double(index) / Double(count)
      let rest = turn - turn.rounded(.down)
      return switch Int(turn) {
      case 0: XY(1 - rest, rest)
      case 1: XY(-rest, 1 - rest)
      case 2: XY(rest - 1, -rest)
      default: XY(rest, rest - 1)
      }
    }
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

  @Test(arguments: [UInt64](1...5))
  func `conflicts are the pairs that edge-by-edge distances give`(seed: UInt64) throws {
    let question = towns(seed: seed)
    let graph = try graph(question, spacing: 1500, industrySpacing: 5000)
    var found = 0
    for left in question.proposals.indices {
      for right in question.proposals.indices where right != left {
        let distance = EdgeDistance.between(
          question.proposals[left].boundary, question.proposals[right].boundary)
        let isSame = question.proposals[left].industry == question.proposals[right].industry
        var expected: ConflictGraph.Cause = []
        if distance < 1500 { expected.insert(.spacing) }
        if isSame && distance < 5000 { expected.insert(.industrySpacing) }
        let cause = graph.cause(left, right)
        #expect(cause == expected, "\(left)–\(right): \(distance)")
        found += expected.isEmpty ? 0 : 1
      }
    }
    #expect(found > 50)
  }

  @Test func `the graph is the same for any number of workers`() throws {
    let question = towns(seed: 9, count: 200)
    let one = try graph(question, spacing: 1500, industrySpacing: 5000, workers: 1)
    #expect(one.positionCount > 100)
    for workers in [2, 7] {
      #expect(try graph(question, spacing: 1500, industrySpacing: 5000, workers: workers) == one)
    }
  }

  @Test func `the graph of some columns has their pairs and causes`() throws {
    let graph = try graph(towns(seed: 4), spacing: 1500, industrySpacing: 5000)
    let columns = Array(stride(from: 0, to: 60, by: 2))
    let part = graph.among(columns)
    #expect(part.columnCount == columns.count)
    for (left, column) in columns.enumerated() {
      for (right, other) in columns.enumerated() {
        #expect(part.cause(left, right) == graph.cause(column, other))
      }
    }
    #expect(part.positionCount > 20)
  }

  @Test func `a boundary inside another is no distance away`() throws {
    var question = LayoutCase()
    question.add("outer", at: XY(0, 0), scores: [("a", 1)], side: 9000)
    question.add("inner", at: XY(0, 0), scores: [("b", 1)], side: 100)
    #expect(try graph(question, spacing: 50, industrySpacing: 0).excludes(0, 1))
    #expect(try graph(question, spacing: 0, industrySpacing: 0).excludes(0, 1))
  }

  @Test(arguments: [UInt64](1...5))
  func `cliques cover every pair, hold only pairs, and cannot grow`(seed: UInt64) throws {
    let graph = try graph(towns(seed: seed), spacing: 3000, industrySpacing: 8000)
    let cover = CliqueCover(graph).cliques
    var covered: Set<[Int]> = []
    for number in 0..<cover.count {
      let clique = Array(cover[number])
      #expect(clique.count >= 2 && clique == clique.sorted())
      for left in clique {
        for right in clique where right > left {
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
    #expect(cover.count < covered.count / 2)
  }
}

/// Distance of two polygons by all pairs of edges; zero where edges cross.
enum EdgeDistance {
  static func between(_ left: Geometry, _ right: Geometry) -> Double {
    var least = Double.infinity
    for (a, b) in zip(left.positions, left.positions.dropFirst()) {
      for (c, d) in zip(right.positions, right.positions.dropFirst()) {
        if side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0 { return 0 }
        for (point, from, to) in [(a, c, d), (b, c, d), (c, a, b), (d, a, b)] {
          least = min(least, distance(point, from, to))
        }
      }
    }
    return least
  }

  private static func side(_ a: XY, _ b: XY, _ point: XY) -> Double {
    (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
  }

  private static func distance(_ point: XY, _ from: XY, _ to: XY) -> Double {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let along = ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy)
    let part = min(1, max(0, along))
    return point.distance(to: XY(from.x + part * dx, from.y + part * dy))
  }
}

extension TownProposal {
  /// The same proposal within another boundary.
  func with(boundary: Geometry) -> TownProposal {
    TownProposal(
      site: site, industry: industry, boundary: boundary, planarArea: planarArea,
      ellipsoidalArea: ellipsoidalArea, constructionBoundary: boundary,
      constructionArea: constructionArea, cellCount: cellCount, score: score, factors: factors,
      compactness: compactness, reach: reach, objective: objective, bound: bound, gap: gap,
      shortfall: shortfall)
  }
}
