import Foundation
import LandModel
import Testing

@testable import SpatialIndex

/// Areas worked by hand, and properties that any area in common has; GEOS is asked in the red-line tests.
struct EdgeGridTests {
  private func overlap(_ a: Geometry, _ b: Geometry) -> Double {
    let column = GeometryColumn([b])
    var edges = PolygonEdges()
    edges.load(row: 0, of: GeometryColumn([a]))
    var window = EdgeWindow()
    return EdgeGrid(row: 0, of: column).overlapArea(with: &edges, in: column, window: &window)
  }

  private func square(_ x: Double, _ y: Double, _ side: Double) -> [XY] {
    [XY(x, y), XY(x + side, y), XY(x + side, y + side), XY(x, y + side), XY(x, y)]
  }

  /// A star with a seeded outline round a centre, and a hole when it has more than twenty corners.
  private func star(_ random: inout SeededGenerator, x: Double, y: Double, corners: Int) -> Geometry
  {
    func ring(_ from: Double, _ to: Double) -> [XY] {
      var ring = (0..<corners).map { corner in
        let (angle, radius) = (
          Double(corner) / Double(corners) * 2 * .pi, from + (to - from) * random.unit()
        )
        return XY(x + radius * cos(angle), y + radius * sin(angle))
      }
      ring.append(ring[0])
      return ring
    }
    let shell = ring(60, 100)
    return .polygon(rings: corners > 20 ? [shell, ring(20, 50)] : [shell])
  }

  @Test func `squares overlap as drawn`() {
    let base = Geometry.polygon(rings: [square(0, 0, 10)])
    #expect(overlap(base, .polygon(rings: [square(6, 6, 10)])) == 16)
    #expect(overlap(base, .polygon(rings: [square(10, 0, 10)])) == 0)
    #expect(overlap(base, .polygon(rings: [square(10, 10, 10)])) == 0)
    #expect(overlap(base, base) == 100)
    #expect(overlap(base, .polygon(rings: [square(2, 2, 3)])) == 9)
    #expect(overlap(.polygon(rings: [square(2, 2, 3)]), base) == 9)
    #expect(overlap(base, .polygon(rings: [square(-50, -50, 200)])) == 100)
  }

  @Test func `a hole is not in common, however it winds`() {
    let frame = Geometry.polygon(rings: [square(0, 0, 10), square(2, 2, 6)])
    let wound = Geometry.polygon(rings: [square(0, 0, 10).reversed(), square(2, 2, 6).reversed()])
    let inHole = Geometry.polygon(rings: [square(3, 3, 2)])
    let across = Geometry.polygon(rings: [square(-5, 3, 8)])
    for ring in [frame, wound] {
      #expect(overlap(inHole, ring) == 0)
      #expect(overlap(across, ring) == 16)
      #expect(overlap(ring, ring) == 64)
    }
  }

  @Test func `a comb of long slanting edges takes no more room than others, and has its areas`() {
    // Teeth 1000 m long and 0.1 m apart, slanting by half their length: each edge's box holds thousands.
    let teeth = 6000
    var ring: [XY] = []
    for tooth in 0..<teeth {
      let x = Double(tooth) * 0.1
      ring += [XY(x, 0), XY(x + 500, 1000), XY(x + 500.05, 1000), XY(x + 0.05, 0)]
    }
    ring += [XY(Double(teeth) * 0.1, -1), XY(0, -1), XY(0, 0)]
    let column = GeometryColumn([Geometry.polygon(rings: [ring])])
    let grid = EdgeGrid(row: 0, of: column)
    #expect(grid.entries.count < 32 * ring.count)
    // Half of the land between the teeth, in a window in their midst.
    let window = Geometry.polygon(rings: [square(500, 400, 20)])
    #expect(abs(overlap(window, column.geometry(ofRow: 0)) - 200) < 1)
  }

  @Test func `parts count together`() {
    let two = Geometry.multiPolygon([[square(0, 0, 4)], [square(6, 0, 4)]])
    #expect(overlap(.polygon(rings: [square(2, 0, 6)]), two) == 16)
    #expect(overlap(two, .polygon(rings: [square(2, 0, 6)])) == 16)
  }

  @Test(arguments: [4, 12, 40, 300])
  func `overlap is symmetric, stays when moved, and fills up to the whole`(corners: Int) {
    var random = SeededGenerator(seed: UInt64(corners))
    for _ in 0..<40 {
      let a = star(&random, x: 0, y: 0, corners: 30)
      let b = star(
        &random, x: random.unit() * 200 - 100, y: random.unit() * 200 - 100, corners: corners)
      let area = overlap(a, b)
      #expect(abs(area - overlap(b, a)) < 1e-9)
      let far = { (p: XY) in XY(p.x + 38_500_000, p.y + 2_800_000) }
      #expect(abs(area - overlap(a.mapPositions(far), b.mapPositions(far))) < 1e-3)
      // A frame with b cut out has the rest of a.
      let frame = Geometry.polygon(rings: [square(-500, -500, 1000), shellOf(b)])
      let solid = Geometry.polygon(rings: [shellOf(b)])
      let whole = PlanarMeasure.area(of: a).value
      #expect(abs(overlap(a, frame) + overlap(a, solid) - whole) < 1e-9)
    }
  }

  @Test func `the sum in vectors is that of the plain loop over all pairs of edges`() {
    var random = SeededGenerator(seed: 77)
    for _ in 0..<40 {
      let a = star(&random, x: 0, y: 0, corners: 31)
      let b = star(
        &random, x: random.unit() * 150 - 75, y: random.unit() * 150 - 75, corners: 18)
      #expect(abs(overlap(a, b) - plainSum(a, b)) < 1e-9)
    }
  }

  /// The area in common by its definition, above a line far below: no grid, no window, no vectors.
  private func plainSum(_ a: Geometry, _ b: Geometry) -> Double {
    var sum = 0.0
    for e in signedEdges(a) {
      for f in signedEdges(b) {
        let (low, high) = (max(e.from.x, f.from.x), min(e.to.x, f.to.x))
        guard low < high else { continue }
        func height(_ edge: (from: XY, to: XY, sign: Double), _ x: Double) -> Double {
          let slope = (edge.to.y - edge.from.y) / (edge.to.x - edge.from.x)
          return edge.from.y + 1000 + slope * (x - edge.from.x)
        }
        let (e0, e1) = (height(e, low), height(e, high))
        let (f0, f1) = (height(f, low), height(f, high))
        var integral = (min(e0, f0) + min(e1, f1)) / 2 * (high - low)
        if (e0 - f0) * (e1 - f1) < 0 {
          let share = (e0 - f0) / ((e0 - f0) - (e1 - f1))
          let middle = e0 + share * (e1 - e0)
          integral =
            ((min(e0, f0) + middle) * share + (middle + min(e1, f1)) * (1 - share)) / 2
            * (high - low)
        }
        sum += e.sign * f.sign * integral
      }
    }
    return sum
  }

  private func signedEdges(_ geometry: Geometry) -> [(from: XY, to: XY, sign: Double)] {
    geometry.ringEnds.indices.flatMap { ring in
      let range = geometry.range(ofRing: ring)
      let isAnticlockwise = PlanarMeasure.signedArea(ofRing: geometry.positions[range]) > 0
      let turn = isAnticlockwise == (ring == 0) ? 1.0 : -1.0
      return range.dropFirst().compactMap { index -> (from: XY, to: XY, sign: Double)? in
        let (p, q) = (geometry.positions[index - 1], geometry.positions[index])
        if p.x == q.x { return nil }
        return p.x < q.x ? (p, q, -turn) : (q, p, turn)
      }
    }
  }

  private func shellOf(_ geometry: Geometry) -> [XY] {
    Array(geometry.positions[geometry.range(ofRing: 0)])
  }
}
