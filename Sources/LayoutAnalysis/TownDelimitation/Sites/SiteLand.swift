import LandModel

/// Cells that something takes from a town or from building.
struct ClosedLand {
  /// What takes them, in planning words.
  let title: LocalizedText
  /// One for each cell of the window.
  let isTaken: [Bool]
}

/// The land round one site: its cells, what closes them, and what each factor is worth there.
///
/// Made once for a site and shared by its industries.
struct SiteLand {
  let site: Site
  let window: CellWindow
  /// Area of a cell on the ellipsoid, at the middle of the window.
  let cellArea: SquareMetres
  /// What closes land for the town.
  let closed: [ClosedLand]
  /// What closes land for building only.
  let closedForBuilding: [ClosedLand]
  /// Layers of which a town may hold only so much, with the constraint.
  let limited: [(constraint: Constraint, land: ClosedLand)]
  let isOpen: [Bool]
  let isBuildable: [Bool]
  /// Values of the factors that the site's industries use, by name.
  let factors: [String: [Double]]
  /// What boundaries are to run along; nil where that is asked of none.
  let followed: FollowedFeatures?

  init(site: Site, radius: Metres, parameters: DelimitationParameters, land: LandIndex) {
    self.site = site
    followed =
      parameters.follow.isEmpty
      ? nil : FollowedFeatures(layers: parameters.follow.compactMap { land.followed[$0] })
    let lattice = HexagonLattice(cellSize: parameters.cellSize)
    // Two cells more than towns may reach, so that outlines know what lies beyond.
    let window = CellWindow(
      lattice: lattice, seed: site.seed, radius: radius + 2 * parameters.cellSize)
    self.window = window
    cellArea = EllipsoidalArea(grid: land.input.grid)
      .area(of: lattice.outline(of: lattice.cell(at: site.seed)))
    var closed: [ClosedLand] = []
    var limited: [(Constraint, ClosedLand)] = []
    for (index, constraint) in land.input.constraints.enumerated() {
      let taken = ClosedLand(
        title: constraint.title, isTaken: land.cells(takenBy: index, in: window))
      if case .limit = constraint.rule {
        limited.append((constraint, taken))
      } else {
        closed.append(taken)
      }
    }
    if parameters.staysInCounty {
      closed.append(
        ClosedLand(
          title: LocalizedText(english: "outside the county", chinese: "县（市、区）界外"),
          isTaken: land.cells(outside: site.county, in: window)))
    }
    self.closed = closed
    self.limited = limited
    let values = CellFactors(window: window, land: land)
    closedForBuilding = Self.closedForBuilding(
      window: window, values: values, parameters: parameters, land: land)
    isOpen = Self.cells(free: closed, count: window.count)
    isBuildable = Self.cells(free: closed + closedForBuilding, count: window.count)
    factors = Self.factors(site: site, values: values, parameters: parameters)
  }

  /// The suitability of each cell for an industry, 0…1: Σ weight·value with weights that sum to 1.
  func suitability(for industry: Industry) -> [Double] {
    var sum = [Double](repeating: 0, count: window.count)
    for (factor, weight) in industry.normalizedWeights {
      guard let values = factors[factor] else { continue }
      for cell in sum.indices { sum[cell] += weight * values[cell] }
    }
    return sum
  }

  private static func cells(free closed: [ClosedLand], count: Int) -> [Bool] {
    var free = [Bool](repeating: true, count: count)
    for land in closed {
      for cell in free.indices where land.isTaken[cell] { free[cell] = false }
    }
    return free
  }

  private static func closedForBuilding(
    window: CellWindow, values: CellFactors, parameters: DelimitationParameters, land: LandIndex
  ) -> [ClosedLand] {
    var closed = land.input.buildingConstraints.indices.map { index in
      ClosedLand(
        title: land.input.buildingConstraints[index].title,
        isTaken: land.cells(takenByBuilding: index, in: window))
    }
    if let steepest = parameters.steepestBuildingDegrees, land.input.elevation != nil {
      closed.append(
        ClosedLand(
          title: LocalizedText(english: "steep slopes", chinese: "陡坡"),
          isTaken: values.slopes().map { $0 > steepest }))
    }
    return closed
  }

  private static func factors(
    site: Site, values: CellFactors, parameters: DelimitationParameters
  ) -> [String: [Double]] {
    let used = Set(
      parameters.industries.filter { site.industries.contains($0.key) }
        .flatMap { $0.weights.filter { $0.weight > 0 }.map(\.factor) })
    return Dictionary(
      parameters.factors.filter { used.contains($0.name) }.map { ($0.name, values.values(of: $0)) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension Industry {
  /// The weights divided by their sum, in plan order.
  var normalizedWeights: [(factor: String, weight: Double)] {
    let sum = weights.reduce(0) { $0 + $1.weight }
    return weights.map { ($0.factor, $0.weight / sum) }
  }
}
