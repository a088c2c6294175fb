import LandModel
import SpatialIndex

/// A stretch along which the borders of two neighbours run near each other but not on each other.
struct BorderDeviation: Sendable {
  let row: Int
  /// The neighbour, of the same layer or another one.
  let other: Int
  /// The stretch along the border of `row`.
  let line: [XY]
  /// Greatest distance to the neighbour's border, in metres.
  let distance: Double
  /// Whether there is open land between the borders somewhere, and land of both.
  let hasGap: Bool
  let hasOverlap: Bool
}

/// Compares the free borders of a layer with those of the same or another layer.
struct BorderDeviations: Sendable {
  let side: BorderSide
  let other: BorderSide
  /// Whether both sides are one layer, in which each pair is told once, along its lower row.
  let isOneLayer: Bool
  /// Greatest distance at which borders count as meant to be one.
  let reach: Double
  /// Distance up to which they are one.
  let tolerance: Double
  let workers: Int?

  /// A part of one edge that deviates.
  private struct Stretch {
    let other: Int
    let ring: Int32
    /// Position of the edge's start, and the shares of its length in ring order.
    let start: Int
    let from: Double
    let to: Double
    /// Distances from both ends to the nearest place of the neighbour's border, positive over open land
    /// and negative inside the feature.
    let offsets: [Double]
  }

  /// The deviations by row, neighbour, and place along the border.
  func found() -> [BorderDeviation] {
    let rows = rowRuns()
    let chunks = Chunks.map(count: rows.count, size: 64, workers: workers) { range in
      range.flatMap { deviations(ofRuns: rows[$0]) }
    }
    return chunks.flatMap { $0 }
  }

  /// The runs of each row that has any.
  private func rowRuns() -> [Range<Int>] {
    let runs = side.free.runs
    var (ranges, first) = ([Range<Int>](), 0)
    for index in runs.indices where index > 0 && runs[index].row != runs[index - 1].row {
      ranges.append(first..<index)
      first = index
    }
    if first < runs.count { ranges.append(first..<runs.count) }
    return ranges
  }

  private func deviations(ofRuns range: Range<Int>) -> [BorderDeviation] {
    var stretches: [Stretch] = []
    for number in range {
      let run = side.free.runs[number]
      for near in other.free.tree.rows(meeting: side.free.boxes[number].expanded(by: reach)) {
        let opposite = other.free.runs[near]
        if isOneLayer, opposite.row <= run.row { continue }
        add(run, opposite, to: &stretches)
      }
    }
    stretches.sort {
      ($0.other, $0.ring, $0.start, $0.from, $0.to) < ($1.other, $1.ring, $1.start, $1.from, $1.to)
    }
    var (found, first) = ([BorderDeviation](), 0)
    for index in stretches.indices {
      let isLast = index + 1 == stretches.count
      if isLast || !goOn(from: stretches[index], to: stretches[index + 1]) {
        found.append(deviation(stretches[first...index]))
        first = index + 1
      }
    }
    return found
  }

  /// Adds what of two runs faces each other and deviates.
  private func add(
    _ run: FreeEdges.Run, _ opposite: FreeEdges.Run, to stretches: inout [Stretch]
  ) {
    let isLeft = side.hasLandOnLeft[Int(run.ring)]
    for start in Int(run.start)..<Int(run.start + run.count) {
      let edge = side.ends(ofEdge: start, ring: run.ring)
      for near in Int(opposite.start)..<Int(opposite.start + opposite.count) {
        guard
          let facing = FacingEdges(
            edge, other.ends(ofEdge: near, ring: opposite.ring), within: reach),
          facing.greatest > tolerance
        else { continue }
        // At a bend an edge faces the one after its counterpart too: only the nearest place counts.
        let offsets = [(facing.from, facing.offsetFrom), (facing.to, facing.offsetTo)].map {
          let distance = distance(from: Self.place(edge, $0), toRow: opposite.row)
          return $1 < 0 ? -distance : distance
        }
        guard offsets.contains(where: { abs($0) > tolerance }) else { continue }
        stretches.append(
          Stretch(
            other: Int(opposite.row), ring: run.ring, start: start,
            from: isLeft ? facing.from : 1 - facing.to, to: isLeft ? facing.to : 1 - facing.from,
            offsets: offsets))
      }
    }
  }

  /// The distance from a position to the free edges of a neighbour, up to the reach.
  private func distance(from place: XY, toRow row: Int32) -> Double {
    var least = reach * reach
    other.free.tree.forEachRow(meeting: BoundingBox(at: place).expanded(by: reach)) { number in
      let run = other.free.runs[number]
      guard run.row == row else { return }
      for start in Int(run.start)..<Int(run.start + run.count) {
        least = min(
          least,
          SegmentDistance.squared(
            place, from: other.column.positions[start], to: other.column.positions[start + 1]))
      }
    }
    return least.squareRoot()
  }

  /// A share of the way from one end of an edge to the other; the ends themselves are exact.
  private static func place(_ edge: (XY, XY), _ share: Double) -> XY {
    let (a, b) = edge
    return share <= 0
      ? a : share >= 1 ? b : XY(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
  }

  /// Whether a stretch goes on where another one ended, or nearly.
  private func goOn(from stretch: Stretch, to next: Stretch) -> Bool {
    guard stretch.other == next.other, stretch.ring == next.ring else { return false }
    let positions = side.column.positions
    func length(_ start: Int) -> Double { positions[start].distance(to: positions[start + 1]) }
    if stretch.start == next.start {
      return (next.from - stretch.to) * length(next.start) <= reach
    }
    guard next.start == stretch.start + 1 else { return false }
    return (1 - stretch.to) * length(stretch.start) + next.from * length(next.start) <= reach
  }

  private func deviation(_ stretches: ArraySlice<Stretch>) -> BorderDeviation {
    let positions = side.column.positions
    func place(_ start: Int, _ share: Double) -> XY {
      Self.place((positions[start], positions[start + 1]), share)
    }
    var line: [XY] = []
    var (distance, least, most) = (0.0, 0.0, 0.0)
    var reached = (start: -1, share: 0.0)
    for stretch in stretches {
      for offset in stretch.offsets {
        (least, most) = (min(least, offset), max(most, offset))
        distance = max(distance, abs(offset))
      }
      if reached.start < 0 { line.append(place(stretch.start, stretch.from)) }
      if reached.start >= 0, stretch.start > reached.start, reached.share < 1 {
        line.append(positions[stretch.start])
      }
      // Stretches of one edge may overlap, where the neighbour's border runs back and forth.
      if stretch.start > reached.start || stretch.to > reached.share {
        if stretch.start == reached.start { line.removeLast() }
        line.append(place(stretch.start, stretch.to))
        reached = (stretch.start, stretch.to)
      }
    }
    return BorderDeviation(
      row: Int(side.free.row(ofRing: stretches[stretches.startIndex].ring)),
      other: stretches[stretches.startIndex].other, line: line, distance: distance,
      hasGap: most > tolerance, hasOverlap: least < -tolerance)
  }
}
