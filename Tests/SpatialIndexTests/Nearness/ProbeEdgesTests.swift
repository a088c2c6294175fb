import LandModel
import SpatialIndex
import TestSupport
import Testing

/// The loops in C, each against a plain loop in Swift.
struct ProbeEdgesTests {
  /// A saw of many teeth round a square: several pieces of blocks.
  private var saw: Geometry {
    var ring: [XY] = []
    for side in 0..<4 {
      for step in 0..<200 {
        let along = Double(step) * 5
        let deep = step % 2 == 0 ? 0.0 : 40
        ring.append(
          [
            XY(along, deep), XY(1000 - deep, along), XY(1000 - along, 1000 - deep),
            XY(deep, 1000 - along),
          ][side])
      }
    }
    return .polygon(rings: [ring + [ring[0]], square(at: XY(500, 500), side: 200)])
  }

  private func square(at corner: XY, side: Double) -> [XY] {
    [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
      XY(corner.x + side * $0.0, corner.y + side * $0.1)
    }
  }

  private func places(_ count: Int, seed: UInt64, side: Double = 1600) -> [XY] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      XY(side * random.unit() - side / 4, side * random.unit() - side / 4)
    }
  }

  @Test func `a position's distance and side are those of the loop over all edges`() {
    var shapes = SeededShapes(seed: 3, size: 200)
    var column = shapes.column(28)
    column.append(saw)
    var probe = ProbeEdges()
    for row in 0..<column.count {
      probe.load(row: row, of: column)
      #expect(probe.box == column.boundingBox(ofRow: row))
      for place in places(60, seed: UInt64(row)) {
        let plain = PlainDistance.edges(row, of: column).map {
          PlainDistance.from(place, $0.0, $0.1)
        }.min()
        let square = probe.squaredDistance(from: place)
        #expect(abs(square.squareRoot() - (plain ?? .infinity)) < 1e-9)
        #expect(probe.contains(place) == column.contains(place, inRow: row))
      }
    }
  }

  @Test func `what is at a bound is told and what is beyond it stays beyond it`() {
    let probe = ProbeEdges(row: 0, of: GeometryColumn([saw]))
    for place in places(200, seed: 8) {
      let square = probe.squaredDistance(from: place)
      #expect(probe.squaredDistance(from: place, bound: square) == square)
      #expect(probe.squaredDistance(from: place, bound: square.nextDown) > square.nextDown)
      let hasty = probe.squaredDistance(from: place, enough: square * 2)
      #expect(hasty >= square && hasty <= square * 2)
    }
  }

  @Test func `a row without geometry is near nothing`() {
    let probe = ProbeEdges(row: 0, of: GeometryColumn([Geometry.null]))
    #expect(probe.box.isEmpty)
    #expect(probe.squaredDistance(from: XY(0, 0)) == .infinity)
    #expect(!probe.contains(XY(0, 0)))
  }

  @Test func `a vertex at the height of a position is passed once`() {
    let diamond = Geometry.polygon(rings: [[XY(2, 0), XY(4, 2), XY(2, 4), XY(0, 2), XY(2, 0)]])
    let probe = ProbeEdges(row: 0, of: GeometryColumn([diamond]))
    #expect(probe.contains(XY(1, 2)) && probe.contains(XY(3, 2)))
    #expect(!probe.contains(XY(-1, 2)) && !probe.contains(XY(5, 2)) && !probe.contains(XY(1, 0)))
  }

  @Test func `beside a side along an axis the distance is exact, and on a slanted one it is zero`()
  {
    for side in [3, 7, 11, 333.25] as [Double] {
      let square = Geometry.polygon(rings: [square(at: XY(38_500_000, 2_800_000), side: side)])
      let probe = ProbeEdges(row: 0, of: GeometryColumn([square]))
      for step in 1...20 {
        let along = side * Double(step) / 21
        let place = XY(38_500_000 + along, 2_800_000 - 1000)
        #expect(probe.squaredDistance(from: place) == 1_000_000)
      }
    }
    let line = Geometry.line([XY(0, 0), XY(21, 7), XY(24, 8)])
    let probe = ProbeEdges(row: 0, of: GeometryColumn([line]))
    for step in 0...8 {
      #expect(probe.squaredDistance(from: XY(3 * Double(step), Double(step))) == 0)
    }
  }
}
