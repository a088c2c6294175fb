/// By how much what is chosen at some prices exceeds each row: the direction in which a price should go.
struct ProofExcess {
  var rows: [Double]
  var cliques: [Double]
  var groups: [Double]
  /// How much of the last direction stays in the next.
  private static let memory = 0.6

  init(rows: [Double], cliques: [Double], groups: [Double]) {
    self.rows = rows
    self.cliques = cliques
    self.groups = groups
  }

  var square: Double {
    [rows, cliques, groups].reduce(0) { $0 + $1.reduce(0) { $0 + $1 * $1 } }
  }

  /// Prices at the end of their range go no further out.
  mutating func turn(
    towards excess: ProofExcess, at prices: ProofPrices, _ greatestGroupPrices: [Double]
  ) {
    func turned(_ old: Double, _ new: Double, _ price: Double, most: Double) -> Double {
      let along = new + Self.memory * old
      return price <= 0 && along < 0 || price >= most && along > 0 ? 0 : along
    }
    for row in rows.indices {
      rows[row] = turned(rows[row], excess.rows[row], prices.rows[row], most: .infinity)
    }
    for clique in cliques.indices {
      cliques[clique] = turned(
        cliques[clique], excess.cliques[clique], prices.cliques[clique], most: .infinity)
    }
    for group in groups.indices {
      groups[group] = turned(
        groups[group], excess.groups[group], prices.groups[group],
        most: greatestGroupPrices[group])
    }
  }
}

extension ProofPrices {
  mutating func move(
    by step: Double, _ along: ProofExcess, _ greatestGroupPrices: [Double]
  ) {
    for row in rows.indices { rows[row] = max(0, rows[row] + step * along.rows[row]) }
    for clique in cliques.indices {
      cliques[clique] = max(0, cliques[clique] + step * along.cliques[clique])
    }
    for group in groups.indices {
      groups[group] = min(
        max(0, groups[group] + step * along.groups[group]), greatestGroupPrices[group])
    }
  }
}
