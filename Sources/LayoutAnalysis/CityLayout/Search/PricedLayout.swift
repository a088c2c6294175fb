/// Prices of rows and groups, or a direction among them, in floating point.
struct PricePoint: Sendable {
  var rows: [Double]
  var groups: [Double]
}

/// A relaxation made ready to be looked at with many different prices.
///
/// Rows are scaled to a greatest coefficient of one, so that a step means the same to a count of towns and
/// to a sum of land. Floating point is enough: ``LagrangianBound`` decides what the prices are worth.
struct PricedLayout {
  private let relaxation: LayoutRelaxation
  private let values: [Double]
  private let weights: [Double]
  /// For each group what reaching it brings at the row prices last looked at.
  ///
  /// Its weight, and what rows that count it give; a price above it gains nothing.
  private(set) var worth: [Double]
  /// Of each row, in the unit of its coefficients.
  private let scales: [Double]
  private let limits: [Double]
  /// One for each entry of the relaxation's `rowsOfColumn`.
  private let rowOfEntry: [Int32]
  private let coefficients: [Double]
  /// For each site the value at the prices of its best column, and that column.
  private var best: [(value: Double, column: Int)]

  init(_ relaxation: LayoutRelaxation) {
    self.relaxation = relaxation
    var scales = [Double](repeating: 1, count: relaxation.limits.count)
    for share in relaxation.rowsOfColumn.elements + relaxation.rowsOfGroup.elements {
      scales[Int(share.row)] = max(scales[Int(share.row)], abs(Double(share.coefficient)))
    }
    self.scales = scales
    limits = zip(relaxation.limits, scales).map { Double($0) / $1 }
    rowOfEntry = relaxation.rowsOfColumn.elements.map(\.row)
    coefficients = relaxation.rowsOfColumn.elements.map {
      Double($0.coefficient) / scales[Int($0.row)]
    }
    values = relaxation.values.map(Double.init)
    weights = relaxation.weights.map(Double.init)
    worth = weights
    best = Array(repeating: (0, -1), count: relaxation.siteCount)
  }

  /// Where the search for prices begins: rows are free, a group gives half its weight.
  var start: PricePoint {
    PricePoint(
      rows: Array(repeating: 0, count: limits.count), groups: weights.map { 0.5 * $0 })
  }

  /// Prices in whole steps, for each unit of the rows' own coefficients.
  func multipliers(at prices: PricePoint) -> Multipliers {
    Multipliers(
      rows: zip(prices.rows, scales).map { $0 / $1 },
      groups: zip(prices.groups, worth(at: prices.rows)).map { min($0, $1) })
  }

  /// Looks at new row prices: what groups are worth changes with them.
  mutating func look(atRows rows: [Double]) {
    guard relaxation.rowsOfGroup.count > 0 else { return }
    worth = worth(at: rows)
  }

  private func worth(at rows: [Double]) -> [Double] {
    guard relaxation.rowsOfGroup.count > 0 else { return weights }
    return weights.indices.map { group in
      relaxation.rowsOfGroup[group].reduce(weights[group]) {
        $0 - Double($1.coefficient) / scales[Int($1.row)] * rows[Int($1.row)]
      }
    }
  }

  /// The bound at some prices, and by how much what it chooses misses each row and group.
  ///
  /// - Parameter excess: what a price should rise by, in proportion.
  /// - Complexity: O(n) in the entries of the rows, plus O(s log s) in the sites.
  mutating func bound(at prices: PricePoint, excess: inout PricePoint) -> Double {
    findBestColumns(prices)
    look(atRows: prices.rows)
    var bound = 0.0
    for row in limits.indices {
      bound += prices.rows[row] * limits[row]
      excess.rows[row] = -limits[row]
    }
    for group in weights.indices {
      let rest = worth[group] - prices.groups[group]
      bound += max(0, rest)
      excess.groups[group] = rest > 0 ? 1 : 0
      if rest > 0, relaxation.rowsOfGroup.count > 0 {
        for share in relaxation.rowsOfGroup[group] { count(share, times: 1, in: &excess) }
      }
    }
    bound += level(prices, &excess)
    for town in towns {
      bound += best[town].value
      count(best[town].column, in: &excess)
    }
    return bound
  }

  /// What the least level of the counties brings at the prices: nothing, or all it can reach.
  private func level(_ prices: PricePoint, _ excess: inout PricePoint) -> Double {
    let worth = relaxation.rowsOfLevel.reduce(1) {
      $0 - Double($1.coefficient) / scales[Int($1.row)] * prices.rows[Int($1.row)]
    }
    guard worth > 0, relaxation.greatestLevel > 0 else { return 0 }
    let greatest = Double(relaxation.greatestLevel)
    for share in relaxation.rowsOfLevel { count(share, times: greatest, in: &excess) }
    return worth * greatest
  }

  private func count(
    _ share: LayoutRelaxation.RowShare, times: Double, in excess: inout PricePoint
  ) {
    excess.rows[Int(share.row)] += Double(share.coefficient) / scales[Int(share.row)] * times
  }

  /// The sites that become towns at the prices.
  private var towns: ArraySlice<Int> {
    best.indices.filter { best[$0].value > 0 }
      .sorted { (best[$1].value, $0) < (best[$0].value, $1) }
      .prefix(relaxation.mostTowns)
  }

  private mutating func findBestColumns(_ prices: PricePoint) {
    for site in best.indices { best[site] = (0, -1) }
    let (groupEnds, rowEnds) = (relaxation.groupsOfColumn.ends, relaxation.rowsOfColumn.ends)
    let groups = relaxation.groupsOfColumn.elements
    var (groupEntry, rowEntry) = (0, 0)
    for column in values.indices {
      var value = values[column]
      while groupEntry < groupEnds[column] {
        value += prices.groups[groups[groupEntry]]
        groupEntry += 1
      }
      while rowEntry < rowEnds[column] {
        value -= coefficients[rowEntry] * prices.rows[Int(rowOfEntry[rowEntry])]
        rowEntry += 1
      }
      let site = relaxation.siteOfColumn[column]
      if value > best[site].value, !relaxation.isOut[column] { best[site] = (value, column) }
    }
  }

  private func count(_ column: Int, in excess: inout PricePoint) {
    for group in relaxation.groupsOfColumn[column] { excess.groups[group] -= 1 }
    let ends = relaxation.rowsOfColumn.ends
    for entry in (column == 0 ? 0 : ends[column - 1])..<ends[column] {
      excess.rows[Int(rowOfEntry[entry])] += coefficients[entry]
    }
  }
}
