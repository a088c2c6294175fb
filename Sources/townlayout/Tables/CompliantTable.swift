import LandModel
import LayoutAnalysis

/// Proposed boundaries as a table: one row for each town that breaks a rule.
struct CompliantTable {
  let proposals: [CompliantBoundary]
  let language: Language

  var text: String {
    let isChinese = language == .chinese
    let changed = proposals.filter { $0.outcome != .unchanged }
    let kept = proposals.count - changed.count
    let summary =
      isChinese
      ? "合规边界：\(kept) 个小镇无需调整，\(changed.count { $0.isPresent }) 个已提出建议，"
        + "\(changed.count { !$0.isPresent }) 个无法提出\n"
      : "compliant boundaries: \(kept) unchanged, \(changed.count { $0.isPresent }) proposed, "
        + "\(changed.count { !$0.isPresent }) without\n"
    guard !changed.isEmpty else { return summary }
    var table = TextTable(
      header: isChinese
        ? ["小镇", "结果", "面积公顷", "减少公顷", "减少%", "因规则公顷", "因清理公顷", "说明"]
        : [
          "town", "outcome", "area ha", "lost ha", "lost %", "to rules ha", "to cleaning ha",
          "remarks",
        ],
      numericColumns: [2, 3, 4, 5, 6])
    for proposal in changed {
      table.append([
        proposal.townID.text,
        isChinese ? proposal.outcome.title.chinese : proposal.outcome.rawValue,
        TextTable.number(proposal.ellipsoidalArea.hectares, decimals: 4),
        TextTable.number(proposal.lost.hectares, decimals: 4),
        TextTable.number(proposal.lostShare.percent, decimals: 2),
        TextTable.number(proposal.lostToRules.hectares, decimals: 4),
        TextTable.number(proposal.lostToCleaning.hectares, decimals: 4),
        proposal.remarks.map { $0.text(in: language) }.joined(separator: isChinese ? "；" : "; "),
      ])
    }
    return table.text + summary
  }
}
