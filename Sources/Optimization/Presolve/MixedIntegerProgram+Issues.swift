extension MixedIntegerProgram {
  /// Quotient of largest to smallest coefficient above which a warning is due.
  ///
  /// A simplex code works with tolerances near 1e-7; beyond 1e9 the smallest terms drown in them.
  private static let magnitudeLimit = 1e9

  /// What is wrong or risky: variables first, then rows in order, then magnitudes.
  ///
  /// - Complexity: O(n) in the coefficients.
  package var issues: [ProgramIssue] {
    let matrix = matrix
    return variableIssues + rowIssues(matrix)
      + magnitudeIssue(of: "matrix", matrix.values)
      + magnitudeIssue(of: "objective", variables.map(\.objective))
  }

  private var variableIssues: [ProgramIssue] {
    var issues: [ProgramIssue] = []
    for variable in variables {
      let (lower, upper) = (variable.lower, variable.upper)
      if !variable.objective.isFinite || lower.isNaN || upper.isNaN || lower == .infinity
        || upper == -.infinity
      {
        issues.append(.notFinite(name: variable.name))
      } else if lower > upper || (variable.isInteger && lower.rounded(.up) > upper) {
        issues.append(.emptyDomain(variable: variable.name, lower: lower, upper: upper))
      }
    }
    return issues
  }

  private func rowIssues(_ matrix: SparseMatrix) -> [ProgramIssue] {
    var least = [Double](repeating: 0, count: rows.count)
    var most = [Double](repeating: 0, count: rows.count)
    var isFinite = rows.map { $0.rightSide.isFinite }
    var isEmpty = [Bool](repeating: true, count: rows.count)
    for (column, variable) in variables.enumerated() {
      for entry in matrix.entries(ofColumn: column) {
        let (row, value) = (Int(matrix.rows[entry]), matrix.values[entry])
        isFinite[row] = isFinite[row] && value.isFinite
        isEmpty[row] = false
        least[row] += value > 0 ? value * variable.lower : value * variable.upper
        most[row] += value > 0 ? value * variable.upper : value * variable.lower
      }
    }
    var issues: [ProgramIssue] = []
    for (row, statement) in rows.enumerated() {
      let side = statement.rightSide
      guard isFinite[row] else {
        issues.append(.notFinite(name: statement.name))
        continue
      }
      let nearest = Swift.min(Swift.max(side, least[row]), most[row])
      let holds =
        switch statement.sense {
        case .atMost: least[row] <= side
        case .atLeast: most[row] >= side
        case .equal: nearest == side
        }
      if isEmpty[row] {
        issues.append(.emptyRow(name: statement.name, holds: holds))
      } else if !holds {
        issues.append(
          .unreachableRow(name: statement.name, nearest: nearest, rightSide: side))
      }
    }
    return issues
  }

  private func magnitudeIssue(of part: String, _ values: [Double]) -> [ProgramIssue] {
    var (smallest, largest) = (Double.infinity, 0.0)
    for value in values where value != 0 && value.isFinite {
      smallest = Swift.min(smallest, abs(value))
      largest = Swift.max(largest, abs(value))
    }
    guard largest > Self.magnitudeLimit * smallest else { return [] }
    return [.magnitudeRange(of: part, smallest: smallest, largest: largest)]
  }
}
