import LandModel

extension LayoutParameters {
  /// What is wrong with budget, least points, equity and the front of two terms.
  func termProblems(sites: [Site], counties: [County]) -> [LayoutParameterProblem] {
    costProblems(sites) + minimumProblems + equityProblems(counties) + paretoProblems
  }

  private func costProblems(_ sites: [Site]) -> [LayoutParameterProblem] {
    var problems = amount("budget", budget)
    problems += amount("cost-per-km2", costPerSquareKilometre)
    for site in sites { problems += amount("candidates.\(site.id.text).cost", site.cost) }
    if let budget, !sites.isEmpty, costPerSquareKilometre == .zero,
      sites.allSatisfy({ $0.cost == nil })
    {
      problems.append(problem("budget", "\(budget.tenThousandYuan)", "no-costs"))
    }
    return problems
  }

  private var minimumProblems: [LayoutParameterProblem] {
    var problems: [LayoutParameterProblem] = []
    for (number, minimum) in termMinimums.enumerated() {
      problems += notNegative("at-least.\(minimum.term.name)", minimum.points)
      problems += termProblem("at-least", minimum.term)
      if termMinimums[..<number].contains(where: { $0.term == minimum.term }) {
        problems.append(problem("at-least", minimum.term.name, "repeated"))
      }
    }
    return problems
  }

  private func equityProblems(_ counties: [County]) -> [LayoutParameterProblem] {
    guard let equity else { return [] }
    var problems = notNegative("equity.weight", equity.weight)
    if equity.weight > Self.largestWeight {
      problems.append(problem("equity.weight", "\(equity.weight)", "too-large"))
    }
    for county in counties {
      problems += notNegative("counties.\(county.id.text).population", county.population ?? 0)
    }
    if equity.share == .population, counties.allSatisfy({ $0.population ?? 0 <= 0 }) {
      problems.append(problem("equity.per", "population", "no-population"))
    }
    return problems
  }

  private var paretoProblems: [LayoutParameterProblem] {
    guard let pareto else { return [] }
    var problems = termProblem("pareto.terms", pareto.first)
    if pareto.second == pareto.first {
      problems.append(problem("pareto.terms", pareto.second.name, "repeated"))
    } else {
      problems += termProblem("pareto.terms", pareto.second)
    }
    if pareto.points < 2 {
      problems.append(problem("pareto.points", "\(pareto.points)", "fewer-than-two"))
    }
    return problems
  }

  private func termProblem(_ name: String, _ term: LayoutTerm) -> [LayoutParameterProblem] {
    switch term {
    case .equity where equity == nil: [problem(name, term.name, "no-equity")]
    case .category(let category) where !coverage.contains(where: { $0.category == category }):
      [problem(name, term.name, "unknown-term")]
    default: []
    }
  }

  private func amount(_ name: String, _ money: Money?) -> [LayoutParameterProblem] {
    money.map { notNegative(name, $0.tenThousandYuan) } ?? []
  }
}
