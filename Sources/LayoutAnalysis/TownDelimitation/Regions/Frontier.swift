/// The nodes of a graph that may join a region or leave it, kept while it changes.
///
/// In no order, so whoever chooses among them breaks ties by the node.
struct Frontier {
  private(set) var nodes: [Int32] = []
  /// For each node, its place in `nodes`; −1 for none.
  private var places: [Int32]

  init(count: Int) { places = [Int32](repeating: -1, count: count) }

  /// Puts a node on the frontier, or takes it off.
  ///
  /// - Complexity: O(1).
  mutating func set(_ node: Int, belongs: Bool) {
    guard belongs != (places[node] >= 0) else { return }
    if belongs {
      places[node] = Int32(nodes.count)
      nodes.append(Int32(node))
    } else {
      let hole = Int(places[node])
      let last = nodes.removeLast()
      if Int(last) != node {
        nodes[hole] = last
        places[Int(last)] = Int32(hole)
      }
      places[node] = -1
    }
  }
}
