package import LandModel

/// The edges of all rows of a column in a tree of runs, for the nearest row by true distance.
package struct EdgeTree: Sendable {
  package let column: GeometryColumn
  let runs: [EdgeRun]
  let tree: BoxTree

  /// - Complexity: O(v log v).
  package init(_ column: GeometryColumn) {
    self.column = column
    runs = (0..<column.count).flatMap { EdgeRun.runs(ofRow: $0, of: column) }
    tree = BoxTree(runs.map(\.box))
  }

  /// The row whose edges are nearest to those of a row elsewhere; of equally near ones the first.
  ///
  /// Distances are between edges: one polygon inside another has the distance of their boundaries.
  ///
  /// - Parameters:
  ///   - row: the row to measure from.
  ///   - other: its column.
  ///   - limit: rows beyond this distance are not found; one at it is.
  /// - Returns: nil where nothing is within the limit or the row is empty.
  package func nearestRow(
    to row: Int, of other: GeometryColumn, within limit: Double = .infinity
  ) -> RowDistance? {
    let probes = EdgeRun.runs(ofRow: row, of: other)
    let (own, others) = (column.positions, other.positions)
    var best = limit * limit
    let found = tree.nearestRows(to: other.boundingBox(ofRow: row), within: limit) { run in
      let candidate = runs[run]
      var least = Double.infinity
      for probe in probes {
        let gap = candidate.box.distance(to: probe.box)
        if gap * gap > best { continue }
        let square = candidate.squaredDistance(in: own, to: probe, in: others, bound: best)
        least = min(least, square)
        best = min(best, square)
      }
      return least.squareRoot()
    }
    return found.first.map { RowDistance(row: runs[$0.row].row, distance: $0.distance) }
  }
}
