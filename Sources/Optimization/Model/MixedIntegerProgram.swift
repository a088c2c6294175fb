/// A linear program some of whose variables must be whole numbers, built statement by statement.
///
/// Variables and rows are numbered from zero in the order they are added; names are for people, and
/// need not differ. ``matrix`` and ``text`` show what a solver gets.
package struct MixedIntegerProgram: Sendable, Equatable {
  package enum Direction: String, Sendable {
    case maximise
    case minimise
  }

  package enum Sense: String, Sendable {
    case atMost = "<="
    case equal = "="
    case atLeast = ">="
  }

  package struct Variable: Sendable, Equatable {
    package let name: String
    /// May be −∞.
    package let lower: Double
    /// May be +∞.
    package let upper: Double
    package let isInteger: Bool
    /// Coefficient in the objective.
    package let objective: Double
  }

  package struct Row: Sendable, Equatable {
    package let name: String
    package let sense: Sense
    package let rightSide: Double
  }

  package let direction: Direction
  package private(set) var variables: [Variable] = []
  package private(set) var rows: [Row] = []
  // One entry for each coefficient stated, in the order stated.
  private var entryRows: [Int32] = []
  private var entryVariables: [Int32] = []
  private var entryValues: [Double] = []

  package init(_ direction: Direction) { self.direction = direction }

  /// Adds a variable and returns its number.
  package mutating func addVariable(
    _ name: String, from lower: Double = 0, to upper: Double = .infinity, isInteger: Bool = false,
    objective: Double = 0
  ) -> Int {
    variables.append(
      Variable(
        name: name, lower: lower, upper: upper, isInteger: isInteger, objective: objective))
    return variables.count - 1
  }

  /// Adds a variable that is 0 or 1 and returns its number.
  package mutating func addChoice(_ name: String, objective: Double = 0) -> Int {
    addVariable(name, from: 0, to: 1, isInteger: true, objective: objective)
  }

  /// Adds a row Σ coefficient × variable (sense) right side.
  ///
  /// A variable named twice counts with the sum of its coefficients.
  package mutating func addRow(
    _ name: String, _ terms: some Sequence<(variable: Int, coefficient: Double)>,
    _ sense: Sense, _ rightSide: Double
  ) {
    for term in terms {
      precondition(variables.indices.contains(term.variable), "A row needs variables added before.")
      entryRows.append(Int32(rows.count))
      entryVariables.append(Int32(term.variable))
      entryValues.append(term.coefficient)
    }
    rows.append(Row(name: name, sense: sense, rightSide: rightSide))
  }

  /// Adds a row that limits the sum of some variables.
  package mutating func addRow(
    _ name: String, sumOf variables: some Sequence<Int>, _ sense: Sense, _ rightSide: Double
  ) {
    addRow(name, variables.lazy.map { (variable: $0, coefficient: 1.0) }, sense, rightSide)
  }

  /// The coefficients by column.
  ///
  /// - Complexity: O(n log n) in the entries of the longest column.
  package var matrix: SparseMatrix {
    SparseMatrix(
      rowCount: rows.count, columnCount: variables.count, rows: entryRows,
      columns: entryVariables, values: entryValues)
  }

  /// The objective of an assignment, one value for each variable.
  package func objective(of values: [Double]) -> Double {
    zip(variables, values).reduce(0) { $0 + $1.0.objective * $1.1 }
  }
}
