import LandModel
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
      let columns = [
        (ReportText.town, "name"), (ReportText.county, "keep"), (ReportText.reason, ""),
        (ReportText.explanation, "wide"), (ReportText.industry, ""), (ReportText.score, "n"),
        (ReportText.place, "plain screen"),
      ]
      html.table(
        columns.map { (context.say($0.0), $0.1) }, caption: context.say(ReportText.candidates),
        isSortable: true
      ) { html in
        for row in rows { html.candidateRow(row, best, context) }
      }
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
    _ row: Int, _ best: BestProposals, _ context: ReportContext
  ) {
    let candidate = context.run.candidates[row]
    element("tr") { html in
      html.element("td") { html in
        html.element("strong", text: candidate.name)
        html.element("small", text: candidate.id.text)
      }
      html.cell(candidate.countyName)
      html.cell(context.say(ReportText.reason(candidate.reason)))
      html.cell(context.say(candidate.explanation))
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
}
