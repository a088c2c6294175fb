/// Something about a program that its author should know before a solver runs.
package enum ProgramIssue: Sendable, Equatable {
  /// A coefficient, bound or right side is NaN, or infinite where a number must stand.
  case notFinite(name: String)
  /// A variable's lower bound lies above its upper bound, or no whole number lies between them.
  case emptyDomain(variable: String, lower: Double, upper: Double)
  /// A row without variables; `holds` says whether 0 meets its right side.
  case emptyRow(name: String, holds: Bool)
  /// A row that no values within the bounds meet: the nearest its sum can come to the right side.
  case unreachableRow(name: String, nearest: Double, rightSide: Double)
  /// Coefficients of the matrix or the objective are so far apart that rounding may decide.
  case magnitudeRange(of: String, smallest: Double, largest: Double)

  /// Whether no solution can exist, or none can be computed.
  package var isFatal: Bool {
    switch self {
    case .notFinite, .emptyDomain, .unreachableRow: true
    case .emptyRow(_, let holds): !holds
    case .magnitudeRange: false
    }
  }
}
