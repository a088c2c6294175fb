import LandModel
import LayoutAnalysis

/// What could be repaired in a layer, for a user who named no rules: nothing is repaired unasked.
struct RepairOffer {
  let result: BoundaryResult
  let language: Language

  var text: String {
    let isChinese = language == .chinese
    var table = TextTable(
      header: isChinese
        ? ["规则", "数量", "safe", "修复方式"] : ["rule", "findings", "safe", "what repair does"],
      numericColumns: [1])
    for code in RepairStep.possibleRules {
      let count = result.findingsByRule.first { $0.rule == code }?.count ?? 0
      table.append([
        code.text, "\(count)", RepairStep.safeRules.contains(code) ? "✓" : "",
        BoundaryRules.rule(code)?.repair?.text(in: language) ?? "",
      ])
    }
    return table.text
      + (isChinese
        ? "未修复任何要素：请用 --fix 指明规则，如 --fix safe\n"
        : "nothing was repaired: name rules with --fix, such as --fix safe\n")
  }
}
