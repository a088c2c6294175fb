import LandModel
import LayerStore
import LayoutAnalysis
import Scenarios

/// What every section of the report needs: the run, the language, and names by key.
struct ReportContext: ReportWords {
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

  func industryTitle(_ key: String) -> String { industries[key]?.title ?? key }
  func industryColour(_ key: String) -> String { industries[key]?.colour ?? "#777777" }

  func factorColour(_ factor: String) -> String {
    ReportPalette.factor(factors.firstIndex(of: factor) ?? 0)
  }

  func layerTitle(_ key: String) -> String { layerTitles[key].map(say) ?? key }

  func constraintTitle(_ key: String) -> String {
    constraints[key].map { say($0.title) } ?? layerTitle(key)
  }

  /// The name of what a layout rule speaks of: a county, an industry, a town; itself when unknown.
  func subjectTitle(_ subject: String) -> String {
    if let industry = industries[subject] { return industry.title }
    if let county = counties[FeatureID(subject)] { return county }
    if LayoutTerm(name: subject) != nil { return termTitle(subject) }
    return names[FeatureID(subject)]
  }

  /// The constraint nearest to a chosen town, of those that it must stay out of or away from.
  func nearestConstraint(of town: FeatureID) -> (constraint: String, distance: Metres)? {
    nearest[town]
  }
}
