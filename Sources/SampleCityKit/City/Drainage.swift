import LandModel

/// Where water runs over the relief, from every node to the edge of the frame.
struct Drainage: Sendable {
  /// The next node down, or −1 at the edge of the frame.
  let downstream: [Int]
  /// Nodes that drain through a node, itself included.
  let upstreamCount: [Int]
  /// Metres from each node to the nearest stream node of the frame.
  let distanceToStream: Raster
  let isStream: [Bool]

  /// Streams begin where 40 km² gather.
  static let streamArea = 40e6

  /// Fills hollows and routes every node to the edge of the frame (priority flood: Barnes, Lehman and
  /// Mulla 2014), then counts what drains through each.
  ///
  /// - Complexity: O(n log n) in the nodes.
  init(_ terrain: Terrain) {
    let frame = terrain.relief.frame
    var downstream = [Int](repeating: -1, count: frame.count)
    var isReached = [Bool](repeating: false, count: frame.count)
    var queue = PriorityQueue()
    var generator = terrain.generator(0xF10)
    let chance = (0..<frame.count).map { _ in generator.unit() }
    for node in 0..<frame.count {
      let (column, row) = (node % frame.columns, node / frame.columns)
      guard column == 0 || row == 0 || column == frame.columns - 1 || row == frame.rows - 1
      else { continue }
      isReached[node] = true
      queue.push(node, key: terrain.relief.values[node])
    }
    var order: [Int] = []
    order.reserveCapacity(frame.count)
    while let (level, node) = queue.pop() {
      order.append(node)
      frame.forEachNeighbour(of: node) { neighbour, _ in
        guard !isReached[neighbour] else { return }
        isReached[neighbour] = true
        downstream[neighbour] = node
        // A hollow fills to its rim and a little more by chance, so that water winds through it.
        let rise = 0.01 + 3 * chance[neighbour]
        queue.push(neighbour, key: max(terrain.relief.values[neighbour], level + rise))
      }
    }
    var upstream = [Int](repeating: 1, count: frame.count)
    for node in order.reversed() where downstream[node] >= 0 {
      upstream[downstream[node]] += upstream[node]
    }
    let threshold = Int(Self.streamArea / (frame.cell * frame.cell))
    let isStream = upstream.map { $0 >= threshold }
    self.downstream = downstream
    upstreamCount = upstream
    self.isStream = isStream
    distanceToStream = DistanceField.distances(to: isStream, frame: frame)
  }
}
