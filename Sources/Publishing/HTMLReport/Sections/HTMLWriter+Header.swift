import LandModel
import LayoutAnalysis
import Scenarios

/// Title, status, key figures and the list of sections.
extension HTMLWriter {
  mutating func header(_ context: ReportContext) {
    let (run, layout) = (context.run, context.run.layout)
    element("header", ["class": "masthead"]) { html in
      html.element("p", ["class": "eyebrow"], text: context.say(ReportText.kind))
      html.element("h1", text: context.say(run.title))
      html.element("p", ["class": "status \(layout.status.rawValue)"]) { html in
        html.element("strong", text: context.say(ReportText.status(layout.status)))
        html.text(Self.proof(layout, context))
      }
      html.element("dl", ["class": "meta"]) { html in
        html.pair(context.say(ReportText.profile), run.provenance.profile)
        html.pair(context.say(ReportText.workingCRS), run.grid.crs.text)
        html.pair(context.say(ReportText.plan), run.provenance.planFile)
        html.pair(context.say(ReportText.seed), "\(run.provenance.seed)")
      }
    }
    warnings(context.run.warnings, in: context.language)
    syntheticNotice(context)
  }

  /// What must be known before the rest is trusted; nothing where there is none.
  mutating func warnings(_ warnings: [LocalizedText], in language: Language) {
    guard !warnings.isEmpty else { return }
    element("aside", ["class": "warnings", "role": "alert"]) { html in
      html.element("strong", text: ReportText.warningsTitle.text(in: language))
      html.element("ul") { html in
        for warning in warnings { html.element("li", text: warning.text(in: language)) }
      }
    }
  }

  mutating func figures(_ context: ReportContext) {
    let (run, towns) = (context.run, context.towns)
    let area = towns.reduce(SquareMetres.zero) { $0 + $1.proposal.ellipsoidalArea }
    let construction = towns.reduce(SquareMetres.zero) { $0 + $1.proposal.constructionArea }
    let broken = RunStage.allCases.map { $0.check(of: run).results.count { $0.isBreach } }
    element("ul", ["class": "figures"]) { html in
      html.figure(
        "\(towns.count)", context.say(ReportText.chosenTowns),
        context.say(ReportText.ofCandidates).filling("\(run.candidates.count)"))
      html.figure(
        "\(context.squareKilometres(area)) km²", context.say(ReportText.totalArea),
        context.say(ReportText.ofWhichConstruction).filling(
          context.squareKilometres(construction)))
      html.figure(
        "\(broken[0]) → \(towns.isEmpty ? "–" : "\(broken[1])")",
        context.say(ReportText.encroachments),
        context.say(ReportText.submittedToPlanned), isBad: broken[1] > 0)
      html.figure(
        "\(run.validation.findings.count)", context.say(ReportText.findingsFound),
        context.say(
          ReportText.count(
            errors: run.validation.standingCount(.error),
            warnings: run.validation.standingCount(.warning))))
      html.servedFigure(context)
    }
  }

  mutating func contents(_ context: ReportContext) {
    let sensitivity = context.run.layout.sensitivity
    let hasMore = sensitivity.stability != nil || sensitivity.alternatives != nil
    let sections =
      [
        ("map", ReportText.map), ("towns", ReportText.towns), ("red-lines", ReportText.redLines),
        ("findings", ReportText.findings), ("layout", ReportText.layout),
      ] + (hasMore ? [("alternatives", ReportText.alternativesTitle)] : []) + [
        ("candidates", ReportText.candidates), ("data", ReportText.data),
      ]
    element("nav", ["aria-label": context.say(ReportText.contents)]) { html in
      for (id, title) in sections {
        html.element("a", ["href": "#\(id)"], text: context.say(title))
      }
    }
  }

  private mutating func servedFigure(_ context: ReportContext) {
    let areas = context.run.serviceAreas
    let people = areas.compactMap(\.population)
    guard !people.isEmpty else { return }
    figure(
      context.number(Double(people.reduce(0, +)), decimals: 0),
      context.say(ReportText.peopleServed),
      context.say(ReportText.served(resources: areas.reduce(0) { $0 + $1.resourceCount })))
  }

  private static func proof(_ layout: LayoutResult, _ context: ReportContext) -> String {
    guard let objective = layout.objective else { return "" }
    let proof = context.say(ReportText.boundAndGap).filling(
      layout.bound.map { context.number($0, decimals: 2) } ?? "–",
      layout.gap.map { context.percent($0) } ?? "–")
    let checkable = layout.certificate?.dualGap.map {
      " · " + context.say(ReportText.dualGap).filling(context.percent($0))
    }
    return " · \(context.say(ReportText.objective)) "
      + "\(context.number(objective, decimals: 2)) · \(proof)\(checkable ?? "")"
  }

  private mutating func syntheticNotice(_ context: ReportContext) {
    let layers = context.run.layers.filter(\.isSynthetic)
    guard !layers.isEmpty else { return }
    element("aside", ["class": "synthetic"]) { html in
      html.element("strong", text: context.say(ReportText.syntheticTitle))
      html.text(" " + context.say(ReportText.syntheticText) + " ")
      html.text(
        layers.map { context.say($0.title) }
          .joined(separator: context.language == .chinese ? "、" : ", "))
      html.text(context.language == .chinese ? "。" : ".")
    }
  }

  mutating func figure(
    _ value: String, _ label: String, _ detail: String, isBad: Bool = false
  ) {
    element("li", ["class": isBad ? "bad" : ""]) { html in
      html.element("span", ["class": "label"], text: label)
      html.element("span", ["class": "value"], text: value)
      html.element("span", ["class": "detail"], text: detail)
    }
  }

  /// A name and its value in a list of definitions.
  mutating func pair(_ name: String, _ value: String) {
    element("div") { html in
      html.element("dt", text: name)
      html.element("dd", text: value)
    }
  }
}
