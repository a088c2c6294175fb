/// Measures many areas on the ellipsoid fast, keeping what it worked out about each neighbourhood.
///
/// Gives the areas of ``EllipsoidalArea`` to 1e-5 m² on a few square kilometres. What it returns depends
/// on the geometry alone, never on those before it. Belongs to one task.
package final class EllipsoidalAreaMeter {
  /// Neighbourhoods are squares of this side in metres, so that 3 km are left within a patch's reach.
  private static let side = 10_000.0

  private let exact: EllipsoidalArea
  private var patches: [SIMD2<Int32>: EqualAreaPatch] = [:]
  /// The patch last asked for, as it most often is again.
  private var latest: (cell: SIMD2<Int32>, patch: EqualAreaPatch)?

  /// - Parameter grid: the grid that positions are given on.
  package init(grid: GaussKrugerGrid) { exact = EllipsoidalArea(grid: grid) }

  /// Area of a polygonal geometry on the ellipsoid: shells less holes, whatever their winding.
  ///
  /// Zero for points, lines and empty geometries. A geometry of more than some 6 km across is measured by
  /// the formula itself.
  /// - Complexity: O(v).
  package func area(of geometry: Geometry) -> SquareMetres {
    area(ofRow: 0, of: GeometryColumn(CollectionOfOne(geometry)))
  }

  /// Area of a row of a column on the ellipsoid, as ``area(of:)`` has it.
  ///
  /// - Parameter box: that of the row where it is known.
  package func area(
    ofRow row: Int, of column: GeometryColumn, box: BoundingBox? = nil
  ) -> SquareMetres {
    let range = column.range(ofRow: row)
    guard column.kinds[row] == .polygon, !range.isEmpty else { return .zero }
    guard let patch = patch(for: box ?? column.boundingBox(ofRow: row)) else {
      return exact.area(of: column.geometry(ofRow: row))
    }
    var total = 0.0
    for part in column.parts(ofRow: row) {
      let rings = column.rings(ofPart: part)
      for ring in rings {
        let area = abs(patch.twiceSignedArea(of: column.positions, column.range(ofRing: ring))) / 2
        total += ring == rings.lowerBound ? area : -area
      }
    }
    return SquareMetres(total)
  }

  /// The ellipsoid's area for one of the grid at a position; one where no grid holds it.
  ///
  /// To 1e-11: on a Gauss–Krüger grid 1 at the central meridian, 0.99950 a hundred kilometres from it.
  package func arealScale(at position: XY) -> Double {
    guard let cell = Self.cell(position) else { return 1 }
    let scale = patch(of: cell).arealScale(at: position)
    return (0.5...2).contains(scale) ? scale : 1
  }

  /// The patch of the neighbourhood that holds a box's centre; nil where the box reaches beyond it.
  private func patch(for box: BoundingBox) -> EqualAreaPatch? {
    guard let cell = Self.cell(box.centre) else { return nil }
    let (centre, reach) = (Self.centre(of: cell), EqualAreaPatch.reach)
    guard box.minX >= centre.x - reach, box.maxX <= centre.x + reach,
      box.minY >= centre.y - reach, box.maxY <= centre.y + reach
    else { return nil }
    return patch(of: cell)
  }

  /// The neighbourhood that holds a position; nil where no grid does.
  private static func cell(_ position: XY) -> SIMD2<Int32>? {
    let (x, y) = (position.x / side, position.y / side)
    guard abs(x) < 1e6, abs(y) < 1e6 else { return nil }
    return SIMD2(Int32(x.rounded(.down)), Int32(y.rounded(.down)))
  }

  private static func centre(of cell: SIMD2<Int32>) -> XY {
    XY((Double(cell.x) + 0.5) * side, (Double(cell.y) + 0.5) * side)
  }

  private func patch(of cell: SIMD2<Int32>) -> EqualAreaPatch {
    if let latest, latest.cell == cell { return latest.patch }
    let patch = patches[cell] ?? EqualAreaPatch(centre: Self.centre(of: cell), area: exact)
    patches[cell] = patch
    latest = (cell, patch)
    return patch
  }
}
