/// A region that stays in one piece and without holes while cells come and go.
///
/// In a lattice of hexagons both can be read off the six neighbours: a cell may join, or leave, a
/// connected region without holes exactly when its neighbours inside form one run round it, neither
/// none nor all six (simple points of the hexagonal lattice: Kong and Rosenfeld 1989, "Digital
/// topology").
struct RegionShape {
  let model: RegionModel
  private(set) var isInside: [Bool]
  private(set) var count = 0
  /// F of the region.
  private(set) var objective = 0
  /// For each node, one bit for each side whose neighbour lies inside.
  private var inside: [UInt8]
  /// The nodes that may come or go: inside with a side outwards, or outside with a side inwards.
  private(set) var frontier: Frontier

  /// The start alone.
  init(_ model: RegionModel) {
    self.model = model
    isInside = [Bool](repeating: false, count: model.graph.count)
    inside = [UInt8](repeating: 0, count: model.graph.count)
    frontier = Frontier(count: model.graph.count)
    insert(0)
  }

  /// What F gains when a node outside joins.
  func gain(ofInserting node: Int) -> Int {
    model.values[node] - model.sidePrice * (6 - 2 * inside[node].nonzeroBitCount)
  }

  /// What F gains when a node inside leaves.
  func gain(ofRemoving node: Int) -> Int {
    -model.values[node] + model.sidePrice * (6 - 2 * inside[node].nonzeroBitCount)
  }

  /// Whether a node outside may join.
  func canInsert(_ node: Int) -> Bool { !isInside[node] && Self.isOneRun[Int(inside[node])] }

  /// Whether a node inside may leave; forced nodes may not.
  func canRemove(_ node: Int) -> Bool {
    isInside[node] && !model.isForced[node] && Self.isOneRun[Int(inside[node])]
  }

  /// Whether a node may join once another has left.
  func canInsert(_ node: Int, afterRemoving other: Int) -> Bool {
    var sides = inside[node]
    for side in 0..<6 where model.graph.neighbours[node * 6 + side] == Int32(other) {
      sides &= ~(1 << UInt8(side))
    }
    return Self.isOneRun[Int(sides)]
  }

  mutating func insert(_ node: Int) {
    objective += count == 0 ? model.values[node] - 6 * model.sidePrice : gain(ofInserting: node)
    count += 1
    isInside[node] = true
    flip(node)
  }

  mutating func remove(_ node: Int) {
    objective += gain(ofRemoving: node)
    count -= 1
    isInside[node] = false
    flip(node)
  }

  /// Tells the neighbours of a node that it came or went.
  private mutating func flip(_ node: Int) {
    for side in 0..<6 {
      let other = Int(model.graph.neighbours[node * 6 + side])
      guard other >= 0 else { continue }
      inside[other] ^= 1 << UInt8((side + 3) % 6)
      place(other)
    }
    place(node)
  }

  /// Puts a node on the frontier, or takes it off, as its sides have it.
  private mutating func place(_ node: Int) {
    frontier.set(node, belongs: inside[node] != (isInside[node] ? 0b111111 : 0))
  }

  func touches(_ node: Int, _ other: Int) -> Bool {
    (0..<6).contains { model.graph.neighbours[node * 6 + $0] == Int32(other) }
  }

  /// For each set of sides, whether it is one run round the cell, neither empty nor full.
  private static let isOneRun: [Bool] = (0..<64).map { sides in
    let ends = (0..<6).count { sides >> $0 & 1 == 1 && sides >> (($0 + 1) % 6) & 1 == 0 }
    return ends == 1
  }
}
