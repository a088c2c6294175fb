import LandModel
import LayoutAnalysis

/// Sentences about how counties share, and about plans between two terms.
extension ReportText {
  private static func both(_ english: String, _ chinese: String) -> LocalizedText {
    LocalizedText(english: english, chinese: chinese)
  }

  static let minimums = both("Least points of terms", "目标项下限（分）")
  static let equity = both("How counties share", "县区均衡")
  static let equityNote = both(
    "A county's level is what its towns have, divided by its fair share. The objective counts the least level. "
      + "Imbalance of the levels: 0 when all are equal, 1 when one county has all.",
    "县区水平 = 该县区小镇所占数值 ÷ 公平份额；目标函数计入最低水平。不均衡指数：各县区相等为 0，全部集中于一个县区为 1。")
  static let equityPopulation = both(
    "The fair share is the county's population over the mean of the counties that count.",
    "公平份额为该县区人口与计入县区平均人口之比。")
  static let equityCounty = both("The fair share is the same for each county.", "各县区公平份额相同。")
  static let equityFigures = both("Least level %@; imbalance %@.", "最低水平 %@；不均衡指数 %@。")
  static let notCounted = both("does not count", "不计入")
  static let population = both("Population", "人口")
  static let fairShare = both("Fair share", "公平份额")
  static func value(_ measure: EquityRule.Measure) -> LocalizedText {
    switch measure {
    case .area: both("Town area, km²", "小镇面积（平方公里）")
    case .towns: both("Towns", "小镇数")
    case .suitability: both("Suitability, points", "适宜性（分）")
    }
  }
  static func level(_ measure: EquityRule.Measure) -> LocalizedText {
    switch measure {
    case .area: both("Level, km²", "水平（平方公里）")
    case .towns: both("Level, towns", "水平（个）")
    case .suitability: both("Level, points", "水平（分）")
    }
  }

  static let front = both("Plans between two terms", "两目标之间的方案（帕累托前沿）")
  static let frontNote = both(
    "No plan is better than one of these in both terms. The number beside a point counts the towns, of the same "
      + "industry, that it has in common with this plan, which has %@. The square is this plan.",
    "没有任何方案在两项目标上同时优于图中某一点。点旁数字为与本方案相同（同地点、同产业）的小镇数，本方案共 %@ 个；方块为本方案。")
  static let frontComplete = both(
    "These are all such points, proven.", "所列为全部此类点，均已证明。")
  static let frontSampled = both(
    "These are samples at even steps of the second term; others lie between them.",
    "所列为按第二项目标等距取样的点，其间还有其他点。")
  static let coarseUnit = both(
    "Weights are far apart, or far from 1: objective and bound are counted in whole units of %@ points. The terms are "
      + "exact.", "权重相差悬殊或远离 1：目标值与上界按 %@ 分的整数倍计，各项为精确值。")
  static let frontIdle = both(
    "No plan has a point of %@: its weight is 0, or nothing offered brings any. All plans are alike in it, so that "
      + "one plan stands here; give it a weight to see what lies between the two.",
    "任何方案的%@均为 0 分（权重为 0，或没有可得分的对象），各方案在该目标上无差别，因此只有一个方案；为其设置权重后可得两目标之间的方案。")
  static let frontUnproven = both(
    "Hollow points: the time limit ended their proof; the gap is what is unproven.",
    "空心点：时限内未完成证明，差距为未证明部分。")
  static let frontEmpty = both(
    "The time limit ended before a plan between the terms was found.", "时限内未得到前沿上的方案。")
  static let gapColumn = both("Gap", "差距")
  static let townCount = both("Towns", "小镇数")
  static let inCommon = both("In common", "与本方案相同")
  static func axis(_ term: String) -> LocalizedText { both("\(term), points", "\(term)（分）") }
}
