import LandModel
import LayoutAnalysis
import Scenarios

/// Title, status, key figures and counts of a validation.
extension HTMLWriter {
  mutating func validationHeader(_ context: ValidationContext) {
    let errors = context.count(.error)
    element("header", ["class": "masthead"]) { html in
      html.element("p", ["class": "eyebrow"], text: context.say(ValidationText.kind))
      html.element("h1", text: context.title)
      html.element("p", ["class": errors == 0 ? "status" : "status infeasible"]) { html in
        html.element(
          "strong",
          text: errors == 0
            ? context.say(ValidationText.passes)
            : context.say(ValidationText.fails(errors)).filling(
              context.number(Double(errors), decimals: 0))
        )
      }
      html.element("dl", ["class": "meta"]) { html in
        html.pair(
          context.say(ValidationText.profile),
          context.run.parameters.profile.map { context.say($0.title) }
            ?? context.say(ValidationText.noProfile))
        html.pair(context.say(ReportText.workingCRS), context.run.grid.crs.text)
        html.pair("TownLayout", ComponentVersions.townLayout)
      }
    }
  }

  mutating func validationFigures(_ context: ValidationContext) {
    func whole(_ count: Int) -> String { context.number(Double(count), decimals: 0) }
    element("ul", ["class": "figures"]) { html in
      html.figure(
        whole(context.run.result.featuresChecked), context.say(ValidationText.checked),
        context.say(ValidationText.inLayers).filling("\(context.run.layers.count)"))
      for (severity, label) in [
        (Severity.error, ValidationText.errors), (.warning, ValidationText.warnings),
        (.note, ValidationText.notes),
      ] {
        let count = context.count(severity)
        html.figure(
          whole(count), context.say(label), context.say(ValidationText.standing),
          isBad: severity == .error && count > 0)
      }
      html.figure(
        whole(context.run.result.waivedCount), context.say(ValidationText.waived),
        context.say(ValidationText.withReason))
    }
  }

  mutating func validationContents(_ context: ValidationContext) {
    let sections = [
      ("summary", ValidationText.summary), ("map", ValidationText.map),
      ("findings", ReportText.findings), ("waived", ValidationText.waivedFindings),
      ("limits", ValidationText.limits), ("layers", ValidationText.layersRead),
    ]
    element("nav", ["aria-label": context.say(ReportText.contents)]) { html in
      for (id, title) in sections {
        html.element("a", ["href": "#\(id)"], text: context.say(title))
      }
    }
  }

  /// How often each rule was broken in each layer.
  mutating func summarySection(_ context: ValidationContext) {
    section("summary", context.say(ValidationText.summary)) { html in
      let counts = context.run.result.counts
      guard !counts.isEmpty else { return html.note(context.say(ReportText.noFindings)) }
      let columns = [
        (ReportText.rule, "name"), (ReportText.severity, "keep"), (ReportText.layer, ""),
        (ValidationText.found, "n"), (ValidationText.waived, "n"), (ValidationText.omitted, "n"),
      ]
      html.table(
        columns.map { (context.say($0.0), $0.1) }, caption: context.say(ValidationText.summary),
        isSortable: true
      ) { html in
        for count in counts {
          html.element("tr") { html in
            html.element("th", ["scope": "row"]) { html in
              html.text(context.ruleTitle(count.rule))
              html.element("small", text: count.rule.text)
            }
            html.element("td") { html in
              html.badge(
                context.say(ReportText.severity(count.severity)), count.severity.rawValue)
            }
            html.cell(context.layerTitle(count.layer))
            for number in [count.found, count.waived, count.omitted] {
              html.number(
                number == 0 ? "–" : context.number(Double(number), decimals: 0),
                sort: Double(number))
            }
          }
        }
      }
      html.note(context.say(ValidationText.countsMeaning))
    }
  }
}
