package import LandModel

/// A few consecutive edges of one ring, with their box; a single position has none.
package struct EdgeRun: Sendable {
  /// Edges in a run at most: few enough for a tight box, many enough for a small tree.
  static let longest = 8

  package let row: Int
  /// First and last position, in the column's numbering.
  package let positions: ClosedRange<Int>
  package let box: BoundingBox

  /// Cuts a row's rings and lines into runs.
  package static func runs(ofRow row: Int, of column: GeometryColumn) -> [EdgeRun] {
    var runs: [EdgeRun] = []
    let positions = column.positions
    for ring in column.rings(ofRow: row) {
      let range = column.range(ofRing: ring)
      guard let last = range.last else { continue }
      var first = range.lowerBound
      repeat {
        let end = min(first + longest, last)
        var box = BoundingBox.empty
        for index in first...end { box.extend(to: positions[index]) }
        runs.append(EdgeRun(row: row, positions: first...end, box: box))
        first = end
      } while first < last
    }
    return runs
  }

  /// The square of the distance to another run, or infinity once it is sure to be above a bound.
  func squaredDistance(
    in own: [XY], to other: EdgeRun, in others: [XY], bound: Double
  ) -> Double {
    var least = Double.infinity
    let near = box.expanded(by: bound.squareRoot())
    let ends = Swift.max(other.positions.lowerBound + 1, other.positions.upperBound)
    for index in (other.positions.lowerBound + 1)...ends {
      let c = others[index - 1]
      let d = other.positions.count > 1 ? others[index] : c
      if Swift.max(c.x, d.x) < near.minX || Swift.min(c.x, d.x) > near.maxX
        || Swift.max(c.y, d.y) < near.minY || Swift.min(c.y, d.y) > near.maxY
      {
        continue
      }
      let tops = Swift.max(positions.lowerBound + 1, positions.upperBound)
      for place in (positions.lowerBound + 1)...tops {
        let a = own[place - 1]
        let b = positions.count > 1 ? own[place] : a
        least = Swift.min(least, SegmentDistance.squared(a, b, c, d))
      }
    }
    return least
  }
}
