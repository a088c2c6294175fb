extension ParcelModel {
  /// Centres that are looked at, spread over the nodes.
  private static let centres = 64

  /// The nodes nearest to a centre by steps, with the way to it from the start, until the least area is
  /// reached: those of the greatest objective, the best first.
  ///
  /// Cuts at a price of area favour dear land wherever it lies; where land differs little the best region is
  /// round, and only its place is to be found.
  ///
  /// - Complexity: O(n) for each of 64 centres.
  func roundRegions(_ count: Int) -> [[Bool]] {
    let stride = max(1, graph.count / Self.centres)
    var found: [(region: [Bool], objective: Int)] = []
    for centre in Swift.stride(from: 0, to: graph.count, by: stride) {
      let region = disc(round: centre)
      if !found.contains(where: { $0.region == region }) {
        found.append((region, objective(of: region)))
      }
    }
    return found.enumerated().sorted {
      ($1.element.objective, $0.offset) < ($0.element.objective, $1.offset)
    }.prefix(count).map(\.element.region)
  }

  private func disc(round centre: Int) -> [Bool] {
    var region = isForced
    var node = centre
    while graph.parents[node] >= 0, !region[node] {
      region[node] = true
      node = Int(graph.parents[node])
    }
    var area = area(of: region)
    var reached = [centre]
    var isReached = [Bool](repeating: false, count: graph.count)
    isReached[centre] = true
    var next = 0
    while next < reached.count, area < size.lowerBound {
      for other in graph.neighbours[reached[next]] where !isReached[Int(other)] {
        let other = Int(other)
        isReached[other] = true
        reached.append(other)
        guard !region[other], area < size.lowerBound else { continue }
        region[other] = true
        area += areas[other]
      }
      next += 1
    }
    return region
  }
}
