import LandModel
import LayoutAnalysis

/// The red-line check as a table: one row for each town and layer that is not clear.
struct ConstraintTable {
  let result: RedLineResult
  let parameters: RedLineParameters
  let language: Language

  private var isChinese: Bool { language == .chinese }

  /// The results of each town, in the order checked.
  private var towns: [ArraySlice<ConstraintResult>] {
    let results = result.results
    let count = results.count / max(1, result.townsChecked)
    guard count > 0 else { return [] }
    return (0..<result.townsChecked).map { results[($0 * count)..<(($0 + 1) * count)] }
  }

  var text: String {
    // Columns about classes, official areas and what was not measured only where there are any.
    let hasClasses = result.results.contains { !$0.classes.isEmpty }
    let isLevelled = result.results.contains { $0.levelling != nil }
    let hasUnmeasured = result.results.contains { !$0.unmeasuredIDs.isEmpty }
    let rows = result.results.filter { $0.situation != .clear || !$0.unmeasuredIDs.isEmpty }
    var header =
      isChinese
      ? ["小镇", "图层", "情形", "重叠公顷", "占比%", "宽度m", "最近距离m", "违规"]
      : ["town", "layer", "situation", "overlap ha", "share %", "width m", "distance m", "breach"]
    var numeric: Set<Int> = [3, 4, 5, 6]
    if isLevelled {
      numeric.formUnion([header.count, header.count + 1])
      header += isChinese ? ["调平公顷", "其余公顷"] : ["levelled ha", "rest ha"]
    }
    if hasClasses || hasUnmeasured { header.append(isChinese ? "结论" : "conclusion") }
    if hasClasses { header.append(isChinese ? "类别" : "class") }
    if hasUnmeasured { header.append(isChinese ? "未量算要素" : "not measured") }
    var table = TextTable(header: header, numericColumns: numeric)
    for row in rows {
      var cells = [
        row.townID.text, row.constraint,
        isChinese ? row.situation.title.chinese : row.situation.rawValue,
        TextTable.number(row.ellipsoidalArea.hectares, decimals: 4),
        TextTable.number(row.share.percent, decimals: 2),
        row.width.map { TextTable.number($0.value, decimals: 2) } ?? "",
        row.nearestDistance.map { TextTable.number($0.value, decimals: 2) } ?? "",
        breach(row),
      ]
      if isLevelled { cells += row.levelledCells }
      if hasClasses || hasUnmeasured { cells.append(conclusion(of: row)) }
      if hasClasses { cells.append(classes(of: row)) }
      if hasUnmeasured { cells.append(ErrorText.list(row.unmeasuredIDs.map(\.text))) }
      table.append(cells)
    }
    return (rows.isEmpty ? "" : table.text) + summary + levelling + remarks
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
    let code = isChinese ? row.conclusion.title.chinese : row.conclusion.rawValue
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

  /// Counts of towns, whatever number of layers they lie in.
  private var summary: String {
    let undetermined = towns.count { town in
      town.contains { $0.conclusion == .undetermined } && !town.contains(where: \.isBreach)
    }
    let clear = towns.count { town in
      town.allSatisfy { $0.situation == .clear && $0.conclusion == .notInvolved }
    }
    let breaches = towns.count { $0.contains(where: \.isBreach) }
    let warnings = towns.count { $0.compactMap(\.severity).max() == .warning }
    let width = NumberCell.short(parameters.sliverWidth.value)
    let area = NumberCell.short(parameters.sliverArea.value)
    if isChinese {
      return "检查小镇 \(result.townsChecked) 个：\(clear) 个不涉及任何图层，\(breaches) 个违规"
        + (warnings > 0 ? "（其中 \(warnings) 个仅作警告）" : "")
        + (undetermined > 0 ? "，\(undetermined) 个未能判定（附近有无效要素未参与检查）" : "")
        + "；面积为 CGCS2000 椭球面积\n"
        + "宽度不超过 \(width) m 且面积不超过 \(area) m² 的重叠视为数字化误差（\(Situation.sliver.title.chinese)）\n"
    }
    return
      result.townsChecked.counted("town")
      + " checked: \(clear) clear of every layer, \(breaches) in breach"
      + (warnings > 0 ? " (\(warnings) of them warnings)" : "")
      + (undetermined > 0 ? ", \(undetermined) undetermined (invalid features near them)" : "")
      + "; areas on the CGCS2000 ellipsoid\n"
      + "An overlap at most \(width) m wide and \(area) m² large is noise: a sliver.\n"
  }

  /// How many towns were brought to their official area, and why the others were not.
  private var levelling: String {
    let levellings = towns.compactMap { town in
      town.first.flatMap { first in first.levelling.map { (first.townID, $0) } }
    }
    guard !levellings.isEmpty else { return "" }
    let refused = levellings.compactMap { town, levelling -> String? in
      guard case .refused(let refusal) = levelling else { return nil }
      return TextTable.oneLine(text(of: refusal, town)) + "\n"
    }
    let count = levellings.count - refused.count
    return
      (isChinese
      ? "按认定面积调平 \(count) 个小镇，未调平 \(refused.count) 个\n"
      : count.counted("town levelled to its", "towns levelled to their")
        + " official area, \(refused.count) not\n") + refused.joined()
  }

  private func text(of refusal: LevellingRefusal, _ town: FeatureID) -> String {
    let measured = TextTable.number(refusal.measured.hectares, decimals: 4)
    guard let area = refusal.official else {
      return isChinese
        ? "\(town.text)：未调平：未填认定面积（量算 \(measured) 公顷）"
        : "\(town.text): not levelled: it states no official area (measured \(measured) ha)"
    }
    let official = TextTable.number(area.hectares, decimals: 4)
    let limit = NumberCell.short(refusal.limit.percent)
    return isChinese
      ? "\(town.text)：未调平：认定面积 \(official) 公顷与量算 \(measured) 公顷之差超过 \(limit) %"
      : "\(town.text): not levelled: official \(official) ha and measured \(measured) ha differ by "
        + "more than \(limit) %"
  }

  private var remarks: String {
    result.rules.flatMap { rule in
      rule.remarks.map { "\(rule.key): \($0.text(in: language))\n" }
    }.joined()
  }
}

extension ConstraintResult {
  /// The land in the layer and the rest of the town, brought to the official area; empty where it is not.
  fileprivate var levelledCells: [String] {
    guard case .levelled(let areas) = levelling else { return ["", ""] }
    return [areas.piecesInHectares.reduce(0, +), areas.restInHectares].map {
      TextTable.number(Double($0) / 10_000, decimals: 4)
    }
  }
}

/// Numbers as short as they can be.
enum NumberCell {
  /// A number without needless decimals: `20`, `0.2`.
  static func short(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
  }
}
