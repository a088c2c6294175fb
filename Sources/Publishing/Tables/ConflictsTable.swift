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

  static func rows(of result: ConstraintResult, at stage: RunStage) -> [ConflictRow] {
    guard !result.pieces.isEmpty else {
      guard result.isBreach else { return [] }
      return [
        ConflictRow(
          stage: stage, result: result, geometry: .null, featureIDs: result.featureIDs,
          area: result.ellipsoidalArea, planarArea: result.planarArea, share: result.share)
      ]
    }
    return result.pieces.map { piece in
      // The whole overlap and its share give the town's area, and that the share of a piece.
      let part = piece.ellipsoidalArea / result.ellipsoidalArea
      return ConflictRow(
        stage: stage, result: result, geometry: piece.geometry, featureIDs: piece.featureIDs,
        area: piece.ellipsoidalArea, planarArea: piece.planarArea,
        share: Ratio(part.value * result.share.value))
    }
  }
}
