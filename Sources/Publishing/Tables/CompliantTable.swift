package import LandModel
package import LayoutAnalysis

extension OutputTable {
  /// The boundaries that towns could keep, in layer order; a town without one has a row without geometry.
  ///
  /// - Parameter isRounded: whether positions will be rounded to what GeoJSON holds.
  package static func compliant(
    _ proposals: [CompliantBoundary], in language: Language, isRounded: Bool = false
  ) -> OutputTable {
    func areas(_ value: (CompliantBoundary) -> SquareMetres) -> OutputColumn {
      .real(proposals.map { value($0).value }, decimals: Rounding.area)
    }
    var table = OutputTable(
      name: "compliant", title: LocalizedText(english: "Compliant boundaries", chinese: "合规边界建议"),
      geometry: GeometryColumn(proposals.map(isRounded ? \.roundedGeometry : \.geometry)))
    table.append("town_id", .text(proposals.map(\.townID.text)))
    table.append("outcome", .text(proposals.map(\.outcome.rawValue)))
    table.append("area_m2", areas(\.ellipsoidalArea))
    table.append("planar_area_m2", areas(\.planarArea))
    table.append("town_area_m2", areas(\.townEllipsoidalArea))
    table.append("lost_m2", areas(\.lost))
    table.append("lost_share", .real(proposals.map(\.lostShare.value), decimals: Rounding.ratio))
    table.append("lost_to_rules_m2", areas(\.lostToRules))
    table.append("lost_to_cleaning_m2", areas(\.lostToCleaning))
    table.append("narrow_pieces", .integer(proposals.map(\.narrowPieceCount)))
    table.append("holes", .integer(proposals.map(\.holeCount)))
    table.append("hole_m2", areas(\.holeArea))
    table.append(
      "remarks",
      .text(
        proposals.map { proposal in
          proposal.remarks.map { $0.text(in: language) }
            .joined(separator: language == .chinese ? "；" : "; ")
        }))
    table.append("method", .text(proposals.map { _ in AreaMethod.code }))
    return table
  }
}
