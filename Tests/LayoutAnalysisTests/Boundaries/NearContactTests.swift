import Foundation
import LandModel
import Testing

@testable import LayoutAnalysis

struct NearContactTests {
  /// Every vertex against every edge that is not its own and not within the way left out.
  private func contacts(_ ring: [XY], tolerance: Double) -> Int {
    let stored = ring + ring.prefix(1)
    let column = GeometryColumn([.polygon(rings: [stored])])
    return NearContacts(EdgeBlocks(column, row: 0), row: 0, tolerance: tolerance).contacts.count
  }

  @Test func `vertices near far edges are found wherever they are, and touches are not`() {
    // A comb whose teeth end on, just off, or farther from a line.
    func comb(_ gaps: [Double]) -> [XY] {
      let teeth = gaps.enumerated().flatMap { index, gap in
        let x = 100 - 10 * Double(index)
        return [XY(x, 50), XY(x - 5, gap)]
      }
      return [XY(0, 0), XY(100, 0)] + teeth + [XY(0, 50)]
    }
    #expect(contacts(comb([0.5, 0.3, 0.0004]), tolerance: 0.001) == 1)
    #expect(contacts(comb([0.0002, 0.3, 0.0004]), tolerance: 0.001) == 2)
    #expect(contacts(comb([0.001, 0.002, 0.0011]), tolerance: 0.001) == 0, "at the limit is apart")
    #expect(contacts(comb([0, 1e-7, 0.3]), tolerance: 0.001) == 0, "that is a touch")
  }

  @Test func `a sharp tip or a repeated vertex is no contact`() {
    #expect(contacts([XY(0, 0), XY(60, 0), XY(0, 0.5)], tolerance: 0.001) == 0)
    #expect(
      contacts([XY(0, 0), XY(60, 0), XY(60, 0.0004), XY(60, 60), XY(0, 60)], tolerance: 0.001) == 0)
  }
}
