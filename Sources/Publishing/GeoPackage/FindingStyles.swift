import LandModel
import LayerStore

/// How findings look in a GeoPackage: by severity, as points, lines and areas.
struct FindingStyles {
  typealias Colour = QGISStyle.Colour

  let language: Language

  func points(_ name: String) -> LayerStyle {
    bySeverity(name) { .marker(Colour($0), shape: "triangle", size: 2.6) }
  }

  func lines(_ name: String) -> LayerStyle {
    bySeverity(name) { .line(Colour($0), width: 0.6) }
  }

  func areas(_ name: String) -> LayerStyle {
    bySeverity(name) { .fill(Colour($0, alpha: 90), outline: Colour($0), width: 0.4) }
  }

  private func bySeverity(
    _ name: String, _ symbol: (String) -> QGISStyle.Symbol
  ) -> LayerStyle {
    QGISStyle(
      name: name, attribute: "severity",
      categories: Severity.allCases.reversed().map { severity in
        .init(
          value: severity.rawValue, title: ReportText.severity(severity).text(in: language),
          symbol: symbol(ReportPalette.severity(severity)))
      }
    ).layerStyle
  }
}
