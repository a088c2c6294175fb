import LandModel
import SpatialIndex

/// A vertex of some features that lies on the edge of a neighbour without a vertex there.
struct MissingVertex: Sendable {
  /// The feature that lacks the vertex, its ring, and the position at which the edge starts.
  let row: Int
  let ring: Int
  let edge: Int
  let place: XY
  /// The features that have it, ascending.
  let neighbours: [Int]
  let distance: Double

  /// All of a layer, by the row that lacks the vertex, the edge, and the place.
  ///
  /// - Parameter reach: distance within which a vertex lies on an edge, or is a vertex's twin.
  static func all(of side: BorderSide, reach: Double, workers: Int?) -> [MissingVertex] {
    let runs = side.free.runs
    let chunks = Chunks.map(count: runs.count, size: 512, workers: workers) { range in
      range.flatMap { hits(ofRun: runs[$0], side, reach: reach) }
    }
    let sorted = chunks.flatMap { $0 }.sorted()
    var found: [MissingVertex] = []
    var index = 0
    while index < sorted.count {
      let hit = sorted[index]
      var neighbours: [Int] = []
      while index < sorted.count, sorted[index].isSamePlace(as: hit) {
        if neighbours.last != sorted[index].neighbour { neighbours.append(sorted[index].neighbour) }
        index += 1
      }
      found.append(
        MissingVertex(
          row: hit.row, ring: hit.ring, edge: hit.edge, place: hit.place, neighbours: neighbours,
          distance: hit.distance))
    }
    return found
  }

  /// A vertex of one neighbour on an edge.
  private struct Hit: Comparable {
    let row: Int
    let ring: Int
    let edge: Int
    let place: XY
    let neighbour: Int
    let distance: Double

    func isSamePlace(as other: Hit) -> Bool { edge == other.edge && place == other.place }

    static func < (left: Hit, right: Hit) -> Bool {
      (left.row, left.edge, left.place.x, left.place.y, left.neighbour)
        < (right.row, right.edge, right.place.x, right.place.y, right.neighbour)
    }
  }

  /// The edges of other features on which the vertices of a run lie.
  private static func hits(
    ofRun run: FreeEdges.Run, _ side: BorderSide, reach: Double
  ) -> [Hit] {
    let (free, positions) = (side.free, side.column.positions)
    var hits: [Hit] = []
    for index in Int(run.start)...Int(run.start + run.count) {
      let vertex = positions[index]
      for number in free.tree.rows(meeting: BoundingBox(at: vertex).expanded(by: reach)) {
        let near = free.runs[number]
        guard near.row != run.row else { continue }
        for edge in Int(near.start)..<Int(near.start + near.count) {
          let (a, b) = (positions[edge], positions[edge + 1])
          let square = SegmentDistance.squared(vertex, from: a, to: b)
          guard square <= reach * reach, vertex.distance(to: a) > reach,
            vertex.distance(to: b) > reach
          else { continue }
          hits.append(
            Hit(
              row: Int(near.row), ring: Int(near.ring), edge: edge, place: vertex,
              neighbour: Int(run.row), distance: square.squareRoot()))
        }
      }
    }
    return hits
  }
}
