import LandModel
import LayerStore
import LayoutAnalysis
import Scenarios

/// The table of chosen towns; a click on a row shows the town on the map.
extension HTMLWriter {
  mutating func townsSection(_ context: ReportContext) {
    section("towns", context.say(ReportText.towns)) { html in
      guard !context.towns.isEmpty else {
        html.note(context.say(ReportText.noTowns))
        return
      }
      let served = Dictionary(
        context.run.serviceAreas.map { ($0.townID, $0) }, uniquingKeysWith: { first, _ in first })
      let hasPeople = context.run.serviceAreas.contains { $0.population != nil }
      let hasSizes = context.towns.contains { $0.proposal.sizeClass != nil }
      let columns: [(LocalizedText, String)?] = [
        (ReportText.number, "n"), (ReportText.town, "name"), (ReportText.county, "keep"),
        (ReportText.industry, ""), hasSizes ? (ReportText.sizeClassKm2, "n") : nil,
        (ReportText.areaKm2, "n"), (ReportText.constructionKm2, "n"),
        (ReportText.score, "n"), (ReportText.scoreTerms, "plain"), (ReportText.compactness, "n"),
        (ReportText.reach, "n"), (ReportText.nearest, ""),
        hasPeople ? (ReportText.served, "n") : nil, (ReportText.delimitationGap, "n"),
        context.run.layout.sensitivity.stability == nil ? nil : (ReportText.frequency, "n"),
      ]
      let answers = PlanAnswers(context.run)
      html.table(
        columns.compactMap { $0 }.map { (context.say($0.0), $0.1) },
        caption: context.say(ReportText.towns), isSortable: true
      ) { html in
        for town in context.towns {
          html.townRow(
            town, served: hasPeople ? served[town.site.id] : nil, hasPeople, answers, context)
        }
      }
      html.scoreLegend(context)
      html.shapeTable(context)
      html.note(context.say(ReportText.shapeNote))
      html.note(context.say(ReportText.method) + " " + context.say(AreaMethod.text))
      html.sizeCharts(context)
    }
  }

  private mutating func townRow(
    _ town: ReportContext.Town, served: ServiceArea?, _ hasPeople: Bool, _ answers: PlanAnswers,
    _ context: ReportContext
  ) {
    let proposal = town.proposal
    element("tr", ["data-show": "t\(town.number)", "tabindex": "0"]) { html in
      html.number("\(town.number)", sort: Double(town.number))
      html.element("td") { html in
        html.element("strong", text: town.site.name)
        html.element("small", text: town.site.id.text)
        if let shortfall = proposal.shortfall {
          html.element("small", ["class": "warn"], text: context.say(shortfall.cause))
        }
      }
      html.cell(town.site.countyName)
      html.element("td") { html in
        html.chip(
          context.industryTitle(proposal.industry),
          colour: context.industryColour(proposal.industry))
      }
      if let size = proposal.sizeClass {
        html.number(context.squareKilometres(size), sort: size.value)
      }
      html.number(
        context.squareKilometres(proposal.ellipsoidalArea), sort: proposal.ellipsoidalArea.value)
      html.number(
        context.squareKilometres(proposal.constructionArea), sort: proposal.constructionArea.value)
      html.number(context.number(proposal.score, decimals: 1), sort: proposal.score)
      html.element("td", ["class": "terms"]) { $0.scoreBar(proposal, context) }
      html.number(
        context.number(proposal.compactness.value, decimals: 2), sort: proposal.compactness.value)
      html.number(context.length(proposal.reach), sort: proposal.reach.value)
      html.nearestCell(town.site.id, context)
      if hasPeople {
        html.number(
          served?.population.map { context.number(Double($0), decimals: 0) } ?? "–",
          sort: Double(served?.population ?? 0))
      }
      html.number(context.percent(proposal.gap), sort: proposal.gap.value)
      if context.run.layout.sensitivity.stability != nil {
        html.frequencyCell(answers.frequency(of: town.site.id), context)
      }
    }
  }

  /// The nearest constraint that the town must keep out of or away from.
  private mutating func nearestCell(_ id: FeatureID, _ context: ReportContext) {
    let nearest = context.nearestConstraint(of: id)
    element("td", ["data-sort": DecimalText.text(nearest?.distance.value ?? 1e9, decimals: 3)]) {
      html in
      guard let nearest else {
        html.text("–")
        return
      }
      html.text(context.length(nearest.distance))
      html.element("small", text: context.constraintTitle(nearest.constraint))
    }
  }

  private mutating func scoreBar(_ proposal: TownProposal, _ context: ReportContext) {
    element("span", ["class": "stack", "aria-hidden": "true"]) { html in
      for factor in proposal.factors {
        let points = 100 * factor.value.value * factor.weight.value
        let width = DecimalText.text(points, decimals: 2)
        html.element(
          "i",
          [
            "style": "width:\(width)%;background:\(context.factorColour(factor.factor))",
            "title":
              "\(context.say(ReportGlossary.text(factor.factor))) \(DecimalText.text(points, decimals: 1))",
          ]
        ) { _ in }
      }
    }
    let parts = proposal.factors.map { factor in
      let points = DecimalText.text(100 * factor.value.value * factor.weight.value, decimals: 1)
      return "\(context.say(ReportGlossary.text(factor.factor))) \(points)"
    }
    element("span", ["class": "hidden"], text: parts.joined(separator: ", "))
  }

  private mutating func scoreLegend(_ context: ReportContext) {
    element("p", ["class": "note key"]) { html in
      html.text(context.say(ReportText.scoreTerms) + ": ")
      for factor in context.factors {
        html.chip(context.say(ReportGlossary.text(factor)), colour: context.factorColour(factor))
      }
    }
  }
}
