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
    if let failure = layout.solverFailure {
      text +=
        isChinese
        ? "求解器中途失败，差距未能闭合：\(failure)\n"
        : "the solver failed, so that the gap stayed open: \(failure)\n"
    }
    text += dualGap
    for term in layout.terms {
      text += "  \(term.name): \(TextTable.number(term.value, decimals: 4))\n"
    }
    text += coarseness
    for rule in layout.rules where rule.isBinding {
      text += (isChinese ? "起约束：" : "binds: ") + rule.text.text(in: language) + "\n"
    }
    if let front = layout.pareto { text += FrontSummary(front: front, language: language).text }
    return text + answers
  }

  /// What was asked beside the plan, in a line each.
  private var answers: String {
    var text = ""
    if let stability = layout.sensitivity.stability {
      let (same, all) = (stability.same, stability.parameters.samples)
      text +=
        isChinese
        ? "稳定性：权重变动 \(all) 次，其中 \(same) 次选址不变\n"
        : "stability: \(same) of \(all) sets of weights choose the same sites\n"
    }
    for (number, plan) in (layout.sensitivity.alternatives?.plans ?? []).enumerated() {
      let objective = TextTable.number(plan.objective, decimals: 4)
      let loss = TextTable.number(plan.loss.percent, decimals: 2)
      text +=
        isChinese
        ? "备选方案 \(number + 1)：目标值 \(objective)（−\(loss) %），相同选址 \(plan.sitesInCommon) 个\n"
        : "other plan \(number + 1): objective \(objective) (-\(loss) %), "
          + "\(plan.sitesInCommon.counted("site")) in common\n"
    }
    return text
  }

  /// What the objective's unit hides.
  private var coarseness: String {
    guard let unit = layout.coarseUnit else { return "" }
    return isChinese
      ? "  权重相差悬殊：目标值与上界按 \(unit) 分的整数倍计，各项为精确值\n"
      : "  weights far apart or far from 1: objective and bound are counted in units of \(unit) points, "
        + "terms are exact\n"
  }

  /// What is proven without the solver, beside the final gap.
  private var dualGap: String {
    guard let certificate = layout.certificate, let gap = certificate.dualGap else { return "" }
    let bound = TextTable.number(certificate.dualPoints, decimals: 4)
    let percent = TextTable.number(gap.percent, decimals: 4)
    return isChinese
      ? "其中不依赖求解器即可核对的上界 \(bound)，差距 \(percent) %\n"
      : "of that, checkable without a solver: bound \(bound), gap \(percent) %\n"
  }

  private var unsolved: String {
    if layout.status == .unknown {
      return isChinese ? "时限内未得到方案\n" : "no plan was found before the time limit\n"
    }
    let head =
      isChinese ? "没有方案能同时满足以下规则：\n" : "no plan can meet these rules together:\n"
    return head + layout.contradictions.map { "  \($0.text(in: language))\n" }.joined() + advice
  }

  /// What would have to change, where that was found.
  private var advice: String {
    guard let advice = layout.sensitivity.advice else { return "" }
    var text = ""
    if let least = advice.least {
      text +=
        advice.isProven
        ? (isChinese ? "使方案可行的最小调整：\n" : "the least change that leaves a plan:\n")
        : (isChinese
          ? "使方案可行的一组调整（未证明为最小）：\n"
          : "a change that leaves a plan (not proven least):\n")
      text += lines(of: least)
    }
    // The least change stands above already where it is one of them.
    let others = advice.single.filter { $0.changes != advice.least?.changes }
    guard !others.isEmpty else { return text }
    let isAmong = others.count < advice.single.count
    text +=
      isChinese
      ? "下列任一项单独调整\(isAmong ? "亦可" : "即可")：\n"
      : "each of these alone is enough\(isAmong ? " as well" : ""):\n"
    return text + others.map(lines).joined()
  }

  private func lines(of relaxation: RuleRelaxation) -> String {
    let changes = relaxation.changes.map { "  \($0.text.text(in: language))\n" }.joined()
    guard let objective = relaxation.objective else { return changes }
    let points = TextTable.number(objective, decimals: 4)
    return changes
      + (isChinese
        ? "    重新求解：\(relaxation.towns) 个小镇，目标值 \(points)\n"
        : "    solved again: \(relaxation.towns.counted("town")), objective \(points)\n")
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
