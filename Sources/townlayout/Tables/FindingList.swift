import LandModel
import LayoutAnalysis

/// Findings as text: one line each, then counts by rule.
struct FindingList {
  let result: BoundaryResult
  let grid: GaussKrugerGrid
  let language: Language

  var text: String {
    let isChinese = language == .chinese
    var lines = ""
    for finding in result.findings {
      let ids = finding.featureIDs.map(\.text).joined(separator: ", ")
      lines += "\(finding.severity.rawValue): \(finding.layer)"
      if !ids.isEmpty { lines += " [\(ids)]" }
      lines +=
        ": \(finding.message.text(in: language)) (\(finding.rule.text)\(place(of: finding)))\n"
    }
    var table = TextTable(
      header: isChinese ? ["规则", "数量"] : ["rule", "findings"], numericColumns: [1])
    for entry in result.findingsByRule { table.append([entry.rule.text, "\(entry.count)"]) }
    let total = result.findingCount
    lines +=
      isChinese
      ? "检查要素 \(result.featuresChecked) 个，发现 \(total) 处（坐标系 \(grid.crs.text)）\n"
      : "\(result.featuresChecked) features checked in \(grid.crs.text), \(total) findings\n"
    return lines + (total == 0 ? "" : table.text)
  }

  /// The middle of the finding's place in degrees, so that it can be looked up on a map.
  private func place(of finding: Finding) -> String {
    let box = finding.geometry.boundingBox
    guard !box.isEmpty, box.centre.isFinite else { return "" }
    let position = grid.geodetic(box.centre)
    let longitude = TextTable.number(position.x, decimals: 7)
    return ", \(longitude) \(TextTable.number(position.y, decimals: 7))"
  }
}
