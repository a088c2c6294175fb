import LandModel
import LayoutAnalysis
import Scenarios

/// What repair did as text: a line for each feature, refusals with their reason, counts before and after,
/// and what is left.
struct RepairReport {
  let run: RepairRun
  /// The file written; nil for a dry run.
  let output: String?
  let language: Language
  /// Whether what is left is counted only, because a file lists it.
  let isSummary: Bool

  private var isChinese: Bool { language == .chinese }

  var text: String {
    let rest = FindingList(
      result: run.after, grid: run.grid, language: language, isSummary: isSummary
    ).text
    return features + refusals + counts + rest + closing
  }

  private var features: String {
    let changed = run.repair.features.filter(\.isChanged)
    guard !changed.isEmpty else { return "" }
    var table = TextTable(
      header: isChinese
        ? ["要素", "椭球面积前/m²", "后/m²", "变化/m²", "最大偏移/m", "删点", "增点", "规则"]
        : [
          "feature", "area before m²", "after m²", "change m²", "shift m", "removed", "added",
          "repaired",
        ],
      numericColumns: [1, 2, 3, 4, 5, 6])
    for feature in changed {
      let (before, after) = (feature.before.ellipsoidal.value, feature.after.ellipsoidal.value)
      var what = feature.applied.map(\.text).joined(separator: ", ")
      if let twin = feature.duplicateOf {
        what += isChinese ? "（与 \(twin.text) 重复，删除）" : " (dropped: repeats \(twin.text))"
      }
      table.append([
        feature.id.text, TextTable.number(before, decimals: 2),
        TextTable.number(after, decimals: 2), TextTable.number(after - before, decimals: 2),
        TextTable.number(feature.largestShift.value, decimals: 3), "\(feature.verticesRemoved)",
        "\(feature.verticesAdded)", what,
      ])
    }
    return table.text
  }

  private var refusals: String {
    var lines = ""
    for feature in run.repair.features {
      for refused in feature.refused {
        let reason = Self.reason(refused.refusal).text(in: language)
        lines +=
          isChinese
          ? "未修复：[\(feature.id.text)] \(refused.rule.text)：\(reason)\n"
          : "refused: [\(feature.id.text)] \(refused.rule.text): \(reason)\n"
      }
    }
    return lines
  }

  private static func reason(_ refusal: RepairRefusal) -> LocalizedText {
    switch refusal {
    case .areaChange(let change, let limit):
      let (measured, allowed) = (
        TextTable.number(change.value, decimals: 2), TextTable.number(limit.value, decimals: 2)
      )
      return LocalizedText(
        english: "the planar area would change by \(measured) m²; the limit is \(allowed) m²",
        chinese: "平面面积将变化 \(measured) 平方米，超过限值 \(allowed) 平方米")
    case .breaksApart(let from, let into):
      return LocalizedText(
        english: "it would break into \(into.counted("part")), having \(from)",
        chinese: "将由 \(from) 个部分裂为 \(into) 个部分")
    case .tooFar(let distance, let limit):
      let (measured, allowed) = (
        TextTable.number(distance.value, decimals: 3), TextTable.number(limit.value, decimals: 3)
      )
      return LocalizedText(
        english: "its border would give way by \(measured) m; the tolerance is \(allowed) m",
        chinese: "边界将偏移 \(measured) 米，超过容差 \(allowed) 米")
    case .vanishes:
      return LocalizedText(english: "nothing would be left of it", chinese: "修复后要素将消失")
    case .becomesInvalid:
      return LocalizedText(
        english: "the polygon would no longer be valid", chinese: "修复后多边形将不再有效")
    case .inexact:
      return LocalizedText(
        english: "its border lies nearer to others than can be computed without moving vertices",
        chinese: "其边界与其他边界过近，无法在不移动节点的情况下处理")
    case .unsettled:
      return LocalizedText(
        english: "the repairs undo each other", chinese: "各项修复相互抵消，无法收敛")
    }
  }

  /// How many findings each rule had before, and has now.
  private var counts: String {
    let before = run.before.findingsByRule
    let after = run.after.findingsByRule
    let rules = Set(before.map(\.rule) + after.map(\.rule)).sorted()
    guard !rules.isEmpty else { return "" }
    var table = TextTable(
      header: isChinese ? ["规则", "修复前", "修复后"] : ["rule", "before", "after"],
      numericColumns: [1, 2])
    for rule in rules {
      let was = before.first { $0.rule == rule }?.count ?? 0
      let isNow = after.first { $0.rule == rule }?.count ?? 0
      table.append([rule.text, "\(was)", "\(isNow)"])
    }
    return table.text
  }

  private var closing: String {
    let features = run.repair.features
    let changed = features.count { $0.isChanged && !$0.isDropped }
    let (dropped, refused) = (
      features.count(where: \.isDropped), features.count { !$0.refused.isEmpty }
    )
    let sum =
      isChinese
      ? "修改 \(changed) 个要素，删除 \(dropped) 个，\(refused) 个未全部修复"
      : "\(changed.counted("feature")) changed, \(dropped) dropped, \(refused) with a repair refused"
    guard let output else {
      return sum + (isChinese ? "；试运行，未写文件\n" : "; dry run, nothing written\n")
    }
    return sum + (isChinese ? "；已写入 \(output)\n" : "; written to \(output)\n")
  }
}
