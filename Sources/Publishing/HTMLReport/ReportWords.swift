import LandModel
import LayerStore
import LayoutAnalysis

/// The language of a report, and how it writes texts, names and numbers.
protocol ReportWords {
  var language: Language { get }
}

extension ReportWords {
  /// A text of the report in its language.
  func say(_ text: LocalizedText) -> String { text.text(in: language) }

  /// What a validation rule is called; its code where it is not one of the analysis.
  func ruleTitle(_ code: RuleCode) -> String {
    BoundaryRules.rule(code).map { say($0.title) } ?? code.text
  }

  /// What a term of the objective is called.
  func termTitle(_ name: String) -> String {
    switch name {
    case "suitability": return say(LocalizedText(english: "Suitability", chinese: "适宜性"))
    case "coverage": return say(LocalizedText(english: "Reach of resources", chinese: "资源覆盖"))
    case "equity":
      return say(LocalizedText(english: "Equity between counties", chinese: "县区均衡"))
    default:
      let prefix = "coverage."
      guard name.hasPrefix(prefix) else { return name }
      let category = say(ReportGlossary.text(String(name.dropFirst(prefix.count))))
      return say(LocalizedText(english: "Reach: \(category)", chinese: "资源覆盖：\(category)"))
    }
  }

  /// The first ids of a list, and how many more there are.
  func idList(_ ids: [FeatureID]) -> String {
    let shown = ids.prefix(4).map(\.text).joined(separator: ", ")
    return ids.count > 4 ? "\(shown) +\(ids.count - 4)" : shown
  }

  // MARK: Numbers for readers

  func squareKilometres(_ area: SquareMetres) -> String {
    DecimalText.grouped(area.squareKilometres, decimals: 2)
  }

  func hectares(_ area: SquareMetres) -> String {
    DecimalText.grouped(area.hectares, decimals: 4)
  }

  /// A share in per cent; one too small for the decimals says so instead of passing for none.
  func percent(_ ratio: Ratio, decimals: Int = 2) -> String {
    let text = DecimalText.grouped(ratio.percent, decimals: decimals)
    let zero = DecimalText.grouped(0, decimals: decimals)
    guard ratio.percent > 0, text == zero else { return text + " %" }
    return "< \(zero.dropLast())1 %"
  }

  func number(_ value: Double, decimals: Int) -> String {
    DecimalText.grouped(value, decimals: decimals)
  }

  /// A number with as many decimals as it needs, at most four.
  func plain(_ value: Double) -> String {
    let text = DecimalText.text(value.magnitude, decimals: 4)
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    return DecimalText.grouped(value, decimals: decimals)
  }

  /// A length: metres up to a kilometre, then kilometres.
  func length(_ length: Metres) -> String {
    length.value < 1000
      ? "\(DecimalText.grouped(length.value, decimals: 2)) m"
      : "\(DecimalText.grouped(length.kilometres, decimals: 2)) km"
  }

  /// A length of a rule, as its author wrote it: 20 m, 1.5 km.
  func plain(_ length: Metres) -> String {
    length.value < 1000 ? "\(plain(length.value)) m" : "\(plain(length.kilometres)) km"
  }

  /// A value with its unit, as findings and layout rules state them.
  func measure(_ value: Double, _ unit: MeasureUnit) -> String {
    switch unit {
    case .metre: "\(plain(value)) m"
    case .squareMetre where value.magnitude >= 100_000:
      "\(DecimalText.grouped(value / 1_000_000, decimals: 2)) km²"
    case .squareMetre: "\(number(value, decimals: value == value.rounded() ? 0 : 2)) m²"
    case .degree: "\(number(value, decimals: 2))°"
    case .ratio: DecimalText.grouped(100 * value, decimals: 2) + " %"
    case .money: say(Money(tenThousandYuan: value).text)
    case .point: number(value, decimals: 1)
    case .count, .none: plain(value)
    }
  }
}
