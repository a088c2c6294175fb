import LandModel

/// Words about the size of towns.
extension ReportText {
  private static func both(_ english: String, _ chinese: String) -> LocalizedText {
    LocalizedText(english: english, chinese: chinese)
  }

  static let sizeCurves = both("Value against size", "规模与价值")
  static let sizeCurvesNote = both(
    "Line: what the town found at this place is worth by its area (points of suitability, before any price "
      + "of land). Circle: the town of the plan. Dashed: from here on one more hectare adds "
      + "less than land costs.",
    "曲线：该地点在不同面积下所得小镇的价值（适宜性分值，未计地价）。圆点：规划所取小镇。"
      + "虚线：由此起每增加一公顷的价值低于地价。")
  static let priceFromQuota = both(
    "Price of land: %@ points a hectare, the price of the land quota in the proof of the plan. It is one price "
      + "for all towns and knows no spacing, so a town may be larger or smaller than its curve says.",
    "地价：每公顷 %@ 分，即证明规划最优性时用地指标的影子价格。全市统一且不计间距，故个别小镇可能大于或小于其曲线所示规模。")
  static let priceFromPlan = both(
    "Price of land: %@ points a hectare, from the plan's price-of-land.",
    "地价：每公顷 %@ 分，取自规划文件的 price-of-land。")
  static let priceMissing = both(
    "Nothing puts a price on land in this plan: there is neither a land quota nor a price of land.",
    "本规划未设用地指标或地价，故无停止扩大的规模。")
  static let sizeOfTown = both(
    "%@ km²; one more hectare adds %@ points", "%@ 平方公里；再增一公顷增加 %@ 分")
  static let sizeLargest = both(
    "%@ km², the largest town found here", "%@ 平方公里，为该地点所得最大规模")
  static let sizeAxisArea = both("area, km²", "面积 km²")
  static let sizeAxisValue = both("value, points", "价值（分）")
  static let sizeStops = both("stops paying at %@ km²", "在 %@ 平方公里处不再划算")
}
