package import LandModel

extension PointTree {
  /// The point nearest to a row elsewhere; one inside a polygon has distance zero.
  ///
  /// - Parameters:
  ///   - probe: the row, laid out.
  ///   - positions: the positions of the column that the probe was loaded from.
  ///   - limit: points beyond this distance are not found; one at it is.
  /// - Returns: nil where nothing is within the limit, or the row has no position; of equally near points
  ///   that of the first row.
  /// - Complexity: O(log n), plus the points in the probe's box.
  package func nearest(
    to probe: ProbeEdges, positions others: [XY], within limit: Double = .infinity,
    scratch: inout NearnessScratch
  ) -> NearestFeature? {
    guard !probe.box.isEmpty else { return nil }
    var best = Best(square: Square.bound(of: limit))
    scratch.queue.removeAll()
    let top = levelStarts.count - 2
    for index in topLevel {
      scratch.queue.push(
        index: index, level: top, distance: boxes[index].squaredGap(to: probe.box))
    }
    while let next = scratch.queue.pop(), next.distance <= best.square {
      guard next.level == 0 else {
        for child in children(of: next.index, level: next.level) {
          let gap = boxes[child].squaredGap(to: probe.box)
          if gap <= best.square {
            scratch.queue.push(index: child, level: next.level - 1, distance: gap)
          }
        }
        continue
      }
      for index in points(in: next.index, level: 0) { consider(index, probe, &best) }
    }
    guard best.point >= 0 else { return nil }
    let place = positions[best.point]
    if best.square == 0 { return NearestFeature(row: best.row, pair: .meeting(at: place)) }
    return NearestFeature(row: best.row, pair: probe.nearestPair(to: place, in: others))
  }

  private struct Best {
    /// The square of the distance.
    var square: Double
    var row = Int.max
    var point = -1
  }

  private func consider(_ index: Int, _ probe: ProbeEdges, _ best: inout Best) {
    let place = positions[index]
    let row = Int(rows[index])
    let gap = probe.box.squaredGap(to: place)
    // What is no nearer counts only in an earlier row.
    guard gap < best.square || (gap == best.square && row < best.row) else { return }
    let square =
      gap == 0 && probe.contains(place)
      ? 0 : probe.squaredDistance(from: place, enough: 0, bound: best.square)
    guard square < best.square || (square == best.square && row < best.row) else { return }
    best = Best(square: square, row: row, point: index)
  }
}

extension ProbeEdges {
  /// The position of the edges nearest to a place, and the place.
  ///
  /// - Parameter positions: the positions of the column that the probe was loaded from.
  /// - Complexity: O(v).
  func nearestPair(to place: XY, in positions: [XY]) -> NearestPair {
    var (best, square) = (place, Double.infinity)
    for block in 0..<blockCount {
      for edge in edges(ofBlock: block) {
        let (a, b) = (positions[edge.start], positions[edge.end])
        let found = SegmentDistance.squared(place, from: a, to: b)
        guard found < square else { continue }
        (best, square) = (SegmentDistance.foot(of: place, from: a, to: b), found)
      }
    }
    return NearestPair(from: best, to: place, square: square)
  }
}
