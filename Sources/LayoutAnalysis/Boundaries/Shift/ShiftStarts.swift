import LandModel
import SpatialIndex

/// Shifts from which a fit is worth a try.
enum ShiftStarts {
  /// Width of a bin of the vote, metres: coarse beside digitising noise, fine beside the shifts.
  private static let bin = 10.0
  /// Vertices that vote at most, and votes counted at most: a guard for dense references.
  private static let mostVoters = 150
  private static let mostVotes = 2_000_000

  /// The median offset of the centroids of features that carry one id; nil where fewer than two do.
  static func byID(
    _ layer: ProjectedLayer, rows: [Int], _ reference: ReferenceBoundaries
  ) -> XY? {
    var offsets: [XY] = []
    for row in rows {
      guard let other = reference.rowOfID[layer.ids[row]],
        let a = PlanarMeasure.centroid(of: layer.geometry.geometry(ofRow: row)),
        let b = PlanarMeasure.centroid(of: reference.column.geometry(ofRow: other))
      else { continue }
      offsets.append(XY(a.x - b.x, a.y - b.y))
      if offsets.count == mostVoters { break }
    }
    guard offsets.count >= 2 else { return nil }
    let (x, y) = (offsets.map(\.x).sorted(), offsets.map(\.y).sorted())
    return XY(x[x.count / 2], y[y.count / 2])
  }

  /// The offset between vertices that most pairs agree on, each vertex with all those within reach.
  static func byVote(_ vertices: [XY], _ reference: ReferenceBoundaries) -> XY? {
    let reach = ShiftFitting.reach
    let side = Int(2 * reach / bin)
    var bins = [Int32](repeating: 0, count: side * side)
    let column = reference.column
    let step = max(1, vertices.count / mostVoters)
    var votes = 0
    for index in stride(from: 0, to: vertices.count, by: step) where votes < mostVotes {
      let vertex = vertices[index]
      let box = BoundingBox(minX: vertex.x, minY: vertex.y, maxX: vertex.x, maxY: vertex.y)
      for row in reference.tree.rows(meeting: box.expanded(by: reach)) {
        for place in column.range(ofRow: row) {
          let (dx, dy) = (
            vertex.x - column.positions[place].x, vertex.y - column.positions[place].y
          )
          guard abs(dx) < reach, abs(dy) < reach else { continue }
          let (i, j) = (Int((dx + reach) / bin), Int((dy + reach) / bin))
          bins[j * side + i] += 1
          votes += 1
        }
      }
    }
    return peak(of: bins, side: side)
  }

  /// The middle of the nine bins with the most votes; of equals the one nearest to no shift.
  private static func peak(of bins: [Int32], side: Int) -> XY? {
    var best: (votes: Int32, shift: XY)?
    for j in 1..<(side - 1) {
      for i in 1..<(side - 1) where bins[j * side + i] > 0 {
        var votes: Int32 = 0
        for row in (j - 1)...(j + 1) {
          for place in (row * side + i - 1)...(row * side + i + 1) { votes += bins[place] }
        }
        let shift = XY(
          (Double(i) + 0.5) * bin - ShiftFitting.reach, (Double(j) + 0.5) * bin - ShiftFitting.reach
        )
        let isNearer = best.map {
          shift.distance(to: XY(0, 0)) < $0.shift.distance(to: XY(0, 0))
        }
        if votes > best?.votes ?? 0 || (votes == best?.votes && isNearer == true) {
          best = (votes, shift)
        }
      }
    }
    return best?.shift
  }
}
