internal import CKernels
package import LandModel

/// The boxes of edges in blocks of 64, whose meetings are found by whole blocks at a time.
///
/// Made to be filled again and again, for one polygon after the other, without taking memory anew.
package struct BoxBlocks {
  /// Boxes in a block.
  package static let size = 64

  /// The number of boxes.
  package private(set) var count = 0
  private var lowX: [Double] = []
  private var highX: [Double] = []
  private var lowY: [Double] = []
  private var highY: [Double] = []
  /// The box of each block.
  private var wholes: [BoundingBox] = []

  package init() {}

  /// Takes the boxes of the edges between consecutive positions: box `i` from position `i` to `i + 1`.
  ///
  /// - Parameters:
  ///   - positionCount: how many of the positions are meant.
  ///   - gaps: numbers of pairs of positions that no edge joins; their boxes meet nothing.
  package mutating func fill(_ positions: [XY], count positionCount: Int, gaps: ArraySlice<Int>) {
    precondition(positionCount <= positions.count, "No more positions than there are.")
    count = max(0, positionCount - 1)
    let room = (count + Self.size - 1) / Self.size * Self.size
    if lowX.count < room {
      lowX = Array(repeating: .infinity, count: room)
      (lowY, highX, highY) = (lowX, lowX, lowX)
    }
    positions.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, count > 0 else { return }
      ck_edge_boxes(
        base.assumingMemoryBound(to: Double.self), count, &lowX, &highX, &lowY, &highY)
    }
    for gap in gaps { makeEmpty(gap) }
    // Meetings are looked for by eight.
    for padding in count..<min(room, (count + 7) & ~7) { makeEmpty(padding) }
    wholes.removeAll(keepingCapacity: true)
    for block in 0..<blockCount { wholes.append(joinedBox(ofBlock: block)) }
  }

  private mutating func makeEmpty(_ index: Int) {
    (lowX[index], lowY[index]) = (.infinity, .infinity)
    (highX[index], highY[index]) = (-.infinity, -.infinity)
  }

  /// The number of blocks.
  package var blockCount: Int { (count + Self.size - 1) / Self.size }

  /// The box of a block.
  package func box(ofBlock block: Int) -> BoundingBox { wholes[block] }

  private func joinedBox(ofBlock block: Int) -> BoundingBox {
    var box = BoundingBox.empty
    for index in (block * Self.size)..<min(count, (block + 1) * Self.size) {
      box.minX = min(box.minX, lowX[index])
      box.maxX = max(box.maxX, highX[index])
      box.minY = min(box.minY, lowY[index])
      box.maxY = max(box.maxY, highY[index])
    }
    return box
  }

  /// Finds which boxes of a block meet which of another, or of the same block.
  ///
  /// - Parameter meetings: ``size`` words; bit k of word i is set where box i of the first block meets box
  ///   k of the second. Of a block with itself each pair is told once, at the lower box.
  /// - Returns: the number of boxes of the first block, whose words were set.
  package func findMeetings(
    of first: Int, _ second: Int, into meetings: inout [UInt64]
  ) -> Int {
    precondition(meetings.count == Self.size, "One word for each box of a block.")
    let (start, other) = (first * Self.size, second * Self.size)
    let firstCount = min(Self.size, count - start)
    // Whole groups of eight: what lies beyond the count meets nothing.
    let secondCount = (min(Self.size, count - other) + 7) & ~7
    let whole = wholes[second]
    ck_box_meetings(
      lowX, highX, lowY, highY, start, other, firstCount, secondCount,
      [whole.minX, whole.minY, whole.maxX, whole.maxY], &meetings)
    return firstCount
  }
}
