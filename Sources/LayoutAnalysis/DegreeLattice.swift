package import LandModel
package import Topology

/// The lattice of degrees on which positions are written (RFC 7946 §11.2), a centimetre wide.
///
/// Rounding can bring an edge across a vertex that it passed by less: what was valid on the grid is not
/// where it is read. Such a geometry is drawn anew on the lattice.
package struct DegreeLattice: Sendable {
  /// Decimals of a degree.
  package static let decimals = 7
  /// Cells to a degree.
  private static let scale = 1e7

  package let grid: GaussKrugerGrid

  package init(grid: GaussKrugerGrid) { self.grid = grid }

  /// The polygons of a geometry so that they are valid once their positions are rounded.
  ///
  /// A geometry whose rounding is valid stays as it is, bit by bit; any other has its vertices where they are
  /// written, moved by a centimetre at most, and may have lost or gained parts.
  ///
  /// - Parameter geometry: valid on the grid; points and lines stay as they are.
  /// - Throws: ``TopologyError`` when GEOS fails on it.
  package func settled(
    _ geometry: Geometry, in workspace: Workspace
  ) throws(TopologyError) -> Geometry {
    guard geometry.kind == .polygon, !geometry.isEmpty else { return geometry }
    let degrees = geometry.mapPositions(grid.geodetic)
    guard try !Shape(degrees.mapPositions(Self.rounded), in: workspace).isValid() else {
      return geometry
    }
    let shape = try Shape(degrees, in: workspace)
    let drawn =
      try shape.isValid()
      ? shape.snapped(toLattice: 1 / Self.scale)
      : shape.madeValid().snapped(toLattice: 1 / Self.scale)
    return try drawn.polygons().mapPositions(grid.projected)
  }

  /// The same for each row of a column; what would collapse stays as it is, for it marks a place.
  ///
  /// - Throws: ``TopologyError`` when GEOS fails on one.
  package func settled(_ column: GeometryColumn) throws(TopologyError) -> GeometryColumn {
    let workspace = Workspace()
    var geometries: [Geometry] = []
    for row in 0..<column.count {
      let geometry = column.geometry(ofRow: row)
      let settled = try settled(geometry, in: workspace)
      geometries.append(settled.isEmpty ? geometry : settled)
    }
    return GeometryColumn(geometries)
  }

  private static func rounded(_ position: XY) -> XY {
    XY((position.x * scale).rounded() / scale, (position.y * scale).rounded() / scale)
  }
}
