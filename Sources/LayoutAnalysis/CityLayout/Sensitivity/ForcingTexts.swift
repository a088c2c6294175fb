import LandModel

/// Says what it would cost to make a site a town.
struct ForcingTexts {
  let texts: LayoutTexts
  let plan: PlanState

  /// For a site that no plan can hold.
  func impossible(_ contradiction: [LocalizedText]) -> LocalizedText {
    let english = contradiction.map(\.english).joined(separator: " ")
    let chinese = contradiction.map(\.chinese).joined()
    return LocalizedText(
      english: contradiction.isEmpty
        ? "It cannot be forced in: no plan with it keeps all rules."
        : "It cannot be forced in, because that contradicts: \(english)",
      chinese: contradiction.isEmpty
        ? "无法强制入选：没有方案能在其入选时满足全部规则。" : "无法强制入选，与下列规则矛盾：\(chinese)")
  }

  /// - Parameters:
  ///   - low: points lost at least.
  ///   - high: points lost by the plan known; nil without one.
  func cost(
    low: Double, high: Double?, share: Ratio?, entering: [FeatureID], leaving: [FeatureID],
    of site: FeatureID
  ) -> LocalizedText {
    guard let high else {
      return texts.sentence(
        "forcing it in costs at least \(points(low)) points, or is impossible; no plan with it is known",
        "强制入选至少损失 \(points(low)) 分或不可行，尚无含该镇的已知方案")
    }
    let percent = share.map { " (\(texts.rounded($0.percent, 2)) %)" } ?? ""
    let (english, chinese): (String, String) =
      if high <= 0 && low == high {
        high < 0
          ? ("forcing it in would gain \(points(-high)) points", "强制入选可增加 \(points(-high)) 分")
          : ("forcing it in costs nothing", "强制入选无损失")
      } else if low == high {
        (
          "forcing it in costs \(points(high)) points\(percent)",
          "强制入选将损失 \(points(high)) 分\(percent)"
        )
      } else {
        (
          "forcing it in costs between \(points(low)) and \(points(high)) points",
          "强制入选将损失 \(points(low)) 至 \(points(high)) 分"
        )
      }
    let others = entering.filter { $0 != site }
    var parts = [(english, chinese)]
    if !others.isEmpty {
      let names = names(others)
      parts.append(("\(names.english) would join too", "同时增加\(names.chinese)"))
    }
    if !leaving.isEmpty {
      let names = names(leaving)
      parts.append(("\(names.english) would leave", "\(names.chinese)退出"))
    }
    return texts.sentence(
      parts.map(\.0).joined(separator: "; "), parts.map(\.1).joined(separator: "；"))
  }

  private func names(_ ids: [FeatureID]) -> LocalizedText {
    let names = ids.map(texts.name)
    return LocalizedText(
      english: names.joined(separator: ", "), chinese: names.joined(separator: "、"))
  }

  private func points(_ points: Double) -> String { texts.rounded(points, 1) }
}
