package import LandModel
internal import SpatialIndex

/// Features of a constraint layer that validation left out: what land they close nobody knows.
package struct UnmeasuredFeatures: Sendable {
  /// In layer order.
  package let ids: [FeatureID]
  /// One for each, in the working reference system; empty where a feature has no position.
  package let boxes: [BoundingBox]

  /// None.
  package init() { (ids, boxes) = ([], []) }

  /// The features of a layer that did not become part of the checked one.
  package init(of layer: ProjectedLayer, leftOutOf checked: CheckedLayer) {
    // As a rule nothing is left out, and a large layer is not gone through.
    let isWhole = checked.count == layer.count
    let kept = isWhole ? [] : Set(checked.sourceRows)
    let rows = isWhole ? [] : (0..<layer.count).filter { !kept.contains($0) }
    ids = rows.map { layer.ids[$0] }
    boxes = rows.map { layer.geometry.boundingBox(ofRow: $0) }
  }
}

/// Finds the left-out features that a town may lie on or near.
struct UnmeasuredIndex: Sendable {
  private let features: UnmeasuredFeatures
  private let boxes: BoxTree
  /// As far from a feature's box a town's answer may depend on the feature.
  private let reach: Double

  /// - Returns: nil where nothing was left out.
  init?(_ constraint: Constraint, parameters: RedLineParameters) {
    features = constraint.unmeasured
    guard !features.ids.isEmpty else { return nil }
    boxes = BoxTree(features.boxes)
    reach =
      switch constraint.rule {
      case .forbid, .limit, .conditional: parameters.nearDistance.value
      case .buffer(let distance): (distance + parameters.nearDistance).value
      case .setback(let rule):
        (parameters.nearDistance + (rule.groups.map(\.distance).max() ?? .zero)).value
      case .inside: parameters.touchDistance.value
      }
  }

  /// The features whose box, grown by the reach, meets a town's box; in layer order.
  func ids(near town: BoundingBox) -> [FeatureID] {
    boxes.rows(meeting: town.expanded(by: reach)).map { features.ids[$0] }
  }
}
