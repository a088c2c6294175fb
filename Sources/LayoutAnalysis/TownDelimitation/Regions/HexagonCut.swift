/// The set of cells of greatest value less outline at a given price of area, as a minimum cut.
///
/// Boykov and Kolmogorov's augmenting paths (IEEE PAMI 26, 2004: two search trees that are kept from
/// one path to the next) on the implicit graph of hexagons: arc 6·i + k leaves node i through side k
/// and returns through side k + 3 of its neighbour. The price enters the terminals only, so the flow
/// of one price is kept for the next (Kohli and Torr, "dynamic graph cuts", PAMI 29, 2007).
///
/// With star rows, the arc from a node to its parent never saturates (Veksler, "Star shape prior",
/// ECCV 2008): whoever chooses the node chooses the parent.
struct HexagonCut {
  private let neighbours: [Int32]
  private var residual: [Int]
  /// Above zero: room left from the source; below: room left to the sink.
  private var terminal: [Int]
  private var price = 0

  /// Side towards the parent in the search tree, or one of the marks below.
  private var link: [Int8]
  private var isSink: [Bool]
  private var stamp: [Int32]
  private var depth: [Int32]
  private var time: Int32 = 0
  private var active: [Int32] = []
  private var isActive: [Bool]
  private var orphans: [Int32] = []

  private static let free: Int8 = -1
  private static let root: Int8 = 6
  private static let orphan: Int8 = 7
  /// Above every sum of values, below overflow.
  private static let unlimited = 1 << 52

  init(_ model: RegionModel, isStarShaped: Bool) {
    let count = model.graph.count
    neighbours = model.graph.neighbours
    residual = neighbours.map { $0 < 0 ? 0 : model.sidePrice }
    terminal = model.values
    for node in 0..<count {
      for side in 0..<6 where neighbours[node * 6 + side] < 0 {
        terminal[node] -= model.sidePrice
      }
      if model.isForced[node] { terminal[node] += Self.unlimited }
      let parent = Int(model.graph.parentSides[node])
      if isStarShaped, parent >= 0 { residual[node * 6 + parent] += Self.unlimited }
    }
    link = [Int8](repeating: Self.free, count: count)
    isSink = [Bool](repeating: false, count: count)
    stamp = [Int32](repeating: 0, count: count)
    depth = [Int32](repeating: 0, count: count)
    isActive = [Bool](repeating: false, count: count)
  }

  /// The smallest set that maximises F(x) − areaPrice·Σx over all sets that hold the forced cells (and
  /// the parents of their cells, with star rows).
  mutating func region(areaPrice: Int) -> [Bool] {
    for node in terminal.indices { terminal[node] -= areaPrice - price }
    price = areaPrice
    plantTrees()
    var head = 0
    while head < active.count {
      let node = Int(active[head])
      guard link[node] != Self.free else {
        isActive[node] = false
        head += 1
        continue
      }
      if let arc = grow(from: node) {
        time += 1
        augment(through: arc)
        adoptOrphans()
      } else {
        isActive[node] = false
        head += 1
      }
      if head > 4096, head * 2 > active.count {
        active.removeFirst(head)
        head = 0
      }
    }
    return link.indices.map { link[$0] != Self.free && !isSink[$0] }
  }

  private func reverse(of arc: Int) -> Int {
    Int(neighbours[arc]) * 6 + Self.opposite[arc % 6]
  }

  private static let opposite = [3, 4, 5, 0, 1, 2]

  private mutating func plantTrees() {
    active.removeAll(keepingCapacity: true)
    time = 0
    for node in link.indices {
      stamp[node] = 0
      depth[node] = 1
      isActive[node] = false
      isSink[node] = terminal[node] < 0
      link[node] = terminal[node] == 0 ? Self.free : Self.root
      if terminal[node] != 0 { activate(node) }
    }
  }

  private mutating func activate(_ node: Int) {
    guard !isActive[node] else { return }
    isActive[node] = true
    active.append(Int32(node))
  }

  /// Adds the free nodes round a node to its tree; an arc from the source's to the sink's tree ends it.
  private mutating func grow(from node: Int) -> Int? {
    for side in 0..<6 {
      let out = node * 6 + side
      let other = Int(neighbours[out])
      guard other >= 0 else { continue }
      let back = other * 6 + Self.opposite[side]
      let arc = isSink[node] ? back : out
      guard residual[arc] > 0 else { continue }
      if link[other] == Self.free {
        isSink[other] = isSink[node]
        link[other] = Int8(Self.opposite[side])
        stamp[other] = stamp[node]
        depth[other] = depth[node] + 1
        activate(other)
      } else if isSink[other] != isSink[node] {
        return arc
      } else if stamp[other] <= stamp[node], depth[other] > depth[node] {
        link[other] = Int8(Self.opposite[side])
        stamp[other] = stamp[node]
        depth[other] = depth[node] + 1
      }
    }
    return nil
  }

  /// Sends all that fits along the path through an arc that joins the trees.
  private mutating func augment(through arc: Int) {
    let (tail, head) = (Int(neighbours[reverse(of: arc)]), Int(neighbours[arc]))
    let amount = min(
      residual[arc], bottleneck(from: tail, towardsSink: false),
      bottleneck(from: head, towardsSink: true))
    residual[arc] -= amount
    residual[reverse(of: arc)] += amount
    push(amount, from: tail, towardsSink: false)
    push(amount, from: head, towardsSink: true)
  }

  private func bottleneck(from start: Int, towardsSink: Bool) -> Int {
    var (node, least) = (start, Int.max)
    while link[node] != Self.root {
      let out = node * 6 + Int(link[node])
      least = min(least, residual[towardsSink ? out : reverse(of: out)])
      node = Int(neighbours[out])
    }
    return min(least, abs(terminal[node]))
  }

  private mutating func push(_ amount: Int, from start: Int, towardsSink: Bool) {
    var node = start
    while link[node] != Self.root {
      let out = node * 6 + Int(link[node])
      let back = reverse(of: out)
      let (used, gained) = towardsSink ? (out, back) : (back, out)
      residual[used] -= amount
      residual[gained] += amount
      let parent = Int(neighbours[out])
      if residual[used] == 0 { makeOrphan(node) }
      node = parent
    }
    terminal[node] += towardsSink ? amount : -amount
    if terminal[node] == 0 { makeOrphan(node) }
  }

  private mutating func makeOrphan(_ node: Int) {
    link[node] = Self.orphan
    orphans.append(Int32(node))
  }

  /// Finds each orphan a new parent in its tree, or frees it and makes its children orphans.
  private mutating func adoptOrphans() {
    var head = 0
    while head < orphans.count {
      let node = Int(orphans[head])
      head += 1
      var (best, bestDepth) = (-1, Int32.max)
      for side in 0..<6 {
        guard let parent = possibleParent(of: node, side: side) else { continue }
        let distance = distanceToRoot(from: parent)
        if distance < bestDepth { (best, bestDepth) = (side, distance) }
      }
      if best >= 0 {
        link[node] = Int8(best)
        stamp[node] = time
        depth[node] = bestDepth + 1
      } else {
        release(node)
      }
    }
    orphans.removeAll(keepingCapacity: true)
  }

  /// The neighbour through a side, when it is of the node's tree and the arc between has room.
  private func possibleParent(of node: Int, side: Int) -> Int? {
    let out = node * 6 + side
    let other = Int(neighbours[out])
    guard other >= 0, link[other] != Self.free, isSink[other] == isSink[node] else { return nil }
    return residual[isSink[node] ? out : reverse(of: out)] > 0 ? other : nil
  }

  /// Steps to the root, `Int32.max` when the path ends in an orphan; marks the path with the time.
  private mutating func distanceToRoot(from start: Int) -> Int32 {
    var (node, distance) = (start, Int32(0))
    while true {
      if stamp[node] == time {
        distance += depth[node]
        break
      }
      distance += 1
      if link[node] == Self.root {
        stamp[node] = time
        depth[node] = 1
        break
      }
      if link[node] == Self.orphan { return .max }
      node = Int(neighbours[node * 6 + Int(link[node])])
    }
    var (mark, left) = (start, distance)
    while stamp[mark] != time {
      stamp[mark] = time
      depth[mark] = left
      left -= 1
      mark = Int(neighbours[mark * 6 + Int(link[mark])])
    }
    return distance
  }

  private mutating func release(_ node: Int) {
    for side in 0..<6 {
      let other = Int(neighbours[node * 6 + side])
      guard other >= 0, link[other] != Self.free, isSink[other] == isSink[node] else { continue }
      let out = node * 6 + side
      if residual[isSink[node] ? out : reverse(of: out)] > 0 { activate(other) }
      if link[other] == Int8(Self.opposite[side]) { makeOrphan(other) }
    }
    link[node] = Self.free
    // A stale time on a freed node must not pass for a path to the root.
    stamp[node] = 0
  }
}
