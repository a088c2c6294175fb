import LandModel
import Testing
import Topology

/// Expected values worked by hand on squares and triangles.
struct OperationTests {
  let workspace = Workspace()

  @Test func `squares relate as they lie`() throws {
    let base = try Shape(.polygon(rings: [square(0, 0)]), in: workspace)
    let beside = try Shape(.polygon(rings: [square(10, 0)]), in: workspace)
    let across = try Shape(.polygon(rings: [square(5, 5)]), in: workspace)
    let inside = try Shape(.polygon(rings: [square(0, 2, side: 3)]), in: workspace)
    let apart = try Shape(.polygon(rings: [square(30, 40)]), in: workspace)
    #expect(try base.meets(beside) && base.touches(beside) && !base.overlapsInterior(beside))
    #expect(try base.overlapsInterior(across) && !base.touches(across) && !base.covers(across))
    #expect(try base.covers(inside) && base.contains(inside) && base.overlapsInterior(inside))
    #expect(try !base.meets(apart))
    #expect(try base.distance(to: apart).value == (20.0 * 20 + 30 * 30).squareRoot())
    #expect(try base.isWithin(Metres(36.06), of: apart) && !base.isWithin(Metres(36), of: apart))
    let line = try Shape(.line([XY(-5, 5), XY(15, 5)]), in: workspace)
    #expect(try line.crosses(base))
  }

  @Test func `a prepared shape answers as a plain one`() throws {
    let prepared = try PreparedShape(Shape(frame, in: workspace))
    for (x, y, side) in [(0.0, 0.0, 10.0), (4, 4, 2), (10, 0, 5), (1, 1, 2), (8, 8, 5), (20, 0, 1)]
    {
      let other = try Shape(.polygon(rings: [square(x, y, side: side)]), in: workspace)
      #expect(try prepared.meets(other) == prepared.shape.meets(other))
      #expect(try prepared.covers(other) == prepared.shape.covers(other))
      #expect(try prepared.touches(other) == prepared.shape.touches(other))
      #expect(try prepared.distance(to: other) == prepared.shape.distance(to: other))
      #expect(
        try prepared.isWithin(Metres(10), of: other)
          == prepared.shape.isWithin(Metres(10), of: other))
    }
    let inner = try Shape(.polygon(rings: [square(1, 1, side: 2)]), in: workspace)
    let edge = try Shape(.polygon(rings: [square(0, 1, side: 2)]), in: workspace)
    #expect(try prepared.containsProperly(inner) && !prepared.containsProperly(edge))
  }

  @Test func `overlays have the areas of the drawing`() throws {
    let a = try Shape(.polygon(rings: [square(0, 0)]), in: workspace)
    let b = try Shape(.polygon(rings: [square(6, 6)]), in: workspace)
    #expect(try a.intersection(with: b).planarArea() == SquareMetres(16))
    #expect(try a.union(with: b).planarArea() == SquareMetres(184))
    #expect(try a.difference(from: b).planarArea() == SquareMetres(84))
    #expect(try a.symmetricDifference(from: b).planarArea() == SquareMetres(168))
    let box = BoundingBox(minX: 5, minY: -5, maxX: 20, maxY: 5)
    #expect(try a.clipped(to: box).planarArea() == SquareMetres(25))
  }

  @Test func `a column is united whole or by rows`() throws {
    let column = GeometryColumn(
      [square(0, 0), square(10, 0), square(5, 0)].map {
        Geometry.polygon(rings: [$0])
      })
    let all = try Shape.unaryUnion(of: column, in: workspace)
    #expect(try all.planarArea() == SquareMetres(200) && all.geometry().partCount == 1)
    let first = try Shape.unaryUnion(of: column, rows: [0, 2], in: workspace)
    #expect(try first.planarArea() == SquareMetres(150))
    let coverage = try Shape.coverageUnion(of: column, rows: [0, 1], in: workspace)
    #expect(try coverage.geometry().ringEnds.count == 1)
    #expect(try coverage.planarArea() == SquareMetres(200))
    #expect(try Shape.unaryUnion(of: column, rows: [], in: workspace).isEmpty)
  }

  @Test func `a fault names its reason and its place, and repair removes it`() throws {
    let shape = try Shape(bowTie, in: workspace)
    #expect(try !shape.isValid())
    let fault = try #require(try shape.validityFault())
    #expect(fault.reason == "Self-intersection" && fault.place == XY(1, 1))
    let repaired = try shape.madeValid()
    #expect(try repaired.validityFault() == nil)
    #expect(try repaired.planarArea() == SquareMetres(2))
  }

  @Test func `a hole closed by one touch passes only where it is allowed`() throws {
    let pinched = Geometry.polygon(rings: [
      [
        XY(0, 0), XY(10, 0), XY(10, 10), XY(0, 10), XY(0, 0), XY(3, 5), XY(5, 3), XY(0, 0),
      ]
    ])
    let shape = try Shape(pinched, in: workspace)
    #expect(try shape.validityFault()?.reason == "Ring Self-intersection")
    #expect(try shape.validityFault(allowingRingsToFormHoles: true) == nil)
  }

  @Test func `measures fit the figures`() throws {
    let shape = try Shape(frame, in: workspace)
    #expect(try shape.planarArea() == SquareMetres(96) && shape.length() == Metres(48))
    let bar = try Shape(
      .polygon(rings: [[XY(0, 0), XY(100, 0), XY(100, 3), XY(0, 3), XY(0, 0)]]), in: workspace)
    let circle = try #require(try bar.largestInscribedCircle(tolerance: Metres(0.01)))
    #expect(abs(circle.radius.value - 1.5) <= 0.01)
    let line = try Shape(.line([XY(0, 0), XY(9, 0)]), in: workspace)
    #expect(try line.largestInscribedCircle(tolerance: Metres(0.01)) == nil)
    let apart = try Shape(.polygon(rings: [square(13, 0)]), in: workspace)
    let nearest = try #require(try shape.nearestPositions(to: apart))
    #expect(nearest.here.x == 10 && nearest.there.x == 13)
    let empty = try Shape(Geometry.null, in: workspace)
    #expect(try shape.nearestPositions(to: empty) == nil)
    #expect(try shape.distance(to: empty) == Metres(.infinity))
    #expect(try PreparedShape(shape.copy()).distance(to: empty) == Metres(.infinity))
  }

  @Test func `constructions fit the figures`() throws {
    let shape = try Shape(frame, in: workspace)
    #expect(try shape.boundary().lines().partCount == 2)
    #expect(try shape.convexHull().planarArea() == SquareMetres(100))
    #expect(abs(try shape.minimumRotatedRectangle().planarArea().value - 100) < 1e-9)
    #expect(try shape.covers(shape.pointOnSurface()))
    let mitred = try shape.buffered(by: Metres(1), join: .mitre)
    #expect(abs(try mitred.planarArea().value - 144) < 1e-9)
    #expect(try shape.buffered(by: Metres(-4.5)).isEmpty)
    let wavy = try Shape(
      .polygon(rings: [[XY(0, 0), XY(5, 0.01), XY(10, 0), XY(10, 9), XY(0, 9), XY(0, 0)]]),
      in: workspace)
    #expect(try wavy.simplified(preservingTopology: Metres(0.1)).geometry().positions.count == 5)
    let turned = try Shape(.polygon(rings: [square(0, 0).reversed()]), in: workspace)
    let straight = try Shape(.polygon(rings: [square(0, 0)]), in: workspace)
    #expect(try turned.normalized().geometry() == straight.normalized().geometry())
  }

  @Test func `lines close polygons and points share out a box`() throws {
    let lines = Geometry.multiLine([
      [XY(0, 0), XY(4, 0), XY(4, 4), XY(0, 4), XY(0, 0)], [XY(2, -1), XY(2, 5)],
    ])
    let noded = try Shape(lines, in: workspace).unaryUnion()
    #expect(try Shape.polygonized(noded).polygons().partCount == 2)
    let sites = Geometry(
      kind: .point, positions: [XY(2, 5), XY(8, 5)], ringEnds: [1, 2], partEnds: [1, 2])
    let box = BoundingBox(minX: 0, minY: 0, maxX: 10, maxY: 10)
    let cells = try Shape.voronoiCells(of: Shape(sites, in: workspace), within: box)
    #expect(try cells.polygons().partCount == 2)
    let first = try Shape(.polygon(rings: [square(0, 0)]), in: workspace)
    #expect(try cells.unaryUnion().covers(first))
  }
}
