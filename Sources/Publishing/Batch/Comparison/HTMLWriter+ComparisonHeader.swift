import LandModel
import LayoutAnalysis
import Scenarios

/// Title, key figures and the list of sections of a comparison.
extension HTMLWriter {
  mutating func comparisonHeader(_ context: ComparisonContext) {
    let batch = context.batch
    element("header", ["class": "masthead"]) { html in
      html.element("p", ["class": "eyebrow"], text: context.say(ComparisonText.kind))
      html.element("h1", text: context.say(batch.title))
      html.element("dl", ["class": "meta"]) { html in
        html.pair(context.say(ComparisonText.plan), batch.manifest.plan.name)
        html.pair(context.say(ComparisonText.file), batch.manifest.scenarios.name)
        html.pair(context.say(ReportText.workingCRS), batch.grid.crs.text)
      }
    }
    warnings(batch.context.warnings ?? [], in: context.language)
    if batch.context.isSynthetic {
      element("div", ["class": "synthetic"]) { html in
        html.element("strong", text: context.say(ReportText.syntheticTitle) + " ")
        html.text(context.say(ComparisonText.synthetic))
      }
    }
    comparisonFigures(context)
    let stopped = batch.records.count { $0.stop == .time }
    if stopped > 0 {
      element(
        "p", ["class": "outcome bad"],
        text: context.say(ComparisonText.stopped).filling("\(stopped)"))
    }
    comparisonContents(context)
  }

  private mutating func comparisonFigures(_ context: ComparisonContext) {
    let batch = context.batch
    let distinct = Set(batch.records.dropFirst().filter(\.hasPlan).map { $0.towns.map(\.id) })
    let always = batch.choices.count { $0.count > 0 && $0.count == batch.planCount }
    let ever = batch.choices.count { $0.count > 0 }
    let without = batch.scenarioCount - batch.planCount
    element("ul", ["class": "figures"]) { html in
      html.figure(
        "\(batch.scenarioCount)", context.say(ComparisonText.scenarios),
        context.say(ComparisonText.plans).filling("\(batch.planCount)"))
      html.figure(
        "\(distinct.count)", context.say(ComparisonText.distinct),
        context.say(ComparisonText.distinctDetail).filling("\(batch.planCount)"))
      html.figure(
        "\(always)", context.say(ComparisonText.always),
        context.say(ComparisonText.alwaysDetail).filling("\(ever)"))
      html.figure(
        "\(without)", context.say(ComparisonText.without),
        context.say(ComparisonText.withoutDetail).filling(
          "\(batch.count(.infeasible))", "\(batch.count(.unknown))", "\(batch.count(.failed))"),
        isBad: batch.count(.failed) > 0)
      html.figure(
        batch.base.objective.map { context.number($0, decimals: 1) } ?? "–",
        context.say(ComparisonText.base),
        context.say(ComparisonText.baseDetail).filling("\(batch.base.towns.count)"))
    }
  }

  private mutating func comparisonContents(_ context: ComparisonContext) {
    var sections = [
      ("terms", ComparisonText.terms), ("variation", ComparisonText.parameters),
      ("data", ComparisonText.data),
    ]
    if !context.plans.isEmpty {
      sections =
        [
          ("front", ComparisonText.front), ("frequency", ComparisonText.frequency),
          ("in-common", ComparisonText.inCommon),
        ] + sections
    }
    element("nav", ["aria-label": context.say(ReportText.contents)]) { html in
      for (id, title) in sections {
        html.element("a", ["href": "#\(id)"], text: context.say(title))
      }
    }
  }
}
