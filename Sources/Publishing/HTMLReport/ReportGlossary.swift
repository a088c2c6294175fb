import LandModel

/// Customary keys of plan files in words: categories of resources, factors of suitability and the
/// numbers of a profile.
///
/// A plan names these by key only; a key that is not listed is shown as it is.
enum ReportGlossary {
  /// The words for a key.
  static func text(_ key: String) -> LocalizedText {
    words[key] ?? LocalizedText(english: key, chinese: key)
  }

  private static let words: [String: LocalizedText] = [
    "scenic": LocalizedText(english: "scenic places", chinese: "风景资源"),
    "scenery": LocalizedText(english: "scenery", chinese: "风景资源"),
    "culture": LocalizedText(english: "culture", chinese: "文化资源"),
    "spring": LocalizedText(english: "hot springs", chinese: "温泉资源"),
    "springs": LocalizedText(english: "hot springs", chinese: "温泉资源"),
    "industry": LocalizedText(english: "industry", chinese: "产业基础"),
    "transport": LocalizedText(english: "transport hubs", chinese: "交通枢纽"),
    "people": LocalizedText(english: "people", chinese: "人口"),
    "mines": LocalizedText(english: "mines", chinese: "矿产"),
    "road": LocalizedText(english: "roads", chinese: "道路"),
    "highway": LocalizedText(english: "roads", chinese: "公路"),
    "expressway": LocalizedText(english: "expressways", chinese: "高速公路"),
    "railway": LocalizedText(english: "railways", chinese: "铁路"),
    "terrain": LocalizedText(english: "terrain", chinese: "地形"),
    "town area, least": LocalizedText(english: "town area, least", chinese: "小镇面积下限"),
    "town area, wanted": LocalizedText(english: "town area, wanted", chinese: "小镇面积期望值"),
    "town area, most": LocalizedText(english: "town area, most", chinese: "小镇面积上限"),
    "construction land, least": LocalizedText(
      english: "construction land, least", chinese: "建设用地下限"),
    "construction land, wanted": LocalizedText(
      english: "construction land, wanted", chinese: "建设用地期望值"),
    "construction land, most": LocalizedText(
      english: "construction land, most", chinese: "建设用地上限"),
    "population": LocalizedText(english: "population", chinese: "人口"),
  ]
}
