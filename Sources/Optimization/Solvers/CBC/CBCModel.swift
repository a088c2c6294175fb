internal import CCBC

/// CBC's model of one program: one owner, freed with it.
@safe struct CBCModel: ~Copyable {
  // Never nil: C++ `new` made it; the header says nothing about null.
  private let model: UnsafeMutableRawPointer?
  private let columnCount: Int

  /// Loads a program, wrapping `Cbc_newModel` and `Cbc_loadProblem`.
  init(_ program: MixedIntegerProgram, _ matrix: SparseMatrix) {
    unsafe model = Cbc_newModel()
    columnCount = matrix.columnCount
    let lower = program.variables.map { max($0.lower, -Double.greatestFiniteMagnitude) }
    let upper = program.variables.map { min($0.upper, Double.greatestFiniteMagnitude) }
    let rowLower = program.rows.map {
      $0.sense == .atMost ? -Double.greatestFiniteMagnitude : $0.rightSide
    }
    let rowUpper = program.rows.map {
      $0.sense == .atLeast ? Double.greatestFiniteMagnitude : $0.rightSide
    }
    unsafe Cbc_loadProblem(
      model, Int32(matrix.columnCount), Int32(matrix.rowCount), matrix.starts, matrix.rows,
      matrix.values, lower, upper, program.variables.map(\.objective), rowLower, rowUpper)
    unsafe Cbc_setObjSense(model, program.direction == .maximise ? -1 : 1)
    // Loading makes every column continuous, so this comes after.
    for (column, variable) in program.variables.enumerated() where variable.isInteger {
      unsafe Cbc_setInteger(model, Int32(column))
    }
  }

  deinit { unsafe Cbc_deleteModel(model) }

  /// Sets limits and makes the search silent, exact and single-threaded.
  func set(_ limits: SolverLimits) {
    // No callback is ever registered: with one, CBC writes to standard output at any log level.
    set("log", "0")
    set("timeMode", "elapsed")
    set("allow", "0")
    set("ratio", "\(max(0, limits.gap))")
    set("randomSeed", "\(limits.seed)")
    set("randomCbcSeed", "\(limits.seed)")
    unsafe Cbc_setMaximumSeconds(model, limits.seconds)
    if let nodes = limits.nodes { unsafe Cbc_setMaximumNodes(model, Int32(clamping: nodes)) }
  }

  private func set(_ name: String, _ value: String) {
    unsafe Cbc_setParameter(model, name, value)
  }

  func solve() { unsafe Cbc_solve(model) }

  var status: Int { unsafe Int(Cbc_status(model)) }
  var secondaryStatus: Int { unsafe Int(Cbc_secondaryStatus(model)) }
  var isProvenOptimal: Bool { unsafe Cbc_isProvenOptimal(model) != 0 }
  var isProvenInfeasible: Bool { unsafe Cbc_isProvenInfeasible(model) != 0 }
  var isUnbounded: Bool { unsafe Cbc_isContinuousUnbounded(model) != 0 }
  var bound: Double { unsafe Cbc_getBestPossibleObjValue(model) }
  var nodeCount: Int { unsafe Int(Cbc_getNodeCount(model)) }

  /// The best solution found, nil when there is none.
  var bestSolution: [Double]? {
    guard let values = unsafe Cbc_bestSolution(model) else { return nil }
    return unsafe Array(UnsafeBufferPointer(start: values, count: columnCount))
  }
}
