/// Which columns exclude each other, and why.
///
/// Neighbours of a column ascend; every pair stands in both lists. Pairs of one site are in it too, so
/// that one town per site, spacing and spacing within an industry are all cliques of this graph.
struct ConflictGraph: Sendable, Equatable {
  /// Why two columns exclude each other; several causes may hold.
  struct Cause: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    static let sameSite = Cause(rawValue: 1)
    static let spacing = Cause(rawValue: 2)
    static let industrySpacing = Cause(rawValue: 4)
  }

  struct Edge: Sendable, Hashable {
    let left: Int32
    let right: Int32
    let cause: Cause
  }

  let columnCount: Int
  private let starts: [Int]
  private let targets: [Int32]
  private let causes: [Cause]

  /// Makes a graph of edges in any order, each pair once.
  ///
  /// - Complexity: O(n + e log e).
  init(columnCount: Int, edges: [Edge]) {
    var both = edges + edges.map { Edge(left: $0.right, right: $0.left, cause: $0.cause) }
    both.sort { ($0.left, $0.right) < ($1.left, $1.right) }
    var starts = [Int](repeating: 0, count: columnCount + 1)
    for edge in both { starts[Int(edge.left) + 1] += 1 }
    for column in 0..<columnCount { starts[column + 1] += starts[column] }
    self.columnCount = columnCount
    self.starts = starts
    targets = both.map(\.right)
    causes = both.map(\.cause)
  }

  /// Positions of a column's edges, for ``neighbour(at:)`` and ``cause(at:)``.
  func edges(of column: Int) -> Range<Int> { starts[column]..<starts[column + 1] }

  func neighbour(at position: Int) -> Int { Int(targets[position]) }
  func cause(at position: Int) -> Cause { causes[position] }

  /// The number of edge positions: twice the number of pairs.
  var positionCount: Int { targets.count }

  /// Where a pair stands in the list of its first column; nil when the two don't exclude each other.
  ///
  /// - Complexity: O(log d).
  func position(_ left: Int, _ right: Int) -> Int? {
    var range = edges(of: left)
    while let middle = range.isEmpty ? nil : range.lowerBound + range.count / 2 {
      let target = Int(targets[middle])
      if target == right { return middle }
      range = target < right ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// The graph with only the pairs that have one of the causes.
  func keeping(_ kept: Cause) -> ConflictGraph {
    var edges: [Edge] = []
    for column in 0..<columnCount {
      for position in self.edges(of: column) where neighbour(at: position) > column {
        guard !cause(at: position).isDisjoint(with: kept) else { continue }
        edges.append(
          Edge(left: Int32(column), right: targets[position], cause: cause(at: position)))
      }
    }
    return ConflictGraph(columnCount: columnCount, edges: edges)
  }

  /// The graph of some columns, which get the numbers of their places.
  ///
  /// - Parameter columns: ascending, each once.
  func among(_ columns: [Int]) -> ConflictGraph {
    var placeOf = [Int32](repeating: -1, count: columnCount)
    for (place, column) in columns.enumerated() { placeOf[column] = Int32(place) }
    var edges: [Edge] = []
    for (place, column) in columns.enumerated() {
      for position in self.edges(of: column) where neighbour(at: position) > column {
        let other = placeOf[neighbour(at: position)]
        guard other >= 0 else { continue }
        edges.append(Edge(left: Int32(place), right: other, cause: cause(at: position)))
      }
    }
    return ConflictGraph(columnCount: columns.count, edges: edges)
  }
}
