import Foundation
import LandModel
import LayoutAnalysis

/// Near and far as tables: one row for each town and target, and sums for each target.
struct ProximityList {
  let result: ProximityResult
  let grid: GaussKrugerGrid
  let language: Language
  /// Whether sums alone are shown.
  var isSummary = false

  var text: String { (isSummary ? "" : rows) + sums + scale }

  private var isChinese: Bool { language == .chinese }
  private var isGeodesic: Bool { result.summaries.contains { $0.geodesicSum != nil } }
  private var isWeighted: Bool { result.targets.contains(where: \.isWeighted) }

  private var rows: String {
    let header =
      (isChinese
        ? ["小镇", "图层", "类别", "最近要素", "距离m"] : ["town", "layer", "kind", "nearest", "distance m"])
      + geodesicHeader + withinHeader
    var table = TextTable(header: header, numericColumns: Set(4..<header.count))
    for entry in result.entries {
      let target = result.targets[entry.target]
      var row = [
        entry.townID.text, target.layer, target.kind ?? "", entry.nearest?.featureID.text ?? "",
        Self.length(entry.nearest?.distance),
      ]
      if isGeodesic { row.append(Self.length(entry.nearest?.geodesicDistance)) }
      table.append(row + within(entry.within))
    }
    return table.text
  }

  private var sums: String {
    let header =
      (isChinese
        ? ["图层", "类别", "要素", "相接小镇", "距离合计m", "最远m"]
        : ["layer", "kind", "features", "towns meeting", "sum of distances m", "farthest m"])
      + geodesicHeader + withinHeader
    var table = TextTable(header: header, numericColumns: Set(2..<header.count))
    for (target, summary) in zip(result.targets, result.summaries) {
      var row = [
        target.layer, target.kind ?? "", "\(target.featureCount)", "\(summary.townsMeeting)",
        Self.length(summary.distanceSum), Self.length(summary.greatestDistance),
      ]
      if isGeodesic { row.append(Self.length(summary.geodesicSum)) }
      table.append(row + within(summary.within))
    }
    return table.text
  }

  /// What a length on the grid is worth.
  private var scale: String {
    let count = result.townsMeasured
    guard let scale = result.scale else {
      return isChinese ? "量算小镇 \(count) 个\n" : "\(count.counted("town")) measured\n"
    }
    let (least, greatest) = (Self.percent(scale.least - 1), Self.percent(scale.greatest - 1))
    return isChinese
      ? "量算小镇 \(count) 个；距离为 \(grid.crs.text) 平面直线距离，投影长度变形 \(least) 至 \(greatest)\n"
      : "\(count.counted("town")) measured; straight lines on \(grid.crs.text), whose lengths are "
        + "\(least) to \(greatest) longer than on the ellipsoid\n"
  }

  private var geodesicHeader: [String] {
    isGeodesic ? [isChinese ? "大地线m" : "geodesic m"] : []
  }

  private var withinHeader: [String] {
    result.radii.flatMap { radius -> [String] in
      let text =
        "≤\(TextTable.number(radius.value, decimals: radius.value.rounded() == radius.value ? 0 : 3)) m"
      guard isWeighted else { return [text] }
      return [text, (isChinese ? "权重" : "weight ") + text]
    }
  }

  private func within(_ within: [PointsWithin]) -> [String] {
    within.flatMap { found -> [String] in
      let count = "\(found.count)"
      guard isWeighted else { return [count] }
      return [count, found.weight.map { TextTable.number($0, decimals: 2) } ?? ""]
    }
  }

  private static func length(_ length: Metres?) -> String {
    length.map { TextTable.number($0.value, decimals: 2) } ?? ""
  }

  private static func percent(_ share: Double) -> String {
    TextTable.number(share * 100, decimals: 4) + " %"
  }
}
