import LandModel
import LayoutAnalysis
package import Scenarios

extension OutputTable {
  /// The towns of the other plans, plan by plan, each in the order of its proposals.
  package static func alternatives(of run: RunResult) -> OutputTable {
    let plans = run.layout.sensitivity.alternatives?.plans ?? []
    let best = Set(run.layout.chosen.map { run.delimitation.proposals[$0].site })
    let rows = plans.enumerated().flatMap { number, plan in
      plan.chosen.map { (plan: number, town: run.delimitation.proposals[$0]) }
    }
    let sites = rows.map { run.delimitation.sites[$0.town.site] }
    var table = OutputTable(
      name: "alternatives",
      title: LocalizedText(english: "Other plans nearly as good", chinese: "近优备选方案"),
      geometry: GeometryColumn(rows.map(\.town.boundary)))
    table.append("plan", .integer(rows.map { $0.plan + 1 }))
    table.append("town_id", .text(sites.map(\.id.text)))
    table.append("name", .text(sites.map(\.name)))
    table.append("county_id", .text(sites.map(\.county.text)))
    table.append("county", .text(sites.map(\.countyName)))
    table.append("industry", .text(rows.map(\.town.industry)))
    table.append("in_best_plan", .flag(rows.map { best.contains($0.town.site) }))
    table.append(
      "plan_objective",
      .real(rows.map { plans[$0.plan].objective }, decimals: Rounding.points))
    table.append(
      "plan_loss", .real(rows.map { plans[$0.plan].loss.value }, decimals: Rounding.ratio))
    return table
  }
}
