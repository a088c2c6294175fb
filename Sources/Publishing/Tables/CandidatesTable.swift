package import LandModel
import LayoutAnalysis
package import Scenarios

extension OutputTable {
  /// All candidates with the boundaries that were submitted, in layer order, and what became of them.
  package static func candidates(of run: RunResult, in language: Language) -> OutputTable {
    let candidates = run.candidates
    let areas = EllipsoidalArea(grid: run.grid)
    let chosen = candidates.map { $0.chosenProposal.map { run.delimitation.proposals[$0] } }
    let proposals = BestProposals(run.delimitation)
    let best = candidates.map { proposals[$0] }
    let breaches = BreachCounts(run.submittedCheck)
    var table = OutputTable(
      name: "candidates", title: LocalizedText(english: "Candidates", chinese: "候选小镇"),
      geometry: GeometryColumn(candidates.map(\.declaredBoundary)))
    table.append("town_id", .text(candidates.map(\.id.text)))
    table.append("name", .text(candidates.map(\.name)))
    table.append("county_id", .text(candidates.map(\.county.text)))
    table.append("county", .text(candidates.map(\.countyName)))
    table.append("chosen", .flag(candidates.map { $0.chosenProposal != nil }))
    table.append("industry", .text(chosen.map { $0?.industry }))
    table.append("reason", .text(candidates.map(\.reason)))
    table.append("explanation", .text(candidates.map { $0.explanation.text(in: language) }))
    table.append(
      "area_m2",
      .real(candidates.map { areas.area(of: $0.declaredBoundary).value }, decimals: Rounding.area))
    table.append(
      "planar_area_m2",
      .real(
        candidates.map { PlanarMeasure.area(of: $0.declaredBoundary).value },
        decimals: Rounding.area))
    table.append("breaches", .integer(candidates.map { breaches[$0.id] }))
    table.append("best_industry", .text(best.map { $0?.industry }))
    table.append(
      "best_score", .real(best.map { $0?.score }, decimals: Rounding.points))
    let answers = PlanAnswers(run)
    let costs = candidates.map(answers.cost)
    table.append(
      "cost_of_choosing", .real(costs.map { $0?.high }, decimals: Rounding.points))
    table.append(
      "cost_of_choosing_at_least", .real(costs.map { $0?.low }, decimals: Rounding.points))
    table.append("choosing", .text(costs.map { $0?.text.text(in: language) }))
    table.append("dominated_by", .text(candidates.map { answers.dominator(of: $0)?.text }))
    table.append(
      "selection_frequency",
      .real(candidates.map { answers.frequency(of: $0)?.value }, decimals: Rounding.ratio))
    table.append("frequent_industry", .text(candidates.map(answers.frequentIndustry)))
    return table
  }
}

/// The proposal of greatest score by site; the first one where several are equal.
struct BestProposals {
  private var proposals: [FeatureID: TownProposal] = [:]

  init(_ delimitation: DelimitationResult) {
    for proposal in delimitation.proposals {
      let id = delimitation.sites[proposal.site].id
      if let known = proposals[id], known.score >= proposal.score { continue }
      proposals[id] = proposal
    }
  }

  /// The best proposal of a candidate; nil when none could be drawn, or when validation left it out (its
  /// id may then be that of another candidate).
  subscript(candidate: CandidateOutcome) -> TownProposal? {
    candidate.reason == "invalid" ? nil : proposals[candidate.id]
  }
}

/// How many constraint rules each town breaks.
struct BreachCounts {
  private var counts: [FeatureID: Int] = [:]

  init(_ check: RedLineResult) {
    for result in check.results where result.isBreach { counts[result.townID, default: 0] += 1 }
  }

  /// The rules that a town breaks; zero for a town that was not checked.
  subscript(id: FeatureID) -> Int { counts[id] ?? 0 }
}
