package import LayoutAnalysis
package import Scenarios

/// Which boundaries a statement speaks of: those that came in, or those that the plan draws.
package enum RunStage: String, Sendable, CaseIterable {
  /// The layers as delivered.
  case submitted
  /// The chosen towns, validated and checked again by the same code.
  case planned

  /// What validation found at this stage.
  package func validation(of run: RunResult) -> BoundaryResult {
    switch self {
    case .submitted: run.validation
    case .planned: run.plannedValidation
    }
  }

  /// How the towns of this stage lie to the constraints.
  package func check(of run: RunResult) -> RedLineResult {
    switch self {
    case .submitted: run.submittedCheck
    case .planned: run.plannedCheck
    }
  }
}
