/// A part of the plans: some places chosen, some ruled out, the rest free.
struct ProofNode: Sendable {
  /// Ascending.
  private(set) var free: [Int]
  private(set) var chosen: [Int] = []
  /// Per row: what is left of a maximum, what is still asked for by a minimum.
  private(set) var limits: [Int64]
  /// Groups that a chosen place reaches.
  private(set) var isReached: [Bool]
  /// Value of the chosen places and of the groups they reach, in units; without the least level.
  private(set) var gained: Int128 = 0
  private(set) var townsLeft: Int
  var prices: ProofPrices

  init(_ residual: ProofResidual) {
    free = Array(residual.columns.indices)
    limits = residual.rows.map(\.limit)
    isReached = [Bool](repeating: false, count: residual.groups.count)
    townsLeft = residual.mostTowns
    prices = ProofPrices(
      rows: [Double](repeating: 0, count: residual.rows.count),
      cliques: [Double](repeating: 0, count: residual.cliques.count),
      groups: residual.groups.map { Double($0.weight) / 2 })
  }

  /// Chooses a free place.
  mutating func choose(_ place: Int, in residual: ProofResidual, reaching groups: [Int]) {
    chosen.append(place)
    townsLeft -= 1
    gained += Int128(residual.values[place])
    for group in groups where !isReached[group] {
      isReached[group] = true
      gained += Int128(residual.groups[group].weight)
      for (row, rule) in residual.rows.enumerated() where !rule.groups.isEmpty {
        limits[row] -= rule.groups[group]
      }
    }
    for row in limits.indices { limits[row] -= residual.rows[row].coefficients[place] }
    let gone = Set(residual.excluded[place])
    free.removeAll {
      $0 == place || gone.contains($0) || residual.sites[$0] == residual.sites[place]
    }
  }

  mutating func ruleOut(_ places: Set<Int>) { free.removeAll(where: places.contains) }

  /// Rules out what no longer fits, and tells whether a plan may be left.
  mutating func mayHoldPlans(in residual: ProofResidual) -> Bool {
    if townsLeft <= 0 { free = [] }
    for (row, rule) in residual.rows.enumerated() where !rule.isMinimum {
      if limits[row] < 0 { return false }
      free.removeAll { rule.coefficients[$0] > limits[row] }
    }
    for (row, rule) in residual.rows.enumerated()
    where rule.isMinimum && !rule.isLevel && limits[row] > 0 {
      let most = mostOfSites(rule, in: residual) + mostOfGroups(rule, in: residual)
      if most < limits[row] { return false }
    }
    return townsLeft >= 0
  }

  /// What the least level of the counties cannot exceed here; what it is, once no place is free.
  func greatestLevel(in residual: ProofResidual) -> Int64 {
    // What is left of a level's row is what its chosen places have, below zero.
    residual.levelRows.reduce(residual.greatestLevel) { least, row in
      min(least, mostOfSites(residual.rows[row], in: residual) - limits[row])
    }
  }

  /// What free places can add to a row: the most of each site.
  private func mostOfSites(_ row: ProofResidual.Row, in residual: ProofResidual) -> Int64 {
    var most: [Int: Int64] = [:]
    for place in free where row.coefficients[place] > 0 {
      most[residual.sites[place]] = max(
        most[residual.sites[place]] ?? 0, row.coefficients[place])
    }
    return most.values.reduce(0, +)
  }

  /// What groups that no chosen place reaches, and a free one does, can add to a row.
  private func mostOfGroups(_ row: ProofResidual.Row, in residual: ProofResidual) -> Int64 {
    guard !row.groups.isEmpty else { return 0 }
    let free = Set(free)
    return row.groups.indices.reduce(0) { sum, group in
      let isOpen = !isReached[group] && residual.groups[group].places.contains(where: free.contains)
      return isOpen ? sum + row.groups[group] : sum
    }
  }
}

/// Prices in units for each unit of a row's greatest coefficient, in floating point: how they were found does not matter.
struct ProofPrices: Sendable {
  var rows: [Double]
  var cliques: [Double]
  var groups: [Double]
}
