import LandModel

/// Texts on costs of forcing, stability, other plans and rules that give way.
extension ReportText {
  private static func both(_ english: String, _ chinese: String) -> LocalizedText {
    LocalizedText(english: english, chinese: chinese)
  }

  static let alternativesTitle = both("Stability and other plans", "稳定性与备选方案")
  static let stability = both("When weights move", "权重变动下的稳定性")
  static let stabilityNote = both(
    "%@ times all weights were multiplied by a factor drawn evenly within ±%@ (seed %@), and the whole "
      + "plan was chosen anew among the same boundaries; %@ times the same sites were chosen. Moved are "
      + "the weights of suitability, of each resource category, and of each factor of each industry.",
    "将全部权重分别乘以在 ±%2$@ 内均匀抽取的系数，共抽样 %1$@ 次（种子 %3$@），并在相同边界中重新优选全市方案；"
      + "其中 %4$@ 次选址与本方案完全一致。变动的权重包括适宜性权重、各类资源权重及各产业的因子权重。")
  static let stabilityUnproven = both(
    "In %@ of them the plan is the best found, not proven best.", "其中 %@ 次仅为已找到的最优方案，未证明最优。")
  static let stabilityWithoutPlan = both(
    "In %@ of them no plan was found; they count for no candidate, neither for nor against.",
    "其中 %@ 次未得到方案，不计入各选址的入选频率。")
  static let timesChosen = both("How often chosen", "入选频率")
  static let timesChosenNote = both(
    "* not in the plan. Colour: the industry most often chosen. Candidates never chosen are left out.",
    "* 未入选本方案。颜色：最常选取的产业。从未入选者不列出。")
  static let otherPlans = both("Other plans nearly as good", "近优备选方案")
  static let otherPlansNote = both(
    "Each is the best plan that leaves at least %@ of the sites of this plan and of each one above, and "
      + "loses at most %@ of the objective.",
    "每个备选方案与本方案及其前各备选方案相比至少更换 %@ 的选址，且目标值损失不超过 %@，并为满足此条件的最优方案。")
  static let loss = both("Loss", "损失")
  static let sitesInCommon = both("Sites in common", "相同选址")
  static let joining = both("Joining", "新增")
  static let leaving = both("Leaving", "退出")
  static let plansOnMap = both(
    "The plans are layers of the map, off at first. * not proven best of its kind.",
    "各备选方案为地图图层，默认关闭。* 未证明为同类最优。")
  static let nextLoses = both(
    "The next plan that differs as much would lose at least %@. The plans are layers of the map, off at "
      + "first. * not proven best of its kind.",
    "再下一个差异足够的方案至少损失 %@。各备选方案为地图图层，默认关闭。* 未证明为同类最优。")
  static let noOtherPlan = both(
    "No other plan that keeps all rules differs as much.", "没有其他差异足够且满足全部规则的方案。")
  static let otherPlanUnknown = both(
    "The search for the next one ended at its limits.", "下一个方案的搜索已达上限而终止。")

  static let costOfChoosing = both("Cost of choosing, points", "强制入选代价（分）")
  static let costNote = both(
    "Cost of choosing: what the objective of the best plan with the candidate is below that of this plan; "
      + "a range where the search ended before the proof, a dash where no plan can hold it.",
    "强制入选代价：含该候选的最优方案比本方案减少的目标值；未完成证明时给出区间，没有可行方案时为“—”。")
  static let impossible = both("impossible", "不可行")
  static let frequency = both("Chosen when weights move", "权重变动入选率")
  static let frequencyLayer = both("How often chosen when weights move", "权重变动下的入选频率")
  static func alternativeLayer(_ number: Int) -> LocalizedText {
    both("Other plan \(number)", "备选方案 \(number)")
  }
  static let frequencyAbove = both("%@ and more", "%@ 及以上")
  static let frequencyNever = both("never", "从未入选")

  static let leastChange = both(
    "The least change that leaves a plan:", "使方案可行的最小调整：")
  static let someChange = both(
    "A change that leaves a plan; whether there is a lesser one is not proven:",
    "使方案可行的一组调整（未证明为最小）：")
  static let singleChange = both(
    "Each of these changes alone is enough:", "下列任一项单独调整即可使方案可行：")
  static let changeTried = both(
    "Solved again with the change: a plan of %@ towns, objective %@.", "按此调整重新求解：%@ 个小镇，目标值 %@。")
  static let changeUntried = both(
    "Solved again with the change: no plan was found within the limits.", "按此调整重新求解：限时内未找到方案。")
  static let changeMeasure = both(
    "Least means the least sum of changes, each measured by its own limit; a lock that goes counts as 100 %.",
    "“最小”指各项调整幅度之和最小，每项按其自身限值计量；取消一项指定按 100% 计。")
}
