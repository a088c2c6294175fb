import LandModel
import LayoutAnalysis
import Scenarios

/// What validation found, grouped by rule, from the gravest.
extension HTMLWriter {
  mutating func findingsSection(_ context: ReportContext, _ listed: ReportLists) {
    section("findings", context.say(ReportText.findings)) { html in
      html.note(
        context.say(ReportText.featuresChecked(context.run.validation.featuresChecked)).filling(
          context.number(Double(context.run.validation.featuresChecked), decimals: 0)))
      let rules = listed.rules(.submitted)
      if rules.isEmpty { html.note(context.say(ReportText.noFindings)) }
      for rule in rules { html.ruleFindings(rule, context) }
      guard !context.towns.isEmpty else { return }
      let planned = listed.rules(.planned)
      let count = planned.reduce(0) { $0 + $1.count }
      let isSound = planned.allSatisfy { $0.severity == .note }
      html.element("p", ["class": isSound ? "outcome good" : "outcome bad"]) { html in
        html.text(
          context.say(ReportText.plannedFindings).filling(
            count == 0
              ? context.say(ReportText.nothingFound)
              : context.say(ReportText.countFound(count))))
      }
      for rule in planned { html.ruleFindings(rule, context) }
    }
  }

  private mutating func ruleFindings(
    _ rule: ReportLists.RuleFindings, _ context: ReportContext
  ) {
    let attributes: KeyValuePairs<String, String> =
      rule.severity == .error ? ["class": "rule", "open": ""] : ["class": "rule"]
    element("details", attributes) { html in
      html.element("summary") { html in
        html.badge(
          context.say(ReportText.severity(rule.severity)), rule.severity.rawValue)
        html.text(context.ruleTitle(rule.rule))
        html.element("code", ["class": "code"], text: rule.rule.text)
        html.element("span", ["class": "count"], text: "\(rule.count)")
      }
      html.findingTable(rule, context)
      if rule.count > rule.listed.count {
        html.note(
          context.say(ReportText.shownOf).filling(
            "\(rule.listed.count)", "\(rule.count)", "findings.geojson"))
      }
    }
  }

  private mutating func findingTable(
    _ rule: ReportLists.RuleFindings, _ context: ReportContext
  ) {
    let columns = [
      (ReportText.layer, ""), (ReportText.features, ""), (ReportText.message, "wide"),
      (ReportText.value, "n"), (ReportText.limit, "n"), (ReportText.place, "plain screen"),
    ]
    table(
      columns.map { (context.say($0.0), $0.1) }, caption: context.ruleTitle(rule.rule),
      isSortable: true
    ) { html in
      for entry in rule.listed {
        let finding = entry.finding
        html.element("tr") { html in
          html.cell(context.layerTitle(finding.layer))
          html.cell(context.idList(finding.featureIDs))
          html.element("td") { html in
            html.text(context.say(finding.message))
            if let waiver = finding.waiver {
              html.element(
                "small",
                text: context.say(ReportText.waivedBecause).filling(waiver.reason, waiver.author))
            }
          }
          html.number(
            finding.value.map { context.measure($0, finding.unit) } ?? "–",
            sort: finding.value ?? 0)
          html.number(
            finding.limit.map { context.measure($0, finding.unit) } ?? "–",
            sort: finding.limit ?? 0)
          html.element("td", ["class": "screen"]) { html in
            html.showButton(finding.geometry.isEmpty ? nil : entry.anchor, context)
          }
        }
      }
    }
  }
}
