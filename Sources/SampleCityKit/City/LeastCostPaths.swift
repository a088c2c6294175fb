import LandModel

/// Paths over the relief that avoid slopes, water crossings and land outside the city.
struct LeastCostPaths {
  let terrain: Terrain
  let drainage: Drainage
  /// How much a slope of 1 lengthens a metre.
  let slopePenalty: Double

  /// The cheapest paths from a set of nodes to all others, as the previous node of each.
  ///
  /// Sources have −1. Stops early once `goal` is reached.
  ///
  /// - Parameter ease: a factor for steps that end on a node, such as 0.3 on a road that exists.
  func previousNodes(from sources: [Int], to goal: Int? = nil, ease: (Int) -> Double) -> [Int] {
    let frame = terrain.relief.frame
    var costs = [Double](repeating: .infinity, count: frame.count)
    var previous = [Int](repeating: -1, count: frame.count)
    var isDone = [Bool](repeating: false, count: frame.count)
    var queue = PriorityQueue()
    for source in sources {
      costs[source] = 0
      queue.push(source, key: 0)
    }
    while let (cost, node) = queue.pop() {
      guard !isDone[node] else { continue }
      isDone[node] = true
      if node == goal { break }
      frame.forEachNeighbour(of: node) { neighbour, distance in
        guard !isDone[neighbour] else { return }
        let total = cost + distance * stepCost(node, neighbour, distance) * ease(neighbour)
        if total < costs[neighbour] {
          costs[neighbour] = total
          previous[neighbour] = node
          queue.push(neighbour, key: total)
        }
      }
    }
    return previous
  }

  /// The path to a node, from its source.
  static func path(to goal: Int, _ previous: [Int]) -> [Int] {
    var nodes = [goal]
    while previous[nodes[nodes.count - 1]] >= 0 { nodes.append(previous[nodes[nodes.count - 1]]) }
    return nodes.reversed()
  }

  private func stepCost(_ from: Int, _ to: Int, _ distance: Double) -> Double {
    let rise = abs(terrain.relief.values[to] - terrain.relief.values[from]) / distance
    var cost = 1 + slopePenalty * rise
    if drainage.isStream[to] && !drainage.isStream[from] { cost += 1 }
    if terrain.countyOfNode[to] < 0 { cost *= 5 }
    return cost
  }
}
