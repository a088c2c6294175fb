import LandModel
import LayerStore
import LayoutAnalysis
import Scenarios

/// What every section of the report needs: the run, the language, and names by key.
struct ReportContext {
  let run: RunResult
  let language: Language
  /// Chosen towns in the order of their numbers on the map, which start at 1.
  let towns: [Town]
  let names: TownNames
  /// Parts of the chosen towns' scores, in the order in which they first occur.
  let factors: [String]
  private let industries: [String: (title: String, colour: String)]
  private let constraints: [String: RunConstraint]
  private let counties: [FeatureID: String]
  private let layerTitles: [String: LocalizedText]

  private let nearest: [FeatureID: (constraint: String, distance: Metres)]

  /// A chosen town.
  struct Town {
    let number: Int
    let proposal: TownProposal
    let site: Site
  }

  init(run: RunResult, language: Language) {
    self.run = run
    self.language = language
    towns = run.layout.chosen.enumerated().map { index, row in
      let proposal = run.delimitation.proposals[row]
      return Town(
        number: index + 1, proposal: proposal, site: run.delimitation.sites[proposal.site])
    }
    names = TownNames(run)
    factors = FactorNames.all(in: towns.map(\.proposal))
    industries = Dictionary(
      run.industries.enumerated().map { index, industry in
        (industry.key, (industry.title.text(in: language), ReportPalette.industry(index)))
      }, uniquingKeysWith: { first, _ in first })
    constraints = Dictionary(
      run.constraints.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    counties = Dictionary(
      run.candidates.map { ($0.county, $0.countyName) }, uniquingKeysWith: { first, _ in first })
    nearest = Dictionary(
      run.plannedCheck.results.compactMap { result in
        guard result.rule != .inside, let distance = result.nearestDistance else { return nil }
        return (result.townID, (result.constraint, distance))
      }, uniquingKeysWith: { $1.distance < $0.distance ? $1 : $0 })
    layerTitles = Dictionary(
      run.layers.map { ($0.key, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  /// A text of the report in its language.
  func say(_ text: LocalizedText) -> String { text.text(in: language) }

  func industryTitle(_ key: String) -> String { industries[key]?.title ?? key }
  func industryColour(_ key: String) -> String { industries[key]?.colour ?? "#777777" }

  func factorColour(_ factor: String) -> String {
    ReportPalette.factor(factors.firstIndex(of: factor) ?? 0)
  }

  func layerTitle(_ key: String) -> String { layerTitles[key].map(say) ?? key }

  /// What a validation rule is called; its code where it is not one of the analysis.
  func ruleTitle(_ code: RuleCode) -> String {
    BoundaryRules.rule(code).map { say($0.title) } ?? code.text
  }

  func constraintTitle(_ key: String) -> String {
    constraints[key].map { say($0.title) } ?? layerTitle(key)
  }

  /// The name of what a layout rule speaks of: a county, an industry, a town; itself when unknown.
  func subjectTitle(_ subject: String) -> String {
    if let industry = industries[subject] { return industry.title }
    if let county = counties[FeatureID(subject)] { return county }
    return names[FeatureID(subject)]
  }

  /// The constraint nearest to a chosen town, of those that it must stay out of or away from.
  func nearestConstraint(of town: FeatureID) -> (constraint: String, distance: Metres)? {
    nearest[town]
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
    case .count, .none: plain(value)
    }
  }
}
