import LandModel
import LayoutAnalysis

extension PlanValue {
  /// The layers that boundaries run along, from the `delimitation` section's `follow`, in file order.
  ///
  /// - Throws: ``PlanError`` at the list where boundaries are no smooth lines round cells, at a name for a layer
  ///   that the plan does not have, whose role is one of points, or that stands there twice.
  func follow(_ list: PlanValue, among layers: [PlanLayer]) throws(PlanError) -> [String] {
    if self["units"] != nil {
      throw list.error(
        .contradiction("towns of parcels run along the parcels' borders; leave follow out"))
    }
    if self["boundary"]?.text == BoundaryLine.cells.rawValue {
      throw list.error(
        .contradiction("boundary: cells draws the cells' own sides; leave one of the two out"))
    }
    var keys: [String] = []
    for element in list.elements {
      try element.requireText(isAmong: layers.map(\.key), kind: "layer")
      if let layer = layers.first(where: { $0.key == element.text }), layer.role.isOfPoints {
        throw element.error(
          .contradiction(
            "a boundary runs along lines or edges of polygons; “\(layer.key)” has the role "
              + layer.role.rawValue))
      }
      if keys.contains(element.text) {
        throw element.error(.contradiction("“\(element.text)” stands here twice"))
      }
      keys.append(element.text)
    }
    return keys
  }
}

extension PlanRole {
  /// Whether a layer of this role is of points, or read as points, and has nothing to run along.
  fileprivate var isOfPoints: Bool {
    switch self {
    case .resources, .settlements, .elevation, .candidates: true
    case .administrative, .access, .constraint, .parcels, .context: false
    }
  }
}
