import LandModel
import SpatialIndex

/// Boundaries of known position, ready to be searched.
struct ReferenceBoundaries: Sendable {
  let layer: ProjectedLayer
  let edges: EdgeTree
  /// Boxes of the features, to look for their vertices.
  let tree: BoxTree
  /// Rows by id, of ids that one feature alone has.
  let rowOfID: [FeatureID: Int]

  /// Points and features without a finite position take no part.
  init(_ layer: ProjectedLayer) {
    let rows = (0..<layer.count).filter { row in
      layer.geometry.kinds[row] != .point
        && layer.geometry.range(ofRow: row).allSatisfy { layer.geometry.positions[$0].isFinite }
    }
    let column = layer.geometry.selecting(rows: rows)
    self.layer = layer
    edges = EdgeTree(column)
    tree = BoxTree(column)
    var first: [FeatureID: Int] = [:]
    var repeated: Set<FeatureID> = []
    for (index, row) in rows.enumerated()
    where first.updateValue(index, forKey: layer.ids[row]) != nil {
      repeated.insert(layer.ids[row])
    }
    rowOfID = first.filter { !repeated.contains($0.key) }
  }

  var column: GeometryColumn { edges.column }
}
