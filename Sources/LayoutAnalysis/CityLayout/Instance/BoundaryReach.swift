import LandModel

/// How far boundaries reach in sixteen directions, which bounds the distance of two from both sides.
///
/// Where u is a unit vector, two boundaries are at least as far apart as the one begins along u after the
/// other has ended; and no farther than the last vertex of the one from the first of the other.
struct BoundaryReach: Sendable {
  static let directionCount = 16
  /// Bounds decide nothing within this distance of a limit: sums of coordinates are not exact.
  static let doubt = 1e-6

  private static let directions: [XY] = (0..<directionCount).map { index in
    // Points of a square's sides, brought to length one: no trigonometry, the same everywhere.
    let step = Double(index % 4) / 4
    let turn = index / 4
    let raw = XY(1 - step, step)
    let length = (raw.x * raw.x + raw.y * raw.y).squareRoot()
    let unit = XY(raw.x / length, raw.y / length)
    return switch turn {
    case 0: unit
    case 1: XY(-unit.y, unit.x)
    case 2: XY(-unit.x, -unit.y)
    default: XY(unit.y, -unit.x)
    }
  }

  /// For each boundary and direction how far it reaches along it, and the vertex that does.
  private let ends: [Double]
  private let vertices: [XY]

  init(_ boundaries: [Geometry]) {
    var ends: [Double] = []
    var vertices: [XY] = []
    ends.reserveCapacity(boundaries.count * Self.directionCount)
    vertices.reserveCapacity(boundaries.count * Self.directionCount)
    for boundary in boundaries {
      let positions = boundary.positions
      for direction in Self.directions {
        var (end, vertex) = (-Double.infinity, XY(.infinity, .infinity))
        for position in positions {
          let along = position.x * direction.x + position.y * direction.y
          if along > end { (end, vertex) = (along, position) }
        }
        ends.append(end)
        vertices.append(vertex)
      }
    }
    self.ends = ends
    self.vertices = vertices
  }

  /// The direction nearest to that from one position to another.
  static func direction(from one: XY, to other: XY) -> Int {
    let (dx, dy) = (other.x - one.x, other.y - one.y)
    var (best, most) = (0, -Double.infinity)
    for (index, direction) in directions.enumerated() {
      let along = dx * direction.x + dy * direction.y
      if along > most { (best, most) = (index, along) }
    }
    return best
  }

  /// A distance no greater than that of two boundaries, below zero where nothing is known.
  func least(_ left: Int, _ right: Int, towards direction: Int) -> Double {
    var least = -Double.infinity
    for (ahead, back) in Self.facing[direction] {
      least = max(
        least,
        -ends[right * Self.directionCount + back] - ends[left * Self.directionCount + ahead])
    }
    return least
  }

  /// A distance no less than that of two boundaries.
  func most(_ left: Int, _ right: Int, towards direction: Int) -> Double {
    var most = Double.infinity
    for (ahead, back) in Self.facing[direction] {
      most = min(
        most,
        vertices[left * Self.directionCount + ahead].distance(
          to: vertices[right * Self.directionCount + back]))
    }
    return most
  }

  /// For each direction itself and its two neighbours, each with the opposite one.
  private static let facing: [[(ahead: Int, back: Int)]] = (0..<directionCount).map { index in
    [-1, 0, 1].map { step in
      let ahead = (index + step + directionCount) % directionCount
      return (ahead, (ahead + directionCount / 2) % directionCount)
    }
  }
}
