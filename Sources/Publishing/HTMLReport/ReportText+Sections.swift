import LandModel
import LayoutAnalysis
import Scenarios

/// Sentences of single sections, and the words for coded values.
extension ReportText {
  private static func both(_ english: String, _ chinese: String) -> LocalizedText {
    LocalizedText(english: english, chinese: chinese)
  }

  static let noTowns = both("No town was chosen.", "没有入选小镇。")
  static let noConflicts = both(
    "No town meets a constraint.", "没有小镇触及管控要素。")
  static let nearNote = both(
    "apart, but within the distance that counts as near", "未触及，但在“临近”距离以内")
  static let noFindings = both("Nothing was found.", "未发现问题。")
  static let conflictsSubmitted = both(
    "Submitted boundaries that meet a constraint", "触及管控要素的申报边界")
  static let conflictsPlanned = both(
    "Planned boundaries that meet a constraint", "触及管控要素的规划边界")
  static let shapesNote = both(
    "Compactness is 4π·area/perimeter² (a circle has 1, a square 0.79); by moment it is the area² over 2π "
      + "times the second moment of the area (a square has 0.95), which hardly depends on small bends. "
      + "Elongation is the longer over the shorter side of the smallest rectangle that holds the town. The "
      + "reach ratio is the farthest boundary point over the radius of the circle of the town's area. The "
      + "gap is how much better any boundary at all could be; the star shape is the part of it that only a "
      + "boundary could have in which the way of some part to the seed leaves the town.",
    "紧凑度为 4π×面积/周长²（圆为 1，正方形为 0.79）；惯性矩紧凑度为面积²除以 2π 与面积二阶矩之积（正方形为 0.95），"
      + "几乎不受细小弯曲影响。长宽比为最小外接矩形的长边与短边之比。伸展比为最远边界点距离与等面积圆半径之比。"
      + "边界间隙为任何边界最多还能改进的幅度；星形代价为其中仅当部分用地通往选址点的路径离开小镇时才可能取得的部分。")
  static let followedNote = both(
    "“On features” is the share of the boundary's length that lies exactly on lines or edges of the layers which the "
      + "plan has it follow. It follows them where they run within half a cell of the smooth line for three cells "
      + "or more, touch no closed land and leave the town's cells as they are.",
    "“沿要素占比”为边界中与规划指定图层的线或面边线完全重合的长度占比。要素距平滑线不超过半个单元且连续三个单元以上、"
      + "不触及禁入用地、且不改变小镇所含单元时，边界沿要素走向。")
  static let shapeNote = both(
    "Compactness: 4π × area / perimeter², 1 for a circle. Reach: greatest distance from the town's centre "
      + "to its boundary. Boundary gap: how far the drawn boundary may be from the best one, proven. "
      + "People in service area: those nearer to this town than to another, within the greatest distance "
      + "at which a resource counts as reached.",
    "紧凑度：4π×面积/周长²，圆为 1。最远边界：中心点到边界的最大距离。边界间隙：所划边界与最优边界之差的已证明上限。"
      + "服务范围人口：距本镇比距其他入选小镇更近、且在资源覆盖最大距离以内的人口。")
  static let sliverNote = both(
    "A sliver is an overlap so thin and so small that it is taken for digitising noise; its width and "
      + "area are printed, and it breaks no rule.",
    "“碎缝”指宽度与面积均极小、视为数字化误差的重叠；列出其宽度与面积，不计为违规。")
  static let sizeClassKm2 = both("Size class, km²", "规模等级（平方公里）")
  static let shownOf = both(
    "The first %@ of %@; all of them are in %@.", "列出前 %@ 条，共 %@ 条；全部见 %@。")
  static let plannedFindings = both(
    "The chosen towns were validated again by the same rules: %@.", "入选小镇按同样规则复检：%@。")
  static let nothingFound = both("nothing was found", "未发现问题")
  static func countFound(_ count: Int) -> LocalizedText {
    both(count.counted("finding"), "\(count) 个问题")
  }
  static let waivedBecause = both("waived: %@ (%@)", "豁免：%@（%@）")
  static func featuresChecked(_ count: Int) -> LocalizedText {
    both(count == 1 ? "%@ feature checked." : "%@ features checked.", "共检查 %@ 个要素。")
  }
  static let objectiveParts = both("Parts of the objective, points", "目标构成（分）")
  static let countyQuotas = both("Towns by county", "各县区小镇数")
  static let industryQuotas = both("Towns by industry", "各产业小镇数")
  static let cityLimits = both("Citywide limits", "全市限额")
  static let quotaLegend = both(
    "Bar: used. Marks: least and most allowed. A filled diamond: the plan stands at the limit.",
    "条：已用；刻线：下限与上限；实心菱形：已达限值。")
  static let binding = both("What binds the plan", "起约束作用的规则")
  static let bindingNone = both(
    "No rule binds: the plan would be the same without them.", "没有规则起约束作用。")
  static let bindingNote = both(
    "The plan stands at these limits; relaxing one of them might improve it.",
    "规划已达到下列限值，放宽其中任一项可能得到更优结果。")
  static let contradictions = both(
    "These rules contradict each other; together they leave no plan:",
    "下列规则相互矛盾，合在一起没有可行方案：")
  static let model = both(
    "Model: %@ columns, %@ rows, %@ branch-and-bound nodes.", "模型：%@ 列，%@ 行，%@ 个分支节点。")
  static let solverFailure = both(
    "The solver failed, so that the gap stayed open (%@). The plan keeps all rules, and the bound holds.",
    "求解器中途失败，最优性差距未能闭合（%@）。方案满足全部规则，上界依然有效。")
  static let allChosen = both("Every candidate was chosen.", "所有候选均已入选。")
  static let inputs = both("Layers", "输入图层")
  static let profileValue = both("Value", "数值")
  static let profileNumbers = both("Numbers of the profile", "规则数值及来源")
  static let parameters = both("All parameters", "全部参数")
  static let versions = both("Versions", "软件版本")
  static let methods = both("Methods", "方法")
  static let fileAndCRS = both("File and reference system", "文件与坐标系")
  static let featuresValid = both("Features (valid)", "要素（有效）")
  static let noSource = both("not stated", "未注明")
  static let synthetic = both("synthetic", "合成")
  static let remarks = both("Remarks", "备注")
  static let name = both("Name", "名称")
  static let profileOf = both("Profile %@", "规则集 %@")
  static let roundingText = both(
    "Areas are rounded to 0.01 m² in files, lengths to a millimetre, GeoJSON positions to seven decimals "
      + "of a degree (about a centimetre).",
    "文件中面积保留 0.01 m²，长度保留毫米，GeoJSON 坐标保留 7 位小数（约 1 厘米）。")
  static let offline = both(
    "Made by TownLayout. This file is complete in itself: it loads nothing and sends nothing.",
    "由 TownLayout 生成。本文件自成一体，不加载、不发送任何数据。")

  /// How the search ended.
  static func status(_ status: LayoutStatus) -> LocalizedText {
    switch status {
    case .optimal: both("Proven optimal", "已证明最优")
    case .feasible: both("Feasible, not proven best", "可行，未证明最优")
    case .infeasible: both("No plan can meet all rules", "无可行方案")
    case .unknown: both("No plan found in time", "限时内未找到方案")
    }
  }

  /// How grave a finding is.
  static func severity(_ severity: Severity) -> LocalizedText {
    severity.title
  }

  /// Why a candidate is not in the plan; the code itself where it is none of ours.
  static func reason(_ code: String) -> LocalizedText {
    switch code {
    case "chosen": both("Chosen", "入选")
    case "invalid": both("Left out by validation", "质检未通过")
    case "no-plan": both("No plan was found", "未得到规划方案")
    case "no-boundary": both("No boundary within the limits", "无法划定合规边界")
    case "spacing": both("Too near to a chosen town", "与入选小镇间距不足")
    case "spacing.industry": both("Too near to a town of the same industry", "与同产业小镇间距不足")
    case "county.max": both("County quota used up", "县区名额已满")
    case "industry.max": both("Industry quota used up", "产业名额已满")
    case "towns.max": both("Number of towns used up", "小镇总数已满")
    case "land": both("Land quota used up", "用地指标已满")
    case "construction": both("Construction land used up", "建设用地指标已满")
    case "budget": both("Budget used up", "投资额度已满")
    case "locked-out": both("Locked out by the plan", "规划指定不选")
    case "lower-value": both("Others are worth more", "综合价值较低")
    default: both(code, code)
    }
  }

  /// The words for the kind of a layout rule; the code itself where it is none of ours.
  static func rule(_ code: String) -> LocalizedText {
    switch code {
    case "towns.min": both("Towns, at least", "小镇总数下限")
    case "towns.max": both("Towns, at most", "小镇总数上限")
    case "land": both("Town land", "规划用地")
    case "land.construction", "construction-land": both("Construction land", "建设用地")
    case "construction": both("Construction land", "建设用地")
    case "budget": both("Budget", "投资总额")
    case "at-least": both("Term, at least", "目标项下限")
    case "at-least.equity": both("County's part, at least", "县区份额下限")
    case "spacing": both("Spacing between towns", "小镇间距")
    case "spacing.industry": both("Spacing within an industry", "同产业间距")
    case "county.min": both("County, at least", "县区下限")
    case "county.max": both("County, at most", "县区上限")
    case "industry.min": both("Industry, at least", "产业下限")
    case "industry.max": both("Industry, at most", "产业上限")
    case "locked-in": both("Locked in", "指定入选")
    case "locked-out": both("Locked out", "指定不选")
    default: both(code, code)
    }
  }

  /// What a constraint asks, with its number.
  static func rule(_ rule: ConstraintRule, in context: ReportContext) -> String {
    switch rule {
    case .forbid: context.say(both("forbidden", "禁止占用"))
    case .inside: context.say(both("must lie inside", "须位于其内"))
    case .buffer(let distance):
      context.say(both("keep %@ away", "退让 %@")).filling(context.plain(distance))
    case .setback(let setback):
      context.say(both("keep a distance by class: %@", "按类别退让：%@")).filling(
        setback.namedGroups.map { "\(context.say($0.title)) \(context.plain($0.distance))" }
          .joined(separator: context.say(both(", ", "、"))))
    case .conditional(let conditional):
      context.say(both("open to activity classes %@ outside the core", "核心区外仅限第 %@ 类有限人为活动"))
        .filling(conditional.allowed.map { "\($0.rawValue)" }.joined(separator: ", "))
    case .limit(let share, let area):
      context.say(both("at most %@", "不超过 %@")).filling(
        [share.map { "\(context.plain($0.percent)) %" }, area.map { "\(context.hectares($0)) ha" }]
          .compactMap { $0 }.joined(separator: ", "))
    }
  }
}

extension String {
  /// The text with its places filled: `%@` in order, `%2$@` by number.
  func filling(_ arguments: String...) -> String {
    var (result, rest, next) = ("", self[...], 0)
    while let percent = rest.firstIndex(of: "%") {
      result += rest[..<percent]
      rest = rest[percent...].dropFirst()
      if rest.hasPrefix("@"), next < arguments.count {
        result += arguments[next]
        (next, rest) = (next + 1, rest.dropFirst())
      } else if let digit = rest.first?.wholeNumberValue, rest.dropFirst().hasPrefix("$@"),
        (1...arguments.count).contains(digit)
      {
        result += arguments[digit - 1]
        rest = rest.dropFirst(3)
      } else {
        result += "%"
      }
    }
    return result + rest
  }
}
