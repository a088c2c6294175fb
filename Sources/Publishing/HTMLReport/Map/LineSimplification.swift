import LandModel

/// Thins lines for display: Douglas and Peucker 1973, with a tolerance that may differ from place to place.
///
/// A position is kept when its distance from the chord, measured in tolerances valid at that position,
/// is greater than one. Before that, runs of positions closer together than a quarter of the tolerance
/// are thinned in one pass, which bounds the recursion on dense lines.
enum LineSimplification {
  /// The positions that remain of a line; the first and the last always do.
  ///
  /// - Parameter tolerance: greatest deviation at a position, in metres, above zero.
  /// - Complexity: O(n log n) for lines that are not pathological.
  static func line(_ positions: ArraySlice<XY>, tolerance: (XY) -> Double) -> [XY] {
    let line = thinned(positions, tolerance: tolerance)
    guard line.count > 2 else { return line }
    var keeps = [Bool](repeating: false, count: line.count)
    (keeps[0], keeps[line.count - 1]) = (true, true)
    var open = [(0, line.count - 1)]
    while let (start, end) = open.popLast() {
      guard let split = farthest(in: line, start, end, tolerance: tolerance) else { continue }
      keeps[split] = true
      open.append((start, split))
      open.append((split, end))
    }
    return zip(line, keeps).compactMap { $1 ? $0 : nil }
  }

  /// The positions that remain of a closed ring, its first one not repeated; empty when fewer than three
  /// remain, because the ring is then too small to be seen.
  static func ring(_ positions: ArraySlice<XY>, tolerance: (XY) -> Double) -> [XY] {
    var open = positions
    if open.count > 1, open.first == open.last { open.removeLast() }
    guard let start = open.first, open.count > 2 else { return [] }
    // A ring has no chord of its own: cut it at the position farthest from its first one.
    var (opposite, distance) = (open.startIndex, 0.0)
    for index in open.indices where open[index].distance(to: start) > distance {
      (opposite, distance) = (index, open[index].distance(to: start))
    }
    let there = line(open[...opposite], tolerance: tolerance)
    let back = line(Array(open[opposite...] + [start])[...], tolerance: tolerance)
    let ring = there.dropLast() + back.dropLast()
    return ring.count > 2 ? Array(ring) : []
  }

  private static func thinned(
    _ positions: ArraySlice<XY>, tolerance: (XY) -> Double
  ) -> [XY] {
    guard let first = positions.first, let last = positions.last else { return [] }
    guard positions.count > 2 else { return Array(positions) }
    var kept = [first]
    var previous = first
    for position in positions.dropFirst().dropLast()
    where position.distance(to: previous) > tolerance(position) / 4 {
      kept.append(position)
      previous = position
    }
    kept.append(last)
    return kept
  }

  /// The position most tolerances away from the chord, when that is more than one.
  private static func farthest(
    in line: [XY], _ start: Int, _ end: Int, tolerance: (XY) -> Double
  ) -> Int? {
    guard end - start > 1 else { return nil }
    var (found, greatest): (Int?, Double) = (nil, 1)
    for index in (start + 1)..<end {
      let deviation = distance(of: line[index], from: line[start], line[end])
      let measure = deviation / tolerance(line[index])
      if measure > greatest { (found, greatest) = (index, measure) }
    }
    return found
  }

  /// Distance of a position from a segment.
  private static func distance(of position: XY, from start: XY, _ end: XY) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let square = dx * dx + dy * dy
    guard square > 0 else { return position.distance(to: start) }
    let along = ((position.x - start.x) * dx + (position.y - start.y) * dy) / square
    let clamped = min(1, max(0, along))
    return position.distance(to: XY(start.x + clamped * dx, start.y + clamped * dy))
  }
}
