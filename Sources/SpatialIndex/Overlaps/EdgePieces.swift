internal import CKernels
internal import LandModel

/// A ring in an array of positions: where it ends, and on which side its land lies.
struct TurnedRing: Sendable {
  let end: Int
  /// 1 where the land lies on the left of the ring, -1 where it lies on the right.
  let turn: Double
}

/// The edges of a polygon, cut at the lines between slabs of equal width and sorted by slab.
///
/// Each piece runs from left to right, with its height at the left end, its slope, and a sign. An edge
/// elsewhere is held against the slabs it crosses only. Reused from polygon to polygon.
struct EdgePieces: Sendable {
  /// Left ends, right ends, heights, slopes and signs, `room` of each.
  private var values: [Double] = []
  private var room = 0
  /// Where each slab begins, and at the end their number.
  private var starts: [Int32] = []
  private var perWidth = 0.0
  private var hair = 0.0

  /// Lays out rings; what was there before is gone.
  ///
  /// Wraps `ck_count_pieces` and `ck_lay_out_pieces`.
  ///
  /// - Parameters:
  ///   - positions: those of all rings, from zero to `width` in x.
  ///   - slabCount: at least one.
  /// - Complexity: O(p) for p pieces, at least one for each edge.
  mutating func layOut(_ positions: [XY], rings: [TurnedRing], slabCount: Int, width: Double) {
    perWidth = width > 0 ? Double(slabCount) / width : 0
    hair = 1e-9
    starts.removeAll(keepingCapacity: true)
    starts.append(contentsOf: repeatElement(0, count: slabCount + 1))
    room = 0
    forEachRing(positions, rings) { pieces, ring, count, _ in
      ck_count_pieces(&pieces, ring, count)
    }
    for slab in 0..<slabCount { starts[slab + 1] += starts[slab] }
    let count = Int(starts[slabCount])
    room = (count + 7) & ~7
    if values.count < 5 * room { values = Array(repeating: 0, count: 8 * room) }
    var next = starts
    forEachRing(positions, rings) { pieces, ring, count, turn in
      ck_lay_out_pieces(&pieces, ring, count, turn, &next)
    }
    for padding in count..<room {
      (values[padding], values[room + padding]) = (0, -1)
      for block in 2...4 { values[block * room + padding] = 0 }
    }
  }

  /// Takes pieces that are laid out elsewhere, stretched; what was there before is gone.
  ///
  /// Wraps `ck_stretch_pieces`. Slabs keep the pieces they had: their lines move by a little less or more
  /// than the even stretch that edges are looked up by, for which there is the hair.
  ///
  /// - Complexity: O(p) for p pieces.
  mutating func take(_ other: EdgePieces, stretchedBy stretch: EastStretch, width: Double) {
    if values.count < 5 * other.room { values = Array(repeating: 0, count: 8 * other.room) }
    other.values.withUnsafeBytes { source in
      values.withUnsafeMutableBytes { target in
        target.copyMemory(
          from: UnsafeRawBufferPointer(
            rebasing: source[..<(5 * other.room * MemoryLayout<Double>.stride)]))
      }
    }
    starts.removeAll(keepingCapacity: true)
    starts.append(contentsOf: other.starts)
    room = other.room
    let slabs = Double(starts.count - 1)
    let stretched = stretch(width)
    perWidth = stretched > 0 ? slabs / stretched : 0
    hair = 1e-9 + slabs * stretch.unevenness(within: width)
    withPieces { ck_stretch_pieces(&$0, other.room, stretch.first, stretch.second, stretch.third) }
  }

  /// Twice the area of the polygon below edges, each with its sign.
  ///
  /// Wraps `ck_twice_area_below_edges`, whose loop has no branches and runs in the processor's vectors: the
  /// last bits depend on how many it takes at once.
  mutating func twiceArea(below edges: [ck_edge]) -> Double {
    withPieces { ck_twice_area_below_edges(&$0, edges, edges.count) }
  }

  private mutating func forEachRing(
    _ positions: [XY], _ rings: [TurnedRing],
    _ body: (inout ck_pieces, UnsafePointer<Double>, Int, Double) -> Void
  ) {
    positions.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress?.assumingMemoryBound(to: Double.self) else { return }
      withPieces { pieces in
        var start = 0
        for ring in rings {
          body(&pieces, base + 2 * start, ring.end - start, ring.turn)
          start = ring.end
        }
      }
    }
  }

  private mutating func withPieces<Result>(_ body: (inout ck_pieces) -> Result) -> Result {
    let (room, slabs, perWidth, hair) = (room, starts.count - 1, perWidth, hair)
    return values.withUnsafeMutableBufferPointer { values in
      starts.withUnsafeMutableBufferPointer { starts in
        let base = values.baseAddress
        var pieces = ck_pieces(
          left: base, right: base.map { $0 + room }, height: base.map { $0 + 2 * room },
          slope: base.map { $0 + 3 * room }, sign: base.map { $0 + 4 * room },
          starts: starts.baseAddress, slabs: Int32(slabs), per_width: perWidth,
          hair: hair)
        return body(&pieces)
      }
    }
  }
}
