import LandModel

/// Parts of a feature that lie in another part.
struct NestedShellsCheck: FeatureCheck {
  let rule = BoundaryRule(
    code: "ogc.nested-shells",
    title: LocalizedText(english: "Part inside a part", chinese: "部分相互嵌套"),
    statement: LocalizedText(
      english:
        "Parts of one feature may not share land; a part inside another counts twice, unless "
        + "it lies in a hole.",
      chinese: "同一要素的各部分不得重叠；除非位于洞内，嵌套部分会重复计算面积。"),
    severity: .error, leavesFeatureOut: true, repair: RepairText.validity)

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard feature.isMeasurablePolygon, feature.rings.count > 1 else { return }
    let rings = feature.rings
    for ring in 0..<rings.count
    where rings.isShell[ring] && !feature.duplicates.isDuplicate(ring) {
      let others = feature.nesting.possibleContainers(of: ring)
      guard others.contains(where: { isNested(ring, in: $0, among: others, of: feature) }) else {
        continue
      }
      report.report(ring: ring, of: feature) { area in
        LocalizedText(
          english: "A part of \(area.english) lies in another part.",
          chinese: "一个面积 \(area.chinese)的部分位于另一部分之内。")
      }
    }
  }

  /// Whether a shell lies in another one and in, or entangled with, none of that one's holes.
  private func isNested(
    _ ring: Int, in shell: Int, among others: [Int], of feature: FeatureView
  ) -> Bool {
    let rings = feature.rings
    guard rings.isShell[shell], feature.nesting.isInside(ring, shell) == true else { return false }
    return !others.contains {
      !rings.isShell[$0] && rings.partOfRing[$0] == rings.partOfRing[shell]
        && feature.nesting.isInside(ring, $0) != false
    }
  }
}
