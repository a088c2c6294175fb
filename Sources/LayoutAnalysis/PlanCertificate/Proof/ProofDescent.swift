/// Looks for prices that bound the plans of a node, and says what they prove in whole numbers.
struct ProofDescent {
  /// So fine that rounding of a price, times a term of a hundred points in units, is less than a unit.
  private static let stepsPerUnit: Int128 = 1 << 24
  /// In units; with steps and limits of 63 bits, products have 125.
  private static let greatestPrice = 0x1p38

  let residual: ProofResidual
  private let cliquesOfPlace: [[Int]]
  let groupsOfPlace: [[Int]]
  private let rowsOfPlace: [[RowShare]]
  private let siteCount: Int
  /// Greatest coefficient of each row.
  private let scales: [Double]
  /// Rows that count groups.
  private let rowsOfGroups: [Int]
  private let greatestGroupPrices: [Double]

  /// What a place counts in a row, of which a minimum is the maximum of the negative sum.
  private struct RowShare {
    let row: Int
    let coefficient: Int128
    /// Over the greatest of the row.
    let scaled: Double
  }

  init(_ residual: ProofResidual) {
    self.residual = residual
    siteCount = (residual.sites.max() ?? -1) + 1
    var cliquesOfPlace = [[Int]](repeating: [], count: residual.columns.count)
    for (number, clique) in residual.cliques.enumerated() {
      for place in clique { cliquesOfPlace[place].append(number) }
    }
    var groupsOfPlace = [[Int]](repeating: [], count: residual.columns.count)
    for (number, group) in residual.groups.enumerated() {
      for place in group.places { groupsOfPlace[place].append(number) }
    }
    self.cliquesOfPlace = cliquesOfPlace
    self.groupsOfPlace = groupsOfPlace
    let scales = residual.rows.map { row in
      (row.coefficients + row.groups).reduce(1) { max($0, abs(Double($1))) }
    }
    self.scales = scales
    rowsOfPlace = residual.columns.indices.map { place in
      residual.rows.enumerated().compactMap { row, rule in
        let coefficient = rule.coefficients[place]
        guard coefficient != 0 else { return nil }
        let sign: Int64 = rule.isMinimum ? -1 : 1
        return RowShare(
          row: row, coefficient: Int128(sign) * Int128(coefficient),
          scaled: Double(sign) * Double(coefficient) / scales[row])
      }
    }
    let counting = residual.rows.indices.filter { !residual.rows[$0].groups.isEmpty }
    rowsOfGroups = counting
    // What rows give for a group comes on top of its weight.
    greatestGroupPrices = residual.groups.enumerated().map { group, value in
      counting.contains { residual.rows[$0].groups[group] > 0 } ? .infinity : Double(value.weight)
    }
  }

  /// What prices prove about a node.
  struct Answer {
    /// No plan of the node has more, in units.
    let bound: Int64
    /// Free places that no plan above the goal holds.
    let out: Set<Int>
    /// How often each free place was chosen at the prices, 0…1.
    let share: [Int: Double]
  }

  /// Goes down from the node's prices and leaves the best there.
  ///
  /// - Parameter goal: an objective; the descent ends when no plan of the node can exceed it.
  func descend(_ node: inout ProofNode, to goal: Int64, steps: Int) -> Answer {
    var (prices, best) = (node.prices, node.prices)
    var (least, length, idle) = (Double.infinity, 1.0, 0)
    var share: [Int: Double] = [:]
    let state = State(self, node)
    var along = state.noExcess
    for step in 0..<steps {
      let (value, towns, excess) = state.value(at: prices)
      let weight = max(0.05, 1 / Double(step + 1))
      for place in share.keys { share[place]? *= 1 - weight }
      for place in towns { share[place, default: 0] += weight }
      if value < least - 1e-7 * abs(value) {
        (least, best, idle) = (value, prices, 0)
      } else {
        idle += 1
      }
      if least < Double(goal) + 0.5 { break }
      if idle >= 8 {
        (length, idle, prices) = (length / 2, 0, best)
        along = state.noExcess
        if length < 1e-3 { break }
        continue
      }
      along.turn(towards: excess, at: prices, greatestGroupPrices)
      let square = along.square
      guard square > 1e-12 else { break }
      prices.move(
        by: length * max(value - Double(goal), 1e-3 * abs(value)) / square, along,
        greatestGroupPrices)
    }
    node.prices = best
    return state.proven(at: best, above: goal, share: share)
  }

  /// A node laid out for looking at many prices.
  private struct State {
    let descent: ProofDescent
    let node: ProofNode
    /// Groups that are open: reached by a free place and by no chosen one.
    let isOpen: [Bool]
    let cliques: [Int]
    /// What the least level of the counties cannot exceed.
    let greatestLevel: Int64

    init(_ descent: ProofDescent, _ node: ProofNode) {
      self.descent = descent
      self.node = node
      var isOpen = [Bool](repeating: false, count: node.isReached.count)
      var cliques: Set<Int> = []
      for place in node.free {
        for group in descent.groupsOfPlace[place] where !node.isReached[group] {
          isOpen[group] = true
        }
        cliques.formUnion(descent.cliquesOfPlace[place])
      }
      self.isOpen = isOpen
      self.cliques = cliques.sorted()
      greatestLevel = node.greatestLevel(in: descent.residual)
    }

    var noExcess: ProofExcess {
      ProofExcess(
        rows: node.limits.map { _ in 0 },
        cliques: descent.residual.cliques.map { _ in 0 }, groups: isOpen.map { _ in 0 })
    }

    func value(at prices: ProofPrices) -> (value: Double, towns: [Int], excess: ProofExcess) {
      let residual = descent.residual
      var excess = noExcess
      var value = Double(node.gained)
      for row in residual.rows.indices {
        let sign = residual.rows[row].isMinimum ? -1.0 : 1
        let limit = sign * Double(node.limits[row]) / descent.scales[row]
        value += prices.rows[row] * limit
        excess.rows[row] = -limit
      }
      for clique in cliques {
        value += prices.cliques[clique]
        excess.cliques[clique] = -1
      }
      for group in isOpen.indices where isOpen[group] {
        var rest = Double(residual.groups[group].weight) - prices.groups[group]
        for row in descent.rowsOfGroups {
          rest += prices.rows[row] * descent.scaled(row, group: group)
        }
        guard rest > 0 else { continue }
        value += rest
        excess.groups[group] = 1
        for row in descent.rowsOfGroups { excess.rows[row] -= descent.scaled(row, group: group) }
      }
      // The least level brings one for each unit, less what its rows ask for it.
      let asked = residual.levelRows.reduce(0) { $0 + prices.rows[$1] / descent.scales[$1] }
      if asked < 1, greatestLevel > 0 {
        value += (1 - asked) * Double(greatestLevel)
        for row in residual.levelRows {
          excess.rows[row] += Double(greatestLevel) / descent.scales[row]
        }
      }
      var best = [(worth: Double, place: Int)](repeating: (0, -1), count: descent.siteCount)
      for place in node.free {
        var worth = Double(residual.values[place])
        for share in descent.rowsOfPlace[place] { worth -= prices.rows[share.row] * share.scaled }
        for clique in descent.cliquesOfPlace[place] { worth -= prices.cliques[clique] }
        for group in descent.groupsOfPlace[place] where isOpen[group] {
          worth += prices.groups[group]
        }
        if worth > best[residual.sites[place]].worth {
          best[residual.sites[place]] = (worth, place)
        }
      }
      let towns = best.filter { $0.place >= 0 }.sorted {
        ($1.worth, $0.place) < ($0.worth, $1.place)
      }
      .prefix(node.townsLeft)
      for town in towns {
        value += town.worth
        for share in descent.rowsOfPlace[town.place] { excess.rows[share.row] += share.scaled }
        for clique in descent.cliquesOfPlace[town.place] { excess.cliques[clique] += 1 }
        for group in descent.groupsOfPlace[town.place] where isOpen[group] {
          excess.groups[group] -= 1
        }
      }
      return (value, towns.map(\.place), excess)
    }

    /// The same in whole numbers: this alone decides.
    func proven(at prices: ProofPrices, above goal: Int64, share: [Int: Double]) -> Answer {
      let residual = descent.residual
      let unit = ProofDescent.stepsPerUnit
      let rows = prices.rows.indices.map {
        ProofDescent.whole(prices.rows[$0] / descent.scales[$0])
      }
      let cliquePrices = prices.cliques.map(ProofDescent.whole)
      let groups = prices.groups.map(ProofDescent.whole)
      var total = node.gained * unit
      for row in residual.rows.indices {
        let limit = residual.rows[row].isMinimum ? -node.limits[row] : node.limits[row]
        total += rows[row] * Int128(limit)
      }
      for clique in cliques { total += cliquePrices[clique] }
      for group in isOpen.indices where isOpen[group] {
        var worth = Int128(residual.groups[group].weight) * unit
        for row in descent.rowsOfGroups {
          worth += rows[row] * Int128(residual.rows[row].groups[group])
        }
        total += max(0, worth - groups[group])
      }
      let asked = residual.levelRows.reduce(Int128(0)) { $0 + rows[$1] }
      total += max(0, unit - asked) * Int128(greatestLevel)
      var worths: [Int: Int128] = [:]
      var best: [Int: Int128] = [:]
      for place in node.free {
        var worth = Int128(residual.values[place]) * unit
        for share in descent.rowsOfPlace[place] { worth -= rows[share.row] * share.coefficient }
        for clique in descent.cliquesOfPlace[place] { worth -= cliquePrices[clique] }
        for group in descent.groupsOfPlace[place] where isOpen[group] { worth += groups[group] }
        worths[place] = worth
        best[residual.sites[place]] = max(best[residual.sites[place]] ?? 0, worth)
      }
      let towns = best.filter { $0.value > 0 }
        .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(node.townsLeft)
      let last = towns.count == node.townsLeft ? towns.last?.value ?? 0 : 0
      var needed: [Int: Int128] = [:]
      for town in towns {
        total += town.value
        needed[town.key] = town.value
      }
      let out = node.free.filter { place in
        let loss = (needed[residual.sites[place]] ?? last) - (worths[place] ?? 0)
        return DualBound.units(total - loss, unit) <= goal
      }
      return Answer(bound: DualBound.units(total, unit), out: Set(out), share: share)
    }
  }

  /// Only minimums count groups.
  private func scaled(_ row: Int, group: Int) -> Double {
    Double(residual.rows[row].groups[group]) / scales[row]
  }

  private static func whole(_ price: Double) -> Int128 {
    Int128((min(max(price, 0), greatestPrice) * Double(stepsPerUnit)).rounded())
  }
}
