extension MixedIntegerProgram {
  /// The program as text, one statement on a line, for people and tests.
  package var text: String {
    let matrix = matrix
    var terms = [[(Double, String)]](repeating: [], count: rows.count)
    for (column, variable) in variables.enumerated() {
      for entry in matrix.entries(ofColumn: column) {
        terms[Int(matrix.rows[entry])].append((matrix.values[entry], variable.name))
      }
    }
    let goal = variables.filter { $0.objective != 0 }.map { ($0.objective, $0.name) }
    var lines = ["\(direction.rawValue) \(sum(goal))"]
    for (row, statement) in rows.enumerated() {
      lines.append(
        "\(statement.name): \(sum(terms[row])) \(statement.sense.rawValue) "
          + number(statement.rightSide))
    }
    for variable in variables {
      let kind = variable.isInteger ? "whole" : "real"
      lines.append(
        "\(number(variable.lower)) <= \(variable.name) <= \(number(variable.upper)) \(kind)")
    }
    return lines.joined(separator: "\n")
  }

  private func sum(_ terms: [(Double, String)]) -> String {
    guard !terms.isEmpty else { return "0" }
    return terms.enumerated().map { position, term in
      let (value, name) = term
      let sign = value < 0 ? (position == 0 ? "-" : " - ") : (position == 0 ? "" : " + ")
      return sign + (abs(value) == 1 ? name : "\(number(abs(value))) \(name)")
    }.joined()
  }

  private func number(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}
