package import LandModel

extension RuleThreshold {
  /// What a threshold of a stable name is called; the name itself where a reader may write it into a plan.
  package static func title(of name: String) -> LocalizedText {
    LocalizedText(
      english: name, chinese: chineseTitles[name].map { "\($0)（\(name)）" } ?? name)
  }

  /// The same for a threshold.
  package var title: LocalizedText { Self.title(of: name) }

  private static let chineseTitles = [
    "absolute": "绝对差", "agreement": "吻合度", "angle": "角度", "arm": "臂长", "beyond": "超出量",
    "compactness": "紧凑度", "distance": "距离", "elongation": "长宽比", "holes": "孔洞数", "length": "长度",
    "longest": "最长边", "matched-share": "匹配比例", "mean": "平均值", "parts": "部件数", "planar-area": "平面面积",
    "planar-area-max": "平面面积上限", "planar-area-min": "平面面积下限", "reach": "搜索距离",
    "relative": "相对差", "residual": "残差", "scale": "比例尺", "shells": "外环数", "shift": "偏移量",
    "tolerance": "容差", "width": "宽度",
  ]
}
