/// A region of parcels that stays one ring, in one piece and without holes, while units come and go.
///
/// A unit may join exactly when it meets the region along one run of its edges and nowhere else, and may
/// leave exactly when it meets the rest so: then the boundary stays one ring that touches itself nowhere.
/// Corners count how many edges of the boundary begin there, never more than one.
struct ParcelShape {
  let model: ParcelModel
  private(set) var isInside: [Bool]
  private(set) var area = 0
  private(set) var count = 0
  /// F of the region.
  private(set) var objective = 0
  /// For each node the prices of its borders with nodes inside, and of all its borders.
  private var insideBorders: [Int]
  private let allBorders: [Int]
  /// For each corner, how many edges of the boundary begin there.
  private var boundary: [Int8]
  /// For each node, how many of its neighbours are inside.
  private var insideNeighbours: [Int32]
  /// The nodes inside with a border outwards, and those outside with one inwards.
  private(set) var frontier: Frontier

  /// The start alone.
  init(_ model: ParcelModel) {
    self.model = model
    let graph = model.graph
    isInside = [Bool](repeating: false, count: graph.count)
    insideBorders = [Int](repeating: 0, count: graph.count)
    allBorders = (0..<graph.count).map { model.outerBorders[$0] + model.borders[$0].reduce(0, +) }
    boundary = [Int8](repeating: 0, count: graph.cornerCount)
    insideNeighbours = [Int32](repeating: 0, count: graph.count)
    frontier = Frontier(count: graph.count)
    insert(0)
  }

  func gain(ofInserting node: Int) -> Int {
    model.values[node] - allBorders[node] + 2 * insideBorders[node]
  }

  func gain(ofRemoving node: Int) -> Int { -gain(ofInserting: node) }

  func canInsert(_ node: Int) -> Bool {
    !isInside[node] && meetsInOneRun(node, freeCornersBeside: false)
  }

  /// Whether a node inside may leave; forced nodes may not.
  func canRemove(_ node: Int) -> Bool {
    isInside[node] && !model.isForced[node] && count > 1
      && meetsInOneRun(node, freeCornersBeside: true)
  }

  /// Whether a node's edges with the region form one run, with edges left over, and the corners between
  /// two edges of the other kind, or of this one, are no corners of the boundary.
  private func meetsInOneRun(_ node: Int, freeCornersBeside isLeaving: Bool) -> Bool {
    let (ring, across) = (model.graph.rings[node], model.graph.across[node])
    guard let last = across.last else { return false }
    var runs = 0
    var wasInside = holds(last)
    for (corner, other) in zip(ring, across) {
      let isInside = holds(other)
      if isInside, !wasInside { runs += 1 }
      // A corner amid edges that become, or were, the boundary of the rest.
      if isInside == wasInside, isInside == isLeaving, boundary[Int(corner)] > 0 { return false }
      wasInside = isInside
    }
    return runs == 1
  }

  private func holds(_ node: Int32) -> Bool { node >= 0 && isInside[Int(node)] }

  mutating func insert(_ node: Int) {
    objective += gain(ofInserting: node)
    area += model.areas[node]
    count += 1
    turnEdges(of: node, by: 1)
    isInside[node] = true
    place(node)
  }

  mutating func remove(_ node: Int) {
    isInside[node] = false
    turnEdges(of: node, by: -1)
    place(node)
    objective += gain(ofRemoving: node)
    area -= model.areas[node]
    count -= 1
  }

  /// Counts the boundary's edges anew when a node came (1) or goes (−1).
  private mutating func turnEdges(of node: Int, by step: Int8) {
    let graph = model.graph
    let (ring, across) = (graph.rings[node], graph.across[node])
    let start = ring.startIndex
    for place in 0..<ring.count {
      let other = across[across.startIndex + place]
      if holds(other) {
        boundary[Int(ring[start + (place + 1) % ring.count])] -= step
      } else {
        boundary[Int(ring[start + place])] += step
      }
    }
    for (other, border) in zip(graph.neighbours[node], model.borders[node]) {
      insideBorders[Int(other)] += step > 0 ? border : -border
      insideNeighbours[Int(other)] += Int32(step)
      place(Int(other))
    }
  }

  /// Puts a node on the frontier, or takes it off, as its neighbours have it.
  private mutating func place(_ node: Int) {
    let inside = insideNeighbours[node]
    let isOpen =
      model.graph.outerLengths[node] > 0 || Int(inside) < model.graph.neighbours[node].count
    frontier.set(node, belongs: isInside[node] ? isOpen : inside > 0)
  }
}
