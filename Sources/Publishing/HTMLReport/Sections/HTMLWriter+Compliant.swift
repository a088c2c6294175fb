import LandModel
import LayoutAnalysis
import Scenarios

/// The boundaries that candidates could keep: one line for each that breaks a rule.
extension HTMLWriter {
  mutating func compliantTable(_ context: ReportContext) {
    let changed = context.run.compliant.filter { $0.outcome != .unchanged }
    guard !changed.isEmpty else { return }
    let title = context.say(ReportText.compliant)
    element("h3", text: title)
    note(context.say(ReportText.compliantNote))
    let columns = [
      (ReportText.town, "name"), (ReportText.outcome, ""), (ReportText.areaHa, "n"),
      (ReportText.lostHa, "n"), (ReportText.lostShare, "n"), (ReportText.lostToRules, "n"),
      (ReportText.lostToCleaning, "n"), (ReportText.compliantRemarks, ""),
    ]
    table(columns.map { (context.say($0.0), $0.1) }, caption: title, isSortable: true) { html in
      for proposal in changed { html.compliantRow(proposal, context) }
    }
  }

  private mutating func compliantRow(_ proposal: CompliantBoundary, _ context: ReportContext) {
    element("tr") { html in
      html.element("td") { html in
        html.element("strong", text: context.names[proposal.townID])
        html.element("small", text: proposal.townID.text)
      }
      html.element("td") { html in
        html.badge(
          context.say(ReportText.outcome(proposal.outcome)),
          proposal.isPresent ? "good" : "error")
      }
      for area in [
        proposal.ellipsoidalArea, proposal.lost, proposal.lostToRules, proposal.lostToCleaning,
      ].enumerated() {
        html.number(context.hectares(area.element), sort: area.element.value)
        guard area.offset == 1 else { continue }
        html.number(
          context.percent(proposal.lostShare, decimals: 2), sort: proposal.lostShare.value)
      }
      html.cell(
        proposal.remarks.map(context.say).joined(
          separator: context.language == .chinese ? "；" : "; "))
    }
  }
}
