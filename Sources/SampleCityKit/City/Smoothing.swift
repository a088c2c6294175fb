import LandModel

/// Ways to make a path over raster nodes look drawn.
enum Smoothing {
  /// Chaikin's corner cutting (1974); the ends of the line stay.
  static func chaikin(_ line: [XY], passes: Int) -> [XY] {
    var current = line
    for _ in 0..<passes where current.count > 2 {
      var next = [current[0]]
      for index in 1..<current.count {
        let (a, b) = (current[index - 1], current[index])
        if index > 1 { next.append(XY(0.75 * a.x + 0.25 * b.x, 0.75 * a.y + 0.25 * b.y)) }
        if index < current.count - 1 {
          next.append(XY(0.25 * a.x + 0.75 * b.x, 0.25 * a.y + 0.75 * b.y))
        }
      }
      next.append(current[current.count - 1])
      current = next
    }
    return current
  }

  /// Drops vertices nearer than `tolerance` to the line kept (Douglas and Peucker 1973); ends stay.
  static func simplified(_ line: [XY], tolerance: Double) -> [XY] {
    guard line.count > 2 else { return line }
    var isKept = [Bool](repeating: false, count: line.count)
    (isKept[0], isKept[line.count - 1]) = (true, true)
    var ranges = [(0, line.count - 1)]
    while let (first, last) = ranges.popLast() {
      guard last - first > 1 else { continue }
      var (farthest, greatest) = (first, tolerance)
      for index in (first + 1)..<last {
        let distance = line[index].distance(toSegment: line[first], line[last])
        if distance > greatest { (farthest, greatest) = (index, distance) }
      }
      guard farthest != first else { continue }
      isKept[farthest] = true
      ranges.append((first, farthest))
      ranges.append((farthest, last))
    }
    return line.indices.filter { isKept[$0] }.map { line[$0] }
  }
}
