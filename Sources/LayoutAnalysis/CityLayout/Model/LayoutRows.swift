import LandModel

/// What plans made of some columns bring and exclude: values, coverage groups and cliques.
///
/// A group whose columns exclude each other needs no variable of its own: at most one of them is
/// chosen, so its weight joins the value of each. The fewer columns there are, the more groups fold
/// so, and groups that the same columns are left of become one.
struct LayoutRows: Sendable {
  /// A coverage group that several chosen columns may reach.
  struct Group: Sendable, Equatable {
    /// Its number in the instance; the first of those that became one.
    let number: Int
    /// In units of the objective; 0 where only a rule counts the group.
    var weight: Int64
    /// Places in `columns`, ascending.
    let members: [Int]
  }

  /// A row over columns and groups, and the least level of the counties.
  struct Sum: Sendable, Equatable {
    /// Code and subject, as `land` or `county.min.431021`.
    let name: String
    /// Nil for a row that says what the least level is.
    let constraint: LayoutConstraint?
    let isMinimum: Bool
    let limit: Int64
    /// Places in `columns`, ascending.
    let columns: [Int]
    /// One for each column.
    let coefficients: [Int64]
    /// Places in `groups`, ascending.
    let groups: [Int]
    /// One for each group.
    let groupCoefficients: [Int64]
    /// Coefficient of the least level.
    var level: Int64 = 0
    /// Whether its numbers are units of the objective, and the unit so fine that a solver's tolerance may
    /// come up to one.
    var isOfTerm = false
  }

  /// Columns of the instance, ascending; everything else here goes by places in this list.
  let columns: [Int]
  /// One entry per column, in units of the objective.
  let values: [Int64]
  /// Groups that need a variable, by number.
  let groups: [Group]
  let cliques: Grouped<Int>
  /// The sum rules in the order of the instance, then a row for each county whose level counts: what its
  /// columns add, less the least level, is at least 0.
  let sums: [Sum]
  /// What the least level of the counties can reach, in units; nil where it does not count.
  ///
  /// In the objective it counts as it is.
  let greatestLevel: Int64?
  /// False where time ran out before the cliques held every pair of columns that exclude each other.
  let isComplete: Bool

  /// Takes all columns of an instance.
  ///
  /// - Parameters:
  ///   - cliques: of the instance's conflicts, where they are known.
  ///   - deadline: when to stop with rows that are not complete; nil for no limit.
  init(
    _ instance: LayoutInstance, cliques: Grouped<Int>? = nil,
    until deadline: ContinuousClock.Instant? = nil
  ) {
    self.init(
      instance, among: Array(0..<instance.columnCount), cliques: cliques, until: deadline)
  }

  /// - Parameters:
  ///   - columns: ascending, each once.
  ///   - known: cliques that cover the conflicts among them, by places in the list.
  ///   - deadline: when to stop with rows that are not complete; nil for no limit.
  init(
    _ instance: LayoutInstance, among columns: [Int], cliques known: Grouped<Int>? = nil,
    until deadline: ContinuousClock.Instant? = nil
  ) {
    let isWhole = columns.count == instance.columnCount
    var values = columns.map { instance.values[$0] }
    var placeOf = [Int](repeating: -1, count: instance.columnCount)
    for (place, column) in columns.enumerated() { placeOf[column] = place }
    var groups: [Group] = []
    var groupOf: [[Int]: Int] = [:]
    var sums = TermSums(instance, columns.count)
    for (number, weight) in instance.coverage.weights.enumerated() {
      guard weight > 0 || sums.counts(number) else { continue }
      let reaching = instance.coverage.columns[number].filter { placeOf[$0] >= 0 }
      guard !reaching.isEmpty else { continue }
      let members = reaching.map { placeOf[$0] }
      if instance.excludeEachOther(reaching) {
        for member in members { values[member] += weight }
        sums.fold(number, into: members)
      } else if let group = groupOf[members] {
        groups[group].weight += weight
        sums.add(number, toGroup: group)
      } else {
        groupOf[members] = groups.count
        sums.add(number, toGroup: groups.count)
        groups.append(Group(number: number, weight: weight, members: members))
      }
    }
    self.columns = columns
    self.values = values
    self.groups = groups
    self.sums = sums.rows(placeOf: placeOf) + Self.levels(instance, placeOf: placeOf)
    greatestLevel = instance.countsEquity ? instance.equity?.most : nil
    if let known {
      cliques = known
      isComplete = true
    } else {
      let cover = CliqueCover(
        isWhole ? instance.conflicts : instance.conflicts.among(columns), until: deadline)
      cliques = cover.cliques
      isComplete = cover.isComplete
    }
  }

  private static func levels(_ instance: LayoutInstance, placeOf: [Int]) -> [Sum] {
    guard instance.countsEquity, let equity = instance.equity else { return [] }
    var columns = [[Int]](repeating: [], count: equity.counties.count)
    for (column, county) in equity.countyOfColumn.enumerated()
    where county >= 0 && placeOf[column] >= 0 {
      columns[county].append(column)
    }
    return zip(equity.counties, columns).map { county, columns in
      Sum(
        name: "equity.\(instance.counties[county].id.text)", constraint: nil, isMinimum: true,
        limit: 0, columns: columns.map { placeOf[$0] },
        coefficients: columns.map { equity.units[$0] }, groups: [], groupCoefficients: [],
        level: -1, isOfTerm: true)
    }
  }
}

/// The sum rules while their groups become columns, or groups of fewer columns.
private struct TermSums {
  private let instance: LayoutInstance
  private let columnCount: Int
  /// For each rule that counts groups what folds into each column, by place, and each group's coefficient.
  private var folded: [Int: [Int64]] = [:]
  private var groups: [Int: [Int: Int64]] = [:]

  init(_ instance: LayoutInstance, _ columnCount: Int) {
    self.instance = instance
    self.columnCount = columnCount
  }

  private func shares(_ group: Int) -> ArraySlice<LayoutInstance.RuleShare> {
    instance.rulesOfGroup.count > 0 ? instance.rulesOfGroup[group] : []
  }

  /// Whether some rule counts a group of the instance.
  func counts(_ group: Int) -> Bool { !shares(group).isEmpty }

  mutating func fold(_ group: Int, into members: [Int]) {
    for share in shares(group) {
      for member in members {
        folded[share.rule, default: Array(repeating: 0, count: columnCount)][member] +=
          share.coefficient
      }
    }
  }

  mutating func add(_ group: Int, toGroup place: Int) {
    for share in shares(group) {
      groups[share.rule, default: [:]][place, default: 0] += share.coefficient
    }
  }

  func rows(placeOf: [Int]) -> [LayoutRows.Sum] {
    instance.rules.enumerated().map { number, rule in
      var columns: [Int] = []
      var coefficients: [Int64] = []
      if rule.groups.isEmpty {
        for (column, coefficient) in zip(rule.columns, rule.coefficients)
        where placeOf[column] >= 0 {
          columns.append(placeOf[column])
          coefficients.append(coefficient)
        }
      } else if let folded = folded[number] {
        columns = folded.indices.filter { folded[$0] > 0 }
        coefficients = columns.map { folded[$0] }
      }
      let groups = (groups[number] ?? [:]).sorted { $0.key < $1.key }
      return LayoutRows.Sum(
        name: instance.name(of: rule.constraint), constraint: rule.constraint,
        isMinimum: rule.isMinimum, limit: rule.limit, columns: columns, coefficients: coefficients,
        groups: groups.map(\.key), groupCoefficients: groups.map(\.value),
        isOfTerm: rule.constraint.isOfTerm)
    }
  }
}
