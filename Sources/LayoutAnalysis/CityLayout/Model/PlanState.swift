/// A choice of columns with what it uses of each rule, kept up to date step by step.
///
/// The arithmetic is the objective's own, in whole units, and shares nothing with the solver.
struct PlanState {
  let instance: LayoutInstance
  private(set) var isChosen: [Bool]
  /// One entry per rule, in its coefficients' unit.
  private(set) var usage: [Int64]
  /// For each coverage group the number of chosen columns that reach it.
  private var reachCount: [Int32]
  /// For each column the number of chosen columns that exclude it.
  private(set) var conflictCount: [Int32]
  /// In units.
  private(set) var objective: Int64 = 0
  /// The counties' levels, where the objective counts the least of them.
  private var levels: CountyLevels?

  init(_ instance: LayoutInstance, choosing columns: [Int] = []) {
    self.instance = instance
    isChosen = [Bool](repeating: false, count: instance.columnCount)
    usage = [Int64](repeating: 0, count: instance.rules.count)
    reachCount = [Int32](repeating: 0, count: instance.coverage.weights.count)
    conflictCount = [Int32](repeating: 0, count: instance.columnCount)
    levels = instance.countsEquity ? instance.equity.map { CountyLevels($0) } : nil
    for column in columns { insert(column) }
  }

  /// The chosen columns, ascending.
  var chosen: [Int] { isChosen.indices.filter { isChosen[$0] } }

  /// What the objective would gain by a column not chosen.
  func gain(of column: Int) -> Int64 {
    var gain = instance.values[column]
    for group in instance.coverage.groupsOfColumn[column] where reachCount[group] == 0 {
      gain += instance.coverage.weights[group]
    }
    if let levels { gain += levels.gain(of: column) }
    return gain
  }

  mutating func insert(_ column: Int) {
    precondition(!isChosen[column], "A column is chosen once.")
    objective += gain(of: column)
    isChosen[column] = true
    count(column, by: 1)
  }

  mutating func remove(_ column: Int) {
    precondition(isChosen[column], "Only a chosen column can go.")
    isChosen[column] = false
    count(column, by: -1)
    objective -= gain(of: column)
  }

  private mutating func count(_ column: Int, by step: Int32) {
    for group in instance.coverage.groupsOfColumn[column] {
      reachCount[group] += step
      guard instance.rulesOfGroup.count > 0, reachCount[group] == max(0, step) else { continue }
      for share in instance.rulesOfGroup[group] {
        usage[share.rule] += Int64(step) * share.coefficient
      }
    }
    levels?.count(column, by: Int64(step))
    for share in instance.rulesOfColumn[column] {
      usage[share.rule] += Int64(step) * share.coefficient
    }
    instance.conflicts.forEachNeighbour(of: column) { conflictCount[$0] += step }
  }

  /// The minimum rules not reached yet, with what is missing.
  var shortages: [(rule: Int, missing: Int64)] {
    instance.rules.enumerated().compactMap { number, rule in
      rule.isMinimum && usage[number] < rule.limit
        ? (rule: number, missing: rule.limit - usage[number]) : nil
    }
  }

  /// Whether no rule is broken and no two chosen columns exclude each other.
  var isFeasible: Bool {
    shortages.isEmpty && chosen.allSatisfy { conflictCount[$0] == 0 }
      && instance.rules.indices.allSatisfy {
        instance.rules[$0].isMinimum || usage[$0] <= instance.rules[$0].limit
      }
  }

  /// The maximum rules a column would break, ascending.
  func rulesBroken(byAdding column: Int) -> [Int] {
    instance.rulesOfColumn[column].compactMap { share in
      let rule = instance.rules[share.rule]
      return !rule.isMinimum && usage[share.rule] + share.coefficient > rule.limit
        ? share.rule : nil
    }
  }

  /// Whether a column can join without breaking anything, and makes up for all shortages.
  func admits(_ column: Int, filling shortages: [(rule: Int, missing: Int64)] = []) -> Bool {
    guard !isChosen[column], conflictCount[column] == 0 else { return false }
    for share in instance.rulesOfColumn[column] {
      let rule = instance.rules[share.rule]
      if !rule.isMinimum && usage[share.rule] + share.coefficient > rule.limit { return false }
    }
    return shortages.allSatisfy { contribution(of: column, to: $0.rule) >= $0.missing }
  }

  /// What a column not chosen would add to the sum of a rule.
  func contribution(of column: Int, to rule: Int) -> Int64 {
    guard instance.rules[rule].groups.isEmpty else {
      var sum: Int64 = 0
      for group in instance.coverage.groupsOfColumn[column] where reachCount[group] == 0 {
        for share in instance.rulesOfGroup[group] where share.rule == rule {
          sum += share.coefficient
        }
      }
      return sum
    }
    return instance.rulesOfColumn[column].reduce(0) {
      $1.rule == rule ? $0 + $1.coefficient : $0
    }
  }
}
