import Foundation
import LandModel
import Topology

/// A narrow piece of land within a feature.
struct NarrowPiece {
  /// The land between the facing stretches of boundary, closed by straight lines across it.
  let outline: Geometry
  /// The least distance across it, in metres.
  let width: Double
  let planarArea: Double
  /// Of the rectangle with its area and perimeter, in metres.
  let length: Double
  /// The edge at its narrowest place, by its first vertex in the column.
  let edge: Int
  /// Whether it ends within the feature's boundary, as a strip does that runs out to nothing.
  let isDeadEnd: Bool
}

/// Puts narrow places together to pieces of land, and leaves out what is only a corner.
struct NarrowPieces {
  /// By the edge at the narrowest place.
  private(set) var pieces: [NarrowPiece] = []

  private let stations: BoundaryStations
  private let row: Int
  private let limit: Double
  private let corner: SpikeLimits
  private let workspace: Workspace
  private let hasLandOnLeft: (Int) -> Bool

  /// - Parameters:
  ///   - limit: what the places are nearer than.
  ///   - corner: a dead end that tapers by this angle or more is an ordinary corner, however blunt; one with a
  ///     tip that is a spike is left to the rule about spikes.
  init(
    _ places: [NarrowPlace], _ column: GeometryColumn, row: Int, limit: Double,
    corner: SpikeLimits, workspace: Workspace, hasLandOnLeft: @escaping (Int) -> Bool
  ) throws(TopologyError) {
    self.workspace = workspace
    self.row = row
    stations = BoundaryStations(column, row: row)
    (self.limit, self.corner, self.hasLandOnLeft) = (limit, corner, hasLandOnLeft)
    var stretches: [BoundaryStretch] = []
    for place in places { stretches += sides(of: place) }
    stretches += sharpCorners(row: row)
    // Stretches a quarter of the limit apart are one side: a jag of the boundary, no opening.
    let sides = JoinedStretches(stretches, gap: limit / 4) { [stations] in
      stations.length(ofRing: $0)
    }
    var groups = DisjointGroups(count: sides.joined.count)
    for index in places.indices {
      _ = groups.join(sides.place[2 * index], sides.place[2 * index + 1])
    }
    var members: [Int: [BoundaryStretch]] = [:]
    for index in sides.joined.indices {
      members[groups.root(of: index), default: []].append(sides.joined[index])
    }
    var narrowest: [Int: NarrowPlace] = [:]
    for (index, place) in places.enumerated() {
      let root = groups.root(of: sides.place[2 * index])
      if place.isNarrower(than: narrowest[root]) { narrowest[root] = place }
    }
    for root in members.keys.sorted() {
      guard let sides = members[root], let place = narrowest[root] else { continue }
      if let piece = try piece(between: sides, narrowest: place) { pieces.append(piece) }
    }
    pieces.sort { ($0.edge, $0.width) < ($1.edge, $1.width) }
  }

  /// The two sides of a place; at a dead end both are the whole way round it.
  private func sides(of place: NarrowPlace) -> [BoundaryStretch] {
    let ways = stations.ways
    let (ring, other) = (ways.ring(of: place.first), ways.ring(of: place.second))
    func side(_ ring: Int, _ edge: Int, _ stretch: ClosedRange<Double>) -> BoundaryStretch {
      BoundaryStretch(
        ring: ring, low: stations.station(edge, stretch.lowerBound),
        high: stations.station(edge, stretch.upperBound))
    }
    let first = side(ring, place.first, place.firstStretch)
    let second = side(other, place.second, place.secondStretch)
    guard ring == other else { return [first, second] }
    let length = stations.length(ofRing: ring)
    if isDeadEnd(from: first, to: second, lap: 0) {
      let round = BoundaryStretch(ring: ring, low: first.low, high: second.high)
      return [round, round]
    }
    if isDeadEnd(from: second, to: first, lap: length) {
      let round = BoundaryStretch(ring: ring, low: second.low, high: first.high + length)
      return [round, round]
    }
    return [first, second]
  }

  /// Whether the way round from one side to the other encloses no wide place: land behind a line across
  /// that holds a disc of diameter t has, with that line, a boundary of πt and an area of πt²/4 at least.
  private func isDeadEnd(
    from side: BoundaryStretch, to other: BoundaryStretch, lap: Double
  ) -> Bool {
    let way = other.low + lap - side.high
    guard way < 4 * Double.pi * limit else { return false }
    let path = stations.positions(
      along: BoundaryStretch(ring: side.ring, low: side.high, high: max(side.high, other.low + lap))
    )
    guard let start = path.first, let end = path.last else { return true }
    return way + start.distance(to: end) < Double.pi * limit
      || abs(PlanarMeasure.signedArea(ofRing: (path + [start])[...])) < Double.pi / 4 * limit
        * limit
  }

  /// The ways round corners so sharp that the triangle behind a line of length t across may be larger than
  /// a disc of diameter t: those below 2 atan(1/π), about 35°.
  private func sharpCorners(row: Int) -> [BoundaryStretch] {
    let ways = stations.ways
    var found: [BoundaryStretch] = []
    for ring in ways.column.rings(ofRow: row) {
      let landOnLeft = hasLandOnLeft(ring)
      for corner in RingCorners(ways.column, ring: ring).corners
      where (corner.turn > 0) == landOnLeft && corner.degrees < 2 * atan(1 / .pi) * 180 / .pi {
        let before = ways.edge(before: corner.index, in: ring)
        let (incoming, outgoing) = (ways.segment(before), ways.segment(corner.index))
        guard let near = incoming.stretch(nearerThan: limit, to: outgoing),
          let far = outgoing.stretch(nearerThan: limit, to: incoming)
        else { continue }
        let lap = before > corner.index ? stations.length(ofRing: ring) : 0
        found.append(
          BoundaryStretch(
            ring: ring, low: stations.station(before, near.lowerBound),
            high: stations.station(corner.index, far.upperBound) + lap))
      }
    }
    return found
  }

  private func piece(
    between sides: [BoundaryStretch], narrowest place: NarrowPlace
  ) throws(TopologyError) -> NarrowPiece? {
    func isWhole(_ side: BoundaryStretch) -> Bool {
      side.length >= stations.length(ofRing: side.ring) - EdgeGap.touch
    }
    let open = sides.filter { !isWhole($0) }
    let whole = sides.filter(isWhole)
    var isDeadEnd = false
    if open.count == 1, whole.isEmpty { isDeadEnd = try !holdsDisc(open[0]) }
    if isDeadEnd, isCorner(open[0]) { return nil }
    var rings = whole.map { path(along: $0) }
    if !open.isEmpty { rings.append(loop(of: open)) }
    rings.sort {
      abs(PlanarMeasure.signedArea(ofRing: $0[...]))
        > abs(PlanarMeasure.signedArea(ofRing: $1[...]))
    }
    let outline = try land(within: .polygon(rings: rings))
    let area = PlanarMeasure.area(of: outline).value
    let perimeter = PlanarMeasure.length(of: outline).value
    let root = max(0, perimeter * perimeter - 16 * area).squareRoot()
    return NarrowPiece(
      outline: outline, width: place.gap.distance, planarArea: area, length: (perimeter + root) / 4,
      edge: place.first, isDeadEnd: isDeadEnd)
  }

  /// What of an outline is land of the feature: lines across may cut a bay, and each other where many sides
  /// meet.
  private func land(within outline: Geometry) throws(TopologyError) -> Geometry {
    var shape = try Shape(outline, in: workspace)
    let isValid = try shape.isValid()
    if !isValid { shape = try shape.madeValid() }
    let inside = try shape.intersection(
      with: Shape(row: row, of: stations.ways.column, in: workspace))
    // As it was, where nothing but rounding lies outside.
    let lost = try shape.planarArea().value - inside.planarArea().value
    return isValid && lost <= EdgeGap.touch * limit ? outline : try inside.polygons()
  }

  /// Whether a side runs round a wide place, as where sharp corners and necks lie all along it.
  private func holdsDisc(_ side: BoundaryStretch) throws(TopologyError) -> Bool {
    let path = path(along: side)
    let ring = path + path.prefix(1)
    let area = abs(PlanarMeasure.signedArea(ofRing: ring[...]))
    guard area >= Double.pi / 4 * limit * limit else { return false }
    let land = try land(within: .polygon(rings: [ring]))
    return try !Shape(land, in: workspace).buffered(by: Metres(-limit / 2)).isEmpty
  }

  /// Whether a dead end is an ordinary corner, shallow, or the body of a spike.
  private func isCorner(_ side: BoundaryStretch) -> Bool {
    let path = path(along: side)
    guard let start = path.first, let end = path.last else { return true }
    let mouth = Segment(start: start, end: end)
    let width = mouth.length
    let depth =
      path.map { $0.distance(to: mouth.position(at: mouth.share(nearest: $0))) }.max() ?? 0
    guard depth >= width, depth > 0 else { return true }
    let area = abs(PlanarMeasure.signedArea(ofRing: (path + [start])[...]))
    // A trapezoid of that mouth, depth and area: the width at its far end, and how fast it tapers.
    let far = max(0, 2 * area / depth - width)
    let taper = 2 * atan((width - far) / (2 * depth)) * 180 / .pi
    guard taper < corner.degrees else { return true }
    return RingCorners(path: path).corners.contains(where: corner.isBroken)
  }

  private func path(along side: BoundaryStretch) -> [XY] {
    let path = stations.positions(along: side)
    return hasLandOnLeft(side.ring) ? path : path.reversed()
  }

  /// One ring over all sides, the nearest ends joined first; none is closed before all are in it.
  private func loop(of sides: [BoundaryStretch]) -> [XY] {
    let paths = sides.map { path(along: $0) }
    var joins: [(distance: Double, from: Int, to: Int)] = []
    for (from, path) in paths.enumerated() {
      guard let end = path.last else { continue }
      for (to, other) in paths.enumerated() where to != from {
        joins.append((end.distance(to: other[0]), from, to))
      }
    }
    var next = [Int?](repeating: nil, count: paths.count)
    var hasPrevious = [Bool](repeating: false, count: paths.count)
    var chains = DisjointGroups(count: paths.count)
    for join in joins.sorted(by: { $0 < $1 })
    where next[join.from] == nil && !hasPrevious[join.to] && chains.join(join.from, join.to) {
      next[join.from] = join.to
      hasPrevious[join.to] = true
    }
    var loop: [XY] = []
    var current = hasPrevious.firstIndex(of: false)
    while let index = current {
      loop += paths[index]
      current = next[index]
    }
    return loop + loop.prefix(1)
  }
}
