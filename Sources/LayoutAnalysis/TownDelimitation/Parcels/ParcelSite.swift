import LandModel

/// The parcels round one site: which may be used, and how their land suits an industry.
struct ParcelSite {
  let site: Site
  let parameters: DelimitationParameters
  let net: ParcelNet
  let parcels: ParcelLand
  /// Factors at the lattice's points, by which parcels are judged.
  let land: SiteLand
  /// Units wholly within reach of the seed, ascending.
  let near: [Int]
  /// For each of them the lattice points inside, as rows of the window; the nearest where there is none.
  let points: [[Int]]
  /// For each of them, whether something closes it for towns, and for building.
  let isOpen: [Bool]
  let isBuildable: [Bool]

  init(
    site: Site, radius: Metres, parameters: DelimitationParameters, land index: LandIndex,
    parcels: ParcelLand, net: ParcelNet
  ) {
    self.site = site
    self.parameters = parameters
    self.net = net
    self.parcels = parcels
    let land = SiteLand(site: site, radius: radius, parameters: parameters, land: index)
    self.land = land
    let near = (0..<net.count).filter { unit in
      net.rings[unit].allSatisfy {
        net.positions[Int($0)].distance(to: site.seed) <= radius.value
      }
    }
    self.near = near
    let points = near.map { Self.points(in: net.ring(of: $0), of: land.window) }
    self.points = points
    let outside = parameters.staysInCounty ? parcels.isOutside[site.county] : nil
    let closed = Self.units(
      parcels.closed.map(\.isTaken) + (outside.map { [$0] } ?? []), of: net)
    let unbuildable = Self.units(parcels.closedForBuilding.map(\.isTaken), of: net)
    isOpen = near.map { !closed[$0] }
    let steepest = index.input.elevation == nil ? nil : parameters.steepestBuildingDegrees
    let slopes = steepest == nil ? [] : CellFactors(window: land.window, land: index).slopes()
    isBuildable = near.indices.map { place in
      guard !closed[near[place]], !unbuildable[near[place]] else { return false }
      guard let steepest else { return true }
      return Self.mean(of: slopes, at: points[place]) <= steepest
    }
  }

  /// The mean suitability of each near unit for an industry, 0…1.
  func suitability(for industry: Industry) -> [Double] {
    let values = land.suitability(for: industry)
    return points.map { Self.mean(of: values, at: $0) }
  }

  private static func mean(of values: [Double], at points: [Int]) -> Double {
    points.reduce(0) { $0 + values[$1] } / Double(max(1, points.count))
  }

  /// Units with a parcel that one of the lists takes.
  private static func units(_ lists: [[Bool]], of net: ParcelNet) -> [Bool] {
    var taken = [Bool](repeating: false, count: net.count)
    for list in lists {
      for (parcel, unit) in net.unitOfParcel.enumerated() where unit >= 0 && list[parcel] {
        taken[Int(unit)] = true
      }
    }
    return taken
  }

  /// The window's cells with their centres inside a ring; the one nearest to its middle otherwise.
  private static func points(in ring: [XY], of window: CellWindow) -> [Int] {
    var box = BoundingBox.empty
    for position in ring { box.extend(to: position) }
    let rowHeight = window.lattice.side * 1.5
    var found: [Int] = []
    let lines = window.rowStarts.count - 1
    let first = max(0, Int((box.minY / rowHeight).rounded(.up)) - window.firstRow)
    let last = min(lines - 1, Int((box.maxY / rowHeight).rounded(.down)) - window.firstRow)
    for line in stride(from: first, through: last, by: 1) {
      for cell in window.rowStarts[line]..<window.rowStarts[line + 1] {
        let centre = window.position(cell)
        guard centre.x >= box.minX, centre.x <= box.maxX else { continue }
        if Self.holds(ring, centre) { found.append(cell) }
      }
    }
    guard found.isEmpty else { return found }
    let middle = PlanarMeasure.centroid(of: .polygon(rings: [ring])) ?? box.centre
    return window.row(of: window.lattice.cell(at: middle)).map { [$0] } ?? []
  }

  /// Whether a closed ring holds a position, by the edges that a ray crosses.
  static func holds(_ ring: [XY], _ position: XY) -> Bool {
    var isInside = false
    for (a, b) in zip(ring, ring.dropFirst())
    where Orientation.isCrossed(a, b, byRayEastOf: position) { isInside.toggle() }
    return isInside
  }

  /// The open units' pieces: connected sets of places in `near`.
  func pieces(of isFree: [Bool]) -> [[Int]] {
    var places: [Int: Int] = [:]
    for (place, unit) in near.enumerated() where isFree[place] { places[unit] = place }
    var seen = [Bool](repeating: false, count: near.count)
    var pieces: [[Int]] = []
    for first in near.indices where isFree[first] && !seen[first] {
      var piece = [first]
      seen[first] = true
      var next = 0
      while next < piece.count {
        for other in net.across[near[piece[next]]] where other >= 0 {
          guard let place = places[Int(other)], !seen[place] else { continue }
          seen[place] = true
          piece.append(place)
        }
        next += 1
      }
      pieces.append(piece)
    }
    return pieces
  }

  /// The unit nearest to the seed in a piece of at least an area, as its place; nil beyond the distance.
  func start(_ pieces: [[Int]], area: Double, within distance: Double) -> Int? {
    var (best, nearest) = (-1, Double.infinity)
    for piece in pieces where piece.reduce(0, { $0 + net.areas[near[$1]] }) >= area {
      for place in piece {
        let away = self.distance(to: near[place])
        if (away, place) < (nearest, best) { (best, nearest) = (place, away) }
      }
    }
    return best >= 0 && nearest <= distance ? best : nil
  }

  /// From the seed to a unit; zero inside.
  private func distance(to unit: Int) -> Double {
    let ring = net.ring(of: unit)
    if Self.holds(ring, site.seed) { return 0 }
    return zip(ring, ring.dropFirst()).reduce(.infinity) {
      min($0, LayerEdge(start: $1.0, end: $1.1).distance(to: site.seed))
    }
  }
}
