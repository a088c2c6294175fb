import LandModel
import LayoutAnalysis
import Scenarios

/// The citywide layout as text: towns, objective, proof, what binds; or why there is none.
struct LayoutSummary {
  let layout: LayoutResult
  let delimitation: DelimitationResult
  let language: Language

  private var isChinese: Bool { language == .chinese }

  var text: String {
    guard let objective = layout.objective, let bound = layout.bound, let gap = layout.gap else {
      return unsolved
    }
    let hasSizes = layout.chosen.contains { delimitation.proposals[$0].sizeClass != nil }
    var table = TextTable(
      header: (isChinese
        ? ["编号", "名称", "区县", "产业", "面积km²", "得分"]
        : ["town", "name", "county", "industry", "km²", "score"])
        + (hasSizes ? [isChinese ? "规模km²" : "size km²"] : []),
      numericColumns: [4, 5, 6])
    for chosen in layout.chosen {
      let proposal = delimitation.proposals[chosen]
      let site = delimitation.sites[proposal.site]
      let size = proposal.sizeClass.map { TextTable.number($0.squareKilometres, decimals: 2) }
      table.append(
        [
          site.id.text, site.name, site.countyName, proposal.industry,
          TextTable.number(proposal.ellipsoidalArea.squareKilometres, decimals: 3),
          TextTable.number(proposal.score, decimals: 1),
        ] + (hasSizes ? [size ?? "–"] : []))
    }
    var text = table.text
    let values = [objective, bound].map { TextTable.number($0, decimals: 4) }
    let percent = TextTable.number(gap.percent, decimals: 4)
    text +=
      isChinese
      ? "\(layout.chosen.count) 个小镇；目标值 \(values[0])，上界 \(values[1])，差距 \(percent) %"
        + "（\(layout.status.rawValue)）\n"
      : "\(layout.chosen.count.counted("town")); objective \(values[0]), bound \(values[1]), gap \(percent) % "
        + "(\(layout.status.rawValue))\n"
    for term in layout.terms {
      text += "  \(term.name): \(TextTable.number(term.value, decimals: 4))\n"
    }
    for rule in layout.rules where rule.isBinding {
      text += (isChinese ? "起约束：" : "binds: ") + rule.text.text(in: language) + "\n"
    }
    if let front = layout.pareto { text += FrontSummary(front: front, language: language).text }
    return text
  }

  private var unsolved: String {
    if layout.status == .unknown {
      return isChinese ? "时限内未得到方案\n" : "no plan was found before the time limit\n"
    }
    let head =
      isChinese ? "没有方案能同时满足以下规则：\n" : "no plan can meet these rules together:\n"
    return head + layout.contradictions.map { "  \($0.text(in: language))\n" }.joined()
  }
}

/// What `townlayout plan` prints when it is done.
struct PlanSummary {
  let run: RunResult
  let folder: String
  let language: Language

  var text: String {
    let isChinese = language == .chinese
    let errors = run.validation.standingCount(.error)
    let waived = run.validation.waivedCount
    let breaches = run.submittedCheck.results.filter(\.isBreach).count
    let head =
      isChinese
      ? """
      \(run.title.text(in: language))
      检查要素 \(run.validation.featuresChecked) 个：\(run.validation.findingCount) 处发现，其中错误 \(errors) 处\(waived > 0 ? "，豁免 \(waived) 处" : "")
      申报边界触及约束：\(breaches) 项违规
      边界方案 \(run.delimitation.proposals.count) 个，不可行 \(run.delimitation.refusals.count) 个

      """
      : """
      \(run.title.text(in: language))
      \(run.validation.featuresChecked.counted("feature")) validated: \(run.validation.findingCount.counted("finding")), \(errors.counted("error"))\(waived > 0 ? ", \(waived) waived" : "")
      submitted boundaries: \(breaches.counted("breach", "breaches")) of constraints
      \(run.delimitation.proposals.count.counted("boundary", "boundaries")) drawn, \(run.delimitation.refusals.count) refused

      """
    let layout = LayoutSummary(
      layout: run.layout, delimitation: run.delimitation, language: language
    ).text
    return head + layout + (isChinese ? "结果：\(folder)\n" : "written to \(folder)\n")
  }
}
