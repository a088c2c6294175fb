import LandModel
import LayoutAnalysis
import Scenarios

/// Submitted and planned towns against the constraints: one line for each layer, then one for each pair.
extension HTMLWriter {
  mutating func redLinesSection(_ context: ReportContext, _ listed: ReportLists) {
    section("red-lines", context.say(ReportText.redLines)) { html in
      html.constraintTable(context)
      for stage in RunStage.allCases.reversed() { html.conflicts(stage, context, listed) }
      html.note(context.say(ReportText.sliverNote))
      html.note(context.say(ReportText.method) + " " + context.say(AreaMethod.text))
    }
  }

  private mutating func constraintTable(_ context: ReportContext) {
    let stages = [ReportText.asSubmitted, ReportText.asPlanned].map(context.say)
    let sliver = context.say(ReportText.situation(.sliver))
    var columns = [
      (context.say(ReportText.constraint), ""), (context.say(ReportText.rule), ""),
      (context.say(ReportText.source), ""),
    ]
    for stage in stages {
      columns += [
        ("\(stage): \(context.say(ReportText.breaches))", "n"), (sliver, "n"),
        (context.say(ReportText.overlapHa), "n"),
      ]
    }
    table(columns, caption: context.say(ReportText.redLines)) { html in
      for constraint in context.run.constraints {
        html.element("tr") { html in
          html.element("th", ["scope": "row"], text: context.say(constraint.title))
          html.cell(ReportText.rule(constraint.rule, in: context))
          html.element("td", ["class": "source"], text: constraint.source)
          for stage in RunStage.allCases {
            html.counts(of: constraint, at: stage, context)
          }
        }
      }
    }
  }

  private mutating func counts(
    of constraint: RunConstraint, at stage: RunStage, _ context: ReportContext
  ) {
    let results = stage.check(of: context.run).results.filter {
      $0.constraint == constraint.key && $0.rule.name == constraint.rule.name
    }
    let broken = results.count { $0.isBreach }
    element("td", ["class": "n"]) { html in
      if broken > 0 { html.badge("\(broken)", "error") } else { html.badge("0", "good") }
    }
    number("\(results.count { $0.situation == .sliver })")
    let overlap = results.reduce(SquareMetres.zero) { $0 + $1.ellipsoidalArea }
    number(context.hectares(overlap))
  }

  private mutating func conflicts(
    _ stage: RunStage, _ context: ReportContext, _ listed: ReportLists
  ) {
    let isPlanned = stage == .planned
    let title = context.say(isPlanned ? ReportText.conflictsPlanned : ReportText.conflictsSubmitted)
    let (rows, count) = (listed.conflicts(stage), listed.conflictCount(stage))
    element("h3", text: title)
    guard !rows.isEmpty else {
      note(context.say(ReportText.noConflicts))
      return
    }
    let columns = [
      (ReportText.town, ""), (ReportText.constraint, ""), (ReportText.situation, ""),
      (ReportText.overlapM2, "n"), (ReportText.planarM2, "n"), (ReportText.share, "n"),
      (ReportText.width, "n"), (ReportText.distance, "n"), (ReportText.features, ""),
      (ReportText.place, "plain screen"),
    ]
    table(columns.map { (context.say($0.0), $0.1) }, caption: title, isSortable: true) { html in
      for row in rows { html.conflictRow(row, context) }
    }
    if count > rows.count {
      note(
        context.say(ReportText.shownOf).filling(
          "\(rows.count)", "\(count)", "conflicts.geojson"))
    }
  }

  private mutating func conflictRow(
    _ row: ReportLists.ListedConflict, _ context: ReportContext
  ) {
    let result = row.result
    element("tr") { html in
      html.element("td") { html in
        html.element("strong", text: context.names[result.townID])
        html.element("small", text: result.townID.text)
      }
      html.element("td") { html in
        html.text(context.constraintTitle(result.constraint))
        html.element("small", text: ReportText.rule(result.rule, in: context))
      }
      html.element("td") { html in
        html.badge(
          context.say(ReportText.situation(result.situation)),
          result.isBreach ? "error" : result.situation == .near ? "note" : "warning")
      }
      let (area, planar) = (result.ellipsoidalArea.value, result.planarArea.value)
      html.number(context.number(area, decimals: 2), sort: area)
      html.number(context.number(planar, decimals: 2), sort: planar)
      html.number(context.percent(result.share), sort: result.share.value)
      html.number(result.width.map(context.length) ?? "–", sort: result.width?.value ?? 0)
      html.number(
        result.nearestDistance.map(context.length) ?? "–",
        sort: result.nearestDistance?.value ?? 0)
      html.cell(context.idList(result.featureIDs))
      html.element("td", ["class": "screen"]) { $0.showButton(row.anchor, context) }
    }
  }
}

extension ReportContext {
  /// The first ids of a list, and how many more there are.
  func idList(_ ids: [FeatureID]) -> String {
    let shown = ids.prefix(4).map(\.text).joined(separator: ", ")
    return ids.count > 4 ? "\(shown) +\(ids.count - 4)" : shown
  }
}
