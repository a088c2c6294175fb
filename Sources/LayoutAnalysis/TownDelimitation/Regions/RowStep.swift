/// One step of a sweep from a row to the next: for each run of the next row the best run that it may follow.
///
/// With g the price of a side, runs [a, b] and then [c, d] earn 2gE, E as in ``RowSweep``:
///
/// | a | b | E | the best [a, b] |
/// |---|---|---|---|
/// | ≤ c | > d | 2(d − c) + 2 | one maximum over both |
/// | ≤ c | c…d | 2b − 1 − 2c + 2 | running over b |
/// | c + 1…d + 1 | > d | 2d − (2a − 1) + 2 | running over a |
/// | c + 1…d | ≤ d | 2(b − a) + 2 | running over both |
struct RowStep {
  private let before: NodeRows.Row
  private let row: NodeRows.Row
  private let sidePrice: Int

  init(from before: NodeRows.Row, to row: NodeRows.Row, sidePrice: Int) {
    self.before = before
    self.row = row
    self.sidePrice = sidePrice
  }

  /// Raises each run's entry to the most that it can follow.
  ///
  /// - Parameters:
  ///   - values: of the runs of the row before.
  ///   - table: of the runs of the row.
  /// - Complexity: O(columns²).
  func follow(_ values: [Int], into table: inout [Int]) {
    values.withUnsafeBufferPointer { values in
      table.withUnsafeMutableBufferPointer { table in
        beginningLater(values, table)
        beginningEarlier(values, table)
      }
    }
  }

  /// Runs that begin after the ones they are followed by: a > c.
  private func beginningLater(
    _ values: UnsafeBufferPointer<Int>, _ table: UnsafeMutableBufferPointer<Int>
  ) {
    let (width, count) = (before.nodes.count, row.nodes.count)
    // For each last column d: the best of the runs met that end beyond it, and of those that do not.
    var beyond = [Int](repeating: RowSweep.never, count: count)
    var within = beyond
    var suffix = [Int](repeating: RowSweep.never, count: width + 1)
    var a = before.last
    for c in stride(from: row.last, through: row.first, by: -1) {
      while a > c, a >= before.first {
        let line = (a - before.first) * width
        for b in stride(from: before.last, through: a, by: -1) {
          let index = b - before.first
          suffix[index] = max(suffix[index + 1], values[line + index])
        }
        let charge = 2 * sidePrice * (2 * a - 1)
        for d in stride(
          from: max(row.first, a - 1), through: min(row.last, before.last - 1), by: 1)
        {
          beyond[d - row.first] = max(
            beyond[d - row.first], suffix[d + 1 - before.first] - charge)
        }
        var running = RowSweep.never
        for d in stride(from: a, through: row.last, by: 1) {
          if d <= before.last {
            running = max(running, values[line + d - before.first] + 4 * sidePrice * d)
          }
          if d >= row.first {
            within[d - row.first] = max(within[d - row.first], running - 4 * sidePrice * a)
          }
        }
        a -= 1
      }
      let line = (c - row.first) * count
      for d in c - row.first..<count {
        let best = max(beyond[d] + 4 * sidePrice * (d + row.first), within[d]) + 4 * sidePrice
        table[line + d] = max(table[line + d], best)
      }
    }
  }

  /// Runs that begin with the ones they are followed by, or before: a ≤ c.
  private func beginningEarlier(
    _ values: UnsafeBufferPointer<Int>, _ table: UnsafeMutableBufferPointer<Int>
  ) {
    let (width, count) = (before.nodes.count, row.nodes.count)
    // For each last column b the best of the runs met, and of those that end there or later.
    var best = [Int](repeating: RowSweep.never, count: width)
    var suffix = [Int](repeating: RowSweep.never, count: width + 1)
    var a = before.first
    for c in row.first...row.last {
      while a <= c, a <= before.last {
        let line = (a - before.first) * width
        for b in a - before.first..<width { best[b] = max(best[b], values[line + b]) }
        a += 1
      }
      for b in stride(from: width - 1, through: 0, by: -1) {
        suffix[b] = max(suffix[b + 1], best[b])
      }
      let line = (c - row.first) * count
      var running = RowSweep.never
      for d in c...row.last {
        let index = d - before.first
        if index >= 0, index < width {
          running = max(running, best[index] + 2 * sidePrice * (2 * d - 1))
        }
        let beyond = suffix[min(max(index + 1, 0), width)] + 4 * sidePrice * d
        let place = line + d - row.first
        table[place] = max(table[place], max(beyond, running) - 4 * sidePrice * c + 4 * sidePrice)
      }
    }
  }
}
