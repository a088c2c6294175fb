/// The layout with all rows priced that tie sites to each other, so that what is left is solved by sorting.
///
/// Kept as they are: one column at most at each site, and the greatest number of towns. Priced are the
/// cliques of spacing, the sum rules (a minimum as the maximum of the negative sum) and the reach of the
/// groups:
///
/// z(π, μ) = Σ_r π_r l_r + Σ_g max(0, w_g − μ_g − Σ_r b_rg π_r) + L·max(0, 1 − Σ_q π_q)
///   + the sum over the p best sites of max(0, max_c v_c + Σ_{g reached by c} μ_g − Σ_r a_rc π_r)
///
/// with L the most that the least level of the counties q can be, each level being a row. A minimum of a term
/// is a row like others: its price raises what the term's columns and groups are worth.
///
/// No plan has a greater objective, whatever the prices π, μ ≥ 0. The least z is the optimum of the linear
/// relaxation, because dropping the whole-number demand from what is kept gains nothing. Pricing the cliques
/// is what makes it good: left out, z would know nothing of spacing.
struct LayoutRelaxation: Sendable {
  struct RowShare: Sendable, Equatable {
    let row: Int32
    let coefficient: Int64
  }

  /// What a priced row stands for, by its number among the cliques or sums of the rows.
  enum Source: Sendable, Equatable {
    case clique(Int)
    case sum(Int)
  }

  /// One entry per column, as all up to `isOut`.
  let siteOfColumn: [Int]
  /// With the weights of the groups that fold into columns, in units of the objective.
  let values: [Int64]
  /// Whether the column alone breaks a maximum, as a column locked out does.
  let isOut: [Bool]
  let siteCount: Int
  /// Towns at most, no more than sites.
  let mostTowns: Int
  /// For each priced row what its sum may reach.
  let limits: [Int64]
  /// The row of the land quota; nil where there is none, or where it cannot bind.
  let landRow: Int?
  /// One for each priced row.
  let sources: [Source]
  /// Minimum rules count with negative coefficients.
  let rowsOfColumn: Grouped<RowShare>
  /// One entry for each group that several towns may reach, in units of the objective.
  let weights: [Int64]
  /// For each group the priced rows that count it; empty while none does.
  let rowsOfGroup: Grouped<RowShare>
  let groupsOfColumn: Grouped<Int>
  /// What the least level of the counties can reach; 0 where it does not count.
  let greatestLevel: Int64
  /// The priced rows that the least level counts in.
  let rowsOfLevel: [RowShare]

  var columnCount: Int { values.count }

  /// - Parameter rows: of all columns.
  init(_ instance: LayoutInstance, _ rows: LayoutRows) {
    precondition(rows.columns.count == instance.columnCount, "A bound holds for all columns.")
    let sites = instance.proposals.map(\.site)
    var isOut = [Bool](repeating: false, count: instance.columnCount)
    var mostTowns = instance.sites.count
    var limits: [Int64] = []
    var landRow: Int?
    var sources: [Source] = []
    var shares: [(group: Int, element: RowShare)] = []
    for clique in 0..<rows.cliques.count {
      let columns = rows.cliques[clique]
      guard columns.contains(where: { sites[$0] != sites[columns[columns.startIndex]] }) else {
        continue
      }
      for column in columns {
        shares.append((column, RowShare(row: Int32(limits.count), coefficient: 1)))
      }
      limits.append(1)
      sources.append(.clique(clique))
    }
    var groupShares: [(group: Int, element: RowShare)] = []
    var rowsOfLevel: [RowShare] = []
    for (number, sum) in rows.sums.enumerated() {
      if !sum.isMinimum {
        for (column, coefficient) in zip(sum.columns, sum.coefficients)
        where coefficient > sum.limit { isOut[column] = true }
      }
      if sum.constraint == .townsMax {
        mostTowns = Int(min(Int64(mostTowns), max(0, sum.limit)))
        continue
      }
      // What nothing reaches needs no price, and may be a limit beyond any number.
      guard sum.isMinimum || sum.limit < sum.coefficients.reduce(0, +) else { continue }
      if sum.constraint == .land { landRow = limits.count }
      let sign: Int64 = sum.isMinimum ? -1 : 1
      let row = Int32(limits.count)
      for (column, coefficient) in zip(sum.columns, sum.coefficients) {
        shares.append((column, RowShare(row: row, coefficient: sign * coefficient)))
      }
      for (group, coefficient) in zip(sum.groups, sum.groupCoefficients) {
        groupShares.append((group, RowShare(row: row, coefficient: sign * coefficient)))
      }
      if sum.level != 0 {
        rowsOfLevel.append(RowShare(row: row, coefficient: sign * sum.level))
      }
      limits.append(sign * sum.limit)
      sources.append(.sum(number))
    }
    siteOfColumn = sites
    values = rows.values
    self.isOut = isOut
    siteCount = instance.sites.count
    self.mostTowns = mostTowns
    self.limits = limits
    self.landRow = landRow
    self.sources = sources
    rowsOfColumn = Grouped(groupCount: instance.columnCount, shares)
    weights = rows.groups.map(\.weight)
    rowsOfGroup =
      groupShares.isEmpty ? Grouped() : Grouped(groupCount: rows.groups.count, groupShares)
    greatestLevel = rows.greatestLevel ?? 0
    self.rowsOfLevel = rowsOfLevel
    groupsOfColumn = Grouped(
      groupCount: instance.columnCount,
      rows.groups.enumerated().flatMap { group, row in
        row.members.map { (group: $0, element: group) }
      })
  }
}
