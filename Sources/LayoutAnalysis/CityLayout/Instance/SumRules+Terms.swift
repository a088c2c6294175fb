import LandModel

extension SumRules {
  /// The budget, as a rule like that of land.
  var budgetRules: [SumRule] {
    guard let budget = parameters.budget else { return [] }
    let units = proposals.map {
      MoneyUnits.needed(for: parameters.cost(of: $0, at: sites[$0.site]))
    }
    let limit = LandUnits.largestReachable(
      sum: MoneyUnits.available(in: budget), choices: units, group: proposals.map(\.site))
    return [
      SumRule(
        constraint: .budget, isMinimum: false, limit: limit, columns: Array(units.indices),
        coefficients: units)
    ]
  }
}

extension LayoutInstance {
  /// What a term must reach, in units, beyond which nothing is; no sum comes near to it.
  private static let beyondReach = 1e15

  /// The rules that hold a term at some points or above; none when nothing is asked for.
  func rules(for minimum: TermMinimum) -> [SumRule] {
    let units = (minimum.points * unitsPerPoint).rounded()
    return rules(holding: minimum.term, at: Int64(min(max(0, units), Self.beyondReach)))
  }

  /// The rules that hold a term at a number of units or above.
  ///
  /// The least level of the counties is at that number when each of them is: a rule for each county.
  func rules(holding term: LayoutTerm, at units: Int64) -> [SumRule] {
    guard units > 0 else { return [] }
    switch term {
    case .suitability:
      return [rule(term, units, columns: proposals.indices.filter { suitability[$0] > 0 })]
    case .coverage, .category:
      let weights = coverage.weights { term.includes(category: parameters.coverage[$0].category) }
      let groups = weights.indices.filter { weights[$0] > 0 }
      return [
        SumRule(
          constraint: .atLeast(term), isMinimum: true, limit: units, columns: [], coefficients: [],
          groups: groups, groupCoefficients: groups.map { weights[$0] })
      ]
    case .equity:
      guard let equity else { return [] }
      // Without a county that counts the term stays at zero.
      guard !equity.counties.isEmpty else { return [rule(term, units, columns: [])] }
      return equity.counties.enumerated().map { place, county in
        let columns = proposals.indices.filter { equity.countyOfColumn[$0] == place }
        return SumRule(
          constraint: .equityMin(county), isMinimum: true, limit: units, columns: columns,
          coefficients: columns.map { equity.units[$0] })
      }
    }
  }

  private func rule(_ term: LayoutTerm, _ units: Int64, columns: [Int]) -> SumRule {
    SumRule(
      constraint: .atLeast(term), isMinimum: true, limit: units, columns: columns,
      coefficients: columns.map { suitability[$0] })
  }

  /// What a choice of columns has of a term, in units.
  func units(of term: LayoutTerm, in chosen: [Int]) -> Int64 {
    switch term {
    case .suitability: return chosen.reduce(0) { $0 + suitability[$1] }
    case .coverage, .category:
      let weights = coverage.weights { term.includes(category: parameters.coverage[$0].category) }
      return Set(chosen.flatMap { coverage.groupsOfColumn[$0] }).reduce(0) { $0 + weights[$1] }
    case .equity: return equity?.least(of: chosen) ?? 0
    }
  }

  /// What all columns together have of a term, in units, which no plan exceeds.
  func mostUnits(of term: LayoutTerm) -> Int64 {
    term == .equity ? equity?.most ?? 0 : units(of: term, in: Array(0..<columnCount))
  }

  /// The same question with one term as its whole objective and others held.
  func maximising(
    _ term: LayoutTerm, holding limits: [(term: LayoutTerm, units: Int64)] = []
  ) -> LayoutInstance {
    var other = self
    if term != .suitability { other.values = values.map { _ in 0 } }
    other.coverage = coverage.counting {
      term.includes(category: parameters.coverage[$0].category)
    }
    other.countsEquity = term == .equity
    other.setRules(rules + limits.flatMap { rules(holding: $0.term, at: $0.units) })
    return other
  }
}

extension LayoutTerm {
  /// Whether resources of a category are part of the term.
  func includes(category: String) -> Bool {
    switch self {
    case .coverage: true
    case .category(let own): own == category
    default: false
    }
  }
}
