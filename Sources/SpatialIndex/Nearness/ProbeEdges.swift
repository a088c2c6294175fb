internal import CKernels
package import LandModel

/// The edges of one row, laid out so that distances from it are measured by whole blocks at a time.
///
/// Edges stand in blocks of sixteen with a box each, up to sixteen blocks in a piece, so that a long
/// boundary is looked at only where it is near. An edge and its reverse are laid out alike and give the
/// same bits. Made to be filled again and again, for one row after the other, without taking memory anew.
package struct ProbeEdges: Sendable {
  /// A run of blocks, and the box of what is in them.
  struct Piece: Sendable {
    let blocks: Range<Int>
    let box: BoundingBox
  }

  /// The box of the row; empty for a row without geometry.
  package private(set) var box = BoundingBox.empty
  /// Whether the row is a polygon, which holds what lies inside it.
  package private(set) var isArea = false
  /// The first position of each part: where no boundaries meet, it tells for all of the part.
  private(set) var partStarts: [XY] = []
  private(set) var pieces: [Piece] = []
  /// Blocks as `CKernels` takes them, one after the other.
  private var blocks: [Double] = []
  /// For each edge where it starts and ends, as positions of the column; a single vertex twice.
  private var ends: [(start: Int, end: Int)] = []

  package init() {}

  package init(row: Int, of column: GeometryColumn) { load(row: row, of: column) }

  /// Lays out a row; what was there before is gone.
  ///
  /// - Complexity: O(v).
  package mutating func load(row: Int, of column: GeometryColumn) {
    isArea = column.kinds[row] == .polygon
    partStarts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for part in column.parts(ofRow: row) {
      let rings = column.rings(ofPart: part)
      for ring in rings {
        let range = column.range(ofRing: ring)
        guard let first = range.first, let last = range.last else { continue }
        if ring == rings.lowerBound { partStarts.append(column.positions[first]) }
        for index in first..<last { ends.append((index, index + 1)) }
        // The end of a line is the start of no edge, but a vertex that may be the nearest.
        if !isArea || first == last { ends.append((last, last)) }
      }
    }
    layOut(column.positions)
  }

  /// The square of the distance of a position from the edges.
  ///
  /// Wraps `ck_square_to_edges`.
  ///
  /// - Parameters:
  ///   - enough: a square that need not be told from smaller ones.
  ///   - bound: a square; of edges beyond it only that is told.
  /// - Complexity: O(v) in boxes of 256 edges, and the edges of those that are near.
  package func squaredDistance(
    from place: XY, enough: Double = -1, bound: Double = .infinity
  ) -> Double {
    blocks.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, !pieces.isEmpty else { return .infinity }
      var nearest = 0
      if pieces.count > 1 {
        var gap = Double.infinity
        for (index, piece) in pieces.enumerated() where piece.box.squaredGap(to: place) < gap {
          (nearest, gap) = (index, piece.box.squaredGap(to: place))
        }
      }
      var least = Self.square(to: pieces[nearest], base, place, enough, bound)
      for (index, piece) in pieces.enumerated() where index != nearest && least > enough {
        let limit = min(least, bound)
        guard piece.box.squaredGap(to: place) <= limit else { continue }
        least = min(least, Self.square(to: piece, base, place, enough, limit))
      }
      return least
    }
  }

  /// Whether a position lies inside the row, a polygon; on the boundary it may be told either way.
  ///
  /// Wraps `ck_crossings`.
  package func contains(_ place: XY) -> Bool {
    guard isArea, box.holds(place) else { return false }
    return blocks.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return false }
      var crossings: Int64 = 0
      for piece in pieces
      where place.y >= piece.box.minY && place.y < piece.box.maxY && place.x <= piece.box.maxX {
        crossings += ck_crossings(
          base + piece.blocks.lowerBound * Self.blockSize, piece.blocks.count, place.x, place.y)
      }
      return crossings % 2 == 1
    }
  }

  /// The square of the distance between a piece and the edges of a run; infinite beyond a bound.
  ///
  /// Wraps `ck_square_between`.
  ///
  /// - Returns: the square, zero where edges cross or touch, and the nearest block.
  func squaredDistance(
    of piece: Piece, to run: EdgeRun, in positions: [XY], bound: Double
  ) -> (square: Double, block: Int) {
    var block = 0
    let square = blocks.withUnsafeBufferPointer { buffer in
      positions.withUnsafeBytes { bytes in
        guard let base = buffer.baseAddress, let other = bytes.baseAddress else {
          return Double.infinity
        }
        let first = other.assumingMemoryBound(to: Double.self) + 2 * run.positions.lowerBound
        return ck_square_between(
          base + piece.blocks.lowerBound * Self.blockSize, piece.blocks.count, first,
          run.positions.count - 1, bound, &block)
      }
    }
    return (square, piece.blocks.lowerBound + block)
  }

  /// The number of blocks.
  var blockCount: Int { pieces.last?.blocks.upperBound ?? 0 }

  /// The edges of a block by the positions of their ends; a single vertex twice.
  func edges(ofBlock block: Int) -> ArraySlice<(start: Int, end: Int)> {
    ends[(block * Self.lanes)..<min(ends.count, (block + 1) * Self.lanes)]
  }

  /// Visits some vertices, spread evenly over the edges; all where they are few.
  func forEachVertex(about count: Int, _ visit: (XY) -> Void) {
    let few = min(count, ends.count)
    for number in 0..<few { visit(vertex(number * ends.count / few)) }
  }

  private func vertex(_ edge: Int) -> XY {
    let place = edge / Self.lanes * Self.blockSize + edge % Self.lanes
    return XY(blocks[place], blocks[place + Self.lanes])
  }

  /// Gives the blocks to a kernel.
  func withBlocks(_ body: (UnsafePointer<Double>, Int) -> Void) {
    blocks.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { body(base, blockCount) }
    }
  }

  // MARK: Layout, as `CKernels` states it

  private static let lanes = Int(CK_BLOCK_EDGES)
  private static let blockSize = Int(CK_BLOCK_EDGES) * 8 + 4
  private static let pieceBlocks = Int(CK_PIECE_BLOCKS)

  private static func square(
    to piece: Piece, _ base: UnsafePointer<Double>, _ place: XY, _ enough: Double, _ bound: Double
  ) -> Double {
    ck_square_to_edges(
      base + piece.blocks.lowerBound * blockSize, piece.blocks.count, place.x, place.y, enough,
      bound)
  }

  /// Lays out the edges.
  ///
  /// Wraps `ck_fill_block`.
  private mutating func layOut(_ positions: [XY]) {
    let count = (ends.count + Self.lanes - 1) / Self.lanes
    if blocks.count < count * Self.blockSize {
      blocks = Array(repeating: 0, count: count * Self.blockSize)
    }
    pieces.removeAll(keepingCapacity: true)
    box = .empty
    let (ends, lanes, size) = (ends, Self.lanes, Self.blockSize)
    positions.withUnsafeBytes { positions in
      ends.withUnsafeBytes { bytes in
        blocks.withUnsafeMutableBufferPointer { blocks in
          guard let place = positions.baseAddress?.assumingMemoryBound(to: Double.self),
            let edge = bytes.baseAddress?.assumingMemoryBound(to: Int.self),
            let base = blocks.baseAddress
          else { return }
          for block in 0..<count {
            let first = block * lanes
            ck_fill_block(
              base + block * size, place, edge + 2 * first, min(lanes, ends.count - first))
          }
        }
      }
    }
    var first = 0
    while first < count {
      let range = first..<min(count, first + Self.pieceBlocks)
      var pieceBox = BoundingBox.empty
      for block in range { pieceBox.join(boxOf(block)) }
      pieces.append(Piece(blocks: range, box: pieceBox))
      box.join(pieceBox)
      first = range.upperBound
    }
  }

  private func boxOf(_ block: Int) -> BoundingBox {
    let place = block * Self.blockSize + 8 * Self.lanes
    return BoundingBox(
      minX: blocks[place], minY: blocks[place + 1], maxX: blocks[place + 2],
      maxY: blocks[place + 3])
  }
}
