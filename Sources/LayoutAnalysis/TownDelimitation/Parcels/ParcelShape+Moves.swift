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
      let fitting = frontier().into.filter { area + model.areas[$0] <= size.upperBound }
      guard let node = best(of: fitting, gain: gain(ofInserting:)) else { return }
      insert(node)
    }
  }

  /// Takes units away, the most gain for their area first, until the greatest area is kept.
  mutating func shrink(within size: ClosedRange<Int>) {
    while area > size.upperBound {
      guard let node = best(of: frontier().out, gain: gain(ofRemoving:)) else { return }
      remove(node)
    }
  }

  /// The node of the greatest gain for its area; the first one of several.
  private func best(of nodes: [Int], gain: (Int) -> Int) -> Int? {
    var (best, bestRate) = (-1, -Double.infinity)
    for node in nodes {
      let rate = Double(gain(node)) / Double(max(1, model.areas[node]))
      if rate > bestRate { (best, bestRate) = (node, rate) }
    }
    return best < 0 ? nil : best
  }

  /// Moves single units in, out or across while F rises and the area stays within its limits.
  mutating func improve(within size: ClosedRange<Int>) {
    while moves(within: size) {}
  }

  /// Moves of a kind that a swap looks at.
  private static let swapWidth = 24

  private struct Swap {
    var out: Int?
    var into: Int?
    var gain: Int
  }

  /// The most gainful single move or swap, made; false when none raises F.
  private mutating func moves(within size: ClosedRange<Int>) -> Bool {
    let (out, into) = frontier()
    let leaving = ranked(out, gain: gain(ofRemoving:))
    let joining = ranked(into, gain: gain(ofInserting:))
    var best = Swap(gain: 0)
    for node in joining.prefix(Self.swapWidth)
    where node.gain > best.gain && size.contains(area + model.areas[node.node]) {
      best = Swap(into: node.node, gain: node.gain)
    }
    for node in leaving.prefix(Self.swapWidth)
    where node.gain > best.gain && size.contains(area - model.areas[node.node]) {
      best = Swap(out: node.node, gain: node.gain)
    }
    for leaver in leaving.prefix(Self.swapWidth) {
      remove(leaver.node)
      for joiner in joining.prefix(Self.swapWidth)
      where size.contains(area + model.areas[joiner.node]) {
        let gain = leaver.gain + self.gain(ofInserting: joiner.node)
        if gain > best.gain, canInsert(joiner.node) {
          best = Swap(out: leaver.node, into: joiner.node, gain: gain)
        }
      }
      insert(leaver.node)
    }
    guard best.gain > 0 else { return false }
    if let node = best.out { remove(node) }
    if let node = best.into { insert(node) }
    return true
  }

  private func ranked(_ nodes: [Int], gain: (Int) -> Int) -> [(node: Int, gain: Int)] {
    nodes.map { (node: $0, gain: gain($0)) }.sorted { ($1.gain, $0.node) < ($0.gain, $1.node) }
  }
}
