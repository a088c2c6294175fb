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
    while count < size, let node = best(where: { canInsert($0) }, gain: gain(ofInserting:)) {
      insert(node)
    }
  }

  /// Takes away the most gainful node that may leave, until the region has the size or none is left.
  mutating func shrink(to size: Int) {
    while count > size, let node = best(where: { canRemove($0) }, gain: gain(ofRemoving:)) {
      remove(node)
    }
  }

  private func best(where mayMove: (Int) -> Bool, gain: (Int) -> Int) -> Int? {
    var (best, bestGain) = (-1, Int.min)
    for node in isInside.indices where mayMove(node) {
      let gain = gain(node)
      if gain > bestGain { (best, bestGain) = (node, gain) }
    }
    return best < 0 ? nil : best
  }

  /// Moves single cells in, out or across while F rises and the size stays within its limits.
  ///
  /// Each step looks at the most gainful moves at the boundary; every one raises F by a whole number,
  /// so it ends.
  mutating func improve() {
    while improveByOne() || improveBySwap() {}
  }

  private mutating func improveByOne() -> Bool {
    if count < model.size.upperBound,
      let node = best(where: { canInsert($0) }, gain: gain(ofInserting:)),
      gain(ofInserting: node) > 0
    {
      insert(node)
      return true
    }
    if count > model.size.lowerBound,
      let node = best(where: { canRemove($0) }, gain: gain(ofRemoving:)),
      gain(ofRemoving: node) > 0
    {
      remove(node)
      return true
    }
    return false
  }

  /// Moves of a kind that a swap looks at: enough to reach past blocked ones, few enough to be quick.
  private static let swapWidth = 32

  private mutating func improveBySwap() -> Bool {
    let out = candidates(where: { canRemove($0) }, gain: gain(ofRemoving:))
    let into = candidates(where: { canInsert($0) }, gain: gain(ofInserting:))
    var (best, bestGain) = ((out: -1, into: -1), 0)
    for leaving in out {
      for joining in into where leaving.gain + joining.gain > bestGain {
        // Next to each other, the one that joins no longer borders the one that left.
        let isNext = touches(leaving.node, joining.node)
        let gain = leaving.gain + joining.gain - (isNext ? 2 * model.sidePrice : 0)
        guard gain > bestGain, canInsert(joining.node, afterRemoving: leaving.node) else {
          continue
        }
        (best, bestGain) = ((leaving.node, joining.node), gain)
      }
    }
    guard bestGain > 0 else { return false }
    remove(best.out)
    insert(best.into)
    return true
  }

  private func candidates(
    where mayMove: (Int) -> Bool, gain: (Int) -> Int
  ) -> [(node: Int, gain: Int)] {
    let all = isInside.indices.filter(mayMove).map { (node: $0, gain: gain($0)) }
    return Array(
      all.sorted { ($1.gain, $0.node) < ($0.gain, $1.node) }.prefix(Self.swapWidth))
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
