/// A matrix by columns: for each column the rows where it isn't zero, ascending, with the values.
package struct SparseMatrix: Sendable, Equatable {
  package let rowCount: Int
  package let columnCount: Int
  /// Where each column begins in `rows` and `values`, and after the last where it ends.
  package let starts: [Int32]
  package let rows: [Int32]
  package let values: [Double]

  /// Takes columns as they are stored; nil unless they are columns of such a matrix.
  ///
  /// - Complexity: O(n) in the entries.
  init?(rowCount: Int, columnCount: Int, starts: [Int32], rows: [Int32], values: [Double]) {
    guard rowCount >= 0, columnCount >= 0, starts.count == columnCount + 1, starts.first == 0,
      Int(starts[columnCount]) == rows.count, rows.count == values.count,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    for column in 0..<columnCount {
      var last: Int32 = -1
      for entry in Int(starts[column])..<Int(starts[column + 1]) {
        guard rows[entry] > last, rows[entry] < rowCount else { return nil }
        last = rows[entry]
      }
    }
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.starts = starts
    self.rows = rows
    self.values = values
  }

  /// Sorts entries given in any order into columns; entries of one place add up, zeros go.
  init(
    rowCount: Int, columnCount: Int, rows entryRows: [Int32], columns entryColumns: [Int32],
    values entryValues: [Double]
  ) {
    var next = [Int](repeating: 0, count: columnCount + 1)
    for column in entryColumns { next[Int(column) + 1] += 1 }
    for column in 0..<columnCount { next[column + 1] += next[column] }
    let ends = next.dropFirst()
    var order = [Int](repeating: 0, count: entryRows.count)
    for entry in entryRows.indices {
      let column = Int(entryColumns[entry])
      order[next[column]] = entry
      next[column] += 1
    }
    var starts: [Int32] = [0]
    var rows: [Int32] = []
    var values: [Double] = []
    rows.reserveCapacity(entryRows.count)
    values.reserveCapacity(entryRows.count)
    var first = 0
    for end in ends {
      let columnStart = rows.count
      // Ties keep the order stated, so that sums come out the same every time.
      let column = order[first..<end].sorted { (entryRows[$0], $0) < (entryRows[$1], $1) }
      for entry in column {
        if rows.count > columnStart, rows.last == entryRows[entry] {
          values[values.count - 1] += entryValues[entry]
        } else {
          if rows.count > columnStart, values.last == 0 {
            rows.removeLast()
            values.removeLast()
          }
          rows.append(entryRows[entry])
          values.append(entryValues[entry])
        }
      }
      if rows.count > columnStart, values.last == 0 {
        rows.removeLast()
        values.removeLast()
      }
      starts.append(Int32(rows.count))
      first = end
    }
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.starts = starts
    self.rows = rows
    self.values = values
  }

  /// The entries of a column, as indices into `rows` and `values`.
  package func entries(ofColumn column: Int) -> Range<Int> {
    Int(starts[column])..<Int(starts[column + 1])
  }

  /// The matrix times a vector, one value for each row.
  package func product(with vector: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: rowCount)
    for column in 0..<columnCount where vector[column] != 0 {
      for entry in entries(ofColumn: column) {
        result[Int(rows[entry])] += values[entry] * vector[column]
      }
    }
    return result
  }
}
