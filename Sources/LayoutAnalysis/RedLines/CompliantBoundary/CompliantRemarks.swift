internal import LandModel

/// What a planner must know about a proposal, in sentences.
struct CompliantRemarks {
  let parameters: CompliantParameters

  /// For a boundary that GeoJSON holds drawn on rounded positions, and what its area changes by there.
  static func rounded(by change: SquareMetres) -> LocalizedText {
    let (rounded, decimals) = ((change.value * 100).rounded() / 100, DegreeLattice.decimals)
    let sign = rounded > 0 ? "+" : ""
    return LocalizedText(
      english:
        "in GeoJSON drawn on positions of \(decimals) decimals of a degree, where it would cross "
        + "itself; its area changes by \(sign)\(rounded) m² there",
      chinese: "GeoJSON 中按 \(decimals) 位小数（度）的坐标重绘，否则取整后自相交；面积变化 \(sign)\(rounded) 平方米")
  }

  func texts(for boundary: CompliantBoundary) -> [LocalizedText] {
    var texts: [LocalizedText] = []
    switch boundary.outcome {
    case .allForbidden:
      texts.append(
        LocalizedText(english: "no land of the town is free of rules", chinese: "小镇范围内没有可用土地"))
    case .tooNarrow:
      texts.append(
        LocalizedText(
          english: "the land that is left is nowhere \(parameters.neckWidth.value) m wide",
          chinese: "剩余土地宽度均不足 \(parameters.neckWidth.value) m"))
    case .unchanged, .proposed, .unverified: break
    }
    guard boundary.outcome == .proposed else { return texts }
    if boundary.ellipsoidalArea < parameters.smallestArea {
      texts.append(
        LocalizedText(
          english: "smaller than \(parameters.smallestArea.squareKilometres) km²",
          chinese: "面积不足 \(parameters.smallestArea.squareKilometres) 平方千米"))
    }
    if boundary.holeCount > 0, !parameters.allowsHoles {
      texts.append(
        LocalizedText(
          english: "\(boundary.holeCount) hole(s) of closed land inside; a town has none",
          chinese: "内含 \(boundary.holeCount) 处不可用土地（空洞），小镇范围不应有空洞"))
    }
    if let largest = boundary.leftOut.first, largest >= 0.5 * boundary.planarArea {
      let hectares = (largest.hectares * 100).rounded() / 100
      texts.append(
        LocalizedText(
          english: "another part of \(hectares) ha is left out",
          chinese: "另有一片 \(hectares) 公顷的土地未纳入"))
    }
    return texts
  }
}
