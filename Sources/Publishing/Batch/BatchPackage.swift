import LandModel
import LayerStore
import Scenarios

/// The file `scenarios.gpkg`: the table of scenarios, the towns of all plans and the candidates, in the working
/// reference system, each with a style.
enum BatchPackage {
  /// Writes the file.
  ///
  /// - Throws: ``LayerStoreError`` when it cannot be written.
  /// - Complexity: O(n) in the vertices of the towns of all plans, which are in memory once more while it is written.
  static func write(_ batch: BatchResult, to file: String, language: Language) throws {
    let crs = batch.grid.crs
    try LayerWriter.write(
      [
        OutputTable.candidateChoices(of: batch).packageLayer(
          crs, kind: .point, style: choiceStyle(language)),
        OutputTable.scenarioTowns(of: batch).packageLayer(crs, style: townStyle(batch, language)),
        OutputTable.scenarios(of: batch, in: language, joint: "_").packageLayer(crs, kind: .null),
        OutputTable.countyOutlines(of: batch).packageLayer(crs, style: countyStyle),
      ], to: file, format: .geoPackage, replacing: true)
  }

  private static let ink = QGISStyle.Colour("#1b2a2f")

  private static func townStyle(_ batch: BatchResult, _ language: Language) -> LayerStyle {
    QGISStyle(
      name: "scenario_towns", attribute: "industry",
      categories: batch.context.industries.enumerated().map { index, industry in
        QGISStyle.Category(
          value: industry.key, title: industry.title.text(in: language),
          symbol: .fill(
            QGISStyle.Colour(ReportPalette.industry(index), alpha: 110), outline: ink, width: 0.2))
      }
    ).layerStyle
  }

  private static func choiceStyle(_ language: Language) -> LayerStyle {
    QGISStyle(
      name: "candidates", attribute: "often",
      categories: ChoiceClass.allCases.map { often in
        QGISStyle.Category(
          value: often.rawValue, title: often.title.text(in: language),
          symbol: .marker(
            QGISStyle.Colour(often.colour), shape: "circle", size: often.size))
      }, label: "name"
    ).layerStyle
  }

  private static var countyStyle: LayerStyle {
    QGISStyle(
      name: "counties",
      categories: [
        .init(
          value: nil, title: "",
          symbol: .fill(
            QGISStyle.Colour("#fbfaf6", alpha: 0), outline: QGISStyle.Colour("#8c8a83"), width: 0.3)
        )
      ], label: "name"
    ).layerStyle
  }
}

/// How often a candidate is chosen, in words.
enum ChoiceClass: String, CaseIterable {
  case always, mostly, sometimes, rarely, never

  /// - Parameters:
  ///   - count: plans with the town.
  ///   - plans: all plans; with none, nothing is ever chosen.
  init(_ count: Int, of plans: Int) {
    self =
      count == 0
      ? .never
      : count == plans
        ? .always : 3 * count >= 2 * plans ? .mostly : 3 * count >= plans ? .sometimes : .rarely
  }

  var title: LocalizedText {
    switch self {
    case .always: LocalizedText(english: "in every plan", chinese: "所有方案")
    case .mostly: LocalizedText(english: "in two thirds or more", chinese: "三分之二以上")
    case .sometimes: LocalizedText(english: "in one third or more", chinese: "三分之一以上")
    case .rarely: LocalizedText(english: "in less than one third", chinese: "不足三分之一")
    case .never: LocalizedText(english: "in none", chinese: "从未入选")
    }
  }

  var colour: String {
    switch self {
    case .always: "#1f4a44"
    case .mostly: "#2e8b74"
    case .sometimes: "#c98a1b"
    case .rarely: "#d9b98a"
    case .never: "#b9bab4"
    }
  }

  /// Of a marker, in millimetres.
  var size: Double {
    switch self {
    case .always: 4.2
    case .mostly: 3.6
    case .sometimes: 3
    case .rarely: 2.4
    case .never: 1.8
    }
  }
}
