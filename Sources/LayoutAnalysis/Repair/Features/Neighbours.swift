import LandModel
import SpatialIndex
import Topology

/// The other features of a layer, for steps that must not take their land.
struct Neighbours: Sendable {
  private let column: GeometryColumn
  private let tree: BoxTree?

  /// - Parameter isAsked: whether any step will ask; an index is made only then.
  init(_ column: GeometryColumn, isAsked: Bool) {
    self.column = column
    tree = isAsked ? BoxTree(column) : nil
  }

  /// Whether a feature has land in a hole of another one: a piece wider than rounding makes.
  ///
  /// A feature that GEOS cannot work on counts as one that has.
  func share(
    land hole: Geometry, ofRow own: Int, in workspace: Workspace
  ) throws(TopologyError) -> Bool {
    guard let tree else { return true }
    let shape = try Shape(hole, in: workspace)
    for row in tree.rows(meeting: hole.boundingBox)
    where row != own && column.kinds[row] == .polygon {
      do throws(TopologyError) {
        let common = try shape.intersection(with: Shape(row: row, of: column, in: workspace))
        // A thousandth of a metre is the width that rules on overlap take for rounding (§4.2).
        if try !Pieces(of: common.polygons(), widerThan: 0.001).isEmpty { return true }
      } catch {
        return true
      }
    }
    return false
  }
}
