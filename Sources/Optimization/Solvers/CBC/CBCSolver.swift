internal import CCBC
import Synchronization

/// COIN-OR CBC, one thread, the same search every time.
package struct CBCSolver: Sendable {
  /// `Cbc_solve` keeps its command parser in static variables (coin-or/Cbc 332), so one solve runs at
  /// a time in a process.
  private static let gate = Mutex(())

  /// By how much a row may be missed, relative to the size of its terms.
  private static let rowTolerance = 1e-6

  package init() {}

  /// The library's version, from `Cbc_getVersion`.
  package static var version: String { unsafe String(cString: Cbc_getVersion()) }

  /// Finds the best solution of a program, or how near to it the limits let it come.
  ///
  /// Writes nothing to standard output and leaves signal handlers alone.
  ///
  /// It takes no solution to begin with: CBC 2.10.8 fails, and says so on standard output, when its
  /// presolve decides all variables of a program that came with one.
  ///
  /// - Throws: ``SolverError``. A program without a solution is no error.
  package func solve(
    _ program: MixedIntegerProgram, limits: SolverLimits
  ) throws(SolverError) -> MIPSolution {
    let issues = program.issues
    let malformed = issues.filter { if case .notFinite = $0 { true } else { false } }
    guard malformed.isEmpty else { throw .malformed(malformed) }
    guard !issues.contains(where: \.isFatal) else { return .without(.infeasible) }
    guard !program.variables.isEmpty, !program.rows.isEmpty else { return unconstrained(program) }
    return try Self.gate.withLock { _ throws(SolverError) in
      try search(program, limits: limits)
    }
  }

  private func search(
    _ program: MixedIntegerProgram, limits: SolverLimits
  ) throws(SolverError) -> MIPSolution {
    let clock = ContinuousClock()
    let begin = clock.now
    let matrix = program.matrix
    let model = CBCModel(program, matrix)
    model.set(limits)
    model.solve()
    let elapsed = clock.now - begin
    guard model.status != 2 else {
      throw .abandoned(status: model.status, secondaryStatus: model.secondaryStatus)
    }
    let values = model.bestSolution.map { rounded($0, program) }
    if let values { try check(values, program, matrix) }
    let status = status(of: model, hasSolution: values != nil)
    let objective = values.map { program.objective(of: $0) }
    return MIPSolution(
      status: status, objective: objective,
      bound: bound(of: model, status: status, objective: objective, program.direction),
      values: values ?? [], nodes: model.nodeCount, seconds: elapsed / .seconds(1))
  }

  private func status(of model: borrowing CBCModel, hasSolution: Bool) -> MIPStatus {
    if model.isUnbounded { return .unbounded }
    if hasSolution { return model.isProvenOptimal ? .optimal : .feasible }
    return model.isProvenInfeasible ? .infeasible : .unknown
  }

  /// CBC's bound, never on the wrong side of the solution it found.
  private func bound(
    of model: borrowing CBCModel, status: MIPStatus, objective: Double?,
    _ direction: MixedIntegerProgram.Direction
  ) -> Double? {
    guard status != .infeasible, status != .unbounded else { return nil }
    let bound = model.bound
    // CBC's infinity is 1e50 and more: nothing was proven.
    guard abs(bound) < 1e49 else { return nil }
    guard let objective else { return bound }
    return direction == .maximise ? max(bound, objective) : min(bound, objective)
  }

  private func rounded(_ values: [Double], _ program: MixedIntegerProgram) -> [Double] {
    zip(values, program.variables).map { value, variable in
      min(max(variable.isInteger ? value.rounded() : value, variable.lower), variable.upper)
    }
  }

  private func check(
    _ values: [Double], _ program: MixedIntegerProgram, _ matrix: SparseMatrix
  ) throws(SolverError) {
    let sums = matrix.product(with: values)
    for (row, statement) in program.rows.enumerated() {
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
  private func unconstrained(_ program: MixedIntegerProgram) -> MIPSolution {
    var values: [Double] = []
    for variable in program.variables {
      let gain = program.direction == .maximise ? variable.objective : -variable.objective
      let lower = variable.isInteger ? variable.lower.rounded(.up) : variable.lower
      let upper = variable.isInteger ? variable.upper.rounded(.down) : variable.upper
      let value = gain > 0 ? upper : gain < 0 ? lower : min(max(0, lower), upper)
      guard value.isFinite else { return .without(.unbounded) }
      values.append(value)
    }
    let objective = program.objective(of: values)
    return MIPSolution(
      status: .optimal, objective: objective, bound: objective, values: values, nodes: 0,
      seconds: 0)
  }
}

extension MIPSolution {
  /// An answer that holds no solution and took no search.
  fileprivate static func without(_ status: MIPStatus) -> MIPSolution {
    MIPSolution(status: status, objective: nil, bound: nil, values: [], nodes: 0, seconds: 0)
  }
}
