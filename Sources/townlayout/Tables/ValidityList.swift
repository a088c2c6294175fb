import LandModel
import LayoutAnalysis

/// Verdicts on coordinates as stored as text: one line for each defect, then the counts.
struct ValidityList {
  let layers: [StoredValidity]
  let language: Language

  var text: String { layers.map(text).joined() }

  private func text(_ layer: StoredValidity) -> String {
    let isChinese = language == .chinese
    var lines = ""
    for feature in layer.features {
      for finding in feature.findings {
        lines +=
          isChinese ? "\(finding.severity.title.chinese)：" : "\(finding.severity.rawValue): "
        lines += "\(layer.layer) [\(feature.id.text)]: "
        lines += "\(finding.message.text(in: language)) (\(finding.rule.text)"
        lines += "\(place(of: finding)))\n"
      }
    }
    let (checked, bad) = (layer.featuresChecked, layer.invalid.count)
    let system = layer.crs?.text ?? (isChinese ? "未声明" : "none declared")
    lines +=
      isChinese
      ? "按文件坐标检查要素 \(checked) 个，无效 \(bad) 个（坐标系：\(system)）\n"
      : "\(checked.counted("feature")) checked on coordinates as stored, \(bad) invalid (system: \(system))\n"
    let placeless = layer.findingsByRule.filter {
      ["ogc.null-geometry", "ogc.empty-geometry"].contains($0.rule.text)
    }.reduce(0) { $0 + $1.count }
    if placeless > 0 {
      lines +=
        isChinese
        ? "\(placeless) 个要素没有几何：坐标本身并无错误，故仅作提示；其他规则下为错误\n"
        : "\(placeless.counted("feature has", "features have")) no geometry, which is no invalid one: "
          + "a note here, and an error "
          + "wherever a feature must have a place\n"
    }
    let omitted = layer.omitted.reduce(0) { $0 + $1.count }
    if omitted > 0 {
      lines +=
        isChinese
        ? "另有 \(omitted) 处问题只计数\n"
        : "\(omitted.counted("more finding is", "more findings are")) only counted\n"
    }
    return lines
  }

  /// Part, ring and vertex, and the place in the coordinates of the file.
  private func place(of finding: Finding) -> String {
    var text = ""
    if let element = finding.element {
      text += ", part \(element.part)"
      if let ring = element.ring { text += " ring \(ring)" }
      if let vertex = element.vertex { text += " vertex \(vertex)" }
    }
    if finding.geometry.positions.count == 1, let point = finding.geometry.positions.first {
      text += ", \(point.x) \(point.y)"
    }
    return text
  }
}
