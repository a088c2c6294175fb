import LandModel
import SpatialIndex
import TestSupport
import Testing

struct FeatureIndexTests {
  /// The nearest row by every pair, the first of equals.
  private func plain(
    _ row: Int, of column: GeometryColumn, among others: GeometryColumn
  ) -> (row: Int, distance: Double) {
    var best = (row: -1, distance: Double.infinity)
    for other in 0..<others.count {
      let distance = PlainDistance.between(row, of: column, other, of: others)
      if distance < best.distance { best = (other, distance) }
    }
    return best
  }

  /// Compares all rows of one column with the plain answer on another.
  private func compare(_ towns: GeometryColumn, _ features: GeometryColumn, exactly: Bool) {
    let index = FeatureIndex(features)
    var (probe, scratch) = (ProbeEdges(), NearnessScratch())
    for row in 0..<towns.count {
      probe.load(row: row, of: towns)
      let found = index.nearest(to: probe, positions: towns.positions, scratch: &scratch)
      let expected = plain(row, of: towns, among: features)
      guard let found else {
        #expect(expected.row == -1)
        continue
      }
      #expect(abs(found.distance - expected.distance) < 1e-9)
      // Where distances are whole numbers, equal ones are equal to the bit, and the first row counts.
      if exactly || expected.distance == 0 { #expect(found.row == expected.row) }
      #expect(
        abs(PlainDistance.between(row, of: towns, found.row, of: features) - found.distance) < 1e-9)
      checkPair(found, row, towns, features)
    }
  }

  /// The pair's positions lie on the two, as far apart as told.
  private func checkPair(
    _ found: NearestFeature, _ row: Int, _ towns: GeometryColumn, _ features: GeometryColumn
  ) {
    #expect(abs(found.from.distance(to: found.to) - found.distance) < 1e-9)
    for (place, column, row) in [(found.from, towns, row), (found.to, features, found.row)] {
      let point = GeometryColumn([.point(place)])
      #expect(PlainDistance.between(0, of: point, row, of: column) < 1e-7)
    }
  }

  @Test(arguments: SeededShapes.Kind.allCases)
  func `the nearest feature of any kind is that of the loop over all pairs`(
    kind: SeededShapes.Kind
  ) {
    var shapes = SeededShapes(seed: 11)
    let towns = shapes.column(14, of: [kind])
    compare(towns, shapes.column(28), exactly: false)
    for other in SeededShapes.Kind.allCases {
      compare(towns, shapes.column(7, of: [other]), exactly: false)
    }
  }

  @Test func `of features equally near or touching on a lattice the first is named`() {
    for seed in 0..<5 as Range<UInt64> {
      var shapes = SeededShapes(seed: seed, side: 120, size: 20, lattice: 5)
      let features = shapes.column(40, of: [.point, .polygon, .line, .points])
      compare(shapes.column(16), features, exactly: false)
      let points = shapes.column(60, of: [.point])
      compare(shapes.column(40, of: [.point, .points]), points, exactly: true)
    }
  }

  @Test func `distances do not change forty thousand kilometres away`() {
    var near = SeededShapes(seed: 5, lattice: 0.125)
    var far = SeededShapes(seed: 5, origin: XY(40_000_000, 2_800_000), lattice: 0.125)
    let (own, others) = (near.column(40), near.column(60))
    let (ownFar, othersFar) = (far.column(40), far.column(60))
    let (index, indexFar) = (FeatureIndex(others), FeatureIndex(othersFar))
    var (probe, scratch) = (ProbeEdges(), NearnessScratch())
    for row in 0..<own.count {
      probe.load(row: row, of: own)
      let here = index.nearest(to: probe, positions: own.positions, scratch: &scratch)
      probe.load(row: row, of: ownFar)
      let there = indexFar.nearest(to: probe, positions: ownFar.positions, scratch: &scratch)
      #expect(here?.row == there?.row)
      #expect(abs((here?.distance ?? 0) - (there?.distance ?? 1)) < 1e-7)
    }
  }

  @Test func `a polygon inside another has distance zero and one in its hole has not`() {
    func square(_ low: Double, _ side: Double) -> [XY] {
      [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
        XY(low + side * Double($0.0), low + side * Double($0.1))
      }
    }
    let features = GeometryColumn([
      .polygon(rings: [square(0, 100), square(30, 40)]), .polygon(rings: [square(200, 10)]),
    ])
    let towns = GeometryColumn([
      .polygon(rings: [square(5, 10)]), .polygon(rings: [square(45, 10)]),
      .polygon(rings: [square(-50, 400)]), .polygon(rings: [square(100, 20)]), .null,
    ])
    let index = FeatureIndex(features)
    var scratch = NearnessScratch()
    let found = (0..<towns.count).map { row in
      index.nearest(
        to: ProbeEdges(row: row, of: towns), positions: towns.positions, scratch: &scratch)
    }
    #expect(found.map { $0?.distance } == [0, 15, 0, 0, nil])
    #expect(found.map { $0?.row } == [0, 0, 0, 0, nil])
    #expect(
      index.nearest(
        to: ProbeEdges(row: 1, of: towns), positions: towns.positions, within: 15,
        scratch: &scratch)?.row == 0)
    #expect(
      index.nearest(
        to: ProbeEdges(row: 1, of: towns), positions: towns.positions, within: 14.9,
        scratch: &scratch) == nil)
  }
}
