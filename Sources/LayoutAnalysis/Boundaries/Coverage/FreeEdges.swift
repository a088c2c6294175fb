import LandModel
import SpatialIndex

/// The edges that polygons of a layer do not share, in short runs with a tree over them.
struct FreeEdges: Sendable {
  /// Consecutive free edges of one ring.
  struct Run: Sendable {
    let row: Int32
    let ring: Int32
    /// The first position in the column, and how many edges follow from it.
    let start: Int32
    let count: Int32
  }

  /// Edges in a run at most: few enough for a tight box, many enough for a small tree.
  private static let longest = 8

  /// By row, ring and place in the ring.
  let runs: [Run]
  let boxes: [BoundingBox]
  let tree: BoxTree

  /// - Parameter rows: the rows that were compared, ascending.
  init(_ column: GeometryColumn, rows: [Int], matching: EdgeMatching) {
    var runs: [Run] = []
    var boxes: [BoundingBox] = []
    let positions = column.positions
    for row in rows {
      for ring in column.rings(ofRow: row) {
        let range = column.range(ofRing: ring)
        var index = range.lowerBound
        while index < range.upperBound - 1 {
          guard matching.isFree[index] else {
            index += 1
            continue
          }
          var (box, end) = (BoundingBox.empty, index)
          box.extend(to: positions[index])
          while end < range.upperBound - 1, end - index < Self.longest, matching.isFree[end] {
            end += 1
            box.extend(to: positions[end])
          }
          runs.append(
            Run(
              row: Int32(row), ring: Int32(ring), start: Int32(index), count: Int32(end - index)))
          boxes.append(box)
          index = end
        }
      }
    }
    self.runs = runs
    self.boxes = boxes
    tree = BoxTree(boxes)
  }
}
