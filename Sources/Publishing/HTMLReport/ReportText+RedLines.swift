import LandModel
import LayoutAnalysis

/// Words of the red-line check and of compliant boundaries.
extension ReportText {
  private static func both(_ english: String, _ chinese: String) -> LocalizedText {
    LocalizedText(english: english, chinese: chinese)
  }

  static let compliant = both("Boundaries that candidates could keep", "合规边界建议")
  static let compliantNote = both(
    "Submitted boundaries less the land where they break a rule, cut where they are narrower than a neck may be; "
      + "the largest part is kept, validated and checked again. All are in compliant.geojson.",
    "申报边界扣除违规土地，并在窄于颈部限宽处断开，保留最大一片，再经质检与检查；全部见 compliant.geojson。")
  static let outcome = both("Outcome", "结果")
  static let areaHa = both("Area, ha", "面积 公顷")
  static let lostHa = both("Lost, ha", "减少 公顷")
  static let lostShare = both("Lost", "减少比例")
  static let lostToRules = both("To rules, ha", "因规则 公顷")
  static let lostToCleaning = both("To cleaning, ha", "因清理 公顷")
  static let compliantRemarks = both("Remarks", "说明")
  static let vintage = both("data of %@", "数据时点 %@")

  static func outcome(_ outcome: CompliantBoundary.Outcome) -> LocalizedText {
    outcome.title
  }

  /// What a town says of its activity.
  static func activity(_ reading: ActivityReading) -> LocalizedText {
    switch reading {
    case .known(let activity):
      both("activity class \(activity.rawValue)", "第 \(activity.rawValue) 类活动")
    case .missing: both("no activity class stated", "未填活动类别")
    case .unknown(let text): both("activity class “\(text)” is unknown", "活动类别“\(text)”不明")
    }
  }
}
