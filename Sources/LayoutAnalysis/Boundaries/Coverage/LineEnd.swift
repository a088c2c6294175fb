import LandModel
import SpatialIndex

/// An end of a line.
struct LineEnd: Sendable {
  let row: Int
  let place: XY

  /// Two ends of two layers that are near each other and not one.
  struct Mismatch: Sendable {
    let end: LineEnd
    let other: LineEnd
    let distance: Double
  }

  /// The ends of the sound lines of a layer that are not closed, by row.
  static func all(of view: LayerView) -> [LineEnd] {
    let column = view.column
    var ends: [LineEnd] = []
    for row in view.soundRows where column.kinds[row] == .line {
      for ring in column.rings(ofRow: row) {
        let range = column.range(ofRing: ring)
        guard let last = range.last, column.positions[range.lowerBound] != column.positions[last]
        else { continue }
        ends.append(LineEnd(row: row, place: column.positions[range.lowerBound]))
        ends.append(LineEnd(row: row, place: column.positions[last]))
      }
    }
    return ends
  }

  /// For each end without an end of the other layer at its place the nearest one that has none either.
  ///
  /// - Parameters:
  ///   - reach: distance up to which an end is near.
  ///   - tolerance: distance up to which two ends are one.
  static func mismatches(
    of ends: [LineEnd], with others: [LineEnd], reach: Double, tolerance: Double
  ) -> [Mismatch] {
    let loose = unmatched(ends, others, tolerance: tolerance)
    let looseOthers = unmatched(others, ends, tolerance: tolerance)
    let tree = BoxTree(looseOthers.map { BoundingBox(at: $0.place) })
    return loose.compactMap { end in
      let nearest = tree.nearestRows(to: BoundingBox(at: end.place), within: reach).first
      return nearest.map {
        Mismatch(end: end, other: looseOthers[$0.row], distance: $0.distance)
      }
    }
  }

  private static func unmatched(
    _ ends: [LineEnd], _ others: [LineEnd], tolerance: Double
  ) -> [LineEnd] {
    let tree = BoxTree(others.map { BoundingBox(at: $0.place) })
    return ends.filter {
      tree.nearestRows(to: BoundingBox(at: $0.place), within: tolerance).isEmpty
    }
  }
}
