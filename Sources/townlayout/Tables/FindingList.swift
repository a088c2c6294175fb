import LandModel
import LayoutAnalysis

/// Findings as text: one line each, then counts by rule.
struct FindingList {
  let result: BoundaryResult
  let grid: GaussKrugerGrid
  let language: Language
  /// Whether findings are counted only, because a file lists them.
  var isSummary = false

  private var isChinese: Bool { language == .chinese }

  var text: String {
    var lines = isSummary ? "" : result.findings.map(line).joined()
    let total = result.findingCount
    lines +=
      isChinese
      ? "检查要素 \(result.featuresChecked) 个，发现 \(total) 处（坐标系 \(grid.crs.text)）\n"
      : "\(result.featuresChecked.counted("feature")) checked in \(grid.crs.text), "
        + "\(total.counted("finding"))\n"
    return lines + (total == 0 ? "" : table) + remarks
  }

  private func line(_ finding: Finding) -> String {
    var line = isChinese ? "\(finding.severity.title.chinese)：" : "\(finding.severity.rawValue): "
    line += finding.layer
    if !finding.featureIDs.isEmpty { line += " [\(Self.list(finding.featureIDs))]" }
    if let other = finding.otherLayer {
      line += " – \(other) [\(Self.list(finding.otherFeatureIDs))]"
    }
    line += ": \(finding.message.text(in: language)) (\(finding.rule.text)"
    if let element = finding.element { line += ", \(text(of: element))" }
    line += "\(place(of: finding)))"
    if let waiver = finding.waiver { line += " \(text(of: waiver))" }
    // A name with line breaks must not pass for a line of ours.
    return TextTable.oneLine(line) + "\n"
  }

  private static func list(_ ids: [FeatureID]) -> String {
    ids.map(\.text).joined(separator: ", ")
  }

  /// Part, ring and vertex counted from 0, as every output counts them.
  private func text(of element: GeometryElement) -> String {
    let names = isChinese ? ["部分", "环", "顶点"] : ["part", "ring", "vertex"]
    return zip(names, [element.part, element.ring, element.vertex])
      .compactMap { name, number in number.map { "\(name) \($0)" } }.joined(separator: " ")
  }

  private func text(of waiver: Waiver) -> String {
    let until = waiver.until.map { isChinese ? "，至 \($0)" : ", until \($0)" } ?? ""
    return isChinese
      ? "［豁免：\(waiver.reason)（\(waiver.author)\(until)）］"
      : "[waived: \(waiver.reason) (\(waiver.author)\(until))]"
  }

  private var table: String {
    let hasWaived = result.counts.contains { $0.waived > 0 }
    var table = TextTable(
      header: (isChinese ? ["规则", "数量"] : ["rule", "findings"])
        + (hasWaived ? [isChinese ? "其中豁免" : "waived"] : []),
      numericColumns: [1, 2])
    let waived = result.counts.reduce(into: [RuleCode: Int]()) {
      $0[$1.rule, default: 0] += $1.waived
    }
    for entry in result.findingsByRule {
      table.append(
        [entry.rule.text, "\(entry.count)"]
          + (hasWaived ? ["\(waived[entry.rule, default: 0])"] : []))
    }
    return table.text
  }

  /// What is counted and not listed.
  private var remarks: String {
    result.omitted.map { omission in
      TextTable.oneLine(
        isChinese
          ? "\(omission.layer)：规则 \(omission.rule.text) 另有 \(omission.count) 处仅计数"
            + "（可用 --max-findings 增加）"
          : "\(omission.layer): \(omission.count.counted("more finding")) of "
            + "\(omission.rule.text) \(omission.count == 1 ? "was" : "were") counted and not listed (raise --max-findings to see all)"
      ) + "\n"
    }.joined()
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
