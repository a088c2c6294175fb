internal import CCBC

/// CBC's model of one program: one owner, freed with it.
@safe struct CBCModel: ~Copyable {
  // Never nil: C++ `new` made it; the header says nothing about null.
  private let model: UnsafeMutableRawPointer?
  private let columnCount: Int

  /// Loads a program, wrapping `Cbc_newModel` and `Cbc_loadProblem`.
  init(_ program: CompiledProgram) {
    unsafe model = Cbc_newModel()
    let matrix = program.matrix
    columnCount = matrix.columnCount
    let lower = program.lower.map { max($0, -Double.greatestFiniteMagnitude) }
    let upper = program.upper.map { min($0, Double.greatestFiniteMagnitude) }
    let rowLower = zip(program.senses, program.rightSides).map { sense, side in
      sense == .atMost ? -Double.greatestFiniteMagnitude : side
    }
    let rowUpper = zip(program.senses, program.rightSides).map { sense, side in
      sense == .atLeast ? Double.greatestFiniteMagnitude : side
    }
    unsafe Cbc_loadProblem(
      model, Int32(matrix.columnCount), Int32(matrix.rowCount), matrix.starts, matrix.rows,
      matrix.values, lower, upper, program.objective, rowLower, rowUpper)
    unsafe Cbc_setObjSense(model, program.direction == .maximise ? -1 : 1)
    // Loading makes every column continuous, so this comes after.
    for (column, isInteger) in program.isInteger.enumerated() where isInteger {
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
