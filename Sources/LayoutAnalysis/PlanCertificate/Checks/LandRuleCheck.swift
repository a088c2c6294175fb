import LandModel
import Topology

/// Every town, and its building land, keeps the rules of the constraint layers.
///
/// A published boundary is drawn in by its rounding first, so that what is found is no rounding.
struct LandRuleCheck {
  let towns: [StatedTown]
  let land: LandInput
  /// Area in common below this is rounding of the overlay.
  static let smallest = SquareMetres(0.001)

  func check() throws(TopologyError) -> CertificateCheck {
    var faults: [CertificateFault] = []
    var unread: [Constraint] = []
    for (constraints, isBuilding) in [
      (land.constraints, false), (land.buildingConstraints, true),
    ] {
      for constraint in constraints {
        if case .conditional = constraint.rule {
          unread.append(constraint)
          continue
        }
        let features = FeatureBoxes(constraint.layer)
        for town in towns {
          let measure = try TownOnLayer(town: town, isBuilding: isBuilding, features: features)
          faults += try measure.faults(of: constraint)
        }
      }
    }
    let outcome: CertificateCheck.Outcome =
      if !faults.isEmpty { .broken } else { unread.isEmpty ? .holds : .trusted }
    return CertificateCheck(
      .constraints, outcome, detail: detail(unread: unread.map(\.title)), faults: faults)
  }

  private func detail(unread: [LocalizedText]) -> LocalizedText {
    let count = land.constraints.count + land.buildingConstraints.count - unread.count
    var (english, chinese) = (
      "\(towns.count.counted("town")) laid over \(count.counted("layer")) by GEOS",
      "用 GEOS 将 \(towns.count) 个小镇与 \(count) 个约束图层叠加"
    )
    if !unread.isEmpty {
      english += "; rules by activity class are not looked at: "
      english += unread.map(\.english).joined(separator: ", ")
      chinese += "；未检查按活动类别的规则：" + unread.map(\.chinese).joined(separator: "、")
    }
    return LocalizedText(english: english, chinese: chinese)
  }
}

/// The features of a layer with their boxes.
struct FeatureBoxes {
  let layer: CheckedLayer
  let boxes: [BoundingBox]

  init(_ layer: CheckedLayer) {
    self.layer = layer
    boxes = layer.geometry.boundingBoxes
  }

  func rows(meeting box: BoundingBox) -> [Int] { boxes.indices.filter { boxes[$0].meets(box) } }
}
