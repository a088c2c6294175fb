extension ParcelShape {
  /// Adds the nodes of a set in their order from the start, as far as the region stays one ring.
  mutating func insert(allOf set: [Bool]) {
    var waiting = set.indices.filter { set[$0] && !isInside[$0] }
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      var left: [Int] = []
      for node in waiting {
        if canInsert(node) {
          insert(node)
          hasGrown = true
        } else {
          left.append(node)
        }
      }
      waiting = left
    }
  }

  /// Adds units, the most gain for their area first, until the least area is reached or none fits.
  mutating func grow(within size: ClosedRange<Int>) {
    while area < size.lowerBound {
      let fitting = movable().into.filter { area + model.areas[$0] <= size.upperBound }
      guard let node = best(of: fitting, gain: gain(ofInserting:)) else { return }
      insert(node)
    }
  }

  /// Takes units away, the most gain for their area first, until the greatest area is kept.
  mutating func shrink(within size: ClosedRange<Int>) {
    while area > size.upperBound {
      guard let node = best(of: movable().out, gain: gain(ofRemoving:)) else { return }
      remove(node)
    }
  }

  /// The nodes that may leave and those that may join, in no order.
  ///
  /// - Complexity: O(frontier).
  private func movable() -> (out: [Int], into: [Int]) {
    var (out, into): ([Int], [Int]) = ([], [])
    for place in frontier.nodes {
      let node = Int(place)
      if canRemove(node) {
        out.append(node)
      } else if canInsert(node) {
        into.append(node)
      }
    }
    return (out, into)
  }

  /// The node of the greatest gain for its area; of several the one nearest to the start.
  private func best(of nodes: [Int], gain: (Int) -> Int) -> Int? {
    var (best, bestRate) = (-1, -Double.infinity)
    for node in nodes {
      let rate = Double(gain(node)) / Double(max(1, model.areas[node]))
      if rate > bestRate || rate == bestRate && node < best { (best, bestRate) = (node, rate) }
    }
    return best < 0 ? nil : best
  }

  /// Moves single units in, out or across while F rises and the area stays within its limits.
  mutating func improve(within size: ClosedRange<Int>) {
    while let move = bestMove(within: size), move.gain > 0 { make(move) }
  }

  /// Goes on from a local optimum by the best move that does not undo one of the last, and ends at the best
  /// region met (tabu search: Glover 1989, "Tabu search, part I").
  ///
  /// One step in four may leave the limits of area by a unit, and the next one comes back: units of different
  /// areas cannot always be changed one for one.
  ///
  /// - Parameter steps: moves made at most.
  /// - Complexity: for each step some hundred looks at a unit's ring.
  mutating func wander(within size: ClosedRange<Int>, steps: Int) {
    var best = self
    var freeFrom = [Int](repeating: 0, count: isInside.count)
    let unit = model.areas.max() ?? 0
    let wide = max(0, size.lowerBound - unit)...(size.upperBound + unit)
    for step in 0..<steps {
      let least = best.objective - objective
      let isIn = size.contains(area)
      let isLeaving = isIn && step % 4 == 2
      let move = bestMove(within: isLeaving ? wide : size) { node, gain in
        // Only within the limits is a better region one.
        freeFrom[node] <= step || !isLeaving && gain > least
      }
      guard let move else {
        guard isIn else { break }
        continue
      }
      make(move)
      for node in [move.out, move.into] {
        if let node { freeFrom[node] = step + Self.tenure + step % 3 }
      }
      if objective > best.objective, size.contains(area) { best = self }
    }
    self = best
  }

  /// Steps that a moved unit stays where it is, and up to two more by turns, so that no round is repeated.
  private static let tenure = 5
  /// Moves of a kind that a swap looks at.
  private static let swapWidth = 24

  /// A unit that leaves, one that joins, or both.
  private struct Swap {
    var out: Int?
    var into: Int?
    var gain: Int
  }

  private mutating func make(_ move: Swap) {
    if let node = move.out { remove(node) }
    if let node = move.into { insert(node) }
  }

  /// The most gainful single move or swap that keeps the area; nil where there is none.
  ///
  /// - Parameter isAllowed: whether a unit may be moved in a move of a gain.
  private mutating func bestMove(
    within size: ClosedRange<Int>,
    isAllowed: (_ node: Int, _ gain: Int) -> Bool = { _, _ in true }
  ) -> Swap? {
    let (out, into) = movable()
    let leaving = ranked(out, gain: gain(ofRemoving:))
    let joining = ranked(into, gain: gain(ofInserting:))
    var best: Swap?
    func isBetter(_ gain: Int) -> Bool { best.map { gain > $0.gain } ?? true }
    for (node, gain) in joining.prefix(Self.swapWidth)
    where isBetter(gain) && size.contains(area + model.areas[node]) && isAllowed(node, gain) {
      best = Swap(into: node, gain: gain)
    }
    for (node, gain) in leaving.prefix(Self.swapWidth)
    where isBetter(gain) && size.contains(area - model.areas[node]) && isAllowed(node, gain) {
      best = Swap(out: node, gain: gain)
    }
    for leaver in leaving.prefix(Self.swapWidth) {
      // Both lists fall, and what leaves takes borders away from what joins: nothing after is better.
      guard let first = joining.first, isBetter(leaver.gain + first.gain) else { break }
      remove(leaver.node)
      for joiner in joining.prefix(Self.swapWidth) {
        guard isBetter(leaver.gain + joiner.gain) else { break }
        guard size.contains(area + model.areas[joiner.node]) else { continue }
        let gain = leaver.gain + self.gain(ofInserting: joiner.node)
        if isBetter(gain), isAllowed(leaver.node, gain), isAllowed(joiner.node, gain),
          canInsert(joiner.node)
        {
          best = Swap(out: leaver.node, into: joiner.node, gain: gain)
        }
      }
      insert(leaver.node)
    }
    return best
  }

  private func ranked(_ nodes: [Int], gain: (Int) -> Int) -> [(node: Int, gain: Int)] {
    nodes.map { (node: $0, gain: gain($0)) }.sorted { ($1.gain, $0.node) < ($0.gain, $1.node) }
  }
}
