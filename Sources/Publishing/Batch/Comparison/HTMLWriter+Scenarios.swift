import LandModel
import LayerStore
import LayoutAnalysis
import Scenarios

/// The scenarios one by one, how their plans are spread, and why some have none.
extension HTMLWriter {
  mutating func scenariosSection(_ context: ComparisonContext) {
    let records = context.batch.records
    section("terms", context.say(ComparisonText.terms)) { html in
      html.note(context.say(ComparisonText.termsNote))
      if !context.isSmall { html.spread(context) }
      html.element("p", ["class": "key"]) { html in
        for term in context.terms {
          html.chip(context.title(ofMeasure: term), colour: context.colour(ofTerm: term))
        }
      }
      html.scenarioTable(context)
      if records.count > ComparisonReport.mostPrinted {
        html.element(
          "p", ["class": "note screenless"],
          text: context.say(ComparisonText.more).filling(
            "\(records.count - ComparisonReport.mostPrinted)"))
      }
      html.reasons(context)
    }
  }

  private mutating func spread(_ context: ComparisonContext) {
    let plans = context.plans.dropFirst(context.batch.base.hasPlan ? 1 : 0)
    element("h3", text: context.say(ComparisonText.distribution))
    element("div", ["class": "small"]) { html in
      html.histogram(
        of: plans.compactMap(\.objective), title: context.say(ComparisonText.objective),
        unit: context.say(ComparisonText.points), counted: context.say(ComparisonText.countOfPlans))
      for name in context.batch.measureNames {
        let measure = PlanMeasure(name)
        let values = plans.compactMap { measure.value(of: $0) }
        guard Set(values).count > 1 else { continue }
        html.histogram(
          of: values, title: context.title(ofMeasure: name), unit: context.unit(of: measure),
          counted: context.say(ComparisonText.countOfPlans))
      }
    }
  }

  private mutating func scenarioTable(_ context: ComparisonContext) {
    let columns = [
      (ComparisonText.scenario, ""), (ComparisonText.status, ""), (ComparisonText.objective, "n"),
      (ComparisonText.gap, "n"), (ComparisonText.parts, "plain"), (ComparisonText.towns, "n"),
      (ComparisonText.area, "n"), (ComparisonText.common, "n"), (ComparisonText.similarity, "n"),
    ]
    let widest = context.plans.compactMap(\.objective).max() ?? 0
    table(
      columns.map { (context.say($0.0), $0.1) }, caption: context.say(ComparisonText.terms),
      isSortable: true
    ) { html in
      for (row, record) in context.batch.records.enumerated() {
        html.element("tr", ["class": row < ComparisonReport.mostPrinted ? "" : "beyond"]) { html in
          html.scenarioRow(record, isOnFront: context.front[row], widest: widest, context)
        }
      }
    }
  }

  private mutating func scenarioRow(
    _ record: ScenarioRecord, isOnFront: Bool, widest: Double, _ context: ComparisonContext
  ) {
    element("td", ["class": "id"]) { html in
      html.text(context.title(of: record))
      if let title = context.subtitle(of: record) { html.element("small", text: title) }
      if isOnFront { html.badge(context.say(ComparisonText.frontShort), "good") }
    }
    element("td") { html in
      let isGood = record.status == .optimal || record.status == .feasible
      html.badge(
        context.statusTitle(record.status),
        record.status == .failed ? "error" : isGood ? "note" : "warning")
      if let stop = record.stop { html.element("small", text: context.title(of: stop)) }
    }
    let common = context.batch.common(with: context.batch.base, record)
    number(record.objective.map { context.number($0, decimals: 1) } ?? "–", sort: record.objective)
    number(record.gap.map { context.percent(Ratio($0)) } ?? "–", sort: record.gap)
    element("td") { $0.termStack(record, widest: widest, context) }
    number(record.hasPlan ? "\(record.towns.count)" : "–", sort: Double(record.towns.count))
    number(
      record.hasPlan ? context.squareKilometres(record.area) : "–", sort: record.area.value)
    number(common.map { "\($0.count)" } ?? "–", sort: common.map { Double($0.count) })
    number(
      common.map { context.percent(Ratio($0.share), decimals: 0) } ?? "–", sort: common?.share)
  }

  private mutating func termStack(
    _ record: ScenarioRecord, widest: Double, _ context: ComparisonContext
  ) {
    guard widest > 0, !record.terms.isEmpty else { return }
    let title = record.terms.map {
      "\(context.title(ofMeasure: $0.name)) \(context.number($0.value, decimals: 1))"
    }
    element(
      "span", ["class": "stack", "title": title.joined(separator: "; "), "aria-hidden": "true"]
    ) { html in
      for term in record.terms where term.value > 0 {
        let share = DecimalText.text(100 * term.value / widest, decimals: 2)
        html.element(
          "i", ["style": "width:\(share)%;background:\(context.colour(ofTerm: term.name))"]
        ) { _ in }
      }
    }
  }

  /// Sentences about scenarios without a plan, the most frequent first.
  private mutating func reasons(_ context: ComparisonContext) {
    var groups: [String: [String]] = [:]
    for record in context.batch.records where !record.hasPlan {
      let sentence = record.sentence.map(context.say) ?? context.statusTitle(record.status)
      groups[sentence, default: []].append(context.title(of: record))
    }
    guard !groups.isEmpty else { return }
    element("h3", text: context.say(ComparisonText.reasons))
    element("ul", ["class": "binding"]) { html in
      for (sentence, ids) in groups.sorted(by: {
        ($1.value.count, $0.key) < ($0.value.count, $1.key)
      }) {
        html.element("li") { html in
          html.text(sentence)
          let shown = ids.prefix(6).joined(separator: ", ")
          html.element(
            "span",
            text: context.say(ComparisonText.times).filling("\(ids.count)") + ": " + shown
              + (ids.count > 6 ? " …" : ""))
        }
      }
    }
  }
}
