/// What no plan's objective exceeds, computed from a model and its prices in whole numbers of 128 bits.
///
/// With the prices π of rows and cliques, μ of groups and s steps for a unit:
///
/// z = Σ π l + Σ_cliques π + Σ_g max(0, s·w_g − Σ b π − μ_g) + L·max(0, s − Σ_levels π)
///   + the p best sites' max(0, max_c q_c),
/// q_c = s·v_c + Σ_{g reached} μ_g − Σ a π − Σ_{cliques with c} π
///
/// Holds for any prices that are not negative: each rule's excess is paid for, a group is worth at most its weight at
/// the price or as many prices as columns reach it, with what rows that count it give for it; the least level of the
/// counties is at most L; and of a site at most one column counts.
struct DualBound: Sendable {
  /// Nil where a sum leaves 128 bits.
  let steps: Int128?
  /// Of each column at the prices; nil for one that no plan holds.
  let worth: [Int128?]
  private let needed: [Int128]
  private let siteOfColumn: [Int]
  private let stepsPerUnit: Int128

  /// - Complexity: O(n) in the entries of rows, cliques and groups, plus O(s log s) in the sites.
  init(_ model: ProofModel, stepsPerUnit: Int64) {
    let steps = Int128(stepsPerUnit)
    var sums = PricedSums(model, steps: steps)
    let worth = sums.worth
    let isOut = model.isOut
    var best = [Int128](repeating: 0, count: model.siteCount)
    for (column, value) in worth.enumerated() where !isOut[column] {
      let site = model.columns[column].site
      best[site] = max(best[site], value)
    }
    let towns = best.indices.filter { best[$0] > 0 }
      .sorted { (best[$1], $0) < (best[$0], $1) }.prefix(model.mostTowns)
    for site in towns { sums.add(best[site]) }
    // Once no more may join, a site outside takes the place of the last inside.
    let last = towns.count == model.mostTowns ? towns.last.map { best[$0] } ?? 0 : 0
    var needed = [Int128](repeating: last, count: model.siteCount)
    for site in towns { needed[site] = best[site] }
    self.needed = needed
    self.steps = sums.isExceeded ? nil : sums.total
    self.worth = zip(worth, isOut).map { $1 ? nil : $0 }
    self.stepsPerUnit = steps
    siteOfColumn = model.columns.map(\.site)
  }

  /// In whole units, rounded down, as every objective is whole.
  var units: Int64? { steps.map { Self.units($0, stepsPerUnit) } }

  /// What the bound of plans with a column is below that of all; nil for one that no plan holds.
  func loss(of column: Int) -> Int128? { worth[column].map { needed[siteOfColumn[column]] - $0 } }

  /// The columns that a plan above an objective may hold, ascending.
  func columns(above objective: Int64) -> [Int] {
    guard let steps else { return Array(worth.indices) }
    return worth.indices.filter { column in
      guard let loss = loss(of: column) else { return false }
      return Self.units(steps - loss, stepsPerUnit) > objective
    }
  }

  static func units(_ steps: Int128, _ stepsPerUnit: Int128) -> Int64 {
    let (quotient, rest) = steps.quotientAndRemainder(dividingBy: stepsPerUnit)
    return Int64(clamping: rest < 0 ? quotient - 1 : quotient)
  }
}

/// The sums of a bound at the prices: of limits, groups and the least level, and what each column is worth.
private struct PricedSums {
  private(set) var worth: [Int128]
  private(set) var total: Int128 = 0
  /// Whether a sum left 128 bits.
  private(set) var isExceeded = false
  private let steps: Int128

  /// Factors are of 64 bits, so that each product fits.
  init(_ model: ProofModel, steps: Int128) {
    self.steps = steps
    worth = model.columns.map { Int128($0.value) * steps }
    addRows(of: model)
    addCliques(of: model)
    addGroups(of: model)
    addLevel(of: model)
  }

  mutating func add(_ value: Int128) { total = sum(total, value) }

  private mutating func addRows(of model: ProofModel) {
    for row in model.pricedRows where row.price != 0 {
      let price = row.signedPrice
      add(price * Int128(row.limit))
      for share in row.shares {
        worth[share.column] = sum(worth[share.column], -price * Int128(share.coefficient))
      }
    }
  }

  private mutating func addCliques(of model: ProofModel) {
    for clique in model.cliques {
      add(Int128(clique.price))
      for column in clique.columns { worth[column] = sum(worth[column], -Int128(clique.price)) }
    }
  }

  private mutating func addGroups(of model: ProofModel) {
    var worthOfGroup = model.groups.map { Int128($0.weight) * steps }
    for row in model.pricedRows where row.price != 0 {
      for share in row.groups {
        worthOfGroup[share.group] = sum(
          worthOfGroup[share.group], -row.signedPrice * Int128(share.coefficient))
      }
    }
    for (group, worthOfGroup) in zip(model.groups, worthOfGroup) {
      add(max(0, sum(worthOfGroup, -Int128(group.price))))
      for column in group.columns { worth[column] = sum(worth[column], Int128(group.price)) }
    }
  }

  /// The least level brings what its rows do not ask for it, as often as it can be.
  private mutating func addLevel(of model: ProofModel) {
    guard let greatest = model.greatestLevel else { return }
    let asked = model.rows.reduce(Int128(0)) { $1.isLevel ? $0 + Int128($1.price) : $0 }
    add(max(0, steps - asked) * Int128(greatest))
  }

  private mutating func sum(_ left: Int128, _ right: Int128) -> Int128 {
    let (value, overflow) = left.addingReportingOverflow(right)
    if overflow { isExceeded = true }
    return value
  }
}

extension ProofModel.Row {
  /// A minimum counts as the maximum of its negative sum.
  fileprivate var signedPrice: Int128 { Int128(isMinimum ? -price : price) }
}
