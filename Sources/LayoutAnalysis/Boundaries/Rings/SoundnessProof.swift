import LandModel
import SpatialIndex

/// Proves polygons valid without diagnosing them, as nearly all of a layer are.
///
/// A polygon is valid where no edges meet but neighbours at their common vertex, each hole lies in its
/// shell and in no other hole, and no part lies in another (OGC 06-103r4, 6.1.11). A single ring that can be
/// seen whole from its middle is proven by that (``StarProof``). Else boxes rule out most pairs of edges, an
/// exact test the rest. Rings that touch, parts in holes and all that is invalid stay
/// unproven and are left to the diagnosis.
///
/// Keeps its room from one polygon to the next.
struct SoundnessProof {
  /// Greatest magnitude of an ordinate.
  private let greatest: Double
  /// The rings, closed, without repeated positions, one after the other: edge `i` runs from position `i`.
  ///
  /// Beyond ``count`` lies room from earlier polygons.
  private var positions: [XY] = []
  private var count = 0
  /// For each ring the number of its last position, from which no edge runs.
  private var ends: [Int] = []
  /// For each ring whether it is a shell.
  private var isShell: [Bool] = []
  private var blocks = BoxBlocks()
  private var meetings = [UInt64](repeating: 0, count: BoxBlocks.size)

  /// Pairs of edges and positions that are looked at for each edge before the proof is given up: it is
  /// meant to be quick, and what takes longer has a diagnosis that is not slower.
  private static let effortPerEdge = 256

  init(greatestOrdinate: Double) { greatest = greatestOrdinate }

  /// Which of some rows surely hold a valid polygon, one entry for each.
  ///
  /// - Parameter takesPoints: whether a single position counts as sound too.
  mutating func proven(
    _ column: GeometryColumn, rows: Range<Int>, takesPoints: Bool = false
  ) -> [Bool] {
    // Bound once for all rows: to take a column along for each would cost as much as the proof.
    let (kinds, source) = (column.kinds, column.positions)
    let (rowEnds, partEnds, ringEnds) = (column.rowEnds, column.partEnds, column.ringEnds)
    var answers: [Bool] = []
    answers.reserveCapacity(rows.count)
    for row in rows {
      guard kinds[row] == .polygon else {
        answers.append(takesPoints && kinds[row] == .point && isOnePosition(column, row))
        continue
      }
      let parts = (row == 0 ? 0 : rowEnds[row - 1])..<rowEnds[row]
      if parts.count == 1, let part = parts.first {
        let rings = (part == 0 ? 0 : partEnds[part - 1])..<partEnds[part]
        if rings.count == 1, let ring = rings.first {
          let range = (ring == 0 ? 0 : ringEnds[ring - 1])..<ringEnds[ring]
          if StarProof.holds(source, range, greatestOrdinate: greatest) {
            answers.append(true)
            continue
          }
        }
      }
      clear()
      var isSound = true
      for part in parts where isSound {
        let firstRing = part == 0 ? 0 : partEnds[part - 1]
        for ring in firstRing..<partEnds[part] where isSound {
          let range = (ring == 0 ? 0 : ringEnds[ring - 1])..<ringEnds[ring]
          isSound = gather(source, range)
          isShell.append(ring == firstRing)
        }
      }
      answers.append(isSound && !ends.isEmpty && holds())
    }
    return answers
  }

  /// Whether a row of points is one of ordinary size.
  private func isOnePosition(_ column: GeometryColumn, _ row: Int) -> Bool {
    let range = column.range(ofRow: row)
    guard range.count == 1 else { return false }
    let position = column.positions[range.lowerBound]
    return abs(position.x) <= greatest && abs(position.y) <= greatest && position.isFinite
  }

  private mutating func clear() {
    count = 0
    ends.removeAll(keepingCapacity: true)
    isShell.removeAll(keepingCapacity: true)
  }

  /// Whether the rings gathered surely bound a valid polygon.
  private mutating func holds() -> Bool {
    blocks.fill(positions, count: count, gaps: ends.dropLast())
    var effort = Self.effortPerEdge * count
    return edgesAreApart(&effort) && (ends.count == 1 || ringsAreInPlace(&effort))
  }

  // MARK: Rings by themselves

  /// Copies a ring; false where it is unclosed, too short or folds back at a vertex.
  private mutating func gather(_ source: [XY], _ range: Range<Int>) -> Bool {
    guard range.count >= 4 else { return false }
    let (first, last) = (source[range.lowerBound], source[range.upperBound - 1])
    guard first.x == last.x, first.y == last.y else { return false }
    if positions.count < count + range.count {
      let missing = count + range.count - positions.count
      positions.append(contentsOf: repeatElement(XY(0, 0), count: missing + positions.count))
    }
    let start = count
    var end = start
    var previous = XY(.nan, .nan)
    var isPossible = true
    for index in range {
      let position = source[index]
      isPossible = isPossible && abs(position.x) <= greatest && abs(position.y) <= greatest
      guard position.x != previous.x || position.y != previous.y else { continue }
      positions[end] = position
      end += 1
      previous = position
    }
    count = end
    guard isPossible, end - start >= 4 else { return false }
    ends.append(end - 1)
    return !foldsBack(start, end - 1)
  }

  /// Whether a closed ring turns back on itself at a vertex.
  private func foldsBack(_ start: Int, _ end: Int) -> Bool {
    var previous = positions[end - 1]
    var tip = positions[start]
    for index in start..<end {
      let next = positions[index + 1]
      if Self.folds(previous, tip, next) { return true }
      (previous, tip) = (tip, next)
    }
    return false
  }

  /// Whether a path turns back on itself at a position.
  @inline(__always)
  private static func folds(_ a: XY, _ tip: XY, _ b: XY) -> Bool {
    // A path that goes on in x or in y does not turn back.
    if (a.x < tip.x && tip.x < b.x) || (a.x > tip.x && tip.x > b.x) { return false }
    if (a.y < tip.y && tip.y < b.y) || (a.y > tip.y && tip.y > b.y) { return false }
    return Orientation.sign(a, tip, b) == 0
  }

  // MARK: Edges

  /// Whether no edges meet but neighbours; false also where that takes too long.
  private mutating func edgesAreApart(_ effort: inout Int) -> Bool {
    let all = 0..<blocks.blockCount
    let tree = all.count > Self.fewBlocks ? BoxTree(all.map { blocks.box(ofBlock: $0) }) : nil
    for first in all {
      let box = blocks.box(ofBlock: first)
      let others = tree?.rows(meeting: box) ?? []
      for place in 0..<(tree == nil ? all.count - first : others.count) {
        let second = tree == nil ? first + place : others[place]
        guard second >= first, blocks.box(ofBlock: second).meets(box) else { continue }
        effort -= BoxBlocks.size
        guard effort > 0, edgesAreApart(first, second, &effort) else { return false }
      }
    }
    return true
  }

  /// Blocks up to which each is held against each, without a tree.
  private static let fewBlocks = 16

  private mutating func edgesAreApart(_ first: Int, _ second: Int, _ effort: inout Int) -> Bool {
    let base = second * BoxBlocks.size
    let count = blocks.findMeetings(of: first, second, into: &meetings)
    for index in 0..<count {
      var others = meetings[index]
      let edge = first * BoxBlocks.size + index
      while others != 0 {
        let other = base + others.trailingZeroBitCount
        others &= others - 1
        effort -= 1
        // The last position of a ring starts no edge, so edges of following numbers are neighbours.
        guard other != edge + 1 else { continue }
        guard effort > 0, areApart(edge, other) || areEndsOfRing(edge, other) else { return false }
      }
    }
    return true
  }

  /// Whether edges have no point in common, exactly.
  @inline(__always)
  private func areApart(_ edge: Int, _ other: Int) -> Bool {
    let (a, b) = (positions[edge], positions[edge + 1])
    let (c, d) = (positions[other], positions[other + 1])
    if Orientation.sign(a, b, c) * Orientation.sign(a, b, d) > 0 { return true }
    return Orientation.sign(c, d, a) * Orientation.sign(c, d, b) > 0
  }

  /// Whether the edges are the first and the last of one ring.
  private func areEndsOfRing(_ edge: Int, _ other: Int) -> Bool {
    guard positions[edge] == positions[other + 1] else { return false }
    let ring = self.ring(of: edge)
    return edge == start(ofRing: ring) && other == ends[ring] - 1
  }

  /// The ring that a position belongs to.
  private func ring(of position: Int) -> Int {
    var (low, high) = (0, ends.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] >= position { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func start(ofRing ring: Int) -> Int { ring == 0 ? 0 : ends[ring - 1] + 1 }

  // MARK: Rings among each other

  /// Whether holes lie in their shells and nowhere else, and no part lies in another; edges are apart.
  private mutating func ringsAreInPlace(_ effort: inout Int) -> Bool {
    let boxes = ends.indices.map(box(ofRing:))
    var shell = 0
    for ring in ends.indices {
      if isShell[ring] {
        shell = ring
      } else if !isInside(ring, shell, &effort) {
        return false
      }
    }
    // Holes of one part, and shells of several, must not hold each other; what else meets is harmless.
    var part = -1
    var partOfRing: [Int] = []
    for ring in ends.indices {
      if isShell[ring] { part += 1 }
      partOfRing.append(part)
    }
    let tree = boxes.count > 16 ? BoxTree(boxes) : nil
    for first in ends.indices {
      let others = tree?.rows(meeting: boxes[first]) ?? Array(ends.indices)
      for second in others where second > first && boxes[first].meets(boxes[second]) {
        guard effort > 0 else { return false }
        let areHoles =
          !isShell[first] && !isShell[second] && partOfRing[first] == partOfRing[second]
        guard areHoles || (isShell[first] && isShell[second]) else { continue }
        if isInside(first, second, &effort) || isInside(second, first, &effort) { return false }
      }
    }
    return true
  }

  private func box(ofRing ring: Int) -> BoundingBox {
    var box = BoundingBox.empty
    for index in start(ofRing: ring)..<ends[ring] { box.extend(to: positions[index]) }
    return box
  }

  /// Whether a ring lies inside another that it does not meet, by a ray from any vertex, exactly.
  private func isInside(_ inner: Int, _ outer: Int, _ effort: inout Int) -> Bool {
    let point = positions[start(ofRing: inner)]
    let edges = start(ofRing: outer)..<ends[outer]
    var isInside = false
    for block in (edges.lowerBound / BoxBlocks.size)...((edges.upperBound - 1) / BoxBlocks.size) {
      let box = blocks.box(ofBlock: block)
      // What lies beside the ray or behind its start is not crossed.
      guard point.y >= box.minY, point.y <= box.maxY, point.x <= box.maxX else { continue }
      let first = block * BoxBlocks.size
      for index in edges.clamped(to: first..<(first + BoxBlocks.size)) {
        if Orientation.isCrossed(positions[index], positions[index + 1], byRayEastOf: point) {
          isInside.toggle()
        }
      }
    }
    effort -= edges.count
    return isInside
  }
}
