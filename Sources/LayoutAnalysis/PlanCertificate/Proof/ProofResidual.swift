import LandModel
import Topology

/// The question that is left when columns are dropped that no better plan holds.
///
/// Columns go by their places in `columns`.
struct ProofResidual: Sendable {
  struct Row: Sendable {
    let isMinimum: Bool
    let limit: Int64
    /// One for each place; zero where the column does not count.
    let coefficients: [Int64]
    /// One for each group that the row counts too; empty where it counts none.
    let groups: [Int64]
    /// Whether the sum, less the least level of the counties, is at least 0.
    let isLevel: Bool
  }

  struct Group: Sendable {
    var weight: Int64
    let places: [Int]
  }

  /// Of the model, ascending.
  let columns: [Int]
  /// Site of each place, numbered from zero.
  let sites: [Int]
  let values: [Int64]
  let rows: [Row]
  let groups: [Group]
  /// Of two or more sites, any two places of which exclude each other.
  let cliques: [[Int]]
  /// For each place those that it excludes, its own site's too.
  let excluded: [[Int]]
  let mostTowns: Int
  /// What the least level of the counties can reach; 0 where it does not count.
  let greatestLevel: Int64
  /// Places in `rows` of those that say what it is.
  let levelRows: [Int]

  /// - Parameter excludes: whether two columns of the model cannot stand together.
  init(
    _ model: ProofModel, columns: [Int], excludes: (Int, Int) throws(TopologyError) -> Bool
  ) throws(TopologyError) {
    self.columns = columns
    var numbers: [Int: Int] = [:]
    sites = columns.map { column in
      let site = model.columns[column].site
      if let number = numbers[site] { return number }
      numbers[site] = numbers.count
      return numbers.count - 1
    }
    values = columns.map { model.columns[$0].value }
    var placeOf = [Int](repeating: -1, count: model.columns.count)
    for (place, column) in columns.enumerated() { placeOf[column] = place }
    let (groups, placeOfGroup) = Self.groups(of: model, placeOf: placeOf)
    self.groups = groups
    let rows = model.pricedRows.map {
      Self.row($0, of: model, columns, placeOf: placeOf, groups.count, placeOfGroup)
    }
    self.rows = rows
    levelRows = rows.indices.filter { rows[$0].isLevel }
    greatestLevel = model.greatestLevel ?? 0
    mostTowns = min(model.mostTowns, numbers.count)
    var excluded = [[Int]](repeating: [], count: columns.count)
    for left in columns.indices {
      for right in (left + 1)..<max(left + 1, columns.count)
      where try excludes(columns[left], columns[right]) {
        excluded[left].append(right)
        excluded[right].append(left)
      }
    }
    self.excluded = excluded
    cliques = Self.cliques(excluded, sites)
  }

  /// A row over the columns left.
  private static func row(
    _ row: ProofModel.Row, of model: ProofModel, _ columns: [Int], placeOf: [Int],
    _ groupCount: Int, _ placeOfGroup: [Int?]
  ) -> Row {
    var coefficients = [Int64](repeating: 0, count: columns.count)
    for share in row.shares where placeOf[share.column] >= 0 {
      coefficients[placeOf[share.column]] = share.coefficient
    }
    var groups = [Int64](repeating: 0, count: row.groups.isEmpty ? 0 : groupCount)
    for share in row.groups {
      if let place = placeOfGroup[share.group] { groups[place] += share.coefficient }
    }
    var limit = row.limit
    if ["land", "construction", "budget"].contains(row.code) {
      // Fewer columns reach fewer sums.
      limit = LandSums(
        columns.indices.map { (model.columns[columns[$0]].site, coefficients[$0]) }
      ).greatest(within: limit)
    }
    return Row(
      isMinimum: row.isMinimum, limit: limit, coefficients: coefficients, groups: groups,
      isLevel: row.isLevel)
  }

  /// The groups that columns left reach, those of the same columns as one, and where each group of the model went.
  private static func groups(
    of model: ProofModel, placeOf: [Int]
  ) -> (groups: [Group], placeOfGroup: [Int?]) {
    var known: [[Int]: Int] = [:]
    var groups: [Group] = []
    let placeOfGroup = model.groups.map { group -> Int? in
      let places = group.columns.map { placeOf[$0] }.filter { $0 >= 0 }
      if places.isEmpty { return nil }
      if let number = known[places] {
        groups[number].weight += group.weight
        return number
      }
      known[places] = groups.count
      groups.append(Group(weight: group.weight, places: places))
      return groups.count - 1
    }
    return (groups, placeOfGroup)
  }

  /// Covers all pairs of different sites that exclude each other by cliques, each as large as greed makes it.
  private static func cliques(_ excluded: [[Int]], _ sites: [Int]) -> [[Int]] {
    let neighbours = excluded.map(Set.init)
    var covered = excluded.map { _ in Set<Int>() }
    var cliques: [[Int]] = []
    for left in excluded.indices {
      for right in excluded[left]
      where right > left && sites[left] != sites[right] && !covered[left].contains(right) {
        var clique = [left, right]
        for other in excluded[left]
        where other != right && clique.allSatisfy({ neighbours[$0].contains(other) }) {
          clique.append(other)
        }
        for one in clique { covered[one].formUnion(clique) }
        cliques.append(clique.sorted())
      }
    }
    return cliques
  }
}
