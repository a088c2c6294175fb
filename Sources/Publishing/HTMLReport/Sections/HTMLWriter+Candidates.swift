import LandModel
import LayerStore
import LayoutAnalysis
import Scenarios

/// Candidates that did not become towns, by reason.
extension HTMLWriter {
  mutating func candidatesSection(_ context: ReportContext) {
    let rows = context.run.candidates.indices.filter {
      context.run.candidates[$0].chosenProposal == nil
    }
    section("candidates", context.say(ReportText.candidates)) { html in
      guard !rows.isEmpty else {
        html.note(context.say(ReportText.allChosen))
        return
      }
      html.reasonChart(rows, context)
      let best = BestProposals(context.run.delimitation)
      let answers = PlanAnswers(context.run)
      let sensitivity = context.run.layout.sensitivity
      let columns: [(LocalizedText, String)?] = [
        (ReportText.town, "name"), (ReportText.county, "keep"), (ReportText.reason, ""),
        (ReportText.explanation, "wide"),
        sensitivity.forcing == nil ? nil : (ReportText.costOfChoosing, "n"),
        sensitivity.stability == nil ? nil : (ReportText.frequency, "n"),
        (ReportText.industry, ""), (ReportText.score, "n"), (ReportText.place, "plain screen"),
      ]
      html.table(
        columns.compactMap { $0 }.map { (context.say($0.0), $0.1) },
        caption: context.say(ReportText.candidates),
        isSortable: true
      ) { html in
        for row in rows { html.candidateRow(row, best, answers, context) }
      }
      if sensitivity.forcing != nil { html.note(context.say(ReportText.costNote)) }
    }
  }

  private mutating func reasonChart(_ rows: [Int], _ context: ReportContext) {
    let groups = Dictionary(grouping: rows) { context.run.candidates[$0].reason }
    let counts = groups.map { (reason: $0, count: $1.count) }
      .sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
    let greatest = Double(counts.map(\.count).max() ?? 1)
    element("div", ["class": "charts"]) { html in
      html.chart(context.say(ReportText.reason)) { html in
        for (reason, count) in counts {
          html.bar(
            context.say(ReportText.reason(reason)), value: "\(count)",
            fraction: Double(count) / greatest)
        }
      }
    }
  }

  private mutating func candidateRow(
    _ row: Int, _ best: BestProposals, _ answers: PlanAnswers, _ context: ReportContext
  ) {
    let candidate = context.run.candidates[row]
    element("tr") { html in
      html.element("td") { html in
        html.element("strong", text: candidate.name)
        html.element("small", text: candidate.id.text)
      }
      html.cell(candidate.countyName)
      html.cell(context.say(ReportText.reason(candidate.reason)))
      let cost = answers.cost(of: candidate)
      html.element("td") { html in
        html.text(context.say(candidate.explanation))
        if let cost { html.element("small", text: context.say(cost.text)) }
      }
      if context.run.layout.sensitivity.forcing != nil { html.costCell(cost, context) }
      if context.run.layout.sensitivity.stability != nil {
        html.frequencyCell(answers.frequency(of: candidate), context)
      }
      html.element("td") { html in
        if let proposal = best[candidate] {
          html.chip(
            context.industryTitle(proposal.industry),
            colour: context.industryColour(proposal.industry))
        }
      }
      html.number(
        best[candidate].map { context.number($0.score, decimals: 1) } ?? "–",
        sort: best[candidate]?.score ?? 0)
      html.element("td", ["class": "screen"]) { html in
        html.showButton(candidate.declaredBoundary.isEmpty ? nil : "k\(row)", context)
      }
    }
  }

  /// Points lost by choosing the candidate: a number, a range, or a dash where that is impossible.
  private mutating func costCell(_ cost: ForcingCost?, _ context: ReportContext) {
    guard let cost, let low = cost.low else {
      number(cost == nil ? "" : "–", sort: cost == nil ? 2e9 : 1e9)
      return
    }
    let least = context.number(low, decimals: 1)
    guard let high = cost.high else {
      number("≥ \(least)", sort: low)
      return
    }
    let most = context.number(high, decimals: 1)
    number(cost.isExact ? most : "\(least)–\(most)", sort: high)
  }

  /// How often a candidate is chosen when weights move, with a bar.
  mutating func frequencyCell(_ frequency: Ratio?, _ context: ReportContext) {
    guard let frequency else {
      number("–", sort: -1)
      return
    }
    let text = DecimalText.text(frequency.value, decimals: 6)
    element("td", ["class": "n", "data-sort": text]) { html in
      html.text(context.percent(frequency, decimals: 0))
      html.element("span", ["class": "meter", "aria-hidden": "true"]) { html in
        let width = DecimalText.text(frequency.percent, decimals: 1)
        html.element("i", ["style": "width:\(width)%"]) { _ in }
      }
    }
  }
}
