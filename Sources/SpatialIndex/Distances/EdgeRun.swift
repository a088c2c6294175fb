import LandModel

/// A few consecutive edges of one ring, with their box; a single position has none.
struct EdgeRun: Sendable {
  /// Edges in a run at most: few enough for a tight box, many enough for a small tree.
  static let longest = 8

  let row: Int
  /// First and last position, in the column's numbering.
  let positions: ClosedRange<Int>
  let box: BoundingBox

  /// Cuts a row's rings and lines into runs, and adds them to others.
  static func append(ofRow row: Int, of column: GeometryColumn, to runs: inout [EdgeRun]) {
    let positions = column.positions
    for ring in column.rings(ofRow: row) {
      let range = column.range(ofRing: ring)
      guard let last = range.last else { continue }
      var first = range.lowerBound
      repeat {
        let end = min(first + longest, last)
        var box = BoundingBox.empty
        for index in first...end {
          let place = positions[index]
          box.join(BoundingBox(minX: place.x, minY: place.y, maxX: place.x, maxY: place.y))
        }
        runs.append(EdgeRun(row: row, positions: first...end, box: box))
        first = end
      } while first < last
    }
  }
}
