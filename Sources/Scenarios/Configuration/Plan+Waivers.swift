import Foundation
import LandModel
import LayoutAnalysis

extension PlanValue {
  /// The waivers of a list.
  ///
  /// - Throws: ``PlanError`` for a rule that does not exist, and for a reason or author without a word.
  func waivers() throws(PlanError) -> [FindingWaiver] {
    var waivers: [FindingWaiver] = []
    for value in elements { waivers.append(try value.waiver()) }
    return waivers
  }

  private func waiver() throws(PlanError) -> FindingWaiver {
    if let rule = self["rule"] {
      try rule.requireText(isAmong: BoundaryRules.all.map(\.code.text), kind: "validation rule")
    }
    for key in ["reason", "author"] {
      if let value = self[key], value.text.allSatisfy(\.isWhitespace) {
        throw value.error(.wrongValue(expected: "a text", found: "nothing"))
      }
    }
    let features = self["features"]?.elements.map(\.text) ?? []
    guard !features.isEmpty else { throw error(.missingKey("features")) }
    let layer = self["layer"]?.text
    return FindingWaiver(
      rule: RuleCode(self["rule"]?.text ?? ""), layer: layer == "*" ? nil : layer,
      features: features.contains("*") ? nil : features.map { FeatureID($0) },
      place: self["near"].map { near in
        .init(
          centre: XY(near["lon"]?.number ?? 0, near["lat"]?.number ?? 0),
          radius: near["within"]?.length ?? .zero)
      },
      waiver: Waiver(
        reason: self["reason"]?.text ?? "", author: self["author"]?.text ?? "",
        until: self["until"]?.text),
      origin: place.origin)
  }
}

extension PlanPlace {
  /// The place without folders, as results name it.
  var origin: String {
    let name = URL(filePath: file).lastPathComponent
    return line.map { "\(name):\($0)" } ?? name
  }
}

extension FindingWaiver {
  /// The same statement about a layer by its key in a plan, where it names the layer's file.
  func resolved(in layers: [PlanLayer]) -> FindingWaiver {
    guard let layer, !layers.contains(where: { $0.key == layer }),
      let declared = layers.first(where: { PlanLayer.key(of: $0.file) == layer })
    else { return self }
    return FindingWaiver(
      rule: rule, layer: declared.key, features: features, place: place, waiver: waiver,
      origin: origin)
  }
}
