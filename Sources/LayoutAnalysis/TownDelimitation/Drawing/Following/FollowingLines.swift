import LandModel

/// The features of the plan's `follow` layers, for drawing one town.
struct FollowedFeatures {
  /// In plan order.
  let layers: [IndexedLayer]

  /// How far a followed feature may lie from the smooth line, in cells: half of one, as far as the centre that it must
  /// not pass.
  static let tolerance = 0.5
  /// The least length of a run, in cells; a shorter one is a kink, no border.
  static let leastLength = 3.0
}

/// Draws a town's line along features where it can, and gives the area back elsewhere.
struct FollowingLines {
  let town: CellOutline
  let construction: CellOutline
  let features: FollowedFeatures
  let keepsTownCorners: Bool
  let keepsConstructionCorners: Bool

  /// The lines with as many runs as can be kept, the longest first; nil where none can.
  ///
  /// A run that cannot be kept beside those before it is tried by halves, then given up.
  func lines() -> TownLines? {
    let smooth = SmoothOutline(town, keepsClosedCorners: keepsTownCorners)
    guard let line = smooth.line() else { return nil }
    let track = BoundaryTrack(smooth.corners(shift: line.shift, straightAt: line.shift))
    let land = FollowedLand(town: town, construction: construction)
    let width = town.window.lattice.width
    let net = FollowedNet(
      features.layers, along: track, within: FollowedFeatures.tolerance * width, on: land)
    guard !net.links.isEmpty else { return nil }
    let runs = FollowedRuns(
      net, track: track, land: land, layerCount: features.layers.count,
      least: FollowedFeatures.leastLength * width)
    var kept: [FollowedRun] = []
    var best: TownLines?
    var paths = runs.paths()
    var next = 0
    while next < paths.count {
      let path = paths[next]
      next += 1
      if let run = runs.run(along: path),
        let lines = lines(kept + [run], smooth, shift: line.shift, land)
      {
        kept.append(run)
        best = lines
      } else {
        paths += runs.halves(of: path)
      }
    }
    return best
  }

  /// The lines with some runs; nil where they do not keep what lines must.
  private func lines(
    _ runs: [FollowedRun], _ smooth: SmoothOutline, shift reference: Double, _ land: FollowedLand
  ) -> TownLines? {
    func ring(_ shift: Double) -> [XY] {
      Self.ring(of: smooth.corners(shift: shift, straightAt: reference), runs)
    }
    let shift = smooth.areaShift(of: ring)
    let outer = ring(shift)
    guard smooth.keepsArea(outer), land.keepsCentres(outer), isOpen(outer, runs, land),
      RingCheck(outer).isSimple
    else { return nil }
    var built = construction
    for cell in runs.flatMap(\.cells) { built.mayFill[cell] = false }
    let inner = SmoothOutline(
      built, keepsClosedCorners: keepsConstructionCorners,
      host: SmoothOutline.Host(
        cells: town, keepsClosedCorners: keepsTownCorners, shift: shift)
    ).line()
    guard let inner, RingCheck(outer).holds(RingCheck(inner.geometry.positions)) else { return nil }
    let perimeter = zip(outer, outer.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
    return TownLines(
      town: .polygon(rings: [outer]), construction: inner.geometry,
      followed: features.layers.indices.map { layer in
        runs.reduce(0) { $0 + $1.lengths[layer] } / perimeter
      })
  }

  /// Whether the ways to the runs, which hang on corners that were shifted, enter no cell that they must not.
  private func isOpen(_ ring: [XY], _ runs: [FollowedRun], _ land: FollowedLand) -> Bool {
    let ends = Set(runs.flatMap { $0.positions.prefix(1) + $0.positions.suffix(1) })
    return zip(ring, ring.dropFirst()).allSatisfy { start, end in
      !(ends.contains(start) || ends.contains(end)) || land.cells(from: start, to: end) != nil
    }
  }

  /// The smooth line's corners with the runs in the place of those between, closed.
  private static func ring(of corners: [SmoothOutline.Corner], _ runs: [FollowedRun]) -> [XY] {
    var ring: [XY] = []
    func add(_ position: XY) {
      // A road may begin right on the line.
      if position != ring.last { ring.append(position) }
    }
    for corner in corners {
      let isReplaced = runs.contains { run in
        run.before < run.after
          ? corner.number > run.before && corner.number < run.after
          : corner.number > run.before || corner.number < run.after
      }
      if !isReplaced { add(corner.position) }
      for run in runs where run.before == corner.number { run.positions.forEach(add) }
    }
    if ring.count > 1, ring.last == ring.first { ring.removeLast() }
    return ring + ring.prefix(1)
  }
}
