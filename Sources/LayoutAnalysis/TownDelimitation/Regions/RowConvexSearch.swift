/// The best of the regions that have one run of cells in each row of a direction, with its proof.
///
/// 1. *Prices.* ``RowSweep`` at prices of cells, and with shares of the outline's price charged for the shortest
///    outline (``OutlineShare``), bounds all such regions of the wanted size.
/// 2. *Runs left.* At the prices of the least bound a run is left out when the best region through it, by a sweep
///    from either end, is worth no more than a region that is known.
/// 3. *Labels.* From row to row over the runs that are left: for each run and each number of cells the best
///    beginning, as long as its best completion may be worth more than what is known. What remains at the last
///    row is the best region of the class.
struct RowConvexSearch {
  let model: RegionModel
  private let rows: NodeRows
  private let shortest: Int

  /// - Parameter direction: of the rows, 0…2.
  init(_ model: RegionModel, direction: Int) {
    self.model = model
    rows = NodeRows(model.graph, direction: direction)
    shortest = RegionBound.shortestOutline(of: model.size.lowerBound)
  }

  /// Prices at which a sweep bounds the regions of the class.
  struct Prices {
    /// Of the outline's price, charged for the shortest outline.
    let share: Int
    let cellPrice: Int
    /// No region of the class has more.
    let bound: Int
  }

  /// What the sweeps prove.
  struct Bound {
    /// The shares tried, each with its best price of cells.
    var prices: [Prices]
    /// The regions met at the ends of the price searches.
    var regions: [[Bool]]

    /// No region of the class has more.
    var bound: Int { prices.map(\.bound).min() ?? .min }
  }

  /// - Complexity: some thirty sweeps.
  func bound(above known: Int) -> Bound {
    var sweep = RowSweep(model, rows: rows)
    var found = Bound(prices: [], regions: [])
    sweep.run(cellPrice: 0, sidePrice: model.sidePrice)
    // What is forced may have no region of one run in each row round it.
    guard !sweep.best().isEmpty else { return found }
    let extreme = (model.values.map { abs($0) }.max() ?? 0) + 6 * model.sidePrice + 1
    _ = OutlineShare.leastBound { share, least in
      guard least > known else { return nil }
      let charged = model.charging(share)
      let search = AreaPriceSearch(size: model.size, extreme: extreme) { price in
        sweep.run(cellPrice: price, sidePrice: charged.sidePrice)
        let region = sweep.region(sweep.best())
        return PricedSet(
          region: region, size: region.trueCount, objective: charged.objective(of: region))
      }
      found.regions += search.regions
      let bound = search.bound - model.charge(share) * shortest
      found.prices.append(Prices(share: share, cellPrice: search.price, bound: bound))
      return bound
    }
    return found
  }

  /// The best region above what is known; nil where there is none.
  ///
  /// Labels above a level near the bound come first, and the level falls only as long as none lasts: the best
  /// region is often far nearer to the bound than what was known before.
  ///
  /// - Returns: what no region of the class exceeds if not the best one, and the best one.
  func best(above known: Int, _ bound: Bound) -> (objective: Int, region: [Bool]?) {
    let sweeps = prices(round: bound).map { PricedSweep(model, rows: rows, at: $0) }
    guard let first = sweeps.first else { return (known, nil) }
    let candidates = rows.rows.indices.map { row in
      var left = RowLabels.Candidates()
      for run in first.forward.runs(ofRow: row) {
        let reached = sweeps.map { $0.forward.value(run) }
        let completions = sweeps.map { $0.completion(after: run) }
        guard zip(reached, completions).allSatisfy({ $0 + $1 > known }) else { continue }
        left.append(run, worth: worth(of: run), reached: reached, completions: completions)
      }
      return left
    }
    var level = bound.bound
    for part in [4, 2, 1] {
      let next = bound.bound - (bound.bound - known) / part
      var labels = RowLabels(
        model: model, sweep: first.forward, candidates: candidates,
        prices: sweeps.map { ($0.forward.cellPrice, $0.forward.sidePrice) }, known: next)
      guard labels.walk() else { return (level, nil) }
      if let runs = labels.bestRuns { return (labels.best, first.forward.region(runs)) }
      level = next
    }
    return (known, nil)
  }

  /// The prices of the least bound and some round it: each alone bounds every beginning, and together they leave
  /// fewer of them.
  private func prices(round bound: Bound) -> [Prices] {
    guard let best = bound.prices.min(by: { $0.bound < $1.bound }) else { return [] }
    let spread = (model.values.max() ?? 0) - (model.values.min() ?? 0)
    var prices = bound.prices.sorted { $0.bound < $1.bound }
    for share in best.share - 1...best.share + 1 where (0...8).contains(share) {
      let middle = bound.prices.first { $0.share == share }
      for step in -1...1 where middle == nil || step != 0 {
        prices.append(
          Prices(
            share: share, cellPrice: (middle ?? best).cellPrice + step * spread / 10, bound: .max))
      }
    }
    return prices
  }

  private func worth(of run: RowSweep.Run) -> Int {
    let row = rows.rows[run.row]
    return (run.first...run.last).reduce(0) {
      $0 + model.values[Int(row.nodes[$1 - row.first])]
    }
  }
}

/// Sweeps from either end at the same prices.
private struct PricedSweep {
  let forward: RowSweep
  private let backward: RowSweep
  /// What the prices add to every region.
  private let constant: Int

  init(_ model: RegionModel, rows: NodeRows, at prices: RowConvexSearch.Prices) {
    let sidePrice = model.charging(prices.share).sidePrice
    var forward = RowSweep(model, rows: rows)
    forward.run(cellPrice: prices.cellPrice, sidePrice: sidePrice)
    self.forward = forward
    var backward = RowSweep(model, rows: rows.turned)
    backward.run(cellPrice: prices.cellPrice, sidePrice: sidePrice)
    self.backward = backward
    let size = prices.cellPrice < 0 ? model.size.lowerBound : model.size.upperBound
    constant =
      prices.cellPrice * size
      - model.charge(prices.share) * RegionBound.shortestOutline(of: model.size.lowerBound)
  }

  /// What the rows after a run earn at most, and the constant; so little that no region is left where there are
  /// no such rows.
  func completion(after run: RowSweep.Run) -> Int {
    let turned = RowSweep.Run(
      row: forward.rows.rows.count - 1 - run.row, first: -run.last, last: -run.first)
    let own = forward.earned(row: run.row, first: run.first, last: run.last)
    return backward.value(turned) - own + constant
  }
}
