/// A maximum flow on any network with whole capacities, and the smallest of its minimum cuts.
///
/// Dinic's blocking flows (1970, "Algorithm for solution of a problem of maximum flow in networks with
/// power estimation") on arcs in one array, each beside its reverse.
struct FlowNetwork {
  private let count: Int
  private var heads: [Int32] = []
  private var capacities: [Int] = []
  /// Arcs by the node they leave: those of node i are `order[starts[i]..<starts[i + 1]]`.
  private var order: [Int32] = []
  private var starts: [Int] = []
  private var level: [Int32] = []
  private var cursor: [Int] = []

  private var source: Int { count }
  private var sink: Int { count + 1 }
  /// Above every sum of capacities, below overflow.
  static let unlimited = Int.max / 8

  /// Arcs between two nodes with a capacity each way.
  struct Link {
    var from: Int
    var to: Int
    var forward: Int
    var backward: Int
  }

  /// - Parameters:
  ///   - worths: above zero what the source sends a node at most, below zero what the node sends to the
  ///     sink.
  init(worths: [Int], links: [Link]) {
    count = worths.count
    var tails: [Int32] = []
    tails.reserveCapacity(2 * (links.count + worths.count))
    heads.reserveCapacity(2 * (links.count + worths.count))
    for link in links {
      tails.append(Int32(link.from))
      tails.append(Int32(link.to))
      heads.append(Int32(link.to))
      heads.append(Int32(link.from))
      capacities.append(link.forward)
      capacities.append(link.backward)
    }
    for (node, worth) in worths.enumerated() where worth != 0 {
      let (from, to) = worth > 0 ? (count, node) : (node, count + 1)
      tails.append(Int32(from))
      tails.append(Int32(to))
      heads.append(Int32(to))
      heads.append(Int32(from))
      capacities.append(abs(worth))
      capacities.append(0)
    }
    starts = [Int](repeating: 0, count: count + 3)
    for tail in tails { starts[Int(tail) + 1] += 1 }
    for node in 0..<(count + 2) { starts[node + 1] += starts[node] }
    order = [Int32](repeating: 0, count: tails.count)
    var next = starts
    for (arc, tail) in tails.enumerated() {
      order[next[Int(tail)]] = Int32(arc)
      next[Int(tail)] += 1
    }
    level = [Int32](repeating: -1, count: count + 2)
    cursor = starts
  }

  /// The nodes on the source's side of the cut nearest to it.
  ///
  /// - Complexity: O(n²·m) at worst, near linear on planar graphs.
  mutating func sourceSide() -> [Bool] {
    while hasLevels() {
      for node in 0..<(count + 2) { cursor[node] = starts[node] }
      while push() {}
    }
    return (0..<count).map { level[$0] >= 0 }
  }

  /// Counts the steps from the source along arcs with room; false when the sink is out of reach.
  private mutating func hasLevels() -> Bool {
    for node in level.indices { level[node] = -1 }
    level[source] = 0
    var queue = [Int32(source)]
    var next = 0
    while next < queue.count {
      let node = Int(queue[next])
      next += 1
      for place in starts[node]..<starts[node + 1] {
        let arc = Int(order[place])
        let head = Int(heads[arc])
        guard capacities[arc] > 0, level[head] < 0 else { continue }
        level[head] = level[node] + 1
        queue.append(Int32(head))
      }
    }
    return level[sink] >= 0
  }

  /// Sends what fits along one path that rises level by level; false when there is none left.
  private mutating func push() -> Bool {
    var path: [Int] = []
    var node = source
    while node != sink {
      guard cursor[node] < starts[node + 1] else {
        guard let arc = path.popLast() else { return false }
        node = Int(heads[arc ^ 1])
        cursor[node] += 1
        continue
      }
      let arc = Int(order[cursor[node]])
      let head = Int(heads[arc])
      if capacities[arc] > 0, level[head] == level[node] + 1 {
        path.append(arc)
        node = head
      } else {
        cursor[node] += 1
      }
    }
    let amount = path.reduce(Int.max) { min($0, capacities[$1]) }
    for arc in path {
      capacities[arc] -= amount
      capacities[arc ^ 1] += amount
    }
    return true
  }
}
