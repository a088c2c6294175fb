import LandModel
import LayoutAnalysis
package import Scenarios

extension OutputTable {
  /// Decimals of a score and a factor's value that no unit of the objective depends on.
  private static let exact = 12

  /// All boundaries that the layout could choose from; a row is a column of its model.
  ///
  /// Scores and factor values have twelve decimals, so that the layout's whole numbers follow from them.
  package static func proposals(of run: RunResult) -> OutputTable {
    let proposals = run.delimitation.proposals
    let sites = proposals.map { run.delimitation.sites[$0.site] }
    let chosen = Set(run.layout.chosen)
    var table = OutputTable(
      name: "proposals", title: LocalizedText(english: "Boundaries offered", chinese: "备选边界"),
      geometry: GeometryColumn(proposals.map(\.boundary)))
    table.append("column", .integer(proposals.indices.map { $0 }))
    table.append("town_id", .text(sites.map(\.id.text)))
    table.append("name", .text(sites.map(\.name)))
    table.append("county_id", .text(sites.map(\.county.text)))
    table.append("industry", .text(proposals.map(\.industry)))
    table.append(
      "size_class_m2", .real(proposals.map { $0.sizeClass?.value }, decimals: Rounding.area))
    table.append("chosen", .flag(proposals.indices.map(chosen.contains)))
    table.append(
      "area_m2", .real(proposals.map(\.ellipsoidalArea.value), decimals: Rounding.area))
    table.append(
      "construction_area_m2",
      .real(proposals.map(\.constructionArea.value), decimals: Rounding.area))
    table.appendFollowed(of: proposals)
    table.append("score", .real(proposals.map(\.score), decimals: exact))
    for factor in FactorNames.all(in: proposals) {
      let scores = proposals.map { $0.factors.first { $0.factor == factor } }
      table.append("factor_\(factor)", .real(scores.map { $0?.value.value }, decimals: exact))
      table.append(
        "score_\(factor)",
        .real(
          scores.map { score in score.map { 100 * $0.value.value * $0.weight.value } },
          decimals: exact))
    }
    return table
  }

  /// The building land inside the boundaries offered, in the same order.
  package static func proposedConstruction(of run: RunResult) -> OutputTable {
    let proposals = run.delimitation.proposals
    var table = OutputTable(
      name: "construction-land",
      title: LocalizedText(english: "Construction land", chinese: "建设用地"),
      geometry: GeometryColumn(proposals.map(\.constructionBoundary)))
    table.append("column", .integer(proposals.indices.map { $0 }))
    table.append(
      "town_id", .text(proposals.map { run.delimitation.sites[$0.site].id.text }))
    return table
  }
}
