import LandModel
import LayoutAnalysis

extension PlanValue {
  /// Budget, least points of terms, equity and the front of two terms, from the `layout` section.
  ///
  /// - Throws: ``PlanError`` for a term that the plan does not have, for equity by nothing it can go by,
  ///   and for a front that is none.
  func layoutTerms(into parameters: inout LayoutParameters) throws(PlanError) {
    parameters.budget = self["budget"]?.money
    if let value = self["cost-per-km2"] { parameters.costPerSquareKilometre = value.money }
    parameters.equity = self["equity"]?.equityRule
    let names = termNames(of: parameters)
    for (key, value) in self["at-least"]?.entries ?? [] {
      try value.require(key, isAmong: names, kind: "term")
      guard let term = LayoutTerm(name: key) else { continue }
      parameters.termMinimums.append(TermMinimum(term: term, points: value.points))
    }
    if let value = self["pareto"] { parameters.pareto = try value.paretoQuestion(among: names) }
  }

  /// The terms that the plan's objective has.
  private func termNames(of parameters: LayoutParameters) -> [String] {
    var names = [LayoutTerm.suitability.name]
    if !parameters.coverage.isEmpty { names.append(LayoutTerm.coverage.name) }
    names += parameters.coverage.map { LayoutTerm.category($0.category).name }
    if parameters.equity != nil { names.append(LayoutTerm.equity.name) }
    return names
  }

  private var equityRule: EquityRule {
    EquityRule(
      weight: self["weight"]?.number ?? 0,
      of: self["of"].flatMap { EquityRule.Measure(rawValue: $0.text) } ?? .area,
      per: self["per"].flatMap { EquityRule.Share(rawValue: $0.text) } ?? .population)
  }

  private func paretoQuestion(among names: [String]) throws(PlanError) -> ParetoQuestion {
    let list = self["terms"]?.elements ?? []
    for element in list { try element.requireText(isAmong: names, kind: "term") }
    let terms = list.compactMap { LayoutTerm(name: $0.text) }
    guard terms.count == 2, terms[0] != terms[1] else {
      throw (self["terms"] ?? self).error(
        .contradiction("a front is drawn between two different terms"))
    }
    return ParetoQuestion(
      first: terms[0], second: terms[1], points: self["points"]?.integer ?? 11)
  }
}
