import Foundation
import LandModel
import Testing
import Topology

@testable import LayoutAnalysis

struct StarProofTests {
  private func holds(_ ring: [XY]) -> Bool {
    StarProof.holds(ring, ring.indices, greatestOrdinate: 1e300)
  }

  private func ring(_ corners: [(Double, Double)]) -> [XY] {
    (corners + [corners[0]]).map { XY($0.0, $0.1) }
  }

  @Test func `a ring seen whole from its middle is proven, either way round and far away`() {
    let square = ring([(0, 0), (4, 0), (4, 4), (0, 4)])
    let lobed = ring([(0, 0), (5, 4), (10, 0), (6, 5), (10, 10), (5, 6), (0, 10), (4, 5)])
    for shape in [square, lobed, ring([(0, 0), (1, 0), (0, 1)])] {
      #expect(holds(shape) && holds(shape.reversed()))
      #expect(holds(shape.map { XY($0.x + 38_500_000, $0.y + 2_850_000) }))
    }
  }

  @Test(arguments: [
    // Twice round: every edge turns left.
    [(0.0, 10.0), (-6, -8), (9.5, 3), (-9.5, 3), (6, -8)],
    // A bow tie, a U, a spike, a vertex given twice, one on the way back, and no area at all.
    [(0, 0), (4, 4), (4, 0), (0, 4)],
    [(0, 0), (9, 0), (9, 9), (7, 9), (7, 1), (2, 1), (2, 9), (0, 9)],
    [(0, 0), (4, 0), (4, 4), (9, 4), (4, 4), (0, 4)],
    [(0, 0), (4, 0), (4, 0), (4, 4), (0, 4)],
    [(0, 0), (1, 1), (2, 2), (3, 3)],
    [(.nan, 0), (4, 0), (4, 4), (0, 4)], [(.infinity, 0), (4, 0), (4, 4), (0, 4)],
  ])
  func `what is not is left to the other proof`(corners: [(Double, Double)]) {
    #expect(!holds(ring(corners)) && !holds(ring(corners).reversed()))
  }

  @Test func `an open ring, too few positions and too large ones are not proven`() {
    let square = ring([(0, 0), (4, 0), (4, 4), (0, 4)])
    #expect(!holds(Array(square.dropLast())))
    #expect(!holds([XY(0, 0), XY(1, 0), XY(0, 0)]))
    #expect(!StarProof.holds(square, square.indices, greatestOrdinate: 3))
  }

  @Test func `whatever is proven is simple by GEOS`() throws {
    var random = SeededGenerator(seed: 21)
    let workspace = Workspace()
    var proven = 0
    for _ in 0..<4000 {
      // Few corners on a small lattice: many touch, cross or repeat.
      let corners = 3 + Int(random.next() % 6)
      var shape = (0..<corners).map { _ in
        XY(Double(random.next() % 5), Double(random.next() % 5))
      }
      shape.append(shape[0])
      guard holds(shape) else { continue }
      proven += 1
      #expect(try Shape(.polygon(rings: [shape]), in: workspace).isValid())
    }
    #expect(proven > 400)
  }
}
