import LandModel
import LayoutAnalysis
import Scenarios

/// The objective by part, quotas with what is used of them, and what binds the plan.
extension HTMLWriter {
  mutating func layoutSection(_ context: ReportContext) {
    let layout = context.run.layout
    section("layout", context.say(ReportText.layout)) { html in
      html.contradictions(layout, context)
      html.advice(layout.sensitivity.advice, context)
      if layout.objective != nil { html.figuresOfPlan(layout, context) }
      html.note(
        context.say(ReportText.model).filling(
          context.number(Double(layout.columnCount), decimals: 0),
          context.number(Double(layout.rowCount), decimals: 0),
          context.number(Double(layout.nodeCount), decimals: 0)))
      if let unit = layout.coarseUnit {
        html.note(context.say(ReportText.coarseUnit).filling("\(unit)"))
      }
      if let failure = layout.solverFailure {
        html.note(context.say(ReportText.solverFailure).filling(failure))
      }
    }
  }

  /// What only a run that found a plan can show.
  private mutating func figuresOfPlan(_ layout: LayoutResult, _ context: ReportContext) {
    element("div", ["class": "charts"]) { html in
      html.objectiveChart(layout, context)
      html.quotaChart("county", ReportText.countyQuotas, context)
      html.quotaChart("industry", ReportText.industryQuotas, context)
      html.limitsChart(context)
      html.minimumsChart(context)
    }
    note(context.say(ReportText.quotaLegend))
    bindingRules(layout, context)
    equityPart(context)
    paretoPart(context)
  }

  private mutating func contradictions(_ layout: LayoutResult, _ context: ReportContext) {
    guard !layout.contradictions.isEmpty else { return }
    element("div", ["class": "outcome bad"]) { html in
      html.text(context.say(ReportText.contradictions))
      html.element("ul") { html in
        for text in layout.contradictions { html.element("li", text: context.say(text)) }
      }
    }
  }

  private mutating func objectiveChart(_ layout: LayoutResult, _ context: ReportContext) {
    let greatest = layout.terms.map(\.value.magnitude).max() ?? 0
    guard greatest > 0 else { return }
    chart(context.say(ReportText.objectiveParts)) { html in
      for term in layout.terms {
        html.bar(
          context.termTitle(term.name), value: context.number(term.value, decimals: 1),
          fraction: term.value.magnitude / greatest)
      }
      if let objective = layout.objective {
        html.barTotal(
          context.say(ReportText.total), context.number(objective, decimals: 1))
      }
    }
  }

  /// Bars of towns by subject with the least and most allowed, from `<family>.min` and `<family>.max`.
  private mutating func quotaChart(
    _ family: String, _ title: LocalizedText, _ context: ReportContext
  ) {
    let quotas = context.quotas(family)
    guard !quotas.isEmpty else { return }
    let scale = quotas.map { Swift.max($0.used, $0.finiteMost ?? 0, $0.least ?? 0) }.max() ?? 1
    chart(context.say(title)) { html in
      for quota in quotas {
        html.bar(
          quota.title, value: quota.text, fraction: scale > 0 ? quota.used / scale : 0,
          least: quota.least.map { $0 / scale }, most: quota.finiteMost.map { $0 / scale },
          isBinding: quota.isBinding, colour: quota.colour)
      }
    }
  }

  private mutating func limitsChart(_ context: ReportContext) {
    let rules = context.run.layout.rules.filter {
      $0.subject.isEmpty && $0.limit > 0 && !$0.code.hasSuffix(".min")
        && !$0.code.hasPrefix("spacing") && !$0.code.hasPrefix("locked")
    }
    guard !rules.isEmpty else { return }
    chart(context.say(ReportText.cityLimits)) { html in
      for rule in rules {
        html.bar(
          context.say(ReportText.rule(rule.code)),
          value: "\(context.measure(rule.used, rule.unit)) / "
            + context.measure(rule.limit, rule.unit),
          fraction: min(1, rule.used / rule.limit), most: 1, isBinding: rule.isBinding)
      }
    }
  }

  private mutating func bindingRules(_ layout: LayoutResult, _ context: ReportContext) {
    let binding = layout.rules.filter(\.isBinding)
    element("h3", text: context.say(ReportText.binding))
    guard !binding.isEmpty else {
      note(context.say(ReportText.bindingNone))
      return
    }
    note(context.say(ReportText.bindingNote))
    element("ul", ["class": "binding"]) { html in
      for rule in binding {
        html.element("li") { html in
          html.element("strong", text: context.say(ReportText.rule(rule.code)))
          if !rule.subject.isEmpty { html.text(" · \(context.subjectTitle(rule.subject))") }
          html.element("span", text: context.say(rule.text))
        }
      }
    }
  }
}
