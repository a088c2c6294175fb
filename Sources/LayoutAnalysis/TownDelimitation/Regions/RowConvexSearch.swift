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

  /// What the sweeps prove, and the prices that prove it.
  struct Bound {
    /// No region of the class has more.
    var bound: Int
    var cellPrice: Int
    var share: Int
    /// The regions met at the ends of the price searches.
    var regions: [[Bool]]
  }

  /// - Complexity: some thirty sweeps.
  func bound(above known: Int) -> Bound {
    var sweep = RowSweep(model, rows: rows)
    var found = Bound(bound: .max, cellPrice: 0, share: 0, regions: [])
    sweep.run(cellPrice: 0, sidePrice: model.sidePrice)
    // What is forced may have no region of one run in each row round it.
    guard !sweep.best().isEmpty else {
      return Bound(bound: .min, cellPrice: 0, share: 0, regions: [])
    }
    let extreme = (model.values.map { abs($0) }.max() ?? 0) + 6 * model.sidePrice + 1
    let best = OutlineShare.leastBound { share, least in
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
      if bound < found.bound { (found.bound, found.cellPrice) = (bound, search.price) }
      return bound
    }
    found.share = best.share
    return found
  }

  /// The best region above what is known; nil where there is none.
  ///
  /// - Returns: nil where there were too many labels to tell.
  func best(above known: Int, prices: Bound) -> (objective: Int, region: [Bool]?)? {
    let charged = model.charging(prices.share)
    let price = prices.cellPrice
    let constant =
      price * (price < 0 ? model.size.lowerBound : model.size.upperBound)
      - model.charge(prices.share) * shortest
    var forward = RowSweep(model, rows: rows)
    forward.run(cellPrice: price, sidePrice: charged.sidePrice)
    var backward = RowSweep(model, rows: rows.turned)
    backward.run(cellPrice: price, sidePrice: charged.sidePrice)
    let left = rows.rows.indices.map { row in
      forward.runs(ofRow: row).compactMap { run -> RowLabels.Candidate? in
        let turned = RowSweep.Run(
          row: rows.rows.count - 1 - row, first: -run.last, last: -run.first)
        let rest = backward.value(turned)
        let own = forward.earned(row: row, first: run.first, last: run.last)
        guard rest > RowSweep.never, forward.value(run) + rest - own + constant > known else {
          return nil
        }
        return RowLabels.Candidate(
          run: run, worth: worth(of: run), completion: rest - own + constant)
      }
    }
    var labels = RowLabels(
      model: model, sweep: forward, candidates: left, chargedPrice: charged.sidePrice,
      cellPrice: price, known: known)
    guard labels.walk() else { return nil }
    return (labels.best, labels.bestRuns.map(forward.region))
  }

  private func worth(of run: RowSweep.Run) -> Int {
    let row = rows.rows[run.row]
    return (run.first...run.last).reduce(0) {
      $0 + model.values[Int(row.nodes[$1 - row.first])]
    }
  }
}

/// The best beginnings of regions, by their last run and number of cells.
struct RowLabels {
  /// A run that may be part of a better region.
  struct Candidate {
    let run: RowSweep.Run
    /// Σ v of its cells.
    let worth: Int
    /// What the rows after it earn at most, at the prices, with what the prices add for the size.
    let completion: Int
  }

  /// A beginning.
  private struct Label {
    let candidate: Int
    let count: Int
    let worth: Int
    /// Pairs of bordering cells.
    let pairs: Int
    /// In the row before; −1 where the region begins.
    let before: Int

    func sides() -> Int { 6 * count - 2 * pairs }
  }

  let model: RegionModel
  let sweep: RowSweep
  let candidates: [[Candidate]]
  let chargedPrice: Int
  let cellPrice: Int
  /// The objective of the best region so far.
  private(set) var best: Int
  /// Its runs; nil while what was known is the best.
  private(set) var bestRuns: [RowSweep.Run]?
  private var labels: [[Label]] = []
  private var steps = 0

  /// Steps from label to run, above which the search is given up: about a second.
  private static let mostSteps = 30_000_000

  init(
    model: RegionModel, sweep: RowSweep, candidates: [[Candidate]], chargedPrice: Int,
    cellPrice: Int, known: Int
  ) {
    self.model = model
    self.sweep = sweep
    self.candidates = candidates
    self.chargedPrice = chargedPrice
    self.cellPrice = cellPrice
    best = known
  }

  /// Walks the rows; false where there were too many steps.
  mutating func walk() -> Bool {
    for row in candidates.indices {
      var next: [Label] = []
      // For each run the place of the best label of each count.
      let before = labels.last ?? []
      var beforeOf = [[Int]](repeating: [], count: row > 0 ? candidates[row - 1].count : 0)
      for (place, label) in before.enumerated() { beforeOf[label.candidate].append(place) }
      for (index, candidate) in candidates[row].enumerated() {
        var placeOfCount: [Int: Int] = [:]
        if sweep.mayBegin(in: row) {
          add(start(candidate, index), candidate, &next, &placeOfCount)
        }
        for (other, places) in beforeOf.enumerated() {
          let pairs = candidates[row - 1][other].run.borders(with: candidate.run)
          guard pairs > 0 else { continue }
          steps += places.count
          for place in places {
            add(
              following(before[place], place, candidate, index, pairs: pairs), candidate, &next,
              &placeOfCount)
          }
        }
        guard steps <= Self.mostSteps else { return false }
      }
      labels.append(next)
      if sweep.mayEnd(in: row) { end(in: row) }
    }
    return true
  }

  private func start(_ candidate: Candidate, _ index: Int) -> Label {
    Label(
      candidate: index, count: candidate.run.count, worth: candidate.worth,
      pairs: candidate.run.count - 1, before: -1)
  }

  private func following(
    _ label: Label, _ place: Int, _ candidate: Candidate, _ index: Int, pairs: Int
  ) -> Label {
    Label(
      candidate: index, count: label.count + candidate.run.count,
      worth: label.worth + candidate.worth,
      pairs: label.pairs + pairs + candidate.run.count - 1, before: place)
  }

  /// Keeps a label that may still lead to more than the best, and is the best of its run and count.
  private func add(
    _ label: Label, _ candidate: Candidate, _ next: inout [Label], _ placeOfCount: inout [Int: Int]
  ) {
    guard label.count <= model.size.upperBound,
      label.worth - chargedPrice * label.sides() - cellPrice * label.count + candidate.completion
        > best
    else { return }
    guard let place = placeOfCount[label.count] else {
      placeOfCount[label.count] = next.count
      next.append(label)
      return
    }
    let other = next[place]
    if label.worth + 2 * model.sidePrice * label.pairs
      > other.worth + 2 * model.sidePrice * other.pairs
    {
      next[place] = label
    }
  }

  private mutating func end(in row: Int) {
    for label in labels[row] where model.size.contains(label.count) {
      let objective = label.worth - model.sidePrice * label.sides()
      guard objective > best else { continue }
      best = objective
      var runs: [RowSweep.Run] = []
      var (row, next) = (row, label)
      while true {
        runs.append(candidates[row][next.candidate].run)
        guard next.before >= 0 else { break }
        row -= 1
        next = labels[row][next.before]
      }
      bestRuns = runs.reversed()
    }
  }
}
