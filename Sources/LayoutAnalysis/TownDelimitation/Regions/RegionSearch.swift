/// A region found for a ``RegionModel``, and how far from the best it can be.
struct FoundRegion {
  let isInside: [Bool]
  let count: Int
  var objective: Int
  /// No connected region of the same limits has a greater objective.
  var bound: Int
  /// No star-shaped one has: what is more, up to `bound`, only a region of another shape can have.
  var starBound: Int
  /// A better region has at least so many sides of outline more than the shortest of its size.
  var excess = 0
}

/// Finds a connected region without holes of great objective, and a bound on all of them.
///
/// Regions from a round start, from cuts with star rows (connected by construction) and from the cuts
/// that make the bound are grown or shrunk to size and improved at the boundary; the best is kept.
/// Where the size cannot be reached, the region is as large as it can be made.
struct RegionSearch {
  let model: RegionModel
  /// Whether regions of one run in each row are searched to the last.
  let isExact: Bool
  /// A set that the solver found, looked at beside the others.
  let hint: [Bool]?

  init(_ model: RegionModel, isExact: Bool = false, hint: [Bool]? = nil) {
    self.model = model
    self.isExact = isExact
    self.hint = hint
  }

  /// The region with its bound.
  ///
  /// - Complexity: about fifty minimum cuts on the graph; where the search is exact also as long again, or some
  ///   tenths of a second for each of at most three directions (see ``RowLabels``).
  func result() -> FoundRegion {
    var best = region()
    if let hint { improve(&best, from: [hint]) }
    var limits = model
    // Where the size could not be reached, the bound is over what is at least as large as was found.
    if best.count < model.size.lowerBound { limits.size = best.count...model.size.upperBound }
    let proof = RegionBound(model: limits).result(
      found: (best.count, best.objective), keepsAll: isExact)
    // Sets far from the size cost most to mend and end as the others do.
    let near = proof.regions.filter { region in
      let count = region.trueCount
      return count * 2 >= model.size.lowerBound && count * 2 <= model.size.upperBound * 3
    }
    improve(&best, from: near)
    let closed =
      isExact ? close(proof, &best) : (bound: max(proof.bound, best.objective), excess: 0)
    return FoundRegion(
      isInside: best.isInside, count: best.count, objective: best.objective, bound: closed.bound,
      starBound: min(proof.starBound, closed.bound), excess: closed.excess)
  }

  /// The bound once the regions of one run in each row are searched for the best of them.
  ///
  /// Along each of the three directions a region has its outline's sides at the ends of its runs, two for each
  /// run: R runs in all make an outline of 2R sides. Filling what lies between the runs of a row puts a connected
  /// region in no further row, so a region with two runs in some row of each of k directions has at least 2k sides
  /// more than the shortest outline of its size. What has one run in each row of a direction is searched exactly,
  /// one direction after the other, until what remains is bounded by what is found.
  private func close(
    _ proof: RegionBound.Proof, _ best: inout RegionShape
  ) -> (bound: Int, excess: Int) {
    var (bound, excess) = (Int.min, 6)
    for piece in proof.pieces {
      // Where the size was out of reach a larger region replaces one that was worth more.
      bound = max(bound, best.objective)
      guard piece.bound() > best.objective else { continue }
      var (open, settled) = (Int.min, 0)
      for direction in 0..<3 {
        let rows = rowBound(piece.model, direction, &best)
        open = max(open, rows)
        if settled == direction, rows <= best.objective { settled += 1 }
        let rest = piece.bound(excess: 2 * (direction + 1))
        if rest <= max(open, best.objective) || direction == 2 {
          bound = max(bound, min(piece.bound(), max(open, rest)))
          break
        }
      }
      excess = min(excess, 2 * settled)
    }
    return (max(bound, best.objective), excess)
  }

  /// The bound on the regions of one run in each row of a direction; the best region is improved on the way.
  private func rowBound(_ part: RegionModel, _ direction: Int, _ best: inout RegionShape) -> Int {
    let search = RowConvexSearch(part, direction: direction)
    let prices = search.bound(above: best.objective)
    guard prices.bound > best.objective else { return prices.bound }
    improve(&best, from: prices.regions)
    guard prices.bound > best.objective else { return prices.bound }
    let found = search.best(above: best.objective, prices)
    if let region = found.region { improve(&best, from: [region]) }
    return found.objective
  }

  /// The region alone, for a fifth of the cuts.
  func region() -> RegionShape {
    var best = RegionShape(model)
    improve(&best, from: [model.roundRegion()])
    improve(&best, from: AreaPriceSearch(model, isStarShaped: true).regions)
    return best
  }

  private func improve(_ best: inout RegionShape, from regions: [[Bool]]) {
    for (place, region) in regions.enumerated() where !regions[..<place].contains(region) {
      var shape = RegionShape(model)
      shape.insert(allOf: region)
      shape.grow(to: model.size.lowerBound)
      shape.shrink(to: model.size.upperBound)
      shape.improve()
      if shape.isBetter(than: best) { best = shape }
    }
  }
}

extension RegionShape {
  /// What is forced comes first, then the size while it is below its limit, then F.
  fileprivate func isBetter(than other: RegionShape) -> Bool {
    rank > other.rank
  }

  private var rank: (Int, Int, Int) {
    let held = isInside.indices.count { model.isForced[$0] && isInside[$0] }
    return (held, min(count, model.size.lowerBound), objective)
  }
}

extension RegionModel {
  /// The nodes nearest to a centre, as many as the region has at least, round the best of the centres
  /// that a walk from the start meets.
  ///
  /// Where land differs little, the best region is round, and only its place is to be found. The walk
  /// goes to the best of the neighbours while F rises, in steps of eight, four, two, one cells.
  func roundRegion() -> [Bool] {
    var centre = 0
    var best = disc(round: 0)
    var bestObjective = objective(of: best)
    for stride in [8, 4, 2, 1] {
      var hasMoved = true
      while hasMoved {
        hasMoved = false
        let from = centre
        for side in 0..<6 {
          guard let next = node(from: from, side: side, steps: stride) else { continue }
          let region = disc(round: next)
          let value = objective(of: region)
          if value > bestObjective, region[0] {
            (centre, best, bestObjective, hasMoved) = (next, region, value, true)
          }
        }
      }
    }
    return best
  }

  private func node(from start: Int, side: Int, steps: Int) -> Int? {
    var node = start
    for _ in 0..<steps {
      node = Int(graph.neighbours[node * 6 + side])
      if node < 0 { return nil }
    }
    return node
  }

  /// The nodes nearest to one, by steps in a straight count of the lattice.
  private func disc(round centre: Int) -> [Bool] {
    var region = [Bool](repeating: false, count: graph.count)
    var reached = [centre]
    region[centre] = true
    var next = 0
    while next < reached.count, reached.count < size.lowerBound {
      for side in 0..<6 {
        let other = Int(graph.neighbours[reached[next] * 6 + side])
        guard other >= 0, !region[other], reached.count < size.lowerBound else { continue }
        region[other] = true
        reached.append(other)
      }
      next += 1
    }
    return region
  }
}
