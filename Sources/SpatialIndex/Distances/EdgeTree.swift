package import LandModel

/// The edges of all rows of a column in a tree of runs, for the nearest row by true distance.
package struct EdgeTree: Sendable {
  package let column: GeometryColumn
  let runs: [EdgeRun]
  let tree: BoxTree
  /// For each row where its runs end; those of a row follow each other.
  let runEnds: [Int]

  /// - Complexity: O(v log v).
  package init(_ column: GeometryColumn) {
    self.column = column
    var runs: [EdgeRun] = []
    runs.reserveCapacity(column.positions.count / EdgeRun.longest + 2 * column.ringEnds.count)
    var runEnds: [Int] = []
    runEnds.reserveCapacity(column.count)
    for row in 0..<column.count {
      EdgeRun.append(ofRow: row, of: column, to: &runs)
      runEnds.append(runs.count)
    }
    self.runs = runs
    self.runEnds = runEnds
    tree = BoxTree(runs.map(\.box))
  }

  /// The row whose edges are nearest to those of a row elsewhere; of equally near ones the first.
  ///
  /// Distances are between edges: one polygon inside another has the distance of their boundaries.
  ///
  /// - Parameters:
  ///   - probe: the edges of the row to measure from.
  ///   - other: the column that they were loaded from.
  ///   - limit: rows beyond this distance are not found; one at it is.
  /// - Returns: nil where nothing is within the limit or the row is empty.
  package func nearestRow(
    to probe: ProbeEdges, of other: GeometryColumn, within limit: Double = .infinity
  ) -> RowDistance? {
    var contact = EdgeContact(bound: Square.bound(of: limit))
    var queue = DistanceQueue()
    findNearest(to: probe, best: &contact, queue: &queue)
    guard contact.run >= 0 else { return nil }
    return RowDistance(
      row: contact.row, distance: closest(contact, of: probe, in: other.positions).distance)
  }
}
