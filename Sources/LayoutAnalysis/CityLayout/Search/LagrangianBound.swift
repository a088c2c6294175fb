/// What no plan's objective exceeds, and what each column would take from it, in exact whole numbers.
///
/// Holds for any multipliers, so that nothing depends on how they were found. All sums are of 128 bits: a
/// row price is at most 2⁵⁰ and a coefficient (a town, its land in units of 100 m², its points or those of a
/// group) below 2⁴³, so 2³⁰ of their products fit; values in steps are below 2⁷³ and group prices below 2⁶³.
/// The least level is below 2³¹ units.
struct LagrangianBound: Sendable {
  /// The bound in steps of ``Multipliers/stepsPerUnit``.
  let steps: Int128
  /// For each column its value at the prices; nil when no plan can hold it.
  let reduced: [Int128?]
  /// For each column what the bound of plans with it is below that of all; nil when no plan can hold it.
  let losses: [Int128?]

  /// - Complexity: O(n) in the entries of the rows, plus O(s log s) in the sites.
  init(_ relaxation: LayoutRelaxation, _ multipliers: Multipliers) {
    let reduced = Self.reduced(relaxation, multipliers)
    var best = [Int128](repeating: 0, count: relaxation.siteCount)
    for (column, value) in reduced.enumerated() {
      let site = relaxation.siteOfColumn[column]
      if let value, value > best[site] { best[site] = value }
    }
    let towns = best.indices.filter { best[$0] > 0 }
      .sorted { (best[$1], $0) < (best[$0], $1) }
      .prefix(relaxation.mostTowns)
    var steps: Int128 = 0
    for (limit, price) in zip(relaxation.limits, multipliers.rows) {
      steps += Int128(limit) * Int128(price)
    }
    for (group, price) in multipliers.groups.enumerated() {
      steps += max(0, Self.worth(ofGroup: group, relaxation, multipliers) - Int128(price))
    }
    var level = Self.steps(1)
    for share in relaxation.rowsOfLevel {
      level -= Int128(share.coefficient) * Int128(multipliers.rows[Int(share.row)])
    }
    steps += max(0, level) * Int128(relaxation.greatestLevel)
    for town in towns { steps += best[town] }
    self.steps = steps
    self.reduced = reduced
    // A site outside takes the place of the last of the towns once no more may join.
    let last = towns.count == relaxation.mostTowns ? towns.last.map { best[$0] } ?? 0 : 0
    var needed = [Int128](repeating: last, count: relaxation.siteCount)
    for town in towns { needed[town] = best[town] }
    losses = reduced.enumerated().map { column, value in
      value.map { needed[relaxation.siteOfColumn[column]] - $0 }
    }
  }

  /// The greatest objective a plan can have, in whole units.
  var units: Int64 { Self.units(steps) }

  /// The columns that a plan above an objective may hold, ascending; without one, all.
  func columns(above objective: Int64?) -> [Int] {
    guard let objective else { return Array(losses.indices) }
    return losses.indices.filter { column in
      losses[column].map { Self.units(steps - $0) > objective } ?? false
    }
  }

  /// The columns that some plan may hold, by rising loss, then number.
  var columnsByLoss: [Int] {
    let known = losses.indices.compactMap { column in
      losses[column].map { (column: column, loss: $0) }
    }
    return known.sorted { ($0.loss, $0.column) < ($1.loss, $1.column) }.map(\.column)
  }

  /// The columns that some plan may hold, by falling value at the prices, then number.
  var columnsByValue: [Int] {
    let known = reduced.indices.compactMap { column in
      reduced[column].map { (column: column, value: $0) }
    }
    return known.sorted { ($1.value, $0.column) < ($0.value, $1.column) }.map(\.column)
  }

  private static func reduced(
    _ relaxation: LayoutRelaxation, _ multipliers: Multipliers
  ) -> [Int128?] {
    relaxation.values.indices.map { column in
      guard !relaxation.isOut[column] else { return nil }
      var value = steps(relaxation.values[column])
      for group in relaxation.groupsOfColumn[column] { value += Int128(multipliers.groups[group]) }
      for share in relaxation.rowsOfColumn[column] {
        value -= Int128(share.coefficient) * Int128(multipliers.rows[Int(share.row)])
      }
      return value
    }
  }

  /// What reaching a group brings, with what the rows that count it give for it.
  private static func worth(
    ofGroup group: Int, _ relaxation: LayoutRelaxation, _ multipliers: Multipliers
  ) -> Int128 {
    var worth = steps(relaxation.weights[group])
    guard relaxation.rowsOfGroup.count > 0 else { return worth }
    for share in relaxation.rowsOfGroup[group] {
      worth -= Int128(share.coefficient) * Int128(multipliers.rows[Int(share.row)])
    }
    return worth
  }

  private static func steps(_ units: Int64) -> Int128 {
    Int128(units) * Int128(Multipliers.stepsPerUnit)
  }

  /// Objectives are whole, so a bound rounds down.
  static func units(_ steps: Int128) -> Int64 {
    let (quotient, rest) = steps.quotientAndRemainder(
      dividingBy: Int128(Multipliers.stepsPerUnit))
    return Int64(clamping: rest < 0 ? quotient - 1 : quotient)
  }
}
