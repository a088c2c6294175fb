extension MixedIntegerProgram {
  /// The program in free MPS format, as other solvers read it.
  ///
  /// Variables are named `x0`, `x1`, … and rows `r0`, `r1`, … by number, because names of a program need not
  /// differ. Numbers are written so that they read back as the same doubles. The direction stands in an
  /// `OBJSENSE` section, which CBC, GLPK and HiGHS know.
  ///
  /// - Complexity: O(n) in the coefficients, in time and in memory.
  package var mps: String {
    let matrix = matrix
    var text =
      "NAME program\nOBJSENSE\n    \(direction == .maximise ? "MAX" : "MIN")\nROWS\n N obj\n"
    for (row, statement) in rows.enumerated() {
      text += " \(statement.sense.letter) r\(row)\n"
    }
    text += "COLUMNS\n"
    var isInteger = false
    for (column, variable) in variables.enumerated() {
      if variable.isInteger != isInteger {
        isInteger = variable.isInteger
        text += "    M\(column) 'MARKER' '\(isInteger ? "INTORG" : "INTEND")'\n"
      }
      // A column without entries must be named as well.
      let entries = matrix.entries(ofColumn: column)
      if variable.objective != 0 || entries.isEmpty {
        text += "    x\(column) obj \(variable.objective)\n"
      }
      for entry in entries {
        text += "    x\(column) r\(matrix.rows[entry]) \(matrix.values[entry])\n"
      }
    }
    if isInteger { text += "    M\(variables.count) 'MARKER' 'INTEND'\n" }
    text += "RHS\n"
    for (row, statement) in rows.enumerated() where statement.rightSide != 0 {
      text += "    rhs r\(row) \(statement.rightSide)\n"
    }
    text += "BOUNDS\n"
    for (column, variable) in variables.enumerated() {
      text +=
        variable.lower == -.infinity
        ? " MI bnd x\(column)\n" : " LO bnd x\(column) \(variable.lower)\n"
      text +=
        variable.upper == .infinity
        ? " PL bnd x\(column)\n" : " UP bnd x\(column) \(variable.upper)\n"
    }
    return text + "ENDATA\n"
  }
}

extension MixedIntegerProgram.Sense {
  fileprivate var letter: String {
    switch self {
    case .atMost: "L"
    case .equal: "E"
    case .atLeast: "G"
    }
  }
}
