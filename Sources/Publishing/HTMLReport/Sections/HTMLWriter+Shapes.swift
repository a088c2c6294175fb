import LandModel
import LayerStore
import LayoutAnalysis
import Scenarios

/// The table of how the chosen towns' boundaries are shaped, and how good they are.
extension HTMLWriter {
  mutating func shapeTable(_ context: ReportContext) {
    let follows = context.towns.contains { $0.proposal.followed != nil }
    var columns: [(LocalizedText, String)] = [
      (ReportText.number, "n"), (ReportText.town, "name"), (ReportText.compactness, "n"),
      (ReportText.momentCompactness, "n"), (ReportText.elongation, "n"), (ReportText.reach, "n"),
      (ReportText.reachRatio, "n"), (ReportText.delimitationGap, "n"), (ReportText.starPrice, "n"),
      (ReportText.shortfall, "plain"),
    ]
    if follows { columns.insert((ReportText.followed, "n"), at: columns.count - 1) }
    table(
      columns.map { (context.say($0.0), $0.1) }, caption: context.say(ReportText.shapes),
      isSortable: true
    ) { html in
      for town in context.towns { html.shapeRow(town, context) }
    }
    note(context.say(ReportText.shapesNote))
    if follows { note(context.say(ReportText.followedNote)) }
  }

  private mutating func shapeRow(_ town: ReportContext.Town, _ context: ReportContext) {
    let proposal = town.proposal
    let shape = proposal.shape
    element("tr", ["data-show": "t\(town.number)", "tabindex": "0"]) { html in
      html.number("\(town.number)", sort: Double(town.number))
      html.element("td") { $0.element("strong", text: town.site.name) }
      for value in [proposal.compactness, shape.momentCompactness, shape.elongation] {
        html.number(context.number(value.value, decimals: 2), sort: value.value)
      }
      html.number(context.length(proposal.reach), sort: proposal.reach.value)
      html.number(
        context.number(shape.reachRatio.value, decimals: 2), sort: shape.reachRatio.value)
      html.number(context.percent(proposal.gap), sort: proposal.gap.value)
      html.number(
        proposal.starPrice.map { context.percent($0) } ?? "–",
        sort: proposal.starPrice?.value ?? -1)
      if let share = proposal.followedShare {
        let layers = (proposal.followed ?? []).map { layer in
          let title = context.layerTitle(layer.layer)
          return "\(title) \(context.percent(layer.share))"
        }
        html.number(
          layers.isEmpty ? "–" : layers.joined(separator: context.say(ReportText.listSeparator)),
          sort: share.value)
      }
      html.cell(proposal.shortfall.map { context.say($0.cause) } ?? "–")
    }
  }
}
