import LandModel

/// Which corners of a net's faces are vertices of the borders that remain.
///
/// A corner is one where borders of several features meet, where a border turns, or where a feature whose
/// border it is has a vertex. Others are places where a border passed that is there no longer.
struct BorderCorners {
  private(set) var needed: Set<XY> = []

  /// - Parameters:
  ///   - covers: who covers each face now.
  ///   - candidates: the corners in question.
  init(net: FaceNet, covers: [[Int]], members: [BorderGroup.Member], among candidates: Set<XY>) {
    var ends: [XY: [XY]] = [:]
    var features: [XY: Set<Int>] = [:]
    for (face, sides) in net.sides.enumerated() {
      for side in sides where side.other.map({ face < $0 }) ?? true {
        let other = side.other.map { covers[$0] } ?? []
        guard covers[face] != other else { continue }
        let bordering = Set(covers[face]).symmetricDifference(other)
        for (corner, end) in [(side.low, side.high), (side.high, side.low)]
        where candidates.contains(corner) {
          ends[corner, default: []].append(end)
          features[corner, default: []].formUnion(bordering)
        }
      }
    }
    var owners: [XY: [Int]] = [:]
    for (feature, member) in members.enumerated() {
      for ring in member.geometry.rings {
        for vertex in ring.vertices where ends[vertex.position] != nil {
          owners[vertex.position, default: []].append(feature)
        }
      }
    }
    for (corner, ends) in ends {
      let isOwned = owners[corner]?.contains { features[corner]?.contains($0) ?? false } ?? false
      if isOwned || ends.count != 2 || Self.turns(at: corner, ends[0], ends[1]) {
        needed.insert(corner)
      }
    }
  }

  /// Whether a border bends at a corner by more than the rounding of a crossing point.
  private static func turns(at corner: XY, _ a: XY, _ b: XY) -> Bool {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let across = abs(dx * (corner.y - a.y) - dy * (corner.x - a.x))
    let along = (corner.x - a.x) * dx + (corner.y - a.y) * dy
    return across > FaceNet.noise * length || along < 0 || along > length * length
  }
}
