internal import CGEOS
package import LandModel

extension Shape {
  /// The union of rows of a column; lines are noded where they cross.
  ///
  /// Wraps `GEOSUnaryUnion_r`.
  ///
  /// - Parameter rows: the rows to unite, all of them when nil.
  /// - Throws: also where a row cannot be built, see ``init(row:of:in:)``.
  package static func unaryUnion(
    of column: GeometryColumn, rows: [Int]? = nil, in workspace: Workspace
  ) throws(TopologyError) -> Shape {
    try collection(of: column, rows: rows, in: workspace).unaryUnion()
  }

  /// The union of a collection's members.
  ///
  /// Wraps `GEOSUnaryUnion_r`.
  package borrowing func unaryUnion() throws(TopologyError) -> Shape {
    let pointer = unsafe pointer
    return try unsafe workspace.shape("GEOSUnaryUnion_r") { unsafe GEOSUnaryUnion_r($0, pointer) }
  }

  /// The union of polygons whose interiors are apart and whose shared edges match vertex by vertex.
  ///
  /// Much faster than ``unaryUnion(of:rows:in:)``; wrong for any other input, which GEOS notices only
  /// in part. Wraps `GEOSCoverageUnion_r`.
  package static func coverageUnion(
    of column: GeometryColumn, rows: [Int]? = nil, in workspace: Workspace
  ) throws(TopologyError) -> Shape {
    let members = try collection(of: column, rows: rows, in: workspace)
    let pointer = unsafe members.pointer
    return try unsafe workspace.shape("GEOSCoverageUnion_r") {
      unsafe GEOSCoverageUnion_r($0, pointer)
    }
  }

  /// Rows of a column as one collection, nothing united.
  package static func collection(
    of column: GeometryColumn, rows: [Int]? = nil, in workspace: Workspace
  ) throws(TopologyError) -> Shape {
    var members = ShapeList(in: workspace, capacity: rows?.count ?? column.count)
    for row in rows ?? Array(0..<column.count) {
      members.append(try Shape(row: row, of: column, in: workspace))
    }
    return try members.collected(as: GEOS_GEOMETRYCOLLECTION)
  }

  /// The polygons that a set of noded lines encloses.
  ///
  /// Wraps `GEOSPolygonize_r`.
  ///
  /// Lines must meet at their ends only: unite them first.
  package static func polygonized(_ lines: borrowing Shape) throws(TopologyError) -> Shape {
    let pointer = unsafe lines.pointer
    return try unsafe lines.workspace.shape("GEOSPolygonize_r") { handle in
      var member: OpaquePointer? = unsafe pointer
      return unsafe GEOSPolygonize_r(handle, &member, 1)
    }
  }

  /// The Voronoi cells of the points of a shape, cut from a box that holds at least the envelope.
  ///
  /// Cells come in no stated order, and reach beyond the envelope: cut them. Wraps
  /// `GEOSVoronoiDiagram_r`.
  package static func voronoiCells(
    of points: borrowing Shape, within envelope: BoundingBox
  ) throws(TopologyError) -> Shape {
    let frame = try Shape(envelope, in: points.workspace)
    let (sites, limit) = unsafe (points.pointer, frame.pointer)
    return try unsafe points.workspace.shape("GEOSVoronoiDiagram_r") {
      unsafe GEOSVoronoiDiagram_r($0, sites, limit, 0, 0)
    }
  }
}
