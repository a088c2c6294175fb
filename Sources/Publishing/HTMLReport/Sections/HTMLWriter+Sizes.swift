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
    var caption = context.say(ReportText.sizeOfTown).filling(
      context.squareKilometres(area),
      curve.marginal(at: area).map { context.number($0, decimals: 3) } ?? "–")
    if let stop {
      caption += context.language == .chinese ? "；" : "; "
      caption += context.say(ReportText.sizeStops).filling(context.squareKilometres(stop))
    }
    let drawing = SizeDrawing(
      curve: curve, area: area, stop: stop,
      colour: context.industryColour(town.proposal.industry))
    element("figure", ["style": "margin:0"]) { html in
      drawing.write(title: "\(town.site.name): \(caption)", to: &html)
      html.element("figcaption") { html in
        html.element("strong", text: "\(town.number) \(town.site.name)")
        html.element("small", text: " " + caption)
      }
    }
  }
}

/// The drawing of one curve, in units of its own box.
private struct SizeDrawing {
  private static let width = 240.0
  private static let height = 110.0
  private static let margin = 8.0

  let curve: SizeCurve
  let area: SquareMetres
  let stop: SquareMetres?
  let colour: String

  func write(title: String, to html: inout HTMLWriter) {
    let box = "0 0 \(Int(Self.width)) \(Int(Self.height))"
    html.element("svg", ["viewBox": box, "role": "img", "width": "100%"]) { html in
      html.element("title", text: title)
      line(from: (areas.lower, values.lower), to: (areas.upper, values.lower), "#999", &html)
      if let stop {
        line(
          from: (stop.value, values.lower), to: (stop.value, values.upper), "#555", dash: "4 3",
          &html)
      }
      let points = curve.points.map { "\(x($0.area.value)),\(y($0.value))" }
      html.element(
        "polyline",
        [
          "points": points.joined(separator: " "), "fill": "none", "stroke": colour,
          "stroke-width": "2",
        ]
      ) { _ in }
      html.element(
        "circle", ["cx": x(area.value), "cy": y(curve.drawnValue), "r": "4", "fill": colour]
      ) { _ in }
    }
  }

  private func line(
    from start: (Double, Double), to end: (Double, Double), _ colour: String,
    dash: String = "none", _ html: inout HTMLWriter
  ) {
    html.element(
      "line",
      [
        "x1": x(start.0), "y1": y(start.1), "x2": x(end.0), "y2": y(end.1), "stroke": colour,
        "stroke-dasharray": dash,
      ]
    ) { _ in }
  }

  private var areas: (lower: Double, upper: Double) {
    let all = curve.points.map(\.area.value) + [area.value]
    return (all.min() ?? 0, all.max() ?? 0)
  }

  private var values: (lower: Double, upper: Double) {
    let all = curve.points.map(\.value) + [curve.drawnValue, 0]
    return (all.min() ?? 0, all.max() ?? 0)
  }

  private func x(_ area: Double) -> String {
    let share = (area - areas.lower) / max(areas.upper - areas.lower, 1)
    return DecimalText.text(Self.margin + share * (Self.width - 2 * Self.margin), decimals: 1)
  }

  private func y(_ value: Double) -> String {
    let share = (value - values.lower) / max(values.upper - values.lower, 1e-9)
    return DecimalText.text(
      Self.height - Self.margin - share * (Self.height - 2 * Self.margin), decimals: 1)
  }
}
