package import LandModel
import SpatialIndex

/// Draws the boundaries of towns: for each site, each industry that may be tried there and each size class.
package struct TownDelimitation: Sendable {
  package let parameters: DelimitationParameters

  package init(parameters: DelimitationParameters) { self.parameters = parameters }

  /// Finds for each site, industry and size class the contiguous, hole-free boundary of the greatest objective.
  ///
  /// - Parameters:
  ///   - sites: where towns may grow.
  ///   - land: what is known about the land.
  ///   - workers: how many sites are worked on at once; nil for one per processor. The result does
  ///     not depend on it.
  ///   - siteDone: called after each site, from any of the workers.
  /// - Throws: ``DelimitationError`` when a parameter is out of range or an input is missing. A site
  ///   without enough free land is a refusal in the result, not an error.
  /// - Complexity: for each site O(v near it + cells × features near it), for each of its industries
  ///   and size classes about thirty minimum cuts on the window's cells.
  package func result(
    sites: [Site], land: LandInput, workers: Int? = nil,
    siteDone: @Sendable () -> Void = {}
  ) throws(DelimitationError) -> DelimitationResult {
    if let problem = parameters.problems.first { throw .parameter(problem) }
    let index = LandIndex(land)
    try checkFactors(index)
    if let layer = parameters.follow.first(where: { index.followed[$0] == nil }) {
      throw .missingFollowed(layer: layer)
    }
    for site in sites { try check(site, index) }
    let net = try parcelNet(land, sites: sites)
    let parts = Chunks.map(count: sites.count, size: 1, workers: workers) { rows in
      rows.map { row in
        defer { siteDone() }
        if let net {
          return ParcelTowns(parameters: parameters, land: index, parcels: net.land, net: net.net)
            .outcome(of: sites[row], row: row)
        }
        return outcome(of: sites[row], row: row, land: index)
      }
    }
    let outcomes = parts.flatMap { $0 }
    return DelimitationResult(
      sites: sites, proposals: outcomes.flatMap(\.proposals),
      refusals: outcomes.flatMap(\.refusals))
  }

  /// All industries of one site in plan order, each with its size classes from the smallest.
  private func outcome(
    of site: Site, row: Int, land index: LandIndex
  ) -> (proposals: [TownProposal], refusals: [DelimitationRefusal]) {
    let industries = parameters.industries.filter { site.industries.contains($0.key) }
    guard let radius = parameters.radius(for: industries) else { return ([], []) }
    let land = SiteLand(site: site, radius: radius, parameters: parameters, land: index)
    let surface = EllipsoidalArea(grid: index.input.grid)
    var proposals: [TownProposal] = []
    var refusals: [DelimitationRefusal] = []
    for industry in industries {
      var smaller: TownSearch.Town?
      for sizeClass in parameters.sizeClasses(of: industry) {
        let search = TownSearch(
          parameters: parameters, land: land, industry: industry, sizeClass: sizeClass)
        let drawing = TownDrawing(land: land, search: search, surface: surface)
        switch search.outcome() {
        case .refused(let obstacle):
          refusals.append(refusal(obstacle, row: row, land: land, search: search))
        case .found(let town):
          // The region of another class would be the same town twice.
          if town.isInside != smaller?.isInside,
            let proposal = drawing.proposal(of: town, site: row)
          {
            proposals.append(proposal)
            smaller = town
          } else {
            let obstacle = TownSearch.Obstacle.land(cells: town.count, exceeded: town.exceeded)
            refusals.append(refusal(obstacle, row: row, land: land, search: search))
          }
        }
      }
    }
    return (proposals, refusals)
  }

  private func refusal(
    _ obstacle: TownSearch.Obstacle, row: Int, land: SiteLand, search: TownSearch
  ) -> DelimitationRefusal {
    let cause = ShortfallCause(land: land, search: search)
    let shortfall: Shortfall
    switch obstacle {
    case .seed:
      shortfall = Shortfall(
        reached: .zero, wanted: search.areas.town.wanted, cause: cause.withoutStart(),
        kind: .noStart, greatestTaker: cause.greatestTaker(exceeded: []))
    case .land(let cells, let exceeded):
      let reached = Double(cells) * land.cellArea
      shortfall = Shortfall(
        reached: reached, wanted: search.areas.town.wanted,
        cause: cause.landShort(reached: reached, exceeded: exceeded),
        kind: .land, greatestTaker: cause.greatestTaker(exceeded: exceeded))
    case .building(let cells, let exceeded):
      let reached = Double(cells) * land.cellArea
      shortfall = Shortfall(
        reached: reached, wanted: search.areas.construction.wanted,
        cause: cause.buildingShort(reached: reached, exceeded: exceeded),
        kind: .building,
        greatestTaker: cause.greatestTaker(exceeded: exceeded + land.closedForBuilding))
    }
    return DelimitationRefusal(
      site: row, industry: search.industry.key, shortfall: shortfall, sizeClass: search.sizeClass)
  }

  /// The parcels that any of the sites may reach as a net; nil for towns of cells.
  func parcelNet(
    _ land: LandInput, sites: [Site]
  ) throws(DelimitationError) -> (land: ParcelLand, net: ParcelNet)? {
    guard let units = parameters.parcels else { return nil }
    guard let parcels = land.parcels else { throw .missingParcels(layer: units.layer) }
    return (parcels, parcels.net ?? net(of: parcels.layer, units, sites: sites).net)
  }

  /// The parcels that any of the sites may reach, and their net.
  ///
  /// - Complexity: O(v log v) in the vertices near the sites.
  package func net(
    of parcels: CheckedLayer, _ units: ParcelUnits, sites: [Site]
  ) -> (rows: [Int], net: ParcelNet) {
    let radius = parameters.radius(for: parameters.industries) ?? .zero
    let tree = BoxTree(parcels.geometry)
    var near: Set<Int> = []
    for site in sites {
      near.formUnion(tree.rows(meeting: BoundingBox(at: site.seed).expanded(by: radius.value)))
    }
    let rows = near.sorted()
    return (
      rows,
      ParcelNet(
        parcels.geometry, rows: rows, gap: units.gap.value,
        surface: EllipsoidalArea(grid: parcels.grid))
    )
  }

  private func checkFactors(_ land: LandIndex) throws(DelimitationError) {
    for factor in parameters.factors {
      switch factor.source {
      case .access(let layer, _, _):
        if land.access[layer] == nil {
          throw .missingAccess(factor: factor.name, layer: layer)
        }
      case .relief:
        if land.input.elevation == nil { throw .missingElevation(factor: factor.name) }
      case .resource, .settlement: break
      }
    }
  }

  /// Positions beyond this are on no grid of the earth, in metres.
  private static let farthest = 1e8
  /// A cell far outside the grid's zone is stretched out of this range of scales, or no cell at all.
  private static let scales = 0.5...2.0

  /// Area on the ellipsoid of the cell that holds a position, over that in the plane.
  private func scale(at position: XY, _ grid: GaussKrugerGrid) -> Double {
    let lattice = HexagonLattice(cellSize: parameters.cellSize)
    let cell = lattice.outline(of: lattice.cell(at: position))
    return EllipsoidalArea(grid: grid).area(of: cell).value / lattice.cellArea.value
  }

  private func check(_ site: Site, _ land: LandIndex) throws(DelimitationError) {
    guard abs(site.seed.x) < Self.farthest, abs(site.seed.y) < Self.farthest,
      Self.scales.contains(scale(at: site.seed, land.input.grid))
    else { throw .seedOutOfRange(site: site.id) }
    let keys = Set(parameters.industries.map(\.key))
    if let key = site.industries.first(where: { !keys.contains($0) }) {
      throw .unknownIndustry(site: site.id, key: key)
    }
    if parameters.staysInCounty, land.countyRows[site.county] == nil {
      throw .unknownCounty(site: site.id, county: site.county)
    }
  }
}
