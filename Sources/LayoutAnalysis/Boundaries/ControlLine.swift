package import LandModel

/// One of the three control lines (三条控制线) of territorial planning, which may not overlap each other.
package enum ControlLine: String, Sendable, CaseIterable, Codable {
  /// 生态保护红线.
  case ecologicalRedLine = "ecological-red-line"
  /// 永久基本农田.
  case basicFarmland = "basic-farmland"
  /// 城镇开发边界.
  case developmentBoundary = "development-boundary"

  package var title: LocalizedText {
    switch self {
    case .ecologicalRedLine:
      LocalizedText(english: "ecological red line", chinese: "生态保护红线")
    case .basicFarmland:
      LocalizedText(english: "permanent basic farmland", chinese: "永久基本农田")
    case .developmentBoundary:
      LocalizedText(english: "urban development boundary", chinese: "城镇开发边界")
    }
  }
}
