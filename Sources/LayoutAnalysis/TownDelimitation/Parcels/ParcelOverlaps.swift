package import LandModel
package import Topology

/// Parcels that share land, of which no towns of whole parcels can be made.
package struct ParcelOverlaps: Sendable {
  package struct Pair: Sendable, Equatable {
    /// Rows of the parcel layer, ascending.
    package let first: Int
    package let second: Int
    /// The land in common, in the plane.
    package let area: SquareMetres
  }

  /// From the largest area.
  package let pairs: [Pair]

  /// Finds the pairs that share a piece wider than the gap within which borders are one.
  ///
  /// - Parameter rows: those that are looked at.
  /// - Throws: ``TopologyError`` when GEOS fails on a valid polygon.
  /// - Complexity: O(v + n log n).
  package init(
    of parcels: CheckedLayer, rows: [Int], gap: Metres, workers: Int? = nil
  ) throws(TopologyError) {
    let column = parcels.geometry.selecting(rows: rows)
    let layer = CheckedLayer(
      ProjectedLayer(
        key: parcels.key, grid: parcels.grid, geometry: column,
        ids: rows.map { parcels.ids[$0] }, attributes: AttributeTable()),
      keepingValidRows: Array(rows.indices))
    // Equal geometries are the business of another rule there.
    let twins = EqualGeometries(
      column, rows: Array(rows.indices), boxes: column.boundingBoxes)
    let twice = rows.indices.filter { twins.firstRow[$0] != $0 }.map {
      Pair(
        first: rows[twins.firstRow[$0]], second: rows[$0],
        area: PlanarMeasure.area(of: column.geometry(ofRow: $0)))
    }
    let crossing = try LayerOverlaps(of: layer, tolerance: gap, workers: workers).pairs.map {
      Pair(first: rows[$0.left], second: rows[$0.right], area: SquareMetres($0.planarArea))
    }
    pairs = (twice + crossing).sorted {
      ($1.area, $0.first, $0.second) < ($0.area, $1.first, $1.second)
    }
  }
}
