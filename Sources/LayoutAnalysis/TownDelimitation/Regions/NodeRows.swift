/// The nodes of a graph in rows along one of the three directions in which hexagons share sides.
///
/// The cell at row r and column q borders q − 1 and q + 1 in its row, q and q − 1 in the next row, and so q and
/// q + 1 in the row before.
struct NodeRows {
  /// One row: which columns it has, and the node at each, −1 where none is.
  struct Row {
    /// The first column.
    let first: Int
    let nodes: [Int32]

    /// The last column.
    var last: Int { first + nodes.count - 1 }
  }

  let rows: [Row]

  /// - Parameter direction: 0, 1 or 2: the side of a cell through which its row goes on.
  /// - Complexity: O(nodes).
  init(_ graph: RegionGraph, direction: Int) {
    // Axial coordinates from the parents, which come before their children.
    var place = [(q: Int, r: Int)](repeating: (0, 0), count: graph.count)
    for node in 1..<max(1, graph.count) {
      let side = Int(graph.parentSides[node])
      let parent = place[Int(graph.neighbours[node * 6 + side])]
      let step = HexagonLattice.neighbours[side]
      place[node] = (parent.q - step.q, parent.r - step.r)
    }
    self.init(
      place.map { q, r in
        switch direction {
        case 0: (row: r, column: q)
        case 1: (row: -q, column: q + r)
        default: (row: -q - r, column: r)
        }
      })
  }

  private init(_ places: [(row: Int, column: Int)]) {
    let first = places.map(\.row).min() ?? 0
    let last = places.map(\.row).max() ?? -1
    var ends = [(first: Int, last: Int)](
      repeating: (.max, .min), count: max(0, last - first + 1))
    for place in places {
      let row = place.row - first
      ends[row] = (min(ends[row].first, place.column), max(ends[row].last, place.column))
    }
    var nodes = ends.map { [Int32](repeating: -1, count: $0.last - $0.first + 1) }
    for (node, place) in places.enumerated() {
      let row = place.row - first
      nodes[row][place.column - ends[row].first] = Int32(node)
    }
    rows = zip(ends, nodes).map { Row(first: $0.first, nodes: $1) }
  }

  private init(rows: [Row]) { self.rows = rows }

  /// The same by half a turn: the last row first, the last column first.
  var turned: NodeRows {
    NodeRows(
      rows: rows.reversed().map { Row(first: -$0.last, nodes: $0.nodes.reversed()) })
  }
}
