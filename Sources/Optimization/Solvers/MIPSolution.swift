/// Why a solver stopped.
package enum MIPStatus: String, Sendable, Codable {
  /// The solution is proven best, to within the gap asked for.
  case optimal
  /// A solution was found before the limit, without the proof.
  case feasible
  /// No solution exists.
  case infeasible
  /// The objective grows without end.
  case unbounded
  /// The limit came before a solution.
  case unknown
}

/// What a solver found.
package struct MIPSolution: Sendable, Equatable {
  package let status: MIPStatus
  /// Of `values`; nil without a solution.
  package let objective: Double?
  /// No solution is better than this; nil when nothing is proven.
  package let bound: Double?
  /// One for each variable, those of whole-number variables exactly whole; empty without a solution.
  package let values: [Double]
  /// Nodes of the search tree.
  package let nodes: Int
  /// Wall-clock time of the solve, without waiting for other solves.
  package let seconds: Double

  package init(
    status: MIPStatus, objective: Double?, bound: Double?, values: [Double], nodes: Int,
    seconds: Double
  ) {
    self.status = status
    self.objective = objective
    self.bound = bound
    self.values = values
    self.nodes = nodes
    self.seconds = seconds
  }
}

/// When a solver must stop.
package struct SolverLimits: Sendable, Equatable {
  /// Wall-clock seconds; solutions found under it differ from run to run when it strikes.
  package var seconds: Double
  /// Nodes of the search tree, which stop it at the same place every time; nil for no limit.
  package var nodes: Int?
  /// Share of the objective that may stay unproven; 0 for a full proof.
  package var gap: Double
  /// Seed of random choices inside the solver.
  package var seed: UInt32

  package init(seconds: Double, nodes: Int? = nil, gap: Double = 0, seed: UInt32 = 1) {
    self.seconds = seconds
    self.nodes = nodes
    self.gap = gap
    self.seed = seed
  }
}

/// Why a solver gave no answer.
package enum SolverError: Error, Equatable {
  /// The program cannot be handed over: its fatal issues other than contradiction.
  case malformed([ProgramIssue])
  /// The solver gave up for numerical reasons.
  case abandoned(status: Int, secondaryStatus: Int)
  /// The solver's answer misses a row by more than its tolerance.
  case inaccurate(row: String, excess: Double)
  /// The process that should solve it could not, or went.
  case worker(WorkerFailure)

  /// Whether another program may well be solved after this failure.
  package var isOfOneProgram: Bool {
    switch self {
    case .abandoned, .inaccurate, .worker(.ended), .worker(.unreadable): true
    case .malformed, .worker(.notStarted): false
    }
  }
}
