import LandModel
import LayoutAnalysis
import Scenarios

/// With which limits it was judged, and what was read.
extension HTMLWriter {
  mutating func limitsSection(_ context: ValidationContext) {
    section("limits", context.say(ValidationText.limits)) { html in
      let columns = [
        (ReportText.rule, "name"), (ReportText.severity, "keep"), (ReportText.limit, ""),
        (ValidationText.limitValue, "n"), (ValidationText.origin, "source"),
      ]
      html.table(
        columns.map { (context.say($0.0), $0.1) }, caption: context.say(ValidationText.limits)
      ) { html in
        for applied in context.run.parameters.appliedRules where applied.isEnabled {
          html.limitRows(applied, context)
        }
      }
    }
  }

  private mutating func limitRows(_ applied: AppliedRule, _ context: ValidationContext) {
    let limits: [AppliedRule.Limit?] = applied.limits.isEmpty ? [nil] : applied.limits
    for (index, limit) in limits.enumerated() {
      element("tr") { html in
        html.element("th", ["scope": "row"]) { html in
          guard index == 0 else { return }
          html.text(context.say(applied.rule.title))
          html.element("small", text: applied.rule.code.text)
        }
        html.element("td") { html in
          guard index == 0 else { return }
          html.badge(
            context.say(ReportText.severity(applied.severity)), applied.severity.rawValue)
        }
        html.cell(limit.map { context.say(RuleThreshold.title(of: $0.name)) } ?? "–")
        html.number(limit.map { $0.text(in: context.language) } ?? "–")
        html.cell(limit.map { context.source(of: $0) } ?? "")
      }
    }
  }

  mutating func layersSection(_ context: ValidationContext) {
    section("layers", context.say(ValidationText.layersRead)) { html in
      let columns = [
        (ReportText.layer, ""), (ReportText.fileAndCRS, "wide"), (ReportText.remarks, "wide"),
        (ReportText.featuresValid, "n"),
      ]
      html.table(
        columns.map { (context.say($0.0), $0.1) }, caption: context.say(ReportText.inputs)
      ) { html in
        for layer in context.run.layers { html.validatedLayer(layer, context) }
      }
      html.note(
        context.say(ReportText.method) + " " + context.say(AreaMethod.text))
      html.element("dl", ["class": "meta"]) { html in
        for (component, version) in ComponentVersions.all { html.pair(component, version) }
      }
    }
  }

  private mutating func validatedLayer(_ layer: RunLayer, _ context: ValidationContext) {
    element("tr") { html in
      html.element("th", ["scope": "row"], text: context.say(layer.title))
      html.element("td") { html in
        html.text("\(layer.key) · \(layer.sourceCRS.text)")
        html.element("small", text: layer.operation)
        if let sha256 = layer.sha256 {
          html.element("small", ["class": "hash"], text: "SHA-256 \(sha256)")
        }
      }
      html.cell(layer.remarks.map { context.say($0) }.joined(separator: " "))
      html.number(
        context.number(Double(layer.projected.count), decimals: 0)
          + " (\(context.number(Double(layer.checked.count), decimals: 0)))")
    }
  }
}

extension ValidationContext {
  /// Who set a limit, and the document that it stands in.
  fileprivate func source(of limit: AppliedRule.Limit) -> String {
    let origin = say(ValidationText.origin(limit.origin))
    return limit.source.isEmpty ? origin : "\(origin): \(limit.source)"
  }
}
