import LandModel
import Testing

@testable import SpatialIndex

struct BoxBlocksTests {
  /// Positions on a small lattice, so that boxes often touch, with a gap now and then.
  private func positions(_ count: Int, _ random: inout SeededGenerator) -> ([XY], gaps: [Int]) {
    let positions = (0...count).map { _ in
      XY(Double(random.next() % 40), Double(random.next() % 40))
    }
    return (positions, (0..<count).filter { _ in random.next() % 7 == 0 })
  }

  private func box(_ index: Int, _ positions: [XY], _ gaps: [Int]) -> BoundingBox {
    var box = BoundingBox.empty
    guard !gaps.contains(index) else { return box }
    box.extend(to: positions[index])
    box.extend(to: positions[index + 1])
    return box
  }

  @Test(arguments: [0, 1, 7, 8, 63, 64, 65, 130, 200])
  func `the bits are those of a comparison box by box`(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    var blocks = BoxBlocks()
    var meetings = [UInt64](repeating: .max, count: BoxBlocks.size)
    // A second polygon, shorter than the first, uses the same room.
    for size in [count, count / 2] {
      let (positions, gaps) = positions(size, &random)
      blocks.fill(positions, count: positions.count, gaps: gaps[...])
      #expect(blocks.count == size)
      for first in 0..<blocks.blockCount {
        for second in first..<blocks.blockCount {
          let found = blocks.findMeetings(of: first, second, into: &meetings)
          for index in 0..<found {
            for other in 0..<64 where second * 64 + other < size {
              let (i, k) = (first * 64 + index, second * 64 + other)
              let wanted =
                k > i && box(i, positions, gaps).meets(box(k, positions, gaps))
              #expect((meetings[index] >> UInt64(other) & 1 == 1) == wanted, "\(i) \(k)")
            }
          }
        }
      }
    }
  }

  @Test func `the box of a block holds its boxes and nothing of the next`() {
    var blocks = BoxBlocks()
    let positions = (0...100).map { XY(Double($0), Double(-$0)) }
    blocks.fill(positions, count: positions.count, gaps: [63])
    #expect(blocks.blockCount == 2)
    #expect(blocks.box(ofBlock: 0) == BoundingBox(minX: 0, minY: -63, maxX: 63, maxY: 0))
    #expect(blocks.box(ofBlock: 1) == BoundingBox(minX: 64, minY: -100, maxX: 100, maxY: -64))
  }
}
