import LandModel
import LayerStore
import LayoutAnalysis
import Scenarios

/// The looks of the layers of `plan.gpkg`, in the colours of the report.
struct PackageStyles {
  typealias Colour = QGISStyle.Colour

  let run: RunResult
  let language: Language

  private let ink = Colour("#1b2a2f")

  /// Filled by industry, named.
  var towns: LayerStyle {
    let categories = run.industries.enumerated().map { index, industry in
      QGISStyle.Category(
        value: industry.key, title: industry.title.text(in: language),
        symbol: .fill(
          Colour(ReportPalette.industry(index), alpha: 210), outline: ink, width: 0.4))
    }
    return QGISStyle(name: "towns", attribute: "industry", categories: categories, label: "name")
      .layerStyle
  }

  var construction: LayerStyle {
    single(
      "construction_land",
      .fill(Colour("#ffffff", alpha: 90), outline: ink, width: 0.3, dash: true))
  }

  var findings: LayerStyle { FindingStyles(language: language).points("findings") }
  var findingLines: LayerStyle { FindingStyles(language: language).lines("findings_lines") }
  var findingAreas: LayerStyle { FindingStyles(language: language).areas("findings_areas") }

  /// Submitted ones red, planned ones darker.
  var conflicts: LayerStyle {
    let breach = Colour(ReportPalette.breach, alpha: 140)
    let outline = Colour(ReportPalette.breach)
    return QGISStyle(
      name: "conflicts", attribute: "stage",
      categories: [
        .init(
          value: RunStage.submitted.rawValue, title: ReportText.asSubmitted.text(in: language),
          symbol: .fill(breach, outline: outline, width: 0.4)),
        .init(
          value: RunStage.planned.rawValue, title: ReportText.asPlanned.text(in: language),
          symbol: .fill(Colour("#5c0f0a", alpha: 190), outline: Colour("#5c0f0a"), width: 0.5)),
      ]
    ).layerStyle
  }

  var candidates: LayerStyle {
    single(
      "candidates",
      .fill(Colour("#3c3c3c", alpha: 16), outline: Colour("#4b4b4b"), width: 0.3, dash: true))
  }

  /// What candidates could keep: an outline, so that conflicts show beside it.
  var compliant: LayerStyle {
    single("compliant", .fill(Colour("#2e7d4f", alpha: 30), outline: Colour("#2e7d4f"), width: 0.5))
  }

  /// Outlined by plan, so that towns of several plans show beside each other.
  var alternatives: LayerStyle {
    let count = run.layout.sensitivity.alternatives?.plans.count ?? 0
    let categories = (0..<count).map { number in
      let colour = Colour(ReportPalette.industry(number))
      return QGISStyle.Category(
        value: "\(number + 1)",
        title: ReportText.alternativeLayer(number + 1).text(in: language),
        symbol: .fill(
          Colour(ReportPalette.industry(number), alpha: 40), outline: colour, width: 0.5))
    }
    return QGISStyle(name: "alternatives", attribute: "plan", categories: categories).layerStyle
  }

  var serviceAreas: LayerStyle {
    single(
      "service_areas",
      .fill(Colour("#27556f", alpha: 12), outline: Colour("#27556f"), width: 0.3, dash: true))
  }

  /// Counties named, constraints in their colours of the report.
  func input(_ layer: RunLayer, kind: GeometryKind) -> LayerStyle {
    guard let look = ConstraintStyles(run)[layer.key] else {
      let paper = QGISStyle.Symbol.fill(
        Colour("#fbfaf6", alpha: 0), outline: Colour("#8c8a83"), width: 0.3)
      return QGISStyle(
        name: layer.key, categories: [.init(value: nil, title: "", symbol: paper)], label: "name"
      ).layerStyle
    }
    let outline = Colour(look.outline)
    switch kind {
    case .line: return single(layer.key, .line(outline, width: 0.5))
    case .point: return single(layer.key, .marker(outline, shape: "circle", size: 2))
    case .polygon, .null:
      return single(
        layer.key,
        .fill(
          Colour(look.fill, alpha: look.isInside ? 0 : 80), outline: outline, width: 0.25,
          dash: look.isInside))
    }
  }

  private func single(_ name: String, _ symbol: QGISStyle.Symbol) -> LayerStyle {
    QGISStyle(name: name, categories: [.init(value: nil, title: "", symbol: symbol)]).layerStyle
  }
}
