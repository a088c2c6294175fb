/// How the best plan is looked for; the answer is the same where time suffices.
package enum LayoutMethod: Sendable {
  /// With a bound of our own, and the solver for the columns that it leaves in doubt.
  case bounded
  /// By the solver alone, as a second opinion.
  case wholeProgram
}
