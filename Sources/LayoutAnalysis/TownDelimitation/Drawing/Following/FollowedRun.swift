import LandModel

/// A part of a town's line that lies on features, with the two corners of the smooth line that it hangs on.
struct FollowedRun {
  /// Along the features, corners and ends alone.
  let positions: [XY]
  /// Length on features of each layer, by place in the plan's list.
  let lengths: [Double]
  /// Numbers of the smooth line's last corner before the run and of the first one after it.
  let before: Int
  let after: Int
  /// Cells that the run and the ways to it enter.
  let cells: [Int]

  var length: Double { lengths.reduce(0, +) }
}

/// Finds the runs along a town's smooth line.
///
/// A run is a path of the net that goes on along the line from piece to piece and is as long as any; runs do not
/// overlap. The longest way is found by the order of nodes along the line, as in any graph without circles.
struct FollowedRuns {
  let net: FollowedNet
  let track: BoundaryTrack
  let land: FollowedLand
  let layerCount: Int
  /// The least length that a run takes along the line, metres.
  let least: Double
  /// Nodes by their order along the line, from the widest stretch without any.
  private let order: [Int]
  /// Length along the line from there, by node.
  private let along: [Double]
  /// The corner of the line that a run which begins or ends at a node hangs on; nil where none will do.
  private let before: [Int?]
  private let after: [Int?]
  private let linksTo: [[FollowedNet.Link]]

  init(
    _ net: FollowedNet, track: BoundaryTrack, land: FollowedLand, layerCount: Int, least: Double
  ) {
    self.net = net
    self.track = track
    self.land = land
    self.layerCount = layerCount
    self.least = least
    let origin = Self.origin(net, track)
    let along = net.nodes.map { node in
      let way = node.place.along - origin
      return way < 0 ? way + track.length : way
    }
    self.along = along
    order = net.nodes.indices.sorted {
      (along[$0], net.nodes[$0].place.ahead, $0) < (along[$1], net.nodes[$1].place.ahead, $1)
    }
    var linksTo = [[FollowedNet.Link]](repeating: [], count: net.nodes.count)
    for link in net.links where along[link.from] <= along[link.to] { linksTo[link.to].append(link) }
    self.linksTo = linksTo
    before = net.nodes.map { Self.corner(before: $0, track, land) }
    after = net.nodes.map { Self.corner(after: $0, track, land) }
  }

  /// A path: nodes in the order of the line, and the layer of the way to each but the first.
  struct Path {
    var nodes: [Int]
    var layers: [Int]
  }

  /// The longest path, then the longest beside it, and so on.
  ///
  /// - Complexity: O(paths · (nodes + links)).
  func paths() -> [Path] {
    var taken: [ClosedRange<Double>] = []
    var paths: [Path] = []
    while let path = longestPath(beside: taken) {
      paths.append(path)
      guard let span = span(of: path) else { break }
      taken.append(span)
    }
    return paths
  }

  /// The two halves of a path, with the ways to them, that are long enough themselves.
  func halves(of path: Path) -> [Path] {
    guard let first = path.nodes.first, let last = path.nodes.last else { return [] }
    let middle = (along[first] + along[last]) / 2
    let ends = path.nodes.indices.filter {
      after[path.nodes[$0]] != nil && end(of: path.nodes[$0]) <= middle
    }
    let starts = path.nodes.indices.filter {
      before[path.nodes[$0]] != nil && start(of: path.nodes[$0]) >= middle
    }
    var halves: [Path] = []
    if let end = ends.last {
      halves.append(
        Path(nodes: Array(path.nodes[...end]), layers: Array(path.layers[..<end])))
    }
    if let start = starts.first {
      halves.append(
        Path(nodes: Array(path.nodes[start...]), layers: Array(path.layers[start...])))
    }
    return halves.filter { half in
      guard let first = half.nodes.first, let last = half.nodes.last else { return false }
      return along[last] - along[first] >= least
    }
  }

  /// A path as a run; nil where it hangs on no corner.
  func run(along path: Path) -> FollowedRun? {
    guard let first = path.nodes.first, let last = path.nodes.last, let before = before[first],
      let after = after[last]
    else { return nil }
    var lengths = [Double](repeating: 0, count: layerCount)
    var positions = [net.nodes[first].position]
    for (number, layer) in path.layers.enumerated() {
      let (from, to) = (net.nodes[path.nodes[number]], net.nodes[path.nodes[number + 1]])
      lengths[layer] += from.position.distance(to: to.position)
      if to.isCorner || path.nodes[number + 1] == last { positions.append(to.position) }
    }
    let whole = [track[before]] + positions + [track[after]]
    var cells: Set<Int> = []
    for (start, end) in zip(whole, whole.dropFirst()) {
      guard let entered = land.cells(from: start, to: end) else { return nil }
      cells.formUnion(entered)
    }
    return FollowedRun(
      positions: positions, lengths: lengths, before: track.corners[before].number,
      after: track.corners[after].number, cells: cells.sorted())
  }

  /// The stretch of the line that a path takes, with the ways to it.
  private func span(of path: Path) -> ClosedRange<Double>? {
    guard let first = path.nodes.first, let last = path.nodes.last else { return nil }
    let (low, high) = (start(of: first), end(of: last))
    return low <= high ? low...high : nil
  }

  private func start(of node: Int) -> Double {
    guard let corner = before[node] else { return along[node] }
    return along[node] + track.way(from: net.nodes[node].place.along, to: track.starts[corner])
  }

  private func end(of node: Int) -> Double {
    guard let corner = after[node] else { return along[node] }
    return along[node] + track.way(from: net.nodes[node].place.along, to: track.starts[corner])
  }

  /// The best way to a node: where it began, how far off the line it went, and whence it came.
  private struct Way {
    var start: Double
    var cost: Double
    var link: FollowedNet.Link?
  }

  private func longestPath(beside taken: [ClosedRange<Double>]) -> Path? {
    var ways = [Way?](repeating: nil, count: net.nodes.count)
    var best: (length: Double, cost: Double, node: Int)?
    for node in order where !taken.contains(where: { $0.contains(along[node]) }) {
      var way: Way?
      let start = start(of: node)
      if before[node] != nil, start >= 0,
        !taken.contains(where: { $0.overlaps(start...max(start, along[node])) })
      {
        way = Way(start: along[node], cost: 0, link: nil)
      }
      for link in linksTo[node] {
        guard let previous = ways[link.from] else { continue }
        let piece = net.nodes[link.from].position.distance(to: net.nodes[node].position)
        let distance = net.nodes[link.from].place.distance + net.nodes[node].place.distance
        let next = Way(
          start: previous.start, cost: previous.cost + piece * distance / 2, link: link)
        if way.map({ (next.start, next.cost) < ($0.start, $0.cost) }) ?? true { way = next }
      }
      ways[node] = way
      let end = end(of: node)
      guard let way, after[node] != nil, end <= track.length,
        !taken.contains(where: { $0.overlaps(min(end, along[node])...end) })
      else { continue }
      let length = along[node] - way.start
      guard length >= least else { continue }
      if best.map({ length > $0.length || (length == $0.length && way.cost < $0.cost) }) ?? true {
        best = (length, way.cost, node)
      }
    }
    return best.map { path(to: $0.node, ways) }
  }

  private func path(to node: Int, _ ways: [Way?]) -> Path {
    var path = Path(nodes: [node], layers: [])
    var current = node
    while let link = ways[current]?.link {
      path.nodes.append(link.from)
      path.layers.append(link.layer)
      current = link.from
    }
    return Path(nodes: path.nodes.reversed(), layers: path.layers.reversed())
  }
}

extension FollowedRuns {
  /// The middle of the widest stretch of the line with no node beside it.
  private static func origin(_ net: FollowedNet, _ track: BoundaryTrack) -> Double {
    let places = net.nodes.map(\.place.along).sorted()
    guard let first = places.first, let last = places.last else { return 0 }
    var (widest, origin) = (first + track.length - last, (last + first + track.length) / 2)
    for (low, high) in zip(places, places.dropFirst()) where high - low > widest {
      (widest, origin) = (high - low, (low + high) / 2)
    }
    return origin >= track.length ? origin - track.length : origin
  }

  /// The corner that a run beginning at a node hangs on: as far back as the node lies off the line, so that the
  /// line turns by half a right angle at most.
  private static func corner(
    before node: FollowedNet.Node, _ track: BoundaryTrack, _ land: FollowedLand
  ) -> Int? {
    let count = track.corners.count
    var corner = node.place.edge
    for _ in 0..<count {
      let back = -track.way(from: node.place.along, to: track.starts[corner])
      if back >= node.place.distance { break }
      corner = (corner + count - 1) % count
    }
    let ring =
      [track[corner], node.position, node.place.position]
      + track.corners(after: corner, upTo: node.place.edge).reversed()
    return hangs(ring, land) ? corner : nil
  }

  /// The corner that a run ending at a node hangs on, as far ahead.
  private static func corner(
    after node: FollowedNet.Node, _ track: BoundaryTrack, _ land: FollowedLand
  ) -> Int? {
    let count = track.corners.count
    var corner = (node.place.edge + 1) % count
    for _ in 0..<count {
      let ahead = track.way(from: node.place.along, to: track.starts[corner])
      if ahead >= node.place.distance { break }
      corner = (corner + 1) % count
    }
    let ring =
      [track[corner], node.position, node.place.position]
      + track.corners(after: node.place.edge, upTo: corner)
    return hangs(ring, land) ? corner : nil
  }

  private static func hangs(_ ring: [XY], _ land: FollowedLand) -> Bool {
    land.cells(from: ring[0], to: ring[1]) != nil && land.isWithoutCentre(ring)
  }
}
