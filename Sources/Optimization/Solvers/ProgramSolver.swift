/// Something that finds the best solution of a program.
package protocol ProgramSolver: Sendable {
  /// Finds the best solution of a program, or how near to it the limits let it come.
  ///
  /// - Throws: ``SolverError``. A program without a solution is no error.
  func solve(
    _ program: MixedIntegerProgram, limits: SolverLimits
  ) throws(SolverError) -> MIPSolution
}

extension MixedIntegerProgram {
  /// By how much a row may be missed, relative to the size of its terms.
  private static let rowTolerance = 1e-6

  /// The answer that takes no search: that nothing can hold, or the best where no row ties variables.
  ///
  /// - Returns: nil when a solver must search.
  /// - Throws: ``SolverError/malformed(_:)``.
  func answerWithoutSearch() throws(SolverError) -> MIPSolution? {
    let issues = issues
    let malformed = issues.filter { if case .notFinite = $0 { true } else { false } }
    guard malformed.isEmpty else { throw .malformed(malformed) }
    guard !issues.contains(where: \.isFatal) else { return .without(.infeasible) }
    return variables.isEmpty || rows.isEmpty ? unconstrained : nil
  }

  /// Checks that values keep all rows.
  ///
  /// - Throws: ``SolverError/inaccurate(row:excess:)`` for the first row missed.
  func check(_ values: [Double], _ matrix: SparseMatrix) throws(SolverError) {
    let sums = matrix.product(with: values)
    for (row, statement) in rows.enumerated() {
      let over = sums[row] - statement.rightSide
      let excess =
        switch statement.sense {
        case .atMost: over
        case .atLeast: -over
        case .equal: abs(over)
        }
      guard excess <= Self.rowTolerance * max(1, abs(statement.rightSide)) else {
        throw .inaccurate(row: statement.name, excess: excess)
      }
    }
  }

  /// The best of a program in which no variable meets another.
  private var unconstrained: MIPSolution {
    var values: [Double] = []
    for variable in variables {
      let gain = direction == .maximise ? variable.objective : -variable.objective
      let lower = variable.isInteger ? variable.lower.rounded(.up) : variable.lower
      let upper = variable.isInteger ? variable.upper.rounded(.down) : variable.upper
      let value = gain > 0 ? upper : gain < 0 ? lower : min(max(0, lower), upper)
      guard value.isFinite else { return .without(.unbounded) }
      values.append(value)
    }
    let objective = objective(of: values)
    return MIPSolution(
      status: .optimal, objective: objective, bound: objective, values: values, nodes: 0,
      seconds: 0)
  }
}

extension MIPSolution {
  /// An answer that holds no solution.
  static func without(_ status: MIPStatus, seconds: Double = 0) -> MIPSolution {
    MIPSolution(
      status: status, objective: nil, bound: nil, values: [], nodes: 0, seconds: seconds)
  }
}
