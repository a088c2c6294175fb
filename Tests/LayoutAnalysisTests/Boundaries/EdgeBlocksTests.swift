import Foundation
import LandModel
import Testing

@testable import LayoutAnalysis

struct EdgeBlocksTests {
  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  private static func box(_ positions: [XY], _ edge: Int) -> BoundingBox {
    var box = BoundingBox.empty
    box.extend(to: positions[edge])
    box.extend(to: positions[edge + 1])
    return box
  }

  /// A jagged ring of many vertices round a middle.
  private static func ring(_ count: Int, round middle: XY, _ random: inout SeededGenerator) -> [XY]
  {
    let ring = (0..<count).map { index in
      let angle = 2 * Double.pi * Double(index) / Double(count)
      let radius = 100 * (0.5 + 0.5 * random.unit())
      return XY(middle.x + radius * cos(angle), middle.y + radius * sin(angle))
    }
    return ring + ring.prefix(1)
  }

  /// With 60 and 30 edges the blocks are compared one by one, with 700 by a tree.
  @Test(arguments: [[9], [60, 30], [4, 700]], [0.0, 1, 25])
  func `the pairs found are those of comparing all boxes`(counts: [Int], distance: Double) {
    var random = SeededGenerator(seed: 4)
    let rings = counts.enumerated().map { Self.ring($1, round: XY(150 * Double($0), 0), &random) }
    let column = GeometryColumn([.point(XY(0, 0)), .polygon(rings: rings)])
    var wanted: Set<Pair> = []
    let edges = column.rings(ofRow: 1).flatMap { column.range(ofRing: $0).dropLast() }
    for first in edges {
      for second in edges where second > first {
        let ranges = column.rings(ofRow: 1).map { column.range(ofRing: $0).dropLast() }
        let isNeighbour = ranges.contains {
          $0.contains(first) && $0.contains(second)
            && (second == first + 1 || (first == $0.first && second == $0.last))
        }
        let boxes = [first, second].map { Self.box(column.positions, $0) }
        if !isNeighbour, boxes[0].expanded(by: distance).meets(boxes[1]) {
          wanted.insert(Pair(first: first, second: second))
        }
      }
    }
    var found: [Pair] = []
    EdgeBlocks(column, row: 1).forEachPair(within: distance) {
      found.append(Pair(first: min($0, $1), second: max($0, $1)))
    }
    #expect(Set(found) == wanted)
    #expect(found.count == wanted.count, "each once")
  }

  @Test func `the stretch nearer than a distance is what sampling finds`() {
    var random = SeededGenerator(seed: 8)
    func segment() -> Segment {
      Segment(
        start: XY(10 * random.unit(), 10 * random.unit()),
        end: XY(10 * random.unit(), 10 * random.unit()))
    }
    for _ in 0..<300 {
      let (left, right) = (segment(), segment())
      let distance = 4 * random.unit()
      let near = (0...500).map { Double($0) / 500 }.filter {
        let position = left.position(at: $0)
        return position.distance(to: right.position(at: right.share(nearest: position))) < distance
      }
      guard let stretch = left.stretch(nearerThan: distance, to: right) else {
        #expect(near.isEmpty)
        continue
      }
      guard let low = near.first, let high = near.last else {
        #expect(stretch.upperBound - stretch.lowerBound < 1.0 / 500)
        continue
      }
      #expect(
        abs(stretch.lowerBound - low) <= 1.0 / 500 && abs(stretch.upperBound - high) <= 1.0 / 500)
    }
  }

  @Test func `the gap of two edges is the least distance, in the middle where they are parallel`() {
    let left = Segment(start: XY(0, 0), end: XY(10, 0))
    let parallel = EdgeGap(left, Segment(start: XY(8, 3), end: XY(4, 3)))
    #expect(parallel.distance == 3)
    #expect(abs(parallel.firstShare - 0.6) < 1e-12 && abs(parallel.secondShare - 0.5) < 1e-12)
    let askew = EdgeGap(left, Segment(start: XY(13, 4), end: XY(13, 9)))
    #expect(askew.distance == 5)
    #expect(askew.firstShare == 1 && askew.secondShare == 0)
  }
}
