import LandModel
import SpatialIndex
import Topology

/// The plane cut up by all rings of a group of features: faces, what lies beside each edge, and which
/// features cover which face.
///
/// One noding for all, so that the features of one face have its corners in common, whatever face goes to
/// whom. Features are numbered as given; the caller gives them in an order that does not depend on the
/// layer's.
struct FaceNet {
  /// An edge of a face, and the face on its other side; nil where that is the open plane.
  struct Side {
    let low: XY
    let high: XY
    let other: Int?

    var length: Double { low.distance(to: high) }
  }

  /// Faces narrower than this, by 2A/P, are made by rounding, and who covers them cannot be told.
  ///
  /// A hundred times the spacing of doubles at 4·10⁷ m, a thousandth of the tolerance of any rule.
  static let noise = 1e-6

  /// The faces, one part each.
  let faces: Geometry
  /// Planar areas and mean widths of the faces.
  let areas: [Double]
  let widths: [Double]
  /// For each face its sides.
  let sides: [[Side]]
  /// For each face the features that cover it, ascending; none for a face of noise.
  let covers: [[Int]]
  /// Features that have a vertex which noding moved: their borders cannot be kept, so they must not change.
  let inexact: Set<Int>

  /// - Complexity: O(v log v), and for each feature the faces within its box.
  init(_ column: GeometryColumn, in workspace: Workspace) throws(TopologyError) {
    var lines: [[XY]] = []
    for ring in column.ringEnds.indices {
      lines.append(Array(column.positions[column.range(ofRing: ring)]))
    }
    let noded = try Shape(.multiLine(lines), in: workspace).unaryUnion()
    let faces = try Shape.polygonized(noded).polygons()
    let outlines = (0..<faces.partCount).map { faces.polygon(ofPart: $0) }
    let areas = outlines.map { PlanarMeasure.area(of: $0).value }
    let widths = zip(outlines, areas).map { Pieces.meanWidth(of: $0, area: $1) }
    (self.faces, self.areas, self.widths) = (faces, areas, widths)
    sides = Self.sides(of: faces)
    covers = try Self.covers(of: outlines, widths: widths, by: column, in: workspace)
    let corners = Set(faces.positions)
    inexact = Set(
      (0..<column.count).filter { row in
        column.range(ofRow: row).contains { !corners.contains(column.positions[$0]) }
      })
  }

  /// A face as a polygon of its own.
  func outline(ofFace face: Int) -> Geometry { faces.polygon(ofPart: face) }

  /// The corners of a face, those of its holes included.
  func corners(ofFace face: Int) -> ArraySlice<XY> {
    let rings = faces.rings(ofPart: face)
    guard let first = rings.first, let last = rings.last else { return [] }
    return faces.positions[
      faces.range(ofRing: first).lowerBound..<faces.range(ofRing: last).upperBound]
  }

  /// The sides of each face: an edge has one face on it or two.
  private static func sides(of faces: Geometry) -> [[Side]] {
    var entries: [(edge: UndirectedEdge, face: Int)] = []
    entries.reserveCapacity(faces.positions.count)
    for face in 0..<faces.partCount {
      for ring in faces.rings(ofPart: face) {
        for index in faces.range(ofRing: ring).dropFirst() {
          entries.append((UndirectedEdge(faces.positions[index - 1], faces.positions[index]), face))
        }
      }
    }
    entries.sort { ($0.edge, $0.face) < ($1.edge, $1.face) }
    var sides = [[Side]](repeating: [], count: faces.partCount)
    var index = 0
    while index < entries.count {
      let (edge, face) = entries[index]
      let isShared = index + 1 < entries.count && entries[index + 1].edge == edge
      let other = isShared ? entries[index + 1].face : nil
      sides[face].append(Side(low: edge.low, high: edge.high, other: other))
      if let other { sides[other].append(Side(low: edge.low, high: edge.high, other: face)) }
      index += isShared ? 2 : 1
    }
    return sides
  }

  /// Which features hold a point inside each face that is no noise.
  private static func covers(
    of outlines: [Geometry], widths: [Double], by column: GeometryColumn, in workspace: Workspace
  ) throws(TopologyError) -> [[Int]] {
    var points: [XY?] = []
    for (outline, width) in zip(outlines, widths) {
      guard width >= noise else {
        points.append(nil)
        continue
      }
      let inner = try Shape(outline, in: workspace).pointOnSurface().points()
      points.append(inner.positions.first)
    }
    let tree = BoxTree(
      points.map { point in
        var box = BoundingBox.empty
        if let point { box.extend(to: point) }
        return box
      })
    var covers = [[Int]](repeating: [], count: outlines.count)
    for row in 0..<column.count {
      let found = tree.rows(meeting: column.boundingBox(ofRow: row))
      guard !found.isEmpty else { continue }
      // A feature of many vertices and many faces within its box is worth an index of its edges.
      if found.count * column.range(ofRow: row).count < 100_000 {
        for face in found {
          if let point = points[face], column.contains(point, inRow: row) {
            covers[face].append(row)
          }
        }
      } else {
        let shape = try PreparedShape(Shape(row: row, of: column, in: workspace))
        for face in found {
          guard let point = points[face] else { continue }
          if try shape.containsProperly(Shape(.point(point), in: workspace)) {
            covers[face].append(row)
          }
        }
      }
    }
    return covers
  }
}
