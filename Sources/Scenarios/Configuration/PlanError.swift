/// Why a plan file could not be read, and where.
package struct PlanError: Error, Equatable {
  /// What was wrong.
  package enum Cause: Equatable, Sendable {
    /// The file is missing or cannot be read; the operating system's reason.
    case unreadable(String)
    /// Not YAML: the parser's message.
    case syntax(String)
    /// Larger than a plan can be, in bytes.
    case tooLarge(limit: Int)
    /// Nested deeper than a plan can be.
    case tooDeep(limit: Int)
    /// A key nobody knows, with the nearest valid one.
    case unknownKey(String, nearest: String?)
    case missingKey(String)
    /// A value of another kind: what was wanted, and the text found.
    case wrongValue(expected: String, found: String)
    /// A number outside what makes sense.
    case outOfRange(found: String, allowed: String)
    /// A name that refers to nothing in the plan: what kind of thing, and the nearest valid name.
    case unknownName(kind: String, name: String, nearest: String?)
    /// Two settings contradict each other.
    case contradiction(String)
  }

  package let place: PlanPlace
  package let cause: Cause

  package init(place: PlanPlace, cause: Cause) {
    self.place = place
    self.cause = cause
  }
}

/// A place in a plan file.
package struct PlanPlace: Equatable, Sendable {
  package let file: String
  /// Line and column, from 1; nil where the whole file is meant.
  package let line: Int?
  package let column: Int?
  /// Keys down to the value, such as `layout.counties.431003.min`.
  package let path: String

  package init(file: String, line: Int? = nil, column: Int? = nil, path: String = "") {
    self.file = file
    self.line = line
    self.column = column
    self.path = path
  }
}
