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

  /// The same for a boundary that is one part without a hole, as the towns that are drawn.
  ///
  /// Where drawing anew makes several parts, the largest stays. Holes that it makes are filled where all of them lies
  /// as near to the town's land as drawing anew moves it: slits. A wider one, an inlet whose mouth was as narrow,
  /// stays open land.
  ///
  /// - Throws: ``TopologyError`` when GEOS fails on it.
  package func settledTown(
    _ town: Geometry, in workspace: Workspace
  ) throws(TopologyError) -> Geometry {
    let settled = try settled(town, in: workspace)
    guard settled != town,
      let part = settled.polygonParts.max(by: {
        PlanarMeasure.area(of: $0) < PlanarMeasure.area(of: $1)
      })
    else { return settled }
    let rings = part.rings(ofPart: 0).map { Array(part.positions[part.range(ofRing: $0)]) }
    guard rings.count > 1 else { return part }
    let near = try Shape(town, in: workspace).buffered(by: StatedRounding.redrawn)
    var kept = Array(rings.prefix(1))
    for hole in rings.dropFirst() {
      let slit = try Shape(.polygon(rings: [hole]), in: workspace)
      if try !near.covers(slit) { kept.append(hole) }
    }
    return .polygon(rings: kept)
  }

  /// The same for each row of a column; what would collapse stays as it is, for it marks a place.
  ///
  /// - Parameter asTowns: whether each is one part without a hole.
  /// - Throws: ``TopologyError`` when GEOS fails on one.
  package func settled(
    _ column: GeometryColumn, asTowns: Bool = false
  ) throws(TopologyError) -> GeometryColumn {
    let workspace = Workspace()
    var geometries: [Geometry] = []
    for row in 0..<column.count {
      let geometry = column.geometry(ofRow: row)
      let settled =
        try asTowns
        ? settledTown(geometry, in: workspace) : settled(geometry, in: workspace)
      geometries.append(settled.isEmpty ? geometry : settled)
    }
    return GeometryColumn(geometries)
  }

  private static func rounded(_ position: XY) -> XY {
    XY((position.x * scale).rounded() / scale, (position.y * scale).rounded() / scale)
  }
}
