import LandModel

/// The synthetic permanent basic farmland: clumps of parcels in valleys near settlements.
struct FarmlandField: Sendable {
  static let cell = 150.0
  /// Share of the city's nodes that is farmland.
  static let share = 0.10
  /// Distance between the middles of parcels: about 50 ha each.
  static let parcelSpacing = 720.0

  let frame: GridFrame
  /// Parcel number from 1, or 0 outside.
  let labels: LabelGrid
  /// Metres from each node to the nearest node of farmland.
  let distance: Raster

  init(
    _ terrain: Terrain, drainage: Drainage, settlements: [Settlement], sites: [CandidateSite],
    urban: [UrbanArea], reservoirs: [Reservoir], redLines: RedLineField
  ) {
    let frame = GridFrame(covering: terrain.counties.box, margin: 2 * Self.cell, cell: Self.cell)
    let counties = terrain.counties.raster(frame: frame)
    let noise = terrain.noise(0xFA)
    let room = FarmlandRoom(
      terrain, frame: frame, settlements: settlements, sites: sites, urban: urban,
      reservoirs: reservoirs)
    var wish = [Double](repeating: -.infinity, count: frame.count)
    var cityNodes = 0
    for node in 0..<frame.count where counties[node] >= 0 {
      cityNodes += 1
      let position = frame.position(ofNode: node)
      // More than a red-line cell apart, the two kinds of land cannot overlap.
      guard room.nearness[node] > 0, redLines.distance.value(at: position) > 1.5 * 200
      else { continue }
      let slope = terrain.slope.value(at: position)
      let water = drainage.distanceToStream.value(at: position)
      wish[node] =
        room.nearness[node] - slope / 0.12 - terrain.relief.value(at: position) / 900
        + 0.5 / (1 + water / 1500)
        + 0.9 * noise.fractal(at: position, wavelength: 4200, octaves: 4)
        + room.force[node]
    }
    let ranked = wish.filter { $0 > -.infinity }.sorted(by: >)
    let threshold = ranked[min(Int(Self.share * Double(cityNodes)), ranked.count - 1)]
    let parcels = ParcelSeeds(frame: frame, terrain: terrain)
    var labels = LabelGrid(
      frame: frame,
      labels: (0..<frame.count).map { node in
        wish[node] > threshold ? parcels.nearest(to: frame.position(ofNode: node)) : 0
      })
    labels.removeComponents(smallerThan: 5)
    labels = labels.withoutEdgeNodes(of: counties)
    self.frame = frame
    self.labels = labels
    distance = DistanceField.distances(to: labels.labels.map { $0 != 0 }, frame: frame)
  }

  func regions(_ terrain: Terrain) -> [BoundaryNet.Region] {
    var net = BoundaryNet(labels)
    let noise = terrain.noise(0xFC)
    net.relax(passes: 3) { position in
      XY(
        14 * noise.value(at: position, wavelength: 300),
        14 * noise.value(at: XY(position.y, position.x), wavelength: 300))
    }
    return net.regions(droppingVerticesWithin: 14)
  }
}

extension LabelGrid {
  /// Clears nodes beside nodes outside the city, so that no parcel crosses the border.
  fileprivate func withoutEdgeNodes(of counties: [Int8]) -> LabelGrid {
    var copy = self
    for node in labels.indices where labels[node] != 0 {
      frame.forEachNeighbour(of: node) { neighbour, _ in
        if counties[neighbour] < 0 { copy.labels[node] = 0 }
      }
    }
    return copy
  }
}

/// Where farmland may lie: near settlements, with room for houses and for the wished towns.
struct FarmlandRoom {
  /// 0 where there may be none, else up to 1 near a settlement.
  private(set) var nearness: [Double]
  /// Added to the wish round sites that farmland shall enclose.
  private(set) var force: [Double]

  init(
    _ terrain: Terrain, frame: GridFrame, settlements: [Settlement], sites: [CandidateSite],
    urban: [UrbanArea], reservoirs: [Reservoir]
  ) {
    nearness = Array(repeating: 0, count: frame.count)
    force = Array(repeating: 0, count: frame.count)
    for settlement in settlements {
      for node in frame.nodes(round: settlement.position, reach: 4500) {
        let distance = frame.position(ofNode: node).distance(to: settlement.position)
        nearness[node] = max(nearness[node], 1 - distance / 4500)
      }
    }
    let noise = terrain.noise(0xFB)
    for settlement in settlements {
      let houses = settlement.kind == .village ? 330.0 : 650
      clear(frame, round: settlement.position, reach: houses) { _, distance in distance < houses }
    }
    for area in urban {
      let reach = (area.shape.radii.max() ?? 0) + 300
      clear(frame, round: area.shape.centre, reach: reach) { position, _ in
        area.shape.excess(at: position) < 250
      }
    }
    for position in reservoirs.lazy.flatMap(\.rings).joined() {
      clear(frame, round: position, reach: 350) { _, distance in distance < 350 }
    }
    for reservoir in reservoirs { clearInside(reservoir, frame) }
    for site in sites { apply(site, frame, noise) }
  }

  private mutating func apply(_ site: CandidateSite, _ frame: GridFrame, _ noise: GradientNoise) {
    let centre = site.settlement.position
    guard site.ground == .farmlandRing else {
      let radius = site.ground == .open ? 0.82 * site.room + 180 : 900
      clear(frame, round: centre, reach: 1.4 * radius) { position, distance in
        distance < radius * (1 + 0.3 * noise.value(at: position, wavelength: 1900))
      }
      return
    }
    for node in frame.nodes(round: centre, reach: 2500) {
      let position = frame.position(ofNode: node)
      let distance = position.distance(to: centre)
      let free = site.room * (1 + 0.12 * noise.value(at: position, wavelength: 900))
      if distance < free { nearness[node] = 0 }
      if distance >= free, distance < 2500 { (nearness[node], force[node]) = (1, 20) }
    }
  }

  private mutating func clear(
    _ frame: GridFrame, round centre: XY, reach: Double, _ isClear: (XY, Double) -> Bool
  ) {
    for node in frame.nodes(round: centre, reach: reach) {
      let position = frame.position(ofNode: node)
      if isClear(position, position.distance(to: centre)) { nearness[node] = 0 }
    }
  }

  private mutating func clearInside(_ reservoir: Reservoir, _ frame: GridFrame) {
    let water = GeometryColumn([.polygon(rings: reservoir.rings)])
    let box = water.boundingBox(ofRow: 0)
    clear(frame, round: box.centre, reach: max(box.width, box.height) / 2) { position, _ in
      water.contains(position, inRow: 0)
    }
  }
}

/// Middles of parcels, jittered on a lattice: the cells of nearest middles are the parcels.
struct ParcelSeeds {
  private let origin: XY
  private let columns: Int
  private let rows: Int
  private let points: [XY]

  init(frame: GridFrame, terrain: Terrain) {
    var generator = terrain.generator(0xFD)
    let spacing = FarmlandField.parcelSpacing
    origin = frame.origin
    columns = Int(Double(frame.columns) * frame.cell / spacing) + 2
    rows = Int(Double(frame.rows) * frame.cell / spacing) + 2
    var points: [XY] = []
    for row in 0..<rows {
      for column in 0..<columns {
        points.append(
          XY(
            origin.x + (Double(column) + 0.1 + 0.8 * generator.unit()) * spacing,
            origin.y + (Double(row) + 0.1 + 0.8 * generator.unit()) * spacing))
      }
    }
    self.points = points
  }

  /// The number, from 1, of the middle nearest to a position.
  func nearest(to position: XY) -> Int32 {
    let spacing = FarmlandField.parcelSpacing
    let column = Int((position.x - origin.x) / spacing)
    let row = Int((position.y - origin.y) / spacing)
    var (best, least) = (0, Double.infinity)
    for r in max(0, row - 2)...min(rows - 1, row + 2) {
      for c in max(0, column - 2)...min(columns - 1, column + 2) {
        let distance = points[r * columns + c].distance(to: position)
        if distance < least { (best, least) = (r * columns + c, distance) }
      }
    }
    return Int32(best + 1)
  }
}
