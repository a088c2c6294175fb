import LandModel
import SpatialIndex

/// The free borders of one layer, as one side of a comparison of borders.
struct BorderSide: Sendable {
  let column: GeometryColumn
  let free: FreeEdges
  let hasLandOnLeft: [Bool]

  init(_ view: LayerView) {
    column = view.column
    free = view.freeEdges
    hasLandOnLeft = view.matching.hasLandOnLeft
  }

  /// The ends of an edge, in the order that has the feature's land on the left.
  func ends(ofEdge start: Int, ring: Int32) -> (XY, XY) {
    let (a, b) = (column.positions[start], column.positions[start + 1])
    return hasLandOnLeft[Int(ring)] ? (a, b) : (b, a)
  }
}

/// How the border of one feature runs along an edge of another one's, where the two face each other.
///
/// Lands of neighbours lie on opposite sides, so their borders run against each other when each is read with
/// its land on the left.
struct FacingEdges {
  /// Shares of the first edge's length between which the other one faces it, in the order that has land on
  /// the left; `from` is below `to`.
  let from: Double
  let to: Double
  /// Distance of the other edge at both ends: positive over open land, negative inside the feature.
  let offsetFrom: Double
  let offsetTo: Double

  var greatest: Double { max(abs(offsetFrom), abs(offsetTo)) }

  /// Cosine that the directions of borders must stay below: within 60° of straight against each other.
  private static let cosine = -0.5

  /// Nil where the edges do not face each other within a distance.
  ///
  /// - Parameters:
  ///   - edge: the first edge, its land on the left.
  ///   - other: the other edge, its land on the left.
  ///   - reach: greatest distance in metres; what is farther is cut off.
  init?(_ edge: (XY, XY), _ other: (XY, XY), within reach: Double) {
    let (a, b) = edge
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let (ex, ey) = (other.1.x - other.0.x, other.1.y - other.0.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let otherLength = (ex * ex + ey * ey).squareRoot()
    guard length > 0, otherLength > 0,
      dx * ex + dy * ey < Self.cosine * length * otherLength
    else { return nil }
    // Share along the edge, and distance to its right, of the other edge's ends; the last comes first.
    func place(_ p: XY) -> (share: Double, offset: Double) {
      let (px, py) = (p.x - a.x, p.y - a.y)
      return ((px * dx + py * dy) / (length * length), (px * dy - py * dx) / length)
    }
    let (first, last) = (place(other.1), place(other.0))
    let slope = (last.offset - first.offset) / (last.share - first.share)
    var (low, high) = (max(0, first.share), min(1, last.share))
    // The offset is linear in between: cut where it leaves the reach on either side.
    if slope != 0 {
      let crossings = [-reach, reach].map { first.share + ($0 - first.offset) / slope }
      low = max(low, min(crossings[0], crossings[1]))
      high = min(high, max(crossings[0], crossings[1]))
    } else if abs(first.offset) > reach {
      return nil
    }
    guard high > low else { return nil }
    from = low
    to = high
    offsetFrom = first.offset + slope * (low - first.share)
    offsetTo = first.offset + slope * (high - first.share)
  }
}
