import LandModel
import SpatialIndex
import Testing

struct WindowEdgesTests {
  private static func square(_ x: Double, _ y: Double, _ side: Double) -> [XY] {
    [XY(x, y), XY(x + side, y), XY(x + side, y + side), XY(x, y + side), XY(x, y)]
  }

  /// The area that two geometries have in common, in the common part of their boxes.
  private func area(_ left: Geometry, _ right: Geometry) -> Double {
    let column = GeometryColumn([left, right])
    let turns = column.ringEnds.indices.map { ring in
      let isShell =
        column.parts(ofRow: 0).contains { column.rings(ofPart: $0).first == ring }
        || column.parts(ofRow: 1).contains { column.rings(ofPart: $0).first == ring }
      let area = PlanarMeasure.signedArea(ofRing: column.positions[column.range(ofRing: ring)])
      return (area > 0) == isShell
    }
    let (a, b) = (left.boundingBox, right.boundingBox)
    let window = BoundingBox(
      minX: max(a.minX, b.minX), minY: max(a.minY, b.minY), maxX: min(a.maxX, b.maxX),
      maxY: min(a.maxY, b.maxY))
    var (first, second) = (WindowEdges(), WindowEdges())
    first.load(row: 0, of: column, hasLandOnLeft: turns, window: window)
    second.load(row: 1, of: column, hasLandOnLeft: turns, window: window)
    let area = first.area(inCommonWith: second)
    #expect(abs(area - second.area(inCommonWith: first)) < 1e-9)
    return area
  }

  @Test func `squares share what their common box holds`() {
    let left = Geometry.polygon(rings: [Self.square(0, 0, 10)])
    #expect(abs(area(left, .polygon(rings: [Self.square(7, 6, 10)])) - 12) < 1e-9)
    #expect(abs(area(left, .polygon(rings: [Self.square(2, 2, 3)])) - 9) < 1e-9)
    #expect(abs(area(left, left) - 100) < 1e-9)
  }

  @Test func `squares that touch share nothing`() {
    let left = Geometry.polygon(rings: [Self.square(0, 0, 10)])
    #expect(abs(area(left, .polygon(rings: [Self.square(10, 3, 10)]))) < 1e-9)
    #expect(abs(area(left, .polygon(rings: [Self.square(10, 10, 10)]))) < 1e-9)
  }

  @Test func `a hole is no land, whichever way its ring runs`() {
    for hole in [Self.square(2, 2, 4), Self.square(2, 2, 4).reversed()] {
      let left = Geometry.polygon(rings: [Self.square(0, 0, 10), Array(hole)])
      #expect(abs(area(left, .polygon(rings: [Self.square(3, 3, 9)])) - (49 - 9)) < 1e-9)
    }
  }

  @Test func `slanting edges are cut at the window`() {
    // The diamond of radius 5 round (5, 5), and the square below and left of its centre.
    let diamond = Geometry.polygon(rings: [
      [XY(5, 0), XY(10, 5), XY(5, 10), XY(0, 5), XY(5, 0)]
    ])
    #expect(abs(area(diamond, .polygon(rings: [Self.square(-5, -5, 10)])) - 12.5) < 1e-9)
    #expect(abs(area(diamond, .polygon(rings: [Self.square(4, -5, 10)])) - 17) < 1e-9)
  }
}
