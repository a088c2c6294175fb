import LandModel
import LayoutAnalysis
import Testing
import Topology

/// Planar areas and distances worked by hand on squares.
struct RedLineCheckTests {
  typealias S = RedLineSamples

  private func results(
    _ towns: CheckedLayer, _ constraints: [Constraint],
    _ parameters: RedLineParameters = RedLineParameters()
  ) throws -> [ConstraintResult] {
    try RedLineCheck(parameters: parameters).result(towns: towns, constraints: constraints).results
  }

  private func result(
    _ town: [XY], _ rings: [[XY]], _ rule: ConstraintRule = .forbid
  ) throws -> ConstraintResult {
    let found = try results(
      S.layer("town", rings: [town]), [S.constraint(S.layer("line", rings: rings), rule)])
    return try #require(found.first)
  }

  @Test func `a town apart is clear, near or touches by its distance`() throws {
    let town = S.square(0, 0, 1000)
    let far = try result(town, [S.square(1600, 0, 100), S.square(1700, 1600, 10)])
    #expect(far.situation == .clear && far.nearestDistance == Metres(600) && !far.isBreach)
    #expect(far.featureIDs == ["line-0"] && far.pieces.isEmpty && far.width == nil)
    let atLimit = try result(town, [S.square(1500, 0, 100)])
    #expect(atLimit.situation == .near && atLimit.nearestDistance == Metres(500))
    let edge = try result(town, [S.square(1000, 200, 100)])
    #expect(edge.situation == .touches && edge.nearestDistance == .zero && edge.planarArea == .zero)
    let corner = try result(town, [S.square(1000, 1000, 100)])
    #expect(corner.situation == .touches && !corner.isBreach)
    let none = try result(town, [])
    #expect(none.situation == .clear && none.nearestDistance == nil && none.featureIDs.isEmpty)
  }

  @Test func `a shared side on eastings with a zone prefix is no encroachment`() throws {
    var random = SeededGenerator(seed: 38)
    for _ in 0..<200 {
      let (a, b) = (
        XY(38_059_000 + random.unit(), random.unit()),
        XY(38_059_000 + 900 * random.unit(), 2000 + random.unit())
      )
      let onSide = [0.2, 0.5, 0.7].map { XY(a.x + $0 * (b.x - a.x), a.y + $0 * (b.y - a.y)) }
      let shift = { (p: XY) in XY(p.x + S.origin.x, p.y + S.origin.y) }
      let town = [a, XY(a.x + 2000, a.y), b, a].map(shift)
      let line = ([a] + onSide + [b, XY(a.x - 2000, b.y), a]).map(shift)
      let found = try result(town, [line])
      #expect(found.situation != .encroaches && !found.isBreach)
    }
  }

  @Test func `an overlap has its area, share, width and piece`() throws {
    let found = try result(S.square(0, 0, 1000), [S.rectangle(900, 100, 500, 200)])
    #expect(found.situation == .encroaches && found.isBreach)
    #expect(abs(found.planarArea.value - 20_000) < 1e-6)
    #expect(abs(found.share.value - 0.02) < 1e-7)
    #expect(abs((found.width?.value ?? 0) - 100) < 6)
    #expect(found.pieces.count == 1 && found.pieces[0].featureIDs == ["line-0"])
    #expect(found.nearestDistance == .zero)
    let ellipsoid = EllipsoidalArea(grid: S.grid).area(of: found.pieces[0].geometry)
    // The formula takes an edge of a kilometre for another curve than its parts.
    #expect(abs(found.ellipsoidalArea.value / ellipsoid.value - 1) < 5e-9)
  }

  @Test func `features of one layer that overlap are counted once`() throws {
    let town = S.square(0, 0, 1000)
    let twice = try result(
      town, [S.square(800, 0, 400), S.square(800, 0, 400), S.square(900, 100, 50)])
    #expect(abs(twice.planarArea.value - 80_000) < 1e-6)
    #expect(twice.pieces.count == 1)
    #expect(twice.pieces[0].featureIDs == ["line-0", "line-1", "line-2"])
    let beside = try result(
      town, [S.square(800, 0, 100), S.square(900, 0, 100), S.square(0, 900, 10)])
    #expect(beside.pieces.map(\.featureIDs) == [["line-0", "line-1"], ["line-2"]])
    #expect(abs(beside.planarArea.value - 20_100) < 1e-6)
  }

  @Test func `a town inside, identical or in a hole is told without an overlay`() throws {
    let town = S.square(0, 0, 1000)
    for rings in [[S.square(-500, -500, 3000)], [town], [Array(town.reversed())]] {
      let inside = try result(town, rings)
      #expect(inside.situation == .encroaches && abs(inside.share.value - 1) < 1e-12)
      #expect(inside.pieces.count == 1 && inside.pieces[0].geometry.positions == town)
      #expect(inside.pieces[0].featureIDs == ["line-0"])
    }
    let frame = Geometry.polygon(rings: [S.square(-2000, -2000, 5000), S.square(-100, -100, 1200)])
    let hole = try results(
      S.layer("town", rings: [town]), [S.constraint(S.layer("line", [frame]))])
    #expect(hole[0].situation == .near && hole[0].nearestDistance == Metres(100))
  }

  @Test func `a strip is a sliver only while it is thin and small`() throws {
    let town = S.square(0, 0, 1000)
    let thin = try result(town, [S.rectangle(999.99, 100, 50, 500)])
    #expect(thin.situation == .sliver && !thin.isBreach)
    #expect(abs(thin.planarArea.value - 5) < 1e-4 && abs((thin.width?.value ?? 0) - 0.01) < 1e-4)
    let metreWide = try result(town, [S.rectangle(999, 100, 50, 100)])
    #expect(metreWide.situation == .encroaches && metreWide.isBreach)
    #expect(abs((metreWide.width?.value ?? 0) - 1) < 0.25)
    let long = try results(
      S.layer("town", rings: [S.rectangle(0, 0, 1000, 5000)]),
      [S.constraint(S.layer("line", rings: [S.rectangle(999.9, 0, 50, 5000)]))])
    #expect(long[0].situation == .encroaches)
    let speck = try result(town, [S.rectangle(999.9, 999.999_99, 50, 50)])
    #expect(speck.situation == .sliver && speck.planarArea >= SquareMetres(0.5e-6))
  }

  @Test func `a limit is broken above it and not at it`() throws {
    let town = S.square(0, 0, 1000)
    let line = [S.rectangle(900, 0, 500, 1000)]
    func isBreach(_ share: Double?, _ area: Double?) throws -> Bool {
      try result(
        town, line, .limit(share: share.map { Ratio($0) }, area: area.map { SquareMetres($0) })
      ).isBreach
    }
    #expect(try !isBreach(0.11, nil) && isBreach(0.09, nil))
    #expect(try !isBreach(nil, 100_000) && isBreach(nil, 99_000))
    #expect(try isBreach(0.11, 99_000) && !isBreach(nil, nil))
  }

  @Test func `a setback is kept at its distance and drawn where it is broken`() throws {
    let town = S.square(0, 0, 1000)
    let road = Geometry.line(
      [XY(1030, -5000), XY(1030, 5000)].map {
        XY($0.x + S.origin.x, $0.y + S.origin.y)
      })
    func near(_ metres: Double) throws -> ConstraintResult {
      try results(
        S.layer("town", rings: [town]),
        [S.constraint(S.layer("road", [road]), .buffer(Metres(metres)))]
      )[0]
    }
    let kept = try near(20)
    #expect(kept.situation == .near && !kept.isBreach && kept.nearestDistance == Metres(30))
    #expect(try near(30).situation == .touches && !near(30).isBreach)
    let broken = try near(50)
    #expect(broken.situation == .encroaches && broken.isBreach)
    #expect(abs(broken.planarArea.value - 20_000) < 1e-3 && broken.nearestDistance == Metres(30))
    #expect(broken.pieces.count == 1 && broken.featureIDs == ["road-0"])
  }

  @Test func `a point or line inside a town breaks a setback`() throws {
    let town = S.square(0, 0, 1000)
    let spring = Geometry.point(XY(S.origin.x + 500, S.origin.y + 500))
    let found = try results(
      S.layer("town", rings: [town]),
      [S.constraint(S.layer("spring", [spring]), .buffer(Metres(100)))])[0]
    #expect(found.isBreach && found.nearestDistance == .zero)
    // A circle drawn from inside with 64 edges: 0.16 % less than π r².
    #expect(abs(found.planarArea.value / (.pi * 10_000) - 1) < 0.002)
    let polygon = try result(town, [S.square(400, 400, 100)], .buffer(Metres(10)))
    #expect(polygon.isBreach && polygon.nearestDistance == .zero)
    #expect(abs(polygon.planarArea.value - (10_000 + 4000 + .pi * 100)) < 1)
  }

  @Test func `inside measures what lies outside the union`() throws {
    let town = S.square(0, 0, 1000)
    let held = try result(town, [S.square(-1, -1, 2000)], .inside)
    #expect(held.situation == .clear && !held.isBreach && held.planarArea == .zero)
    let halves = [S.rectangle(0, 0, 500, 1000), S.rectangle(500, 0, 500, 1000)]
    let joined = try result(town, halves, .inside)
    #expect(joined.situation == .clear && joined.featureIDs == ["line-0", "line-1"])
    let part = try result(town, [halves[0]], .inside)
    #expect(part.isBreach && abs(part.planarArea.value - 500_000) < 1e-6)
    #expect(part.pieces.count == 1 && part.pieces[0].featureIDs.isEmpty)
    let away = try result(town, [S.square(2000, 0, 10)], .inside)
    #expect(away.isBreach && abs(away.share.value - 1) < 1e-12)
    #expect(away.nearestDistance == Metres(1000))
    let none = try result(town, [], .inside)
    #expect(none.isBreach && none.nearestDistance == nil && none.featureIDs.isEmpty)
  }

  @Test func `results come by town and constraint, and pairs are counted by feature`() throws {
    let towns = S.layer("town", rings: [S.square(0, 0, 100), S.square(5000, 0, 100)])
    let first = S.layer("a", rings: [S.square(50, 50, 100), S.square(60, 60, 100)])
    let second = S.layer("b", rings: [S.square(5050, 0, 10)])
    let found = try RedLineCheck().result(
      towns: towns, constraints: [S.constraint(first), S.constraint(second)])
    #expect(found.townsChecked == 2 && found.overlappingPairs == 3)
    #expect(found.results.map(\.townID) == ["town-0", "town-0", "town-1", "town-1"])
    #expect(found.results.map(\.constraint) == ["a", "b", "a", "b"])
    #expect(found.results.map(\.isBreach) == [true, false, false, true])
    let empty = try RedLineCheck().result(towns: S.layer("none", rings: []), constraints: [])
    #expect(empty.results.isEmpty && empty.townsChecked == 0)
  }
}
