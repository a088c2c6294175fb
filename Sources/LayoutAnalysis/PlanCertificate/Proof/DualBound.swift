/// What no plan's objective exceeds, computed from a model and its prices in whole numbers of 128 bits.
///
/// With the prices π of rows and cliques, μ of groups and s steps for a unit:
///
/// z = Σ π l + Σ_cliques π + Σ_g max(0, s·w_g − μ_g) + the p best sites' max(0, max_c q_c),
/// q_c = s·v_c + Σ_{g reached} μ_g − Σ a π − Σ_{cliques with c} π
///
/// Holds for any prices that are not negative: each rule's excess is paid for, a group is worth at most its weight at
/// the price or as many prices as columns reach it, and of a site at most one column counts.
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
    var isExceeded = false
    func sum(_ left: Int128, _ right: Int128) -> Int128 {
      let (value, overflow) = left.addingReportingOverflow(right)
      if overflow { isExceeded = true }
      return value
    }
    // Factors are of 64 bits, so that each product fits.
    var worth = model.columns.map { Int128($0.value) * steps }
    var total: Int128 = 0
    for row in model.pricedRows where row.price != 0 {
      let price = Int128(row.isMinimum ? -row.price : row.price)
      total = sum(total, price * Int128(row.limit))
      for share in row.shares {
        worth[share.column] = sum(worth[share.column], -price * Int128(share.coefficient))
      }
    }
    for clique in model.cliques {
      total = sum(total, Int128(clique.price))
      for column in clique.columns { worth[column] = sum(worth[column], -Int128(clique.price)) }
    }
    for group in model.groups {
      total = sum(total, max(0, Int128(group.weight) * steps - Int128(group.price)))
      for column in group.columns { worth[column] = sum(worth[column], Int128(group.price)) }
    }
    let isOut = model.isOut
    var best = [Int128](repeating: 0, count: model.siteCount)
    for (column, value) in worth.enumerated() where !isOut[column] {
      let site = model.columns[column].site
      best[site] = max(best[site], value)
    }
    let towns = best.indices.filter { best[$0] > 0 }
      .sorted { (best[$1], $0) < (best[$0], $1) }.prefix(model.mostTowns)
    for site in towns { total = sum(total, best[site]) }
    // Once no more may join, a site outside takes the place of the last inside.
    let last = towns.count == model.mostTowns ? towns.last.map { best[$0] } ?? 0 : 0
    var needed = [Int128](repeating: last, count: model.siteCount)
    for site in towns { needed[site] = best[site] }
    self.needed = needed
    self.steps = isExceeded ? nil : total
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
