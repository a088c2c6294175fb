import LandModel
import LayoutAnalysis
import Scenarios

/// Submitted and planned towns against the constraints: one line for each layer, then one for each pair.
extension HTMLWriter {
  mutating func redLinesSection(_ context: ReportContext, _ listed: ReportLists) {
    section("red-lines", context.say(ReportText.redLines)) { html in
      html.constraintTable(context)
      for stage in Self.stages(context).reversed() { html.conflicts(stage, context, listed) }
      html.compliantTable(context)
      html.note(context.say(ReportText.sliverNote))
      for constraint in context.run.constraints {
        for remark in constraint.remarks {
          html.note(context.say(constraint.title) + ": " + context.say(remark))
        }
      }
      html.note(context.say(ReportText.method) + " " + context.say(AreaMethod.text))
    }
  }

  /// The stages that have towns: without a plan there is nothing to say of planned ones.
  private static func stages(_ context: ReportContext) -> [RunStage] {
    RunStage.allCases.filter { $0 != .planned || !context.towns.isEmpty }
  }

  private static func shortTitle(_ stage: RunStage) -> LocalizedText {
    stage == .planned ? ReportText.plannedShort : ReportText.submittedShort
  }

  private mutating func constraintTable(_ context: ReportContext) {
    let stages = Self.stages(context)
    let sliver = context.say(Situation.sliver.title)
    var columns = [
      (context.say(ReportText.constraint), ""), (context.say(ReportText.rule), ""),
      (context.say(ReportText.source), ""),
    ]
    for stage in stages.map({ context.say(Self.shortTitle($0)) }) {
      columns += [
        ("\(stage): \(context.say(ReportText.breaches))", "n"), ("\(stage): \(sliver)", "n"),
        ("\(stage): \(context.say(ReportText.overlapHa))", "n"),
      ]
    }
    table(columns, caption: context.say(ReportText.redLines)) { html in
      for constraint in context.run.constraints {
        html.element("tr") { html in
          html.element("th", ["scope": "row"], text: context.say(constraint.title))
          html.cell(ReportText.rule(constraint.rule, in: context))
          html.element("td", ["class": "source"]) { html in
            html.text(constraint.source)
            if let vintage = constraint.vintage {
              html.element("small", text: context.say(ReportText.vintage).filling(vintage))
            }
          }
          for stage in stages {
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
    let title = context.say(
      stage == .planned ? ReportText.conflictsPlanned : ReportText.conflictsSubmitted)
    element("h3", text: title)
    if listed.conflictCount(stage, .meets) == 0 {
      note(context.say(ReportText.noConflicts))
    } else {
      conflictTable(listed, stage, .meets, title, context)
    }
    guard listed.conflictCount(stage, .near) > 0 else { return }
    element("details", ["class": "rule near"]) { html in
      html.element("summary") { html in
        html.badge(context.say(Situation.near.title), "note")
        html.text(context.say(ReportText.nearNote))
        html.element("span", ["class": "count"], text: "\(listed.conflictCount(stage, .near))")
      }
      html.conflictTable(listed, stage, .near, title, context)
    }
  }

  private mutating func conflictTable(
    _ listed: ReportLists, _ stage: RunStage, _ closeness: ReportLists.Closeness,
    _ title: String, _ context: ReportContext
  ) {
    let rows = listed.conflicts(stage, closeness)
    let count = listed.conflictCount(stage, closeness)
    let columns = [
      (ReportText.town, "name"), (ReportText.constraint, ""), (ReportText.situation, ""),
      (ReportText.overlapM2, "n"), (ReportText.planarM2, "n"), (ReportText.share, "n"),
      (ReportText.width, "n"), (ReportText.distance, "n"), (ReportText.features, ""),
      (ReportText.place, "plain screen"),
    ]
    // Near pairs have no land in common: only their distance is worth a column.
    let isShort = closeness == .near
    let used =
      isShort
      ? columns.enumerated().filter { !(3...6).contains($0.offset) }.map(\.element)
      : columns
    table(used.map { (context.say($0.0), $0.1) }, caption: title, isSortable: true) { html in
      for row in rows { html.conflictRow(row, stage, isShort: isShort, context) }
    }
    if count > rows.count {
      note(
        context.say(ReportText.shownOf).filling(
          "\(rows.count)", "\(count)", isShort ? "townlayout check" : "conflicts.geojson"))
    }
  }

  private mutating func conflictRow(
    _ row: ReportLists.ListedConflict, _ stage: RunStage, isShort: Bool,
    _ context: ReportContext
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
          context.say(result.situation.title),
          result.severity.map { $0 == .error ? "error" : "warning" }
            ?? (result.situation == .near ? "note" : "warning"))
        if result.situation == .encroaches {
          html.element("small", text: context.conclusionText(of: result))
        }
      }
      if !isShort { html.overlapCells(of: result, context) }
      html.number(
        result.nearestDistance.map(context.length) ?? "–",
        sort: result.nearestDistance?.value ?? 0)
      html.cell(context.idList(result.featureIDs))
      html.element("td", ["class": "screen"]) {
        $0.showButton(context.anchor(of: row, at: stage), context)
      }
    }
  }

  /// Both areas, the share of the town and the width of an overlap.
  private mutating func overlapCells(of result: ConstraintResult, _ context: ReportContext) {
    let (area, planar) = (result.ellipsoidalArea.value, result.planarArea.value)
    number(context.number(area, decimals: 2), sort: area)
    number(context.number(planar, decimals: 2), sort: planar)
    number(context.percent(result.share, decimals: 4), sort: result.share.value)
    number(result.width.map(context.length) ?? "–", sort: result.width?.value ?? 0)
  }
}

extension ReportContext {
  /// The conclusion, the activity where the rule asks for one, and the classes of the pieces.
  fileprivate func conclusionText(of result: ConstraintResult) -> String {
    let involved = result.classes.filter { $0.planarArea > .zero }.map { entry in
      say(entry.title) + (entry.distance.map { " \(plain($0))" } ?? "")
    }
    let activity = result.activity.map { [say(ReportText.activity($0))] } ?? []
    return ([say(result.conclusion.title)] + activity + involved)
      .joined(separator: language == .chinese ? "；" : "; ")
  }

  /// What the map shows of a pair: its pieces, or the town where there are none.
  func anchor(of conflict: ReportLists.ListedConflict, at stage: RunStage) -> String? {
    guard conflict.result.pieces.isEmpty else { return conflict.anchor }
    let id = conflict.result.townID
    return switch stage {
    case .planned: towns.first { $0.site.id == id }.map { "t\($0.number)" }
    case .submitted: run.candidates.firstIndex { $0.id == id }.map { "k\($0)" }
    }
  }
}
