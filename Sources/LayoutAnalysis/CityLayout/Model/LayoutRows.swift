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

  /// Takes all columns of an instance.
  ///
  /// - Parameter cliques: of the instance's conflicts, where they are known.
  init(_ instance: LayoutInstance, cliques: Grouped<Int>? = nil) {
    self.init(instance, among: Array(0..<instance.columnCount), cliques: cliques)
  }

  /// - Parameters:
  ///   - columns: ascending, each once.
  ///   - known: cliques that cover the conflicts among them, by places in the list.
  init(_ instance: LayoutInstance, among columns: [Int], cliques known: Grouped<Int>? = nil) {
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
    cliques =
      known
      ?? CliqueCover(isWhole ? instance.conflicts : instance.conflicts.among(columns)).cliques
  }
}

extension LayoutInstance {
  /// Whether at most one of some columns can be chosen.
  ///
  /// - Complexity: O(n²) in the columns, at most one pair beyond the first that may stand together.
  func excludeEachOther(_ columns: [Int]) -> Bool {
    for (place, left) in columns.enumerated() {
      for right in columns.dropFirst(place + 1) where conflicts.position(left, right) == nil {
        return false
      }
    }
    return true
  }
}
