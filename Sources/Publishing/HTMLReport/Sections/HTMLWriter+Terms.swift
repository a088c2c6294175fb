import LandModel
import LayerStore
import LayoutAnalysis
import Scenarios

/// How counties share in the plan, and plans between two terms.
extension HTMLWriter {
  /// Bars of terms that must reach some points, with marks where these lie.
  mutating func minimumsChart(_ context: ReportContext) {
    let rules = context.run.layout.rules.filter { $0.code == "at-least" }
    guard !rules.isEmpty else { return }
    let scale = rules.map { max($0.used, $0.limit) }.max() ?? 1
    chart(context.say(ReportText.minimums)) { html in
      for rule in rules {
        html.bar(
          context.termTitle(rule.subject),
          value: "\(context.number(rule.used, decimals: 1)) "
            + "(≥ \(context.number(rule.limit, decimals: 1)))",
          fraction: rule.used / max(scale, 1e-9), least: rule.limit / max(scale, 1e-9),
          isBinding: rule.isBinding)
      }
    }
  }

  mutating func equityPart(_ context: ReportContext) {
    guard let equity = context.run.layout.equity else { return }
    let rule = equity.rule
    element("h3", text: context.say(ReportText.equity))
    let basis =
      rule.share == .population ? ReportText.equityPopulation : ReportText.equityCounty
    note("\(context.say(ReportText.equityNote)) \(context.say(basis))")
    note(
      context.say(ReportText.equityFigures).filling(
        context.number(equity.least, decimals: 3),
        equity.imbalance.map { context.number($0, decimals: 3) } ?? "–"))
    let hasPeople = equity.counties.contains { $0.county.population != nil }
    var columns = [(title: context.say(ReportText.county), style: "")]
    if hasPeople { columns.append((context.say(ReportText.population), "n")) }
    for title in [
      ReportText.value(rule.measure), ReportText.fairShare, ReportText.level(rule.measure),
    ] {
      columns.append((context.say(title), "n"))
    }
    table(columns, caption: context.say(ReportText.equity), isSortable: true) { html in
      for share in equity.counties {
        html.element("tr") { html in
          html.cell(share.county.name)
          if hasPeople {
            html.number(
              share.county.population.map { context.number($0, decimals: 0) } ?? "–",
              sort: share.county.population ?? 0)
          }
          html.number(context.number(share.value, decimals: 3), sort: share.value)
          html.number(
            share.fairShare.map { context.number($0, decimals: 3) }
              ?? context.say(ReportText.notCounted), sort: share.fairShare ?? 0)
          html.number(
            share.level.map { context.number($0, decimals: 3) } ?? "–", sort: share.level ?? 0)
        }
      }
    }
  }

  mutating func paretoPart(_ context: ReportContext) {
    guard let front = context.run.layout.pareto else { return }
    element("h3", text: context.say(ReportText.front))
    guard !front.points.isEmpty else {
      note(context.say(ReportText.frontEmpty))
      return
    }
    note(context.say(ReportText.frontNote).filling("\(context.towns.count)"))
    var kind = [front.isComplete ? ReportText.frontComplete : ReportText.frontSampled]
    for term in front.idle {
      note(context.say(ReportText.frontIdle).filling(context.termTitle(term.name)))
      kind = []
    }
    if front.points.contains(where: { !$0.isProven }) { kind.append(ReportText.frontUnproven) }
    if !kind.isEmpty {
      note(kind.map { context.say($0) }.joined(separator: context.language == .chinese ? "" : " "))
    }
    element("figure", ["class": "front"]) { html in
      html.raw(ParetoChart(front: front, context: context).markup)
    }
    paretoTable(front, context)
  }

  private mutating func paretoTable(_ front: ParetoFront, _ context: ReportContext) {
    let columns = [
      (title: context.say(ReportText.number), style: "n"),
      (context.termTitle(front.first.name), "n"), (context.termTitle(front.second.name), "n"),
      (context.say(ReportText.gapColumn), "n"), (context.say(ReportText.townCount), "n"),
      (context.say(ReportText.inCommon), "n"),
    ]
    table(columns, caption: context.say(ReportText.front), isSortable: true) { html in
      for (number, point) in front.points.enumerated() {
        html.element("tr") { html in
          html.number("\(number + 1)", sort: Double(number + 1))
          html.number(context.number(point.first, decimals: 1), sort: point.first)
          html.number(context.number(point.second, decimals: 1), sort: point.second)
          html.number(
            point.gap.map { "\(context.number($0.percent, decimals: 3)) %" } ?? "–",
            sort: point.gap?.value ?? 1)
          html.number("\(point.chosen.count)", sort: Double(point.chosen.count))
          html.number("\(point.townsInCommon)", sort: Double(point.townsInCommon))
        }
      }
    }
  }
}
