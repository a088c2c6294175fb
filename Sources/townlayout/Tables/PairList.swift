import LandModel
import LayoutAnalysis
import Scenarios

/// Towns against single features as text: a row for each pair, then the sums of each layer.
struct PairList {
  let table: PairTable
  let language: Language

  var text: String {
    (table.isListed ? pairs : "") + table.layers.map(summary).joined() + leftOut
  }

  private var pairs: String {
    var rows = TextTable(
      header: language == .chinese
        ? ["小镇", "图层", "要素", "情形", "平面面积m2", "椭球面积m2"]
        : ["town", "layer", "feature", "situation", "planar m2", "ellipsoidal m2"],
      numericColumns: [4, 5])
    for layer in table.layers {
      for pair in layer.pairs {
        rows.append([
          table.townIDs[pair.town].text, layer.layer, layer.featureIDs[pair.feature].text,
          language == .chinese ? pair.situation.title.chinese : pair.situation.rawValue,
          TextTable.number(pair.planarArea.value, decimals: 6),
          TextTable.number(pair.ellipsoidalArea.value, decimals: 6),
        ])
      }
    }
    return table.layers.allSatisfy(\.pairs.isEmpty) ? "" : rows.text
  }

  private func summary(_ layer: PairOverlaps) -> String {
    let planar = TextTable.number(layer.planarArea.value, decimals: 3)
    let ellipsoidal = TextTable.number(layer.ellipsoidalArea.value, decimals: 3)
    return language == .chinese
      ? "\(layer.layer)：重叠 \(layer.overlapCount) 对，平面面积合计 \(planar) m2，"
        + "CGCS2000 椭球面积合计 \(ellipsoidal) m2\n"
      : "\(layer.layer): \(layer.overlapCount.counted("pair overlaps", "pairs overlap")), \(planar) m2 on the grid and "
        + "\(ellipsoidal) m2 on the CGCS2000 ellipsoid in all\n"
  }

  /// How many features were not measured, and why.
  private var leftOut: String {
    let features = table.leftOut
    guard features.count > 0 else { return "" }
    let isChinese = language == .chinese
    let causes: [(count: Int, text: String)] = [
      (features.invalid, isChinese ? "几何无效" : "with invalid geometry"),
      (features.withoutGeometry, isChinese ? "无几何" : "without geometry"),
      (features.repeatedID, isChinese ? "标识重复" : "with the id of another feature"),
    ]
    let list = causes.filter { $0.count > 0 }.map { cause in
      isChinese ? "\(cause.text) \(cause.count) 个" : "\(cause.count) \(cause.text)"
    }
    return isChinese
      ? "\(features.count) 个要素未参与量算：\(list.joined(separator: "，"))\n"
      : "\(features.count.counted("feature was", "features were")) not measured: "
        + "\(list.joined(separator: ", "))\n"
  }
}
