import LandModel
import LayoutAnalysis
import Testing
import Topology

/// Proposed boundaries whose areas are worked by hand on squares, and what must hold for any town.
struct CompliantBoundariesTests {
  typealias S = RedLineSamples

  private func proposals(
    _ towns: CheckedLayer, _ constraints: [Constraint], fields: TownFields = TownFields(),
    neck: Double = 20, workers: Int? = nil
  ) throws -> [CompliantBoundary] {
    let check = try RedLineCheck().result(
      towns: towns, constraints: constraints, fields: fields, workers: workers)
    var parameters = CompliantParameters()
    parameters.neckWidth = Metres(neck)
    return try CompliantBoundaries(parameters: parameters).result(
      for: towns, check: check, workers: workers)
  }

  private func proposal(
    _ town: [XY], _ closed: [[XY]], _ rule: ConstraintRule = .forbid, neck: Double = 20
  ) throws -> CompliantBoundary {
    try #require(
      try proposals(
        S.layer("town", rings: [town]), [S.constraint(S.layer("line", rings: closed), rule)],
        neck: neck
      ).first)
  }

  /// What a circle of 10 m in a square reaches into an opening 10 m wide: a segment of 60°.
  private static let mouth = 50 * (.pi / 3 - 3.0.squareRoot() / 2)

  /// One valid polygon whose land lies in the town and shares none with what is closed.
  private func requireSound(
    _ proposal: CompliantBoundary, in town: Geometry, outside closed: GeometryColumn
  ) throws {
    let workspace = Workspace()
    let shape = try Shape(proposal.geometry, in: workspace)
    #expect(try shape.isValid() && proposal.geometry.partCount == 1)
    let beyond = try shape.difference(from: Shape(town, in: workspace)).planarArea()
    #expect(beyond < SquareMetres(1e-4))
    let taken = try shape.intersection(with: Shape.unaryUnion(of: closed, in: workspace))
      .planarArea()
    #expect(taken < SquareMetres(1e-4))
    #expect(abs((proposal.lostToRules + proposal.lostToCleaning - proposal.lost).value) < 1e-6)
  }

  @Test func `a bite is taken off and every other vertex stays`() throws {
    let town = S.square(0, 0, 2000)
    let found = try proposal(town, [S.rectangle(1900, 500, 500, 200)])
    #expect(found.outcome == .proposed && found.planarArea == SquareMetres(4_000_000 - 20_000))
    #expect(found.lostToCleaning.value < 1e-6 && found.narrowPieceCount == 0)
    #expect(town.allSatisfy { corner in found.geometry.positions.contains(corner) })
    #expect(found.holeCount == 0 && found.leftOut.isEmpty && found.remarks.isEmpty)
  }

  @Test func `a town that breaks no rule keeps its boundary, necks and all`() throws {
    let town = S.square(0, 0, 1000)
    for closed in [S.square(1000, 0, 100), S.rectangle(999.99, 100, 50, 500)] {
      let found = try proposal(town, [closed])
      #expect(found.outcome == .unchanged && found.geometry.positions == town)
      #expect(found.lost == .zero)
    }
  }

  @Test func `a wholly forbidden town has no boundary and says so`() throws {
    let found = try proposal(S.square(0, 0, 1000), [S.square(-10, -10, 2000)])
    #expect(found.outcome == .allForbidden && found.geometry == .null && !found.isPresent)
    #expect(found.lost == found.townEllipsoidalArea && found.lostToCleaning == .zero)
    #expect(!found.remarks.isEmpty)
  }

  @Test func `land that is left in strips is too narrow, at the width it is wide enough`() throws {
    // A strip of 19.99 m along the western side is left, then one of 20.01 m.
    let narrow = try proposal(S.square(0, 0, 1000), [S.rectangle(19.99, -10, 2000, 2000)])
    #expect(narrow.outcome == .tooNarrow && narrow.lostToCleaning > SquareMetres(19_900))
    let wide = try proposal(S.square(0, 0, 1000), [S.rectangle(20.01, -10, 2000, 2000)])
    #expect(wide.outcome == .proposed && abs(wide.planarArea.value - 20_010) < 1e-3)
  }

  @Test func `a neck narrower than the width is cut, and the smaller part left out`() throws {
    // A corridor 10 m wide and 200 m long joins a square of 1000 m and one of 800 m.
    let closed = [S.rectangle(1000, -10, 200, 505), S.rectangle(1000, 505, 200, 505)]
    let town = S.polygon([
      (0, 0), (2000, 0), (2000, 800), (1200, 800), (1200, 1000), (0, 1000), (0, 0),
    ])
    let found = try proposal(town, closed)
    #expect(found.outcome == .proposed && found.narrowPieceCount == 1)
    #expect(abs(found.planarArea.value - 1_000_000 - Self.mouth) < 0.1)
    #expect(found.leftOut.first.map { abs($0.value - 640_000) < 2010 } == true)
    #expect(found.remarks.contains { $0.english.contains("another part") })
    try requireSound(
      found, in: .polygon(rings: [town]),
      outside: GeometryColumn(closed.map { .polygon(rings: [$0]) }))
    let through = try proposal(town, closed, neck: 9.99)
    #expect(through.planarArea == SquareMetres(1_000_000 + 640_000 + 2000))
  }

  @Test func `parts that meet in a point are not one`() throws {
    let closed = [S.square(0, 500, 500), S.square(500, 0, 500)]
    for neck in [0.0, 20] {
      let found = try proposal(S.square(0, 0, 1000), closed, neck: neck)
      #expect(found.outcome == .proposed && found.geometry.partCount == 1)
      // Of equal parts the western one.
      #expect(
        abs(found.planarArea.value - 250_000) < 1 && found.geometry.boundingBox.minX == S.origin.x)
      #expect(found.leftOut.count == 1)
    }
  }

  @Test func `a town cut into equal halves keeps the western one`() throws {
    let found = try proposal(S.square(0, 0, 1000), [S.rectangle(450, -10, 100, 1100)])
    #expect(abs(found.planarArea.value - 450_000) < 1e-6)
    #expect(found.geometry.boundingBox.maxX == S.origin.x + 450)
    #expect(found.leftOut.count == 1 && found.remarks.count == 2)
  }

  @Test func `a forbidden ring leaves its island out, forbidden land inside becomes a hole`() throws
  {
    let ring = Geometry.polygon(rings: [S.square(600, 600, 800), S.square(700, 700, 600)])
    let towns = S.layer("town", rings: [S.square(0, 0, 2000)])
    let found = try proposals(towns, [S.constraint(S.layer("line", [ring]))])[0]
    #expect(found.planarArea == SquareMetres(4_000_000 - 640_000))
    #expect(found.holeCount == 1 && found.holeArea == SquareMetres(640_000))
    #expect(found.leftOut == [SquareMetres(360_000)])
    #expect(found.remarks.contains { $0.english.contains("hole") })
  }

  @Test func `a spike of land is cut off, a corner and a stub stay`() throws {
    // North of the square stand a spike 10 m wide and 100 m long and a stub 10 m wide and 30 m long.
    let town = S.polygon([
      (0, 0), (1000, 0), (1000, 1000), (710, 1000), (710, 1030), (700, 1030), (700, 1000),
      (310, 1000), (310, 1100), (300, 1100), (300, 1000), (0, 1000), (0, 0),
    ])
    let found = try proposal(town, [S.rectangle(900, -10, 200, 100)])
    #expect(found.narrowPieceCount == 1)
    #expect(found.geometry.boundingBox.maxY == S.origin.y + 1030)
    // 90 m × 100 m to the rule, the spike to cleaning.
    #expect(abs(found.planarArea.value - (1_000_000 + 300 - 9000 + Self.mouth)) < 0.1)
  }

  @Test func `setbacks, development boundaries and conditions take their land off`() throws {
    let town = S.layer("town", rings: [S.square(0, 0, 1000)], attributes: ["activity": ["5"]])
    let road = S.layer("road", rings: [S.rectangle(1005, -10, 10, 1100)])
    let near = try proposals(town, [S.constraint(road, .buffer(Metres(20)))])[0]
    #expect(abs(near.planarArea.value - 985_000) < 1e-3)
    let boundary = S.layer("boundary", rings: [S.rectangle(-10, -10, 810, 2000)])
    let inside = try proposals(town, [S.constraint(boundary, .inside)])[0]
    #expect(abs(inside.planarArea.value - 800_000) < 1e-3)
    let zones = S.layer(
      "zones", rings: [S.rectangle(900, 0, 100, 1000), S.rectangle(0, 900, 1000, 100)],
      attributes: ["zone": ["core", "outside"]])
    let rule = ConstraintRule.conditional(
      ConditionalRule(allowed: [.visitors], zoneField: "zone"))
    let allowed = try proposals(
      town, [S.constraint(zones, rule)], fields: TownFields(activity: "activity"))[0]
    #expect(abs(allowed.planarArea.value - 900_000) < 1e-3)
    let unstated = try proposals(town, [S.constraint(zones, rule)])[0]
    #expect(abs(unstated.planarArea.value - 810_000) < 1e-3)
  }

  @Test func `a limit takes no land off`() throws {
    let found = try proposal(
      S.square(0, 0, 1000), [S.rectangle(0, 0, 500, 1000)],
      .limit(share: Ratio(0.1), area: nil))
    #expect(found.outcome == .unchanged)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `any proposal is one valid polygon of allowed land, wide everywhere`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let closed = S.layer(
      "line",
      (0..<40).map { _ in
        S.star(
          &random, x: random.unit() * 6000, y: random.unit() * 6000,
          radius: 100 + random.unit() * 400, corners: [6, 20, 200][Int(random.next() % 3)])
      })
    let towns = S.layer(
      "town",
      (0..<30).map { _ in
        S.star(
          &random, x: random.unit() * 6000, y: random.unit() * 6000,
          radius: 300 + random.unit() * 800, corners: 5 + Int(random.next() % 40))
      })
    let constraints = [S.constraint(closed)]
    let found = try proposals(towns, constraints)
    #expect(found.contains { $0.outcome == .proposed })
    for (row, proposal) in found.enumerated() where proposal.outcome == .proposed {
      try requireSound(
        proposal, in: towns.geometry.geometry(ofRow: row), outside: closed.geometry)
      let again = try RedLineCheck().result(
        towns: S.layer("again", [proposal.geometry]), constraints: constraints)
      #expect(!again.results[0].isBreach)
      // No connection is narrower than 20 m: eroding by a hair less leaves one piece.
      let workspace = Workspace()
      let eroded = try Shape(proposal.geometry, in: workspace)
        .buffered(by: Metres(-9.9), quadrantSegments: 16).polygons()
      #expect(eroded.partCount == 1)
    }
    for workers in [1, 2, 7] {
      #expect(try proposals(towns, constraints, workers: workers) == found)
    }
  }
}
