extension RegionShape {
  /// Adds the nodes of a set in the order of their steps from the start, as far as the region stays
  /// without holes; holes of free land are filled.
  mutating func insert(allOf set: [Bool]) {
    let filled = model.graph.fillingHoles(of: set)
    var waiting = filled.indices.filter { filled[$0] && !isInside[$0] }
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

  /// Adds the most gainful node that may join, until the region has the size or none is left.
  mutating func grow(to size: Int) {
    while count < size, let move = bestJoining() { insert(move.node) }
  }

  /// Takes away the most gainful node that may leave, until the region has the size or none is left.
  mutating func shrink(to size: Int) {
    while count > size, let move = bestLeaving() { remove(move.node) }
  }

  /// A node that comes or goes, and what F gains by it.
  private struct Move {
    var node: Int
    var gain: Int

    /// The greater gain first, then the lower node: the same choice whatever the order looked at.
    func isBefore(_ other: Move) -> Bool { (other.gain, node) < (gain, other.node) }
  }

  /// - Complexity: O(frontier).
  private func bestJoining() -> Move? {
    var best: Move?
    for place in frontier.nodes {
      let node = Int(place)
      guard canInsert(node) else { continue }
      let move = Move(node: node, gain: gain(ofInserting: node))
      if best.map(move.isBefore) ?? true { best = move }
    }
    return best
  }

  private func bestLeaving() -> Move? {
    var best: Move?
    for place in frontier.nodes {
      let node = Int(place)
      guard canRemove(node) else { continue }
      let move = Move(node: node, gain: gain(ofRemoving: node))
      if best.map(move.isBefore) ?? true { best = move }
    }
    return best
  }

  /// Moves single cells in, out or across while F rises and the size stays within its limits.
  ///
  /// Each step looks at the most gainful moves at the boundary; every one raises F by a whole number,
  /// so it ends.
  mutating func improve() {
    while improveByOne() || improveBySwap() {}
  }

  private mutating func improveByOne() -> Bool {
    if count < model.size.upperBound, let move = bestJoining(), move.gain > 0 {
      insert(move.node)
      return true
    }
    if count > model.size.lowerBound, let move = bestLeaving(), move.gain > 0 {
      remove(move.node)
      return true
    }
    return false
  }

  /// Moves of a kind that a swap looks at: enough to reach past blocked ones, few enough to be quick.
  private static let swapWidth = 32

  private mutating func improveBySwap() -> Bool {
    let (out, into) = candidates()
    guard let firstOut = out.first, let firstInto = into.first else { return false }
    var (best, bestGain) = ((out: -1, into: -1), 0)
    for leaving in out where leaving.gain + firstInto.gain > bestGain {
      for joining in into {
        // Both lists fall, so nothing after this one is better.
        guard leaving.gain + joining.gain > bestGain else { break }
        // Next to each other, the one that joins no longer borders the one that left.
        let isNext = touches(leaving.node, joining.node)
        let gain = leaving.gain + joining.gain - (isNext ? 2 * model.sidePrice : 0)
        guard gain > bestGain, canInsert(joining.node, afterRemoving: leaving.node) else {
          continue
        }
        (best, bestGain) = ((leaving.node, joining.node), gain)
      }
      if firstOut.gain + firstInto.gain <= bestGain { break }
    }
    guard bestGain > 0 else { return false }
    remove(best.out)
    insert(best.into)
    return true
  }

  /// The most gainful nodes that may leave, and those that may join, best first.
  private func candidates() -> (out: [Move], into: [Move]) {
    var (out, into): ([Move], [Move]) = ([], [])
    for place in frontier.nodes {
      let node = Int(place)
      if canRemove(node) {
        out.append(Move(node: node, gain: gain(ofRemoving: node)))
      } else if canInsert(node) {
        into.append(Move(node: node, gain: gain(ofInserting: node)))
      }
    }
    out.sort { $0.isBefore($1) }
    into.sort { $0.isBefore($1) }
    return (Array(out.prefix(Self.swapWidth)), Array(into.prefix(Self.swapWidth)))
  }
}

extension RegionGraph {
  /// The set and all nodes that it cuts off from the outside, where the hole holds nodes only.
  ///
  /// A hole with a closed cell in it stays: the closed cell borders its nodes as "no node".
  func fillingHoles(of set: [Bool]) -> [Bool] {
    var isOutside = [Bool](repeating: false, count: count)
    var stack = (0..<count).filter { node in
      !set[node] && (0..<6).contains { neighbours[node * 6 + $0] < 0 }
    }
    for node in stack { isOutside[node] = true }
    while let node = stack.popLast() {
      for side in 0..<6 {
        let other = Int(neighbours[node * 6 + side])
        guard other >= 0, !set[other], !isOutside[other] else { continue }
        isOutside[other] = true
        stack.append(other)
      }
    }
    return isOutside.map { !$0 }
  }
}
