/// Covers the pairs of a conflict graph with cliques: sets of columns of which one at most can be chosen.
///
/// A row for each clique says more than a row for each pair: on city instances it closes nine tenths of
/// the relaxation's gap with a fifth of the rows. Away from crowds every clique is maximal, so that a same-industry clique
/// takes up all other columns that conflict with each of its members.
struct CliqueCover: Sendable, Equatable {
  /// Each ascending, at least two columns; every pair of the graph lies in one of them.
  let cliques: Grouped<Int>
  /// False where time ran out before all pairs were covered.
  let isComplete: Bool

  /// Sites between looks at the clock.
  private static let clockSites = 16

  /// Finds cliques greedily, site by site and pair by pair, those of crowds (``CrowdCliques``) first.
  ///
  /// - Parameter deadline: when to stop with what there is; nil for no limit.
  /// - Complexity: for each site O(d²) relations between its d neighbours, and for each clique O(m²/64) for
  ///   m columns near.
  init(_ graph: ConflictGraph, until deadline: ContinuousClock.Instant? = nil) {
    var cliques = Grouped<Int>()
    guard CrowdCliques(graph: graph).forEach(until: deadline, { cliques.append($0) }) else {
      self.cliques = cliques
      isComplete = false
      return
    }
    var covered = CoveredPairs(graph)
    var scratch = SiteNeighbourhood.Scratch(siteCount: graph.siteCount)
    var isComplete = true
    for site in 0..<graph.siteCount {
      if let deadline, site % Self.clockSites == 0, ContinuousClock.now >= deadline {
        isComplete = false
        break
      }
      var neighbourhood = SiteNeighbourhood(of: site, in: graph, &scratch)
      neighbourhood.forEachClique(covering: &covered) { cliques.append($0) }
      scratch.reset(neighbourhood.sites)
    }
    self.cliques = cliques
    self.isComplete = isComplete
  }
}
