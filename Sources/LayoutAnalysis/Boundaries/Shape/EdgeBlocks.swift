import LandModel
import SpatialIndex

/// The edges of a feature's rings in runs of a few, each with its box: which edges come near each other.
///
/// Edge `i` runs from position `i` of the column to the next one. Few blocks are compared one with another;
/// more go into a tree. The work is O(n) for a small feature and O(n log n + p) for a large one with p pairs of
/// edges whose boxes come near.
struct EdgeBlocks {
  /// Edges in a block: so few that comparing neighbouring blocks costs little.
  private static let size = 4
  /// Up to this many blocks comparing all boxes is quicker than building a tree.
  private static let treeless = 64

  let column: GeometryColumn
  private var blocks: [Block] = []
  private let tree: BoxTree?

  private struct Block {
    var box: Reach
    let edges: Range<Int>
    /// The first and the last edge of its ring, which are neighbours.
    let ends: (first: Int, last: Int)
  }

  init(_ column: GeometryColumn, row: Int) {
    self.column = column
    let positions = column.positions
    let rings = column.rings(ofRow: row)
    blocks.reserveCapacity(column.range(ofRow: row).count / Self.size + rings.count)
    for ring in rings {
      let range = column.range(ofRing: ring)
      guard range.count > 1 else { continue }
      let last = range.upperBound - 2
      for lower in stride(from: range.lowerBound, through: last, by: Self.size) {
        let upper = min(lower + Self.size, last + 1)
        var box = Reach(positions[lower])
        for index in (lower + 1)...upper { box.extend(to: positions[index]) }
        blocks.append(Block(box: box, edges: lower..<upper, ends: (range.lowerBound, last)))
      }
    }
    tree = blocks.count > Self.treeless ? BoxTree(blocks.map(\.box.boundingBox)) : nil
  }

  /// Calls the body for each pair of edges that are no neighbours and whose boxes come within a distance,
  /// once, the lower first.
  func forEachPair(within distance: Double, _ body: (Int, Int) -> Void) {
    for index in blocks.indices {
      let block = blocks[index]
      forEachPair(in: block, block, within: distance, body)
      let reach = block.box.expanded(by: distance)
      if let tree {
        tree.forEachRow(meeting: reach.boundingBox) { other in
          if other > index { forEachPair(in: block, blocks[other], within: distance, body) }
        }
      } else {
        for other in (index + 1)..<blocks.count
        where reach.meets(blocks[other].box) {
          forEachPair(in: block, blocks[other], within: distance, body)
        }
      }
    }
  }

  /// Calls the body for each edge whose box meets the one given.
  func forEachEdge(meeting box: BoundingBox, _ body: (Int) -> Void) {
    let reach = Reach(box)
    func visit(_ block: Block) {
      for edge in block.edges where self.reach(of: edge).meets(reach) { body(edge) }
    }
    if let tree {
      tree.forEachRow(meeting: box) { visit(blocks[$0]) }
    } else {
      for block in blocks where block.box.meets(reach) { visit(block) }
    }
  }

  private func forEachPair(
    in left: Block, _ right: Block, within distance: Double, _ body: (Int, Int) -> Void
  ) {
    let isSame = left.edges == right.edges
    let areOfOneRing = left.ends.first == right.ends.first
    for edge in left.edges {
      let reach = reach(of: edge).expanded(by: distance)
      guard isSame || reach.meets(right.box) else { continue }
      for other in isSame ? (edge + 1)..<left.edges.upperBound : right.edges {
        guard reach.meets(self.reach(of: other)) else { continue }
        let areNeighbours =
          areOfOneRing
          && (other == edge + 1 || (edge == left.ends.first && other == left.ends.last))
        if !areNeighbours { body(edge, other) }
      }
    }
  }

  private func reach(of edge: Int) -> Reach {
    var reach = Reach(column.positions[edge])
    reach.extend(to: column.positions[edge + 1])
    return reach
  }
}

/// A box for loops over edges: never empty, so that growing and comparing need no question.
private struct Reach {
  var minX: Double
  var minY: Double
  var maxX: Double
  var maxY: Double

  init(_ position: XY) {
    (minX, minY, maxX, maxY) = (position.x, position.y, position.x, position.y)
  }

  init(_ box: BoundingBox) {
    (minX, minY, maxX, maxY) = (box.minX, box.minY, box.maxX, box.maxY)
  }

  var boundingBox: BoundingBox { BoundingBox(minX: minX, minY: minY, maxX: maxX, maxY: maxY) }

  mutating func extend(to position: XY) {
    minX = min(minX, position.x)
    minY = min(minY, position.y)
    maxX = max(maxX, position.x)
    maxY = max(maxY, position.y)
  }

  func expanded(by distance: Double) -> Reach {
    var grown = self
    grown.minX -= distance
    grown.minY -= distance
    grown.maxX += distance
    grown.maxY += distance
    return grown
  }

  func meets(_ other: Reach) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}
