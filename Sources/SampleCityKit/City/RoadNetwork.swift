import LandModel

/// Roads over raster nodes: every step between neighbours at most once, in its best rank.
struct RoadNetwork {
  private let frame: GridFrame
  /// Whether a road passes a node.
  private(set) var isOnRoad: [Bool]
  /// Rank of the step from a node in each of eight directions, 0 where there is none.
  private var ranks: [UInt8]
  private var pinned: [Int: XY] = [:]

  init(frame: GridFrame) {
    self.frame = frame
    isOnRoad = Array(repeating: false, count: frame.count)
    ranks = Array(repeating: 0, count: frame.count * 8)
  }

  /// Adds a path; steps that are there already keep the better (smaller) rank.
  mutating func add(_ path: [Int], rank: Int) {
    for node in path { isOnRoad[node] = true }
    for index in path.indices.dropFirst() {
      set(path[index - 1], path[index], UInt8(rank))
      set(path[index], path[index - 1], UInt8(rank))
    }
  }

  /// Lets a node stand for a position near it, such as a settlement's.
  mutating func pin(_ node: Int, _ position: XY) { pinned[node] = position }

  private mutating func set(_ from: Int, _ to: Int, _ rank: UInt8) {
    let slot = from * 8 + direction(from, to)
    ranks[slot] = ranks[slot] == 0 ? rank : min(ranks[slot], rank)
  }

  /// Steps by their direction, from south-west over the rows to north-east.
  private func direction(_ from: Int, _ to: Int) -> Int {
    let dx = to % frame.columns - from % frame.columns
    let dy = to / frame.columns - from / frame.columns
    let slot = (dy + 1) * 3 + dx + 1
    return slot > 4 ? slot - 1 : slot
  }

  private func target(_ node: Int, _ direction: Int) -> Int {
    let slot = direction > 3 ? direction + 1 : direction
    return node + (slot / 3 - 1) * frame.columns + slot % 3 - 1
  }

  /// The stretches between junctions, ends and changes of rank.
  func lines(shift: GradientNoise) -> [TransportLine] {
    var isUsed = [Bool](repeating: false, count: ranks.count)
    var lines: [TransportLine] = []
    var counts = [0, 0, 0, 0]
    for pass in 0..<2 {
      for start in 0..<frame.count where isOnRoad[start] && (pass == 1 || isEnd(start)) {
        for step in 0..<8 where ranks[start * 8 + step] > 0 && !isUsed[start * 8 + step] {
          let rank = ranks[start * 8 + step]
          let nodes = stretch(from: start, step, &isUsed)
          counts[Int(rank)] += 1
          let kind: TransportLine.Kind = rank == 1 ? .national : rank == 2 ? .provincial : .county
          lines.append(
            TransportLine(
              kind: kind, name: "示意\(kind.rawValue)\(counts[Int(rank)])段",
              line: drawn(nodes, shift)))
        }
      }
    }
    return lines
  }

  private func steps(_ node: Int) -> [Int] { (0..<8).filter { ranks[node * 8 + $0] > 0 } }

  private func isEnd(_ node: Int) -> Bool {
    let steps = steps(node)
    return steps.count != 2 || ranks[node * 8 + steps[0]] != ranks[node * 8 + steps[1]]
      || pinned[node] != nil
  }

  private func stretch(from start: Int, _ first: Int, _ isUsed: inout [Bool]) -> [Int] {
    var nodes = [start]
    var step = first
    while true {
      let node = nodes[nodes.count - 1]
      let next = target(node, step)
      isUsed[node * 8 + step] = true
      isUsed[next * 8 + direction(next, node)] = true
      nodes.append(next)
      guard next != start, !isEnd(next),
        let onward = steps(next).first(where: { !isUsed[next * 8 + $0] })
      else { return nodes }
      step = onward
    }
  }

  private func drawn(_ nodes: [Int], _ shift: GradientNoise) -> [XY] {
    let points = nodes.map { node in
      if let position = pinned[node] { return position }
      let position = frame.position(ofNode: node)
      return XY(
        position.x + 180 * shift.value(at: position, wavelength: 2100),
        position.y + 180 * shift.value(at: XY(position.y, position.x), wavelength: 2100))
    }
    return Smoothing.simplified(Smoothing.chaikin(points, passes: 2), tolerance: 12)
  }
}
