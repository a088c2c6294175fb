import LandModel
import LayoutAnalysis
package import Scenarios

extension OutputTable {
  /// The pieces of towns in constraint layers: submitted boundaries first, then planned ones, each by
  /// town, constraint and falling size.
  ///
  /// A rule broken without a piece is one row without geometry.
  package static func conflicts(of run: RunResult) -> OutputTable {
    let rows = RunStage.allCases.flatMap { stage in
      stage.check(of: run).results.flatMap { ConflictRow.rows(of: $0, at: stage) }
    }
    var table = OutputTable(
      name: "conflicts",
      title: LocalizedText(english: "Towns in constraint layers", chinese: "管控线冲突"),
      geometry: GeometryColumn(rows.map(\.geometry)))
    table.append("stage", .text(rows.map(\.stage.rawValue)))
    table.append("town_id", .text(rows.map(\.result.townID.text)))
    table.append("constraint", .text(rows.map(\.result.constraint)))
    table.append("rule", .text(rows.map(\.result.rule.name)))
    table.append("feature_ids", .list(rows.map { $0.featureIDs.map(\.text) }))
    table.append("situation", .text(rows.map(\.result.situation.rawValue)))
    table.append("breach", .flag(rows.map(\.result.isBreach)))
    table.append("area_m2", .real(rows.map(\.area.value), decimals: Rounding.area))
    table.append("planar_area_m2", .real(rows.map(\.planarArea.value), decimals: Rounding.area))
    table.append("share", .real(rows.map(\.share.value), decimals: Rounding.ratio))
    table.append("width_m", .real(rows.map { $0.result.width?.value }, decimals: Rounding.length))
    table.append(
      "nearest_m",
      .real(rows.map { $0.result.nearestDistance?.value }, decimals: Rounding.length))
    table.append("method", .text(rows.map { _ in AreaMethod.code }))
    table.append("severity", .text(rows.map { $0.result.severity?.rawValue }))
    table.append("conclusion", .text(rows.map(\.result.conclusion.rawValue)))
    table.append("class", .text(rows.map(\.classCode)))
    table.append("activity", .integer(rows.map { $0.result.activity?.activity?.rawValue }))
    table.append("area_ha", .real(rows.map(\.area.hectares), decimals: Rounding.hectares))
    table.append("levelled_m2", .real(rows.map(\.levelled), decimals: Rounding.area))
    table.append("vintage", .text(rows.map(\.result.vintage)))
    table.append("source", .text(rows.map { $0.source(in: run) }))
    return table
  }
}

/// A row of the conflicts table: one piece of one town in one constraint layer.
private struct ConflictRow {
  let stage: RunStage
  let result: ConstraintResult
  let geometry: Geometry
  let featureIDs: [FeatureID]
  let area: SquareMetres
  let planarArea: SquareMetres
  /// Of the town, on the ellipsoid.
  let share: Ratio
  let classCode: String?
  /// In square metres; nil where the town states no official area, or one that differs.
  let levelled: Double?

  /// Where the number of the piece's class comes from, or that of the rule; nil where nobody says.
  func source(in run: RunResult) -> String? {
    let named = result.classes.first { $0.code == classCode }?.source ?? ""
    if !named.isEmpty { return named }
    let source = run.constraints.first { $0.key == result.constraint }?.source ?? ""
    return source.isEmpty ? nil : source
  }

  static func rows(of result: ConstraintResult, at stage: RunStage) -> [ConflictRow] {
    guard !result.pieces.isEmpty else {
      guard result.isBreach else { return [] }
      return [
        ConflictRow(
          stage: stage, result: result, geometry: .null, featureIDs: result.featureIDs,
          area: result.ellipsoidalArea, planarArea: result.planarArea, share: result.share,
          classCode: nil, levelled: nil)
      ]
    }
    let levelled: [Int]? =
      if case .levelled(let areas) = result.levelling { areas.pieces } else { nil }
    return result.pieces.enumerated().map { place, piece in
      // The whole overlap and its share give the town's area, and that the share of a piece.
      let part = piece.ellipsoidalArea / result.ellipsoidalArea
      return ConflictRow(
        stage: stage, result: result, geometry: piece.geometry, featureIDs: piece.featureIDs,
        area: piece.ellipsoidalArea, planarArea: piece.planarArea,
        share: Ratio(part.value * result.share.value), classCode: piece.classCode,
        levelled: levelled.map { Double($0[place]) / 100 })
    }
  }
}
