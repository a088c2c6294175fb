internal import CCBC
import Synchronization

/// COIN-OR CBC, one thread, the same search every time.
package struct CBCSolver: ProgramSolver {
  /// `Cbc_solve` keeps its command parser in static variables (coin-or/Cbc 332), so one solve runs at
  /// a time in a process.
  private static let gate = Mutex(())

  package init() {}

  /// The library's version, from `Cbc_getVersion`.
  package static var version: String { unsafe String(cString: Cbc_getVersion()) }

  /// Finds the best solution of a program, or how near to it the limits let it come.
  ///
  /// Writes nothing to standard output and leaves signal handlers alone. A large program may take many
  /// seconds beyond its time limit, and a failed assertion of CBC ends the process: ``WorkerSolver`` bears
  /// both.
  ///
  /// It takes no solution to begin with: CBC 2.10.8 fails, and says so on standard output, when its
  /// presolve decides all variables of a program that came with one.
  ///
  /// - Throws: ``SolverError``. A program without a solution is no error.
  package func solve(
    _ program: MixedIntegerProgram, limits: SolverLimits
  ) throws(SolverError) -> MIPSolution {
    if let known = try program.answerWithoutSearch() { return known }
    let compiled = program.compiled
    let solution = try search(compiled, limits: limits)
    if !solution.values.isEmpty { try program.check(solution.values, compiled.matrix) }
    return solution
  }

  /// Searches a program that holds variables and rows, all of finite numbers.
  func search(
    _ program: CompiledProgram, limits: SolverLimits
  ) throws(SolverError) -> MIPSolution {
    try Self.gate.withLock { _ throws(SolverError) in
      let clock = ContinuousClock()
      let begin = clock.now
      let model = CBCModel(program)
      model.set(limits)
      model.solve()
      let elapsed = clock.now - begin
      guard model.status != 2 else {
        throw .abandoned(status: model.status, secondaryStatus: model.secondaryStatus)
      }
      let values = model.bestSolution.map { rounded($0, program) }
      let status = status(of: model, hasSolution: values != nil)
      let objective = values.map { program.objective(of: $0) }
      return MIPSolution(
        status: status, objective: objective,
        bound: bound(of: model, status: status, objective: objective, program.direction),
        values: values ?? [], nodes: model.nodeCount, seconds: elapsed / .seconds(1))
    }
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

  private func rounded(_ values: [Double], _ program: CompiledProgram) -> [Double] {
    values.enumerated().map { column, value in
      min(
        max(program.isInteger[column] ? value.rounded() : value, program.lower[column]),
        program.upper[column])
    }
  }
}
