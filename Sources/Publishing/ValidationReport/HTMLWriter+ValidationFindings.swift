import LandModel
import LayoutAnalysis
import Scenarios

/// What stands and what was waived, rule by rule, with pictures.
extension HTMLWriter {
  mutating func findingsSection(_ context: ValidationContext) {
    section("findings", context.say(ReportText.findings)) { html in
      if context.rules.isEmpty { html.note(context.say(ReportText.noFindings)) }
      for rule in context.rules { html.ruleFindings(rule, context) }
    }
  }

  private mutating func ruleFindings(
    _ rule: ValidationContext.RuleFindings, _ context: ValidationContext
  ) {
    let attributes: KeyValuePairs<String, String> =
      rule.severity == .note ? ["class": "rule"] : ["class": "rule", "open": ""]
    element("details", attributes) { html in
      html.element("summary") { html in
        html.badge(context.say(ReportText.severity(rule.severity)), rule.severity.rawValue)
        html.text(context.say(rule.applied.rule.title))
        html.element("code", ["class": "code"], text: rule.applied.rule.code.text)
        html.element("span", ["class": "count"], text: "\(rule.count)")
      }
      html.note(rule.applied.help(in: context.language))
      html.pictures(rule, context)
      html.findingTable(rule, context)
      if rule.count > rule.listed.count {
        html.note(
          context.say(ValidationText.listedOf).filling(
            context.number(Double(rule.listed.count), decimals: 0),
            context.number(Double(rule.count), decimals: 0)))
      }
    }
  }

  private mutating func pictures(
    _ rule: ValidationContext.RuleFindings, _ context: ValidationContext
  ) {
    let drawn = rule.listed.prefix(ValidationContext.pictureLimit).compactMap { listed in
      context.pictures.picture(of: listed.finding).map { (listed, $0) }
    }
    guard !drawn.isEmpty else { return }
    element("div", ["class": "pictures"]) { html in
      for (listed, picture) in drawn {
        html.element("figure", ["class": "picture"]) { html in
          html.raw(picture)
          html.element("figcaption") { html in html.caption(listed, context) }
        }
      }
    }
    if rule.listed.count > ValidationContext.pictureLimit {
      note(
        context.say(ValidationText.picturedOf).filling("\(ValidationContext.pictureLimit)"))
    }
  }

  private mutating func caption(
    _ listed: ValidationContext.Listed, _ context: ValidationContext
  ) {
    let finding = listed.finding
    element("strong", text: context.subject(finding))
    text(" " + context.say(finding.message))
    element("small") { html in
      html.text(context.details(finding).joined(separator: " · "))
    }
  }

  private mutating func findingTable(
    _ rule: ValidationContext.RuleFindings, _ context: ValidationContext
  ) {
    let columns = [
      (ReportText.layer, ""), (ReportText.features, ""), (ReportText.message, "wide"),
      (ReportText.value, "n"), (ReportText.limit, "n"), (ValidationText.element, ""),
      (ReportText.place, "plain screen"),
    ]
    table(
      columns.map { (context.say($0.0), $0.1) }, caption: context.say(rule.applied.rule.title),
      isSortable: true
    ) { html in
      for listed in rule.listed {
        let finding = listed.finding
        html.element("tr") { html in
          html.cell(context.layerTitle(finding.layer))
          html.cell(context.subject(finding))
          html.cell(context.say(finding.message))
          for number in [finding.value, finding.limit] {
            html.number(
              number.map { context.measure($0, finding.unit) } ?? "–", sort: number ?? 0)
          }
          html.cell(
            finding.element.map { ValidationText.text(of: $0, in: context.language) } ?? "–")
          html.element("td", ["class": "screen"]) { html in
            html.showButton(finding.geometry.isEmpty ? nil : listed.anchor, context)
          }
        }
      }
    }
  }

  /// What was accepted, why and by whom.
  mutating func waivedSection(_ context: ValidationContext) {
    section("waived", context.say(ValidationText.waivedFindings)) { html in
      guard !context.waived.isEmpty else { return html.note(context.say(ValidationText.noWaived)) }
      let columns = [
        (ReportText.rule, "name"), (ReportText.layer, ""), (ReportText.features, ""),
        (ReportText.message, "wide"), (ReportText.reason, "wide"), (ValidationText.author, ""),
        (ValidationText.until, ""),
      ]
      html.table(
        columns.map { (context.say($0.0), $0.1) },
        caption: context.say(ValidationText.waivedFindings), isSortable: true
      ) { html in
        for listed in context.waived {
          html.element("tr") { html in
            let finding = listed.finding
            html.element("th", ["scope": "row"]) { html in
              html.text(context.ruleTitle(finding.rule))
              html.element("small", text: finding.rule.text)
            }
            html.cell(context.layerTitle(finding.layer))
            html.cell(context.subject(finding))
            html.cell(context.say(finding.message))
            html.cell(finding.waiver?.reason ?? "")
            html.cell(finding.waiver?.author ?? "")
            html.cell(finding.waiver?.until ?? "–")
          }
        }
      }
      if context.run.result.waivedCount > context.waived.count {
        html.note(
          context.say(ValidationText.listedOf).filling(
            "\(context.waived.count)", "\(context.run.result.waivedCount)"))
      }
    }
  }
}

extension ValidationContext {
  /// The features that a finding is about; the layer's name where it is about none.
  func subject(_ finding: Finding) -> String {
    var subject = idList(finding.featureIDs)
    if !finding.otherFeatureIDs.isEmpty {
      subject += " – " + idList(finding.otherFeatureIDs)
    }
    return subject.isEmpty ? layerTitle(finding.layer) : subject
  }

  /// Measured value, limit, element and place of a finding, as far as it has them.
  func details(_ finding: Finding) -> [String] {
    var details: [String] = []
    if let value = finding.value {
      details.append("\(say(ValidationText.measured)) \(measure(value, finding.unit))")
    }
    if let limit = finding.limit {
      details.append("\(say(ValidationText.limit)) \(measure(limit, finding.unit))")
    }
    if let element = finding.element {
      details.append(ValidationText.text(of: element, in: language))
    }
    if let place = finding.geometry.representativePosition {
      let geodetic = run.grid.geodetic(place)
      details.append(
        "\(number(geodetic.x, decimals: 6))°E \(number(geodetic.y, decimals: 6))°N")
    }
    return details
  }
}
