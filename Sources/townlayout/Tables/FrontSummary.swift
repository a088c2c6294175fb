import LandModel
import LayoutAnalysis

/// Plans between two terms as text: a line for each, with its gap and what it has in common with the plan.
struct FrontSummary {
  let front: ParetoFront
  let language: Language

  private var isChinese: Bool { language == .chinese }

  var text: String {
    var table = TextTable(
      header: [
        front.first.name, front.second.name, isChinese ? "差距%" : "gap %",
        isChinese ? "小镇" : "towns", isChinese ? "与方案相同" : "as in plan",
      ], numericColumns: [0, 1, 2, 3, 4])
    for point in front.points {
      table.append([
        TextTable.number(point.first, decimals: 4), TextTable.number(point.second, decimals: 4),
        point.gap.map { TextTable.number($0.percent, decimals: 4) } ?? "–",
        "\(point.chosen.count)", "\(point.townsInCommon)",
      ])
    }
    return head + table.text
  }

  private var head: String {
    guard front.idle.isEmpty else { return idle }
    let unproven = front.points.count { !$0.isProven }
    if isChinese {
      let kind = front.isComplete ? "全部" : "取样"
      return "两目标之间的方案（\(kind)），\(front.searches) 次求解"
        + (unproven > 0 ? "，\(unproven) 个未完成证明" : "") + "：\n"
    }
    let kind = front.isComplete ? "all of them" : "samples"
    return "plans between two terms, \(kind), \(front.searches) searches"
      + (unproven > 0 ? ", \(unproven) without a finished proof" : "") + ":\n"
  }
  /// Why there is no more than one plan.
  private var idle: String {
    let names = front.idle.map(\.name)
    return isChinese
      ? "两目标之间只有一个方案：任何方案的 \(names.joined(separator: "、")) 均为 0 分（权重为 0，或没有可得分的对象）：\n"
      : "one plan between two terms, for no plan has a point of \(names.joined(separator: " or ")) "
        + "(weight 0, or nothing offered brings any):\n"
  }
}
