import LandModel
import LayerStore
import LayoutAnalysis
import Scenarios

/// A small chart of value against area for each chosen town.
extension HTMLWriter {
  mutating func sizeCharts(_ context: ReportContext) {
    let sizes = context.run.sizes
    let towns = zip(context.towns, sizes.curves).compactMap { town, curve in
      curve.map { (town: town, curve: $0) }
    }
    guard !towns.isEmpty else { return }
    element("h3", text: context.say(ReportText.sizeCurves))
    note(context.say(ReportText.sizeCurvesNote))
    note(priceText(sizes.price, context))
    element(
      "div",
      [
        "style": "display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:12px"
      ]
    ) { html in
      for (town, curve) in towns { html.sizeChart(town, curve, sizes.price, context) }
    }
  }

  private func priceText(_ price: LandPrice?, _ context: ReportContext) -> String {
    guard let price else { return context.say(ReportText.priceMissing) }
    let text = price.source == .plan ? ReportText.priceFromPlan : ReportText.priceFromQuota
    return context.say(text).filling(context.number(price.pointsPerHectare, decimals: 3))
  }

  private mutating func sizeChart(
    _ town: ReportContext.Town, _ curve: SizeCurve, _ price: LandPrice?, _ context: ReportContext
  ) {
    let area = town.proposal.ellipsoidalArea
    let stop = price.map { curve.stop(at: $0.pointsPerHectare) }
    let size = context.squareKilometres(area)
    var caption =
      curve.marginal(at: area).map {
        context.say(ReportText.sizeOfTown).filling(size, context.number($0, decimals: 3))
      } ?? context.say(ReportText.sizeLargest).filling(size)
    if let stop {
      caption += context.language == .chinese ? "；" : "; "
      caption += context.say(ReportText.sizeStops).filling(context.squareKilometres(stop))
    }
    let drawing = SizeChart(
      curve: curve, area: area, stop: stop,
      colour: context.industryColour(town.proposal.industry),
      areaTitle: context.say(ReportText.sizeAxisArea),
      valueTitle: context.say(ReportText.sizeAxisValue))
    element("figure", ["style": "margin:0"]) { html in
      drawing.write(title: "\(town.site.name): \(caption)", to: &html)
      html.element("figcaption") { html in
        html.element("strong", text: "\(town.number) \(town.site.name)")
        html.element("small", text: " " + caption)
      }
    }
  }
}
