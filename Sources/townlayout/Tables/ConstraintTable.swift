import LandModel
import LayoutAnalysis

/// The red-line check as a table: one row for each town and layer that is not clear.
struct ConstraintTable {
  let result: RedLineResult
  let language: Language

  var text: String {
    let isChinese = language == .chinese
    var table = TextTable(
      header: isChinese
        ? ["小镇", "图层", "情形", "重叠公顷", "占比%", "最近距离m", "违规"]
        : ["town", "layer", "situation", "overlap ha", "share %", "distance m", "breach"],
      numericColumns: [3, 4, 5])
    for row in result.results where row.situation != .clear {
      table.append([
        row.townID.text, row.constraint, row.situation.rawValue,
        TextTable.number(row.ellipsoidalArea.hectares, decimals: 4),
        TextTable.number(row.share.percent, decimals: 2),
        row.nearestDistance.map { TextTable.number($0.value, decimals: 2) } ?? "",
        row.isBreach ? (isChinese ? "是" : "yes") : "",
      ])
    }
    let clear = result.results.filter { $0.situation == .clear }.count
    let breaches = result.results.filter(\.isBreach).count
    let summary =
      isChinese
      ? "检查小镇 \(result.townsChecked) 个：\(clear) 项无涉，\(breaches) 项违规；面积为 CGCS2000 椭球面积\n"
      : "\(result.townsChecked) towns checked: \(clear) clear, \(breaches) in breach; "
        + "areas on the CGCS2000 ellipsoid\n"
    return clear == result.results.count ? summary : table.text + summary
  }
}
