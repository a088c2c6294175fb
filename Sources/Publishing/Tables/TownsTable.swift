import LandModel
import LayoutAnalysis
package import Scenarios

extension OutputTable {
  /// The chosen towns with their drawn boundaries, in the order of the chosen proposals.
  ///
  /// Every factor of the plan has two fields. `factor_<factor>` is its mean over the town, 0 to 1;
  /// `score_<factor>` the points it adds to the score, so that these fields of a town sum to its score.
  /// Both are null where the town's industry does not use the factor.
  package static func towns(of run: RunResult) -> OutputTable {
    let proposals = run.layout.chosen.map { run.delimitation.proposals[$0] }
    let sites = proposals.map { run.delimitation.sites[$0.site] }
    var table = OutputTable(
      name: "towns", title: LocalizedText(english: "Towns", chinese: "特色小镇"),
      geometry: GeometryColumn(proposals.map(\.boundary)))
    table.append("town_id", .text(sites.map(\.id.text)))
    table.append("name", .text(sites.map(\.name)))
    table.append("county_id", .text(sites.map(\.county.text)))
    table.append("county", .text(sites.map(\.countyName)))
    table.append("industry", .text(proposals.map(\.industry)))
    table.appendAreas(of: proposals)
    table.append(
      "size_class_m2", .real(proposals.map { $0.sizeClass?.value }, decimals: Rounding.area))
    table.append("score", .real(proposals.map(\.score), decimals: Rounding.points))
    table.appendScoreTerms(of: proposals)
    table.append(
      "compactness", .real(proposals.map(\.compactness.value), decimals: Rounding.ratio))
    table.append("reach_m", .real(proposals.map(\.reach.value), decimals: Rounding.length))
    table.append("gap", .real(proposals.map(\.gap.value), decimals: Rounding.ratio))
    table.append(
      "shortfall_m2",
      .real(
        proposals.map { $0.shortfall.map { ($0.wanted - $0.reached).value } },
        decimals: Rounding.area))
    table.appendShapes(of: proposals)
    table.appendFollowed(of: proposals)
    let answers = PlanAnswers(run)
    table.append(
      "selection_frequency",
      .real(sites.map { answers.frequency(of: $0.id)?.value }, decimals: Rounding.ratio))
    return table
  }

  /// The building land inside the chosen towns, in the same order.
  package static func constructionLand(of run: RunResult) -> OutputTable {
    let proposals = run.layout.chosen.map { run.delimitation.proposals[$0] }
    let sites = proposals.map { run.delimitation.sites[$0.site] }
    var table = OutputTable(
      name: "construction-land",
      title: LocalizedText(english: "Construction land", chinese: "建设用地"),
      geometry: GeometryColumn(proposals.map(\.constructionBoundary)))
    table.append("town_id", .text(sites.map(\.id.text)))
    table.append("name", .text(sites.map(\.name)))
    table.append(
      "construction_area_m2",
      .real(proposals.map(\.constructionArea.value), decimals: Rounding.area))
    return table
  }

  private mutating func appendAreas(of proposals: [TownProposal]) {
    let decimals = Rounding.area
    append("area_m2", .real(proposals.map(\.ellipsoidalArea.value), decimals: decimals))
    append("planar_area_m2", .real(proposals.map(\.planarArea.value), decimals: decimals))
    append(
      "construction_area_m2", .real(proposals.map(\.constructionArea.value), decimals: decimals))
  }

  private mutating func appendShapes(of proposals: [TownProposal]) {
    let shapes = proposals.map(\.shape)
    append(
      "moment_compactness", .real(shapes.map(\.momentCompactness.value), decimals: Rounding.ratio))
    append("elongation", .real(shapes.map(\.elongation.value), decimals: Rounding.ratio))
    append("reach_ratio", .real(shapes.map(\.reachRatio.value), decimals: Rounding.ratio))
    append(
      "star_price", .real(proposals.map { $0.starPrice?.value }, decimals: Rounding.ratio))
  }

  private mutating func appendScoreTerms(of proposals: [TownProposal]) {
    for factor in FactorNames.all(in: proposals) {
      let scores = proposals.map { $0.factors.first { $0.factor == factor } }
      append(
        "factor_\(factor)", .real(scores.map { $0?.value.value }, decimals: Rounding.ratio))
      append(
        "score_\(factor)",
        .real(
          scores.map { score in score.map { 100 * $0.value.value * $0.weight.value } },
          decimals: Rounding.points))
    }
  }
}

/// The factors of several proposals.
enum FactorNames {
  /// Every factor that a proposal uses, in the order in which they first occur.
  static func all(in proposals: [TownProposal]) -> [String] {
    var known: Set<String> = []
    var names: [String] = []
    for proposal in proposals {
      for score in proposal.factors where known.insert(score.factor).inserted {
        names.append(score.factor)
      }
    }
    return names
  }
}
