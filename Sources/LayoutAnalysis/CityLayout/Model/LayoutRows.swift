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
    /// In units of the objective.
    var weight: Int64
    /// Places in `columns`, ascending.
    let members: [Int]
  }

  /// Columns of the instance, ascending; everything else here goes by places in this list.
  let columns: [Int]
  /// One entry per column, in units of the objective.
  let values: [Int64]
  /// Groups that need a variable, by number.
  let groups: [Group]
  let cliques: Grouped<Int>
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
    for (number, weight) in instance.coverage.weights.enumerated() {
      let reaching = instance.coverage.columns[number].filter { placeOf[$0] >= 0 }
      guard !reaching.isEmpty else { continue }
      let members = reaching.map { placeOf[$0] }
      if instance.excludeEachOther(reaching) {
        for member in members { values[member] += weight }
      } else if let group = groupOf[members] {
        groups[group].weight += weight
      } else {
        groupOf[members] = groups.count
        groups.append(Group(number: number, weight: weight, members: members))
      }
    }
    self.columns = columns
    self.values = values
    self.groups = groups
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
}

extension LayoutInstance {
  /// Whether at most one of some columns can be chosen.
  ///
  /// - Complexity: O(n²) in the columns, at most one pair beyond the first that may stand together.
  func excludeEachOther(_ columns: [Int]) -> Bool {
    for (place, left) in columns.enumerated() {
      for right in columns.dropFirst(place + 1) where !conflicts.excludes(left, right) {
        return false
      }
    }
    return true
  }
}
