import LandModel
import LayoutAnalysis

/// The red-line check as a table: one row for each town and layer that is not clear.
struct ConstraintTable {
  let result: RedLineResult
  let parameters: RedLineParameters
  let language: Language

  private var isChinese: Bool { language == .chinese }

  var text: String {
    // Columns about classes only where a rule knows them.
    let hasClasses = result.results.contains { !$0.classes.isEmpty }
    var header =
      isChinese
      ? ["小镇", "图层", "情形", "重叠公顷", "占比%", "宽度m", "最近距离m", "违规"]
      : ["town", "layer", "situation", "overlap ha", "share %", "width m", "distance m", "breach"]
    if hasClasses { header += isChinese ? ["结论", "类别"] : ["conclusion", "class"] }
    var table = TextTable(header: header, numericColumns: [3, 4, 5, 6])
    for row in result.results where row.situation != .clear {
      var cells = [
        row.townID.text, row.constraint, row.situation.rawValue,
        TextTable.number(row.ellipsoidalArea.hectares, decimals: 4),
        TextTable.number(row.share.percent, decimals: 2),
        row.width.map { TextTable.number($0.value, decimals: 2) } ?? "",
        row.nearestDistance.map { TextTable.number($0.value, decimals: 2) } ?? "",
        breach(row),
      ]
      if hasClasses { cells += [conclusion(of: row), classes(of: row)] }
      table.append(cells)
    }
    let isClear = result.results.allSatisfy { $0.situation == .clear }
    return (isClear ? "" : table.text) + summary + remarks
  }

  private func breach(_ row: ConstraintResult) -> String {
    switch row.severity {
    case .error: isChinese ? "是" : "yes"
    case .warning, .note: isChinese ? "警告" : "warning"
    case nil: ""
    }
  }

  /// The coded conclusion, with the activity class where it was asked for.
  private func conclusion(of row: ConstraintResult) -> String {
    let code = row.conclusion.rawValue
    return switch row.activity {
    case .known(let activity):
      "\(code) (\(isChinese ? "第 \(activity.rawValue) 类" : "class \(activity.rawValue)"))"
    case .missing: "\(code) (\(isChinese ? "未填活动类别" : "no activity class"))"
    case .unknown(let text): "\(code) (\(isChinese ? "活动类别不明" : "unknown class") “\(text)”)"
    case nil: code
    }
  }

  /// Classes with land in common, or the nearest one.
  private func classes(of row: ConstraintResult) -> String {
    let involved = row.classes.filter { $0.planarArea > .zero }
    let nearest = row.classes.filter { $0.nearestDistance == row.nearestDistance }
    return (involved.isEmpty ? Array(nearest.prefix(1)) : involved).map { entry in
      entry.code + (entry.distance.map { " \(NumberCell.short($0.value)) m" } ?? "")
    }.joined(separator: ", ")
  }

  private var summary: String {
    let clear = result.results.count { $0.situation == .clear }
    let breaches = result.results.count { $0.isBreach }
    let warnings = result.results.count { $0.severity == .warning }
    let width = NumberCell.short(parameters.sliverWidth.value)
    let area = NumberCell.short(parameters.sliverArea.value)
    if isChinese {
      return "检查小镇 \(result.townsChecked) 个：\(clear) 项无涉，\(breaches) 项违规"
        + (warnings > 0 ? "（其中 \(warnings) 项仅作警告）" : "") + "；面积为 CGCS2000 椭球面积\n"
        + "宽度不超过 \(width) m 且面积不超过 \(area) m² 的重叠视为数字化误差（sliver）\n"
    }
    return "\(result.townsChecked) towns checked: \(clear) clear, \(breaches) in breach"
      + (warnings > 0 ? " (\(warnings) of them warnings)" : "")
      + "; areas on the CGCS2000 ellipsoid\n"
      + "An overlap at most \(width) m wide and \(area) m² large is noise: a sliver.\n"
  }

  private var remarks: String {
    result.rules.flatMap { rule in
      rule.remarks.map { "\(rule.key): \($0.text(in: language))\n" }
    }.joined()
  }
}

/// Numbers as short as they can be.
enum NumberCell {
  /// A number without needless decimals: `20`, `0.2`.
  static func short(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
  }
}
