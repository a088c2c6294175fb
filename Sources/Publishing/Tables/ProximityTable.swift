import LandModel
import LayerStore
package import LayoutAnalysis

extension OutputTable {
  /// Below it the seven decimals of a degree may be the same at both ends, 11 mm apart each way.
  private static let leastDrawnLength = Metres(0.016)

  /// Towns and the nearest feature of each target, drawn as a line between the nearest positions.
  ///
  /// Where the two meet there is a point instead: readers refuse a line between two equal positions (RFC
  /// 7946 §3.1.4 asks for two). A target without a feature has no geometry.
  ///
  /// - Parameter drawsPoints: false for a format whose layers hold one kind of geometry: a line without
  ///   length stands for the point there.
  package static func proximity(
    _ result: ProximityResult, drawsPoints: Bool = true
  ) -> OutputTable {
    let entries = result.entries
    let targets = entries.map { result.targets[$0.target] }
    var table = OutputTable(
      name: "proximity",
      title: LocalizedText(english: "Nearest features of towns", chinese: "小镇最近要素"),
      geometry: GeometryColumn(
        entries.map { entry in
          guard let nearest = entry.nearest else { return Geometry.null }
          return drawsPoints && nearest.distance < leastDrawnLength
            ? .point(nearest.from) : .line([nearest.from, nearest.to])
        }))
    table.append("town_id", .text(entries.map(\.townID.text)))
    table.append("layer", .text(targets.map(\.layer)))
    table.append("kind", .text(targets.map(\.kind)))
    table.append("feature_id", .text(entries.map { $0.nearest?.featureID.text }))
    table.append(
      "distance_m",
      .real(entries.map { $0.nearest?.distance.value }, decimals: Rounding.length))
    if entries.contains(where: { $0.nearest?.geodesicDistance != nil }) {
      table.append(
        "geodesic_m",
        .real(entries.map { $0.nearest?.geodesicDistance?.value }, decimals: Rounding.length))
    }
    for (index, radius) in result.radii.enumerated() {
      let name = radius.columnName
      let within = entries.map { index < $0.within.count ? $0.within[index] : nil }
      table.append("count_\(name)", .integer(within.map { $0?.count }))
      if result.targets.contains(where: \.isWeighted) {
        table.append(
          "weight_\(name)", .real(within.map { $0?.weight }, decimals: Rounding.points))
      }
    }
    return table
  }
}

extension Metres {
  /// A length as part of a column's name: `1000m`, `12.5m`.
  fileprivate var columnName: String { DecimalText.text(value, decimals: Rounding.length) + "m" }
}
