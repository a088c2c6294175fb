import LandModel

/// Budget, least points and equity as rows.
extension RuleRowCheck {
  /// The candidates' costs and those of their land, like a land quota in whole 10 000 yuan.
  var budget: [ProofModel.Row] {
    guard let budget = proofCase.layout.budget else { return [] }
    let needed = columns.indices.map { column -> Int64 in
      let area = proofCase.lookups[column]?.ellipsoidalArea ?? .zero
      let land =
        area.squareKilometres * proofCase.layout.costPerSquareKilometre.tenThousandYuan
      let own = proofCase.site(ofColumn: column)?.cost?.tenThousandYuan ?? 0
      return MoneySteps.needed(for: own + land)
    }
    return sums("budget", within: MoneySteps.available(in: budget.tenThousandYuan), needed)
  }

  /// What terms must at least reach, in whole units of the objective.
  var minimums: [ProofModel.Row] {
    proofCase.layout.termMinimums.flatMap { minimum -> [ProofModel.Row] in
      let units = (minimum.points * units.perPoint).rounded()
      let limit = Int64(min(max(0, units), Self.beyondReach))
      guard limit > 0 else { return [] }
      switch minimum.term {
      case .suitability:
        let shares = columns.indices.filter { columns[$0].value > 0 }
          .map { (column: $0, coefficient: columns[$0].value) }
        return [atLeast(minimum.term, limit, shares: shares)]
      case .coverage, .category: return [atLeast(minimum.term, limit, groups: reach(minimum.term))]
      case .equity:
        // Without a county that counts the term stays at zero.
        guard let levels, !levels.counties.isEmpty else { return [atLeast(minimum.term, limit)] }
        return levelRows(code: "at-least.equity", limit: limit)
      }
    }
  }

  /// For each county that counts: what its columns add is no less than the least level.
  var levelRows: [ProofModel.Row] {
    levelRows(code: "equity", limit: 0).map { row in
      var row = row
      row.isLevel = true
      return row
    }
  }

  /// No sum comes near to it.
  private static let beyondReach = 1e15

  private func atLeast(
    _ term: LayoutTerm, _ limit: Int64, shares: [(column: Int, coefficient: Int64)] = [],
    groups: [(group: Int, coefficient: Int64)] = []
  ) -> ProofModel.Row {
    ProofModel.Row(
      code: "at-least", subject: term.name, isMinimum: true, limit: limit, shares: shares,
      groups: groups)
  }

  /// The groups that a term counts, with what of their weight it counts.
  private func reach(_ term: LayoutTerm) -> [(group: Int, coefficient: Int64)] {
    groups.indices.compactMap { group in
      let parts = groups[group].weightOfCategory
      let weight =
        if case .category(let category) = term { parts[category] ?? 0 } else {
          parts.values.reduce(0, +)
        }
      return weight > 0 ? (group, weight) : nil
    }
  }

  private func levelRows(code: String, limit: Int64) -> [ProofModel.Row] {
    guard let levels, let whole else { return [] }
    return levels.counties.enumerated().map { place, county in
      let own = columns.indices.filter { levels.countyOfColumn[$0] == place }
      return ProofModel.Row(
        code: code, subject: county.text, isMinimum: true, limit: limit,
        shares: own.map { ($0, whole.columns[$0]) })
    }
  }

  /// Where the certificate counts other coverage groups in a row than the resources give.
  func groupFaults(of stated: StatedProof.Row, _ row: ProofModel.Row) -> [CertificateFault] {
    // That a group stands twice is told before.
    let found = Dictionary(
      zip(stated.groups ?? [], stated.groupCoefficients ?? []),
      uniquingKeysWith: { first, _ in first })
    // A group that the certificate does not have is told by the check of coverage.
    let expected = Dictionary(
      row.groups.compactMap { share in groups[share.group].number.map { ($0, share.coefficient) } },
      uniquingKeysWith: { first, _ in first })
    let numbers = Set(found.keys).union(expected.keys)
    guard let number = numbers.sorted().first(where: { found[$0] != expected[$0] }) else {
      return []
    }
    let (one, other) = (found[number].map { "\($0)" }, expected[number].map { "\($0)" })
    return [
      CertificateFault(
        [row.name],
        english:
          "Coverage group \(number) counts \(one ?? "nothing") in rule “\(row.name)”; it should be "
          + "\(other ?? "nothing").",
        chinese: "第 \(number) 个覆盖组在规则“\(row.name)”中计 \(one ?? "无")，应为 \(other ?? "无")。")
    ]
  }
}

/// Money in whole 10 000 yuan, by the convention that the layout documents: what a town costs rounds up, the budget
/// rounds down, each after a thousandth of a yuan of rounding in a sum.
enum MoneySteps {
  private static let noise = 1e-7
  private static let mostOfTown = 1e12
  private static let mostOfBudget = 1e15

  static func needed(for tenThousandYuan: Double) -> Int64 {
    Int64(min(max((tenThousandYuan - noise).rounded(.up), 0), mostOfTown))
  }

  static func available(in tenThousandYuan: Double) -> Int64 {
    Int64(min(max((tenThousandYuan + noise).rounded(.down), 0), mostOfBudget))
  }
}
