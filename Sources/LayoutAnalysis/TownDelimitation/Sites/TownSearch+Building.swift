extension TownSearch {
  /// A region that holds enough building land.
  struct BuiltRegion {
    var region: FoundRegion
    /// Cells of the window.
    var isConstruction: [Bool]
  }

  /// The town where the best region holds too little building land; nil where none holds enough.
  ///
  /// The building land comes first and the town grows round it; the bound of the free search holds for it as well.
  /// An exact search also gives building cells a price, which it raises and lowers until the best region holds just
  /// enough of them. Every town holds at least so many cells b to build on, so at any price λ ≥ 0 none is worth more
  /// than the best region with building cells worth λ more, less λ·b (Lagrange).
  ///
  /// - Parameters:
  ///   - found: the best region without that rule.
  ///   - most: raised to the building cells in one piece that could be had.
  func aroundBuildingLand(
    in graph: RegionGraph, free found: FoundRegion, most: inout Int
  ) -> BuiltRegion? {
    guard let core = constructionLand(in: mask(nil, graph)) else { return nil }
    most = max(most, core.count)
    let forced = graph.cells.indices.filter { core.isInside[graph.cells[$0]] }
    let round = RegionSearch(model(graph, forced: forced), isExact: isExact).result()
    guard var town = built(round, graph) else { return nil }
    town.region.bound = max(found.bound, round.objective)
    if isExact, found.count >= model(graph).size.lowerBound { town = priced(town, in: graph) }
    town.region.starBound = min(found.starBound, town.region.bound)
    town.region.excess = 0
    return town
  }

  /// A region with its building land; nil where either is too small.
  private func built(_ region: FoundRegion, _ graph: RegionGraph) -> BuiltRegion? {
    guard region.count >= leastCells,
      let inside = constructionLand(in: mask(region.isInside, graph)),
      inside.count >= construction.smallest
    else { return nil }
    return BuiltRegion(region: region, isConstruction: inside.isInside)
  }

  /// Prices looked at: each halves what is not known of the best one.
  private static let buildingPrices = 8

  private func priced(_ town: BuiltRegion, in graph: RegionGraph) -> BuiltRegion {
    let plain = model(graph)
    var best = town
    var (low, high): (Int, Int?) = (0, nil)
    var price = max(1, ((plain.values.max() ?? 0) - (plain.values.min() ?? 0)) / 16)
    for _ in 0..<Self.buildingPrices where best.region.bound > best.region.objective {
      var model = plain
      for (node, cell) in graph.cells.enumerated() where land.isBuildable[cell] {
        model.values[node] += price
      }
      let found = RegionSearch(model, isExact: true).result()
      // A smaller region than was found freely would be bounded among smaller ones.
      guard found.count >= model.size.lowerBound else { break }
      let bound = found.bound - price * construction.smallest
      best.region.bound = max(best.region.objective, min(best.region.bound, bound))
      if var other = built(found, graph) {
        high = price
        other.region.objective = plain.objective(of: found.isInside)
        if other.region.objective > best.region.objective {
          other.region.bound = max(best.region.bound, other.region.objective)
          best = other
        }
      } else {
        low = price
      }
      price = high.map { (low + $0) / 2 } ?? price * 2
    }
    return best
  }
}
