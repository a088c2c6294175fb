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
  }

  struct Group: Sendable {
    var weight: Int64
    let places: [Int]
  }

  /// Of the model, ascending.
  let columns: [Int]
  /// Site of each place, numbered from zero.
  let sites: [Int]
  let siteCount: Int
  let values: [Int64]
  let rows: [Row]
  let groups: [Group]
  /// Of two or more sites, any two places of which exclude each other.
  let cliques: [[Int]]
  /// For each place those that it excludes, its own site's too.
  let excluded: [[Int]]
  let mostTowns: Int

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
    siteCount = numbers.count
    values = columns.map { model.columns[$0].value }
    var placeOf = [Int](repeating: -1, count: model.columns.count)
    for (place, column) in columns.enumerated() { placeOf[column] = place }
    rows = model.pricedRows.map { row in
      var coefficients = [Int64](repeating: 0, count: columns.count)
      for share in row.shares where placeOf[share.column] >= 0 {
        coefficients[placeOf[share.column]] = share.coefficient
      }
      guard row.code == "land" || row.code == "construction" else {
        return Row(isMinimum: row.isMinimum, limit: row.limit, coefficients: coefficients)
      }
      // Fewer columns reach fewer sums.
      let areas = columns.indices.map {
        (site: model.columns[columns[$0]].site, area: coefficients[$0])
      }
      return Row(
        isMinimum: false, limit: LandSums(areas).greatest(within: row.limit),
        coefficients: coefficients)
    }
    var known: [[Int]: Int] = [:]
    var groups: [Group] = []
    for group in model.groups {
      let places = group.columns.map { placeOf[$0] }.filter { $0 >= 0 }
      if places.isEmpty { continue }
      if let number = known[places] {
        groups[number].weight += group.weight
      } else {
        known[places] = groups.count
        groups.append(Group(weight: group.weight, places: places))
      }
    }
    self.groups = groups
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
