import LandModel

/// The rectangle of least area, at any angle, that holds given positions.
///
/// Unlike the box along the axes it does not change when the positions are turned, so that a strip is as
/// long as it is wherever it points.
struct MinimumRectangle: Equatable {
  /// The longer side in metres.
  let length: Double
  /// The shorter side in metres; zero where all positions lie on one line.
  let width: Double

  /// The longer side over the shorter; infinite where the shorter is zero.
  var elongation: Double { width > 0 ? length / width : .infinity }

  /// Finds the rectangle by turning calipers round the convex hull: one of its sides lies along the hull
  /// (Freeman and Shapira 1975, "Determining the minimum-area encasing rectangle for an arbitrary closed
  /// curve").
  ///
  /// - Complexity: O(n log n) for n positions.
  init(of positions: some Collection<XY>) {
    guard let origin = positions.first else {
      (length, width) = (0, 0)
      return
    }
    let hull = ConvexHull.ring(of: positions.map { XY($0.x - origin.x, $0.y - origin.y) })
    guard hull.count > 2 else {
      length = hull.count == 2 ? hull[0].distance(to: hull[1]) : 0
      width = 0
      return
    }
    var best = (area: Double.infinity, along: 0.0, across: 0.0)
    var (far, high, near) = (1, 1, 1)
    for index in hull.indices {
      let a = hull[index]
      let b = hull[(index + 1) % hull.count]
      let edge = a.distance(to: b)
      let direction = XY((b.x - a.x) / edge, (b.y - a.y) / edge)
      func along(_ place: Int) -> Double {
        let position = hull[place % hull.count]
        return position.x * direction.x + position.y * direction.y
      }
      func across(_ place: Int) -> Double {
        let position = hull[place % hull.count]
        return position.y * direction.x - position.x * direction.y
      }
      // Each caliper only ever goes on: past the farthest, the highest, then the nearest vertex.
      far = max(far, index + 1)
      while along(far + 1) > along(far) { far += 1 }
      high = max(high, far)
      while across(high + 1) > across(high) { high += 1 }
      near = max(near, high)
      while along(near + 1) < along(near) { near += 1 }
      let (reach, height) = (along(far) - along(near), across(high) - across(index))
      if reach * height < best.area { best = (reach * height, reach, height) }
    }
    (length, width) = (max(best.along, best.across), min(best.along, best.across))
  }
}

/// The convex hull of positions.
enum ConvexHull {
  /// The corners anticlockwise, from the lowest of the leftmost, none on the line between its neighbours.
  ///
  /// Andrew's monotone chain (1979); signs are exact.
  /// - Complexity: O(n log n).
  static func ring(of positions: [XY]) -> [XY] {
    let sorted = positions.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    let lower = chain(sorted)
    let upper = chain(sorted.reversed())
    guard lower.count > 1 else { return lower }
    return Array(lower.dropLast() + upper.dropLast())
  }

  private static func chain(_ sorted: some Sequence<XY>) -> [XY] {
    var chain: [XY] = []
    for position in sorted {
      if chain.last == position { continue }
      while chain.count > 1,
        Orientation.sign(chain[chain.count - 2], chain[chain.count - 1], position) <= 0
      {
        chain.removeLast()
      }
      chain.append(position)
    }
    return chain
  }
}
