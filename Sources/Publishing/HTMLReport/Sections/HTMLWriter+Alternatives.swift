import LandModel
import LayerStore
import LayoutAnalysis
import Scenarios

/// Which towns stay when weights move, and what other plans are nearly as good.
extension HTMLWriter {
  mutating func alternativesSection(_ context: ReportContext) {
    let answers = context.run.layout.sensitivity
    guard answers.stability != nil || answers.alternatives != nil else { return }
    section("alternatives", context.say(ReportText.alternativesTitle)) { html in
      if let stability = answers.stability { html.stability(stability, context) }
      if let alternatives = answers.alternatives { html.alternatives(alternatives, context) }
    }
  }

  private mutating func stability(_ stability: StabilityResult, _ context: ReportContext) {
    element("h3", text: context.say(ReportText.stability))
    let parameters = stability.parameters
    note(
      context.say(ReportText.stabilityNote).filling(
        "\(parameters.samples)", context.percent(parameters.spread, decimals: 0),
        "\(parameters.seed)", "\(stability.same)"))
    if stability.unproven > 0 {
      note(context.say(ReportText.stabilityUnproven).filling("\(stability.unproven)"))
    }
    if stability.withoutPlan > 0 {
      note(context.say(ReportText.stabilityWithoutPlan).filling("\(stability.withoutPlan)"))
    }
    let sites = context.run.delimitation.sites
    let often = stability.sites.filter { $0.chosen > 0 }
      .sorted { ($1.chosen, $0.site) < ($0.chosen, $1.site) }
    let chosen = Set(context.towns.map(\.site.id))
    element("div", ["class": "charts"]) { html in
      html.chart(context.say(ReportText.timesChosen)) { html in
        for site in often {
          let id = sites[site.site].id
          html.bar(
            sites[site.site].name + (chosen.contains(id) ? "" : " *"),
            value: context.percent(stability.frequency(of: site.site), decimals: 0),
            fraction: stability.frequency(of: site.site).value,
            colour: site.industry.map { context.industryColour($0) })
        }
      }
    }
    note(context.say(ReportText.timesChosenNote))
  }

  private mutating func alternatives(
    _ alternatives: AlternativesResult, _ context: ReportContext
  ) {
    let parameters = alternatives.parameters
    element("h3", text: context.say(ReportText.otherPlans))
    note(
      context.say(ReportText.otherPlansNote).filling(
        context.percent(parameters.differ, decimals: 0),
        context.percent(parameters.within, decimals: 1)))
    if !alternatives.plans.isEmpty {
      let columns = [
        (ReportText.number, "n"), (ReportText.objective, "n"), (ReportText.loss, "n"),
        (ReportText.sitesInCommon, "n"), (ReportText.joining, "wide"), (ReportText.leaving, "wide"),
      ]
      table(
        columns.map { (context.say($0.0), $0.1) }, caption: context.say(ReportText.otherPlans)
      ) { html in
        for (number, plan) in alternatives.plans.enumerated() {
          html.alternativeRow(number + 1, plan, context)
        }
      }
    }
    note(ending(alternatives, context))
  }

  private mutating func alternativeRow(
    _ number: Int, _ plan: AlternativePlan, _ context: ReportContext
  ) {
    let run = context.run
    let best = Set(run.layout.chosen.map { run.delimitation.proposals[$0].site })
    let towns = plan.chosen.map { run.delimitation.proposals[$0] }
    let joining = towns.filter { !best.contains($0.site) }
    let leaving = best.subtracting(towns.map(\.site)).sorted().map {
      run.delimitation.sites[$0].name
    }
    let comma = context.language == .chinese ? "、" : ", "
    element("tr") { html in
      html.number("\(number)", sort: Double(number))
      html.number(context.number(plan.objective, decimals: 2), sort: plan.objective)
      html.number(
        context.percent(plan.loss) + (plan.isProven ? "" : " *"), sort: plan.loss.value)
      html.number("\(plan.sitesInCommon) / \(best.count)", sort: Double(plan.sitesInCommon))
      html.element("td") { html in
        for town in joining {
          html.chip(
            run.delimitation.sites[town.site].name, colour: context.industryColour(town.industry))
          html.text(" ")
        }
      }
      html.cell(leaving.joined(separator: comma))
    }
  }

  private func ending(_ alternatives: AlternativesResult, _ context: ReportContext) -> String {
    switch alternatives.ending {
    case .count: context.say(ReportText.plansOnMap)
    case .within:
      context.say(ReportText.nextLoses).filling(
        alternatives.nextLoss.map { context.percent($0) } ?? "–")
    case .none: context.say(ReportText.noOtherPlan)
    case .unknown: context.say(ReportText.otherPlanUnknown)
    }
  }
}
