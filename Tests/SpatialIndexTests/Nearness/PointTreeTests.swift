import LandModel
import SpatialIndex
import TestSupport
import Testing

struct PointTreeTests {
  private let distances = [0, 12.5, 50, 130, 400.0]

  private func positions(_ points: GeometryColumn) -> [XY] { points.positions }

  /// Counts and weights by every pair.
  private func plain(
    _ row: Int, of towns: GeometryColumn, _ points: GeometryColumn, _ weights: [Double]
  ) -> [PointSum] {
    let all = (0..<points.count).map { PlainDistance.between(row, of: towns, $0, of: points) }
    return distances.map { distance in
      let within = all.indices.filter { all[$0] <= distance }
      return PointSum(
        count: within.count, weight: within.reduce(0) { $0 + weights[$1] })
    }
  }

  @Test(arguments: SeededShapes.Kind.allCases)
  func `counts and weights within several distances are those of the loop over all pairs`(
    kind: SeededShapes.Kind
  ) {
    var shapes = SeededShapes(seed: 21)
    let points = shapes.column(250, of: [.point])
    // Whole numbers, so that sums do not depend on their order.
    let weights = (0..<points.count).map { Double($0 * 7919 % 31) }
    let tree = PointTree(points.positions, weights: weights)
    let towns = shapes.column(14, of: [kind])
    var scratch = NearnessScratch()
    for row in 0..<towns.count {
      let sums = tree.sums(
        within: distances, of: ProbeEdges(row: row, of: towns), scratch: &scratch)
      #expect(sums == plain(row, of: towns, points, weights))
    }
  }

  @Test func `a point exactly at a distance counts, and repeated points count each`() {
    for seed in 0..<4 as Range<UInt64> {
      var shapes = SeededShapes(seed: seed, side: 500, size: 50, lattice: 12.5)
      let points = shapes.column(200, of: [.point])
      let weights = Array(repeating: 1.0, count: 200)
      let tree = PointTree(points.positions, weights: weights)
      let towns = shapes.column(12, of: [.point, .points, .polygon, .polygonWithHole])
      var scratch = NearnessScratch()
      for row in 0..<towns.count {
        let sums = tree.sums(
          within: distances, of: ProbeEdges(row: row, of: towns), scratch: &scratch)
        #expect(sums == plain(row, of: towns, points, weights))
      }
    }
  }

  @Test func `points of one place and points far from all others are counted`() {
    var places = Array(repeating: XY(10, 10), count: 300)
    places += [XY(4e7, 2.8e6), XY(.nan, 0), XY(0, .infinity)]
    let tree = PointTree(places)
    #expect(tree.count == 301)
    let towns = GeometryColumn([.point(XY(10, 13)), .point(XY(4e7, 2.8e6 - 1)), .null])
    var scratch = NearnessScratch()
    func sums(_ row: Int, _ distances: [Double], of tree: PointTree) -> [Int] {
      let probe = ProbeEdges(row: row, of: towns)
      return tree.sums(within: distances, of: probe, scratch: &scratch).map(\.count)
    }
    #expect(sums(0, [2.999, 3, 1e9], of: tree) == [0, 300, 301])
    #expect(sums(1, [1], of: tree) == [1])
    #expect(sums(2, [1e9], of: tree) == [0])
    #expect(sums(0, [5], of: PointTree([])) == [0])
  }

  @Test(arguments: SeededShapes.Kind.allCases)
  func `the nearest point is the first of the nearest`(kind: SeededShapes.Kind) {
    for (seed, lattice) in [(1 as UInt64, nil), (2, 10 as Double?)] {
      var shapes = SeededShapes(seed: seed, side: 600, lattice: lattice)
      let points = shapes.column(120, of: [.point])
      let tree = PointTree(points.positions)
      let towns = shapes.column(14, of: [kind])
      var scratch = NearnessScratch()
      for row in 0..<towns.count {
        let probe = ProbeEdges(row: row, of: towns)
        let found = tree.nearest(to: probe, positions: towns.positions, scratch: &scratch)
        let all = (0..<points.count).map { PlainDistance.between(row, of: towns, $0, of: points) }
        let least = all.min() ?? .infinity
        #expect(abs((found?.distance ?? -1) - least) < 1e-9)
        if least == 0 { #expect(found?.row == all.firstIndex(of: 0)) }
        #expect(found.map { abs(all[$0.row] - least) < 1e-9 } == true)
        #expect(found.map { abs($0.from.distance(to: $0.to) - least) < 1e-9 } == true)
        #expect(
          tree.nearest(
            to: probe, positions: towns.positions, within: (found?.distance ?? 0) - 1,
            scratch: &scratch) == nil)
      }
    }
  }
}
