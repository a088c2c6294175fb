import Optimization

/// Where the programs of a layout are solved: the same plan comes out, but not the same if CBC fails.
package struct LayoutSolver: Sendable {
  let programs: any ProgramSolver

  /// In this process, where a failed assertion of CBC ends the program, and a search of a large question
  /// may take long beyond its time limit.
  package static let inProcess = LayoutSolver(programs: CBCSolver())

  /// In a process of its own, which is killed a second after its time limit; it is kept for all layouts
  /// that are given this value, and solves one program at a time.
  ///
  /// - Parameters:
  ///   - executable: path of a program that calls ``serve()`` when given the arguments.
  package static func worker(executable: String, arguments: [String]) -> LayoutSolver {
    LayoutSolver(programs: WorkerSolver(executable: executable, arguments: arguments))
  }

  /// The other side: solves the programs that come on standard input until there are no more.
  ///
  /// - Throws: ``LayoutError/solver(operation:message:)`` when the input is anything else.
  package static func serve() throws(LayoutError) {
    do throws(SolverFrameError) {
      try SolverService.run()
    } catch {
      throw .solver(operation: "reading a program", message: error.description)
    }
  }

  /// Solves a program of two choices, to see whether the solver answers.
  ///
  /// - Throws: ``LayoutError``.
  package func probe() throws(LayoutError) {
    var program = MixedIntegerProgram(.maximise)
    let choices = [
      program.addChoice("one", objective: 1), program.addChoice("other", objective: 2),
    ]
    program.addRow("one of both", sumOf: choices, .atMost, 1)
    let solution: MIPSolution
    do throws(SolverError) {
      solution = try programs.solve(program, limits: SolverLimits(seconds: 10))
    } catch {
      throw LayoutError(error)
    }
    guard solution.objective == 2 else {
      throw .solver(operation: "a program of two choices", message: "\(solution.status.rawValue)")
    }
  }
}
