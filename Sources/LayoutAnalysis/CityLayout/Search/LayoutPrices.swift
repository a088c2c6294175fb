package import LandModel

/// Prices of a layout's rows and groups, by the towns they speak of: where the search for the prices of a similar
/// layout may begin.
///
/// Any prices give a bound, so that a layout may differ as it likes; the nearer it is, the better the beginning.
package struct LayoutPrices: Codable, Sendable, Equatable {
  /// A priced row.
  struct Row: Codable, Sendable, Equatable {
    /// Names of the columns with a coefficient, ascending.
    let members: [String]
    /// Whether the row is a minimum, which counts negatively.
    let isNegative: Bool
    /// For each unit of the row scaled to a greatest coefficient of one.
    let price: Double
  }

  /// A coverage group.
  struct Group: Codable, Sendable, Equatable {
    /// Names of the columns that reach it, ascending.
    let members: [String]
    /// Share of its weight.
    let share: Double
  }

  /// All, in the order of the layout: one without a price keeps a like one's from it.
  let rows: [Row]
  let groups: [Group]
}

extension CityLayout {
  /// The prices with which the bound of a plan is best.
  ///
  /// - Throws: ``LayoutError``, as ``result(delimitation:resources:counties:workers:from:)``.
  package func prices(
    delimitation: DelimitationResult, resources: [ResourcePoint], counties: [County] = [],
    workers: Int? = nil
  ) throws(LayoutError) -> LayoutPrices {
    let problems = parameters.problems(
      sites: delimitation.sites, counties: counties, resources: resources)
    guard problems.isEmpty else { throw .parameters(problems) }
    let instance = try LayoutInstance(
      parameters: parameters, delimitation: delimitation, resources: resources, counties: counties,
      workers: workers)
    let relaxation = LayoutRelaxation(instance, LayoutRows(instance))
    // Not towards any plan: the prices are to serve others too. Steps, not seconds, end the search.
    var ascent = DualAscent(relaxation, towards: nil)
    _ = ascent.multipliers()
    return LayoutPrices(ascent.bestPrices, relaxation, names: instance.columnNames)
  }
}

extension LayoutInstance {
  /// What a column is known by in similar layouts: site, industry and size.
  var columnNames: [String] {
    proposals.map { town in
      let size = town.sizeClass.map { "\($0.value)" } ?? ""
      return "\(sites[town.site].id.text)\u{0}\(town.industry)\u{0}\(size)"
    }
  }
}

extension LayoutPrices {
  init(_ point: PricePoint, _ relaxation: LayoutRelaxation, names: [String]) {
    let members = relaxation.membersOfRows
    rows = point.rows.indices.map { row in
      Row(
        members: members[row].columns.map { names[$0] }.sorted(),
        isNegative: members[row].isNegative, price: point.rows[row])
    }
    let reached = relaxation.columnsOfGroups
    groups = point.groups.indices.map { group in
      Group(
        members: reached[group].map { names[$0] }.sorted(),
        share: point.groups[group] / max(1, Double(relaxation.weights[group])))
    }
  }

  /// Prices for the rows of a similar layout.
  ///
  /// A row gets those of the row with the same columns, else of the one that shares most of them, at least half; each
  /// is given once. Rows of their own begin without a price, groups at half their weight.
  ///
  /// - Complexity: O(n) in the entries of both layouts' rows.
  func point(for relaxation: LayoutRelaxation, names: [String]) -> PricePoint {
    var numbers: [String: [Int]] = [:]
    for (row, known) in rows.enumerated() {
      for member in known.members { numbers[member, default: []].append(row) }
    }
    var isFree = [Bool](repeating: true, count: rows.count)
    let prices = relaxation.membersOfRows.map { members -> Double in
      var shared: [Int: Int] = [:]
      for column in members.columns {
        for row in numbers[names[column]] ?? []
        where isFree[row] && rows[row].isNegative == members.isNegative {
          shared[row, default: 0] += 1
        }
      }
      let best = shared.max { left, right in
        let (one, other) = (alike(left, members.columns.count), alike(right, members.columns.count))
        return (one, -left.key) < (other, -right.key)
      }
      guard let best, alike(best, members.columns.count) >= 0.5 else { return 0 }
      isFree[best.key] = false
      return rows[best.key].price
    }
    let shares = Dictionary(
      groups.map { ($0.members, $0.share) }, uniquingKeysWith: { first, _ in first })
    let reached = relaxation.columnsOfGroups
    return PricePoint(
      rows: prices,
      groups: relaxation.weights.indices.map { group in
        let share = shares[reached[group].map { names[$0] }.sorted()] ?? 0.5
        return share * Double(relaxation.weights[group])
      })
  }

  /// Columns in common with a known row, as a share of those in either.
  private func alike(_ shared: (key: Int, value: Int), _ count: Int) -> Double {
    Double(shared.value) / Double(rows[shared.key].members.count + count - shared.value)
  }
}

extension LayoutRelaxation {
  /// For each priced row its columns, ascending, and whether it counts negatively.
  fileprivate var membersOfRows: [(columns: [Int], isNegative: Bool)] {
    var members = [(columns: [Int], isNegative: Bool)](
      repeating: ([], false), count: limits.count)
    for column in 0..<columnCount {
      for share in rowsOfColumn[column] {
        members[Int(share.row)].columns.append(column)
        members[Int(share.row)].isNegative = share.coefficient < 0
      }
    }
    return members
  }

  /// For each group the columns that reach it, ascending.
  fileprivate var columnsOfGroups: [[Int]] {
    var columns = [[Int]](repeating: [], count: weights.count)
    for column in 0..<columnCount {
      for group in groupsOfColumn[column] { columns[group].append(column) }
    }
    return columns
  }
}
