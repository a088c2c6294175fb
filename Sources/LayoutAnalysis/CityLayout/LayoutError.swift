/// A parameter the layout cannot work with.
package struct LayoutParameterProblem: Sendable, Hashable {
  /// Path of the parameter by the keys of the plan file, as `counties.431002` or `locked-in`.
  package let parameter: String
  /// The value given.
  package let value: String
  /// What is wrong, as a stable code: `min-above-max`, `negative`, `not-finite`, `not-positive`,
  /// `unknown-site`, `unknown-county`, `unknown-industry`, `repeated`, `unordered-rings`, `in-and-out`,
  /// `too-large`, `no-costs`, `no-equity`, `no-population`, `unknown-term`, `fewer-than-two`.
  package let problem: String

  package init(parameter: String, value: String, problem: String) {
    self.parameter = parameter
    self.value = value
    self.problem = problem
  }
}

/// Why the layout question could not be answered.
///
/// A plan that cannot exist is no error but a result.
package enum LayoutError: Error, Equatable {
  /// Everything wrong with the parameters, in the order they are declared.
  case parameters([LayoutParameterProblem])
  /// The solver failed: the C function or step, and what it said.
  case solver(operation: String, message: String)
  /// The process in which the solver works could not be started: the program, and what the system says.
  case solverNotStarted(executable: String, reason: String)
  /// A distance between two boundaries could not be computed.
  case distance(left: Int, right: Int, message: String)
}
