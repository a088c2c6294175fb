import LandModel
import LayerStore
import LayoutAnalysis
import Scenarios

/// Layers of what was asked beside the plan; all are off at first.
extension MapLayerBuilder {
  /// Classes of how often a candidate is chosen, from the greatest down; from light to dark, so that print in
  /// grey keeps their order.
  private static let classes: [(least: Double, colour: String)] = [
    (0.9, "#0b3c5d"), (0.7, "#27699b"), (0.5, "#5b97c2"), (0.25, "#a3c4dd"), (0.000_001, "#dbe7f0"),
    (0, "#ffffff"),
  ]

  /// Candidates coloured by how often they are chosen when weights move.
  func frequencies() -> MapLayer {
    var layer = MapLayer(
      key: "plan:frequency", title: context.say(ReportText.frequencyLayer), group: "plan",
      kind: .polygon,
      style: .init(fill: "#ffffff", stroke: "#1b2a2f", width: 0.9, marker: 8), isShown: false)
    guard let stability = context.run.layout.sensitivity.stability else { return layer }
    layer.legend = Self.classes.map { least, colour in
      (
        colour,
        least == 0
          ? context.say(ReportText.frequencyNever)
          : least < 0.01
            ? "< " + context.percent(Ratio(0.25), decimals: 0)
            : context.say(ReportText.frequencyAbove).filling(
              context.percent(Ratio(least), decimals: 0))
      )
    }
    let best = BestProposals(context.run.delimitation)
    let answers = PlanAnswers(context.run)
    layer.total = stability.sites.count
    layer.features = context.run.candidates.compactMap { candidate in
      guard let frequency = answers.frequency(of: candidate) else { return nil }
      let boundary = best[candidate]?.boundary ?? candidate.declaredBoundary
      return encoder.exact(boundary).map { geometry in
        MapLayer.Feature(
          geometry: geometry, title: candidate.name,
          lines: [
            candidate.countyName,
            "\(context.say(ReportText.timesChosen)) \(context.percent(frequency, decimals: 0))",
            answers.frequentIndustry(of: candidate).map(context.industryTitle) ?? "",
          ].filter { !$0.isEmpty },
          colour: Self.classes.first { frequency.value >= $0.least }?.colour ?? "#ffffff")
      }
    }
    return layer
  }

  /// A layer for each other plan, its towns by industry.
  func alternatives() -> [MapLayer] {
    let plans = context.run.layout.sensitivity.alternatives?.plans ?? []
    let delimitation = context.run.delimitation
    return plans.enumerated().map { number, plan in
      var layer = MapLayer(
        key: "plan:alternative:\(number + 1)",
        title: context.say(ReportText.alternativeLayer(number + 1))
          + " (−\(context.percent(plan.loss)))",
        group: "plan", kind: .polygon,
        style: .init(
          fill: "#4f5d75", stroke: "#1b2a2f", width: 1.2, dash: [5, 3], marker: 7,
          shape: "square"),
        isShown: false)
      layer.total = plan.chosen.count
      layer.features = plan.chosen.compactMap { row in
        let town = delimitation.proposals[row]
        return encoder.exact(town.boundary).map { geometry in
          MapLayer.Feature(
            geometry: geometry, title: delimitation.sites[town.site].name,
            lines: [
              context.say(ReportText.alternativeLayer(number + 1)),
              "\(delimitation.sites[town.site].countyName) · "
                + context.industryTitle(town.industry),
            ],
            colour: context.industryColour(town.industry))
        }
      }
      return layer
    }
  }
}
