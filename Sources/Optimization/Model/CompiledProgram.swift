/// A program as a solver takes it: numbers only, by column and by row, without names.
struct CompiledProgram: Sendable, Equatable {
  let direction: MixedIntegerProgram.Direction
  /// One entry per column, as all up to `isInteger`; bounds may be infinite.
  let lower: [Double]
  let upper: [Double]
  let objective: [Double]
  let isInteger: [Bool]
  /// One entry per row.
  let senses: [MixedIntegerProgram.Sense]
  let rightSides: [Double]
  let matrix: SparseMatrix

  /// The objective of an assignment, one value for each column, summed in their order.
  func objective(of values: [Double]) -> Double {
    zip(objective, values).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

extension MixedIntegerProgram {
  /// The program as a solver takes it.
  ///
  /// - Complexity: as ``matrix``.
  var compiled: CompiledProgram {
    CompiledProgram(
      direction: direction, lower: variables.map(\.lower), upper: variables.map(\.upper),
      objective: variables.map(\.objective), isInteger: variables.map(\.isInteger),
      senses: rows.map(\.sense), rightSides: rows.map(\.rightSide), matrix: matrix)
  }
}
