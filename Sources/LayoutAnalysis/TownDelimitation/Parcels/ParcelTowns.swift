import LandModel

/// The boundaries of one site's towns made of whole parcels.
struct ParcelTowns {
  let parameters: DelimitationParameters
  let land: LandIndex
  let parcels: ParcelLand
  let net: ParcelNet

  /// All industries of a site, in plan order.
  func outcome(
    of site: Site, row: Int
  ) -> (proposals: [TownProposal], refusals: [DelimitationRefusal]) {
    let industries = parameters.industries.filter { site.industries.contains($0.key) }
    guard let radius = parameters.radius(for: industries), let units = parameters.parcels else {
      return ([], [])
    }
    let near = ParcelSite(
      site: site, radius: radius, parameters: parameters, land: land, parcels: parcels, net: net)
    let surface = EllipsoidalArea(grid: land.input.grid)
    var proposals: [TownProposal] = []
    var refusals: [DelimitationRefusal] = []
    for industry in industries {
      var smaller: Set<Int> = []
      for sizeClass in parameters.sizeClasses(of: industry) {
        let search = ParcelTownSearch(
          land: near, industry: industry, units: units, sizeClass: sizeClass)
        let drawing = ParcelDrawing(land: near, search: search, surface: surface)
        switch drawing.outcome(site: row, radius: radius, unlike: smaller) {
        case .success(let drawn):
          proposals.append(drawn.proposal)
          smaller = drawn.units
        case .failure(let refusal): refusals.append(refusal.refusal)
        }
      }
    }
    return (proposals, refusals)
  }
}

/// A refusal as what a search ends with instead of a town.
struct ParcelRefusal: Error {
  let refusal: DelimitationRefusal
}

/// Puts the borders of a town's parcels together and measures it.
struct ParcelDrawing {
  let land: ParcelSite
  let search: ParcelTownSearch
  let surface: EllipsoidalArea

  /// Searches the town and draws it.
  ///
  /// - Parameter other: units of the town of the class before: the same ones would be the same town twice.
  func outcome(
    site row: Int, radius: Metres, unlike other: Set<Int>
  ) -> Result<(proposal: TownProposal, units: Set<Int>), ParcelRefusal> {
    let cause = ParcelCause(land: land, radius: radius.value)
    func refused(
      _ reached: Double, _ wanted: SquareMetres, _ text: LocalizedText, _ kind: Shortfall.Kind
    ) -> Result<(proposal: TownProposal, units: Set<Int>), ParcelRefusal> {
      .failure(
        ParcelRefusal(
          refusal: DelimitationRefusal(
            site: row, industry: search.industry.key,
            shortfall: Shortfall(
              reached: SquareMetres(reached), wanted: wanted, cause: text, kind: kind),
            sizeClass: search.sizeClass)))
    }
    switch search.outcome() {
    case .seed: return refused(0, search.areas.town.wanted, cause.withoutStart(), .noStart)
    case .land(let area):
      return refused(area, search.areas.town.wanted, cause.landShort(area), .land)
    case .building(let area):
      return refused(
        area, search.areas.construction.wanted, cause.buildingShort(area), .building)
    case .found(let town):
      let units = Set(town.units)
      let (wanted, buildingWanted) = (
        search.areas.town.wanted, search.areas.construction.wanted
      )
      guard units != other else {
        return refused(town.area, wanted, cause.sameAsSmaller(town.area), .land)
      }
      guard let boundary = outline(of: town.units), let built = outline(of: town.construction)
      else { return refused(town.area, wanted, cause.bordersMeet(town.area), .land) }
      let (area, builtArea) = (surface.area(of: boundary), surface.area(of: built))
      guard search.areas.town.contains(area) else {
        return refused(
          area.value, wanted, cause.outsideLimits(area, search.areas.town, isBuilding: false),
          .land)
      }
      guard search.areas.construction.contains(builtArea) else {
        return refused(
          builtArea.value, buildingWanted,
          cause.outsideLimits(builtArea, search.areas.construction, isBuilding: true), .building)
      }
      let proposal = proposal(of: town, (boundary, area), (built, builtArea), site: row, cause)
      return .success((proposal, units))
    }
  }

  /// The proposal of borders that are rings, and whose areas keep the limits.
  private func proposal(
    of town: ParcelTownSearch.Town, _ whole: (boundary: Geometry, area: SquareMetres),
    _ building: (boundary: Geometry, area: SquareMetres), site row: Int, _ cause: ParcelCause
  ) -> TownProposal {
    let (boundary, area) = whole
    let planarArea = PlanarMeasure.area(of: boundary)
    let perimeter = PlanarMeasure.length(of: boundary).value
    let factors = factorScores(in: boundary)
    let (objective, bound) = (
      search.town.points(town.found.objective), search.town.points(town.found.bound)
    )
    let isShort =
      land.parameters.sizing == .wanted && town.found.area < search.town.size.lowerBound
    return TownProposal(
      site: row, industry: search.industry.key, boundary: boundary, planarArea: planarArea,
      ellipsoidalArea: area, constructionBoundary: building.boundary,
      constructionArea: building.area,
      cellCount: land.net.parcelCount(of: town.units),
      score: 100 * factors.reduce(0) { $0 + $1.value.value * $1.weight.value }, factors: factors,
      compactness: Ratio(4 * .pi * planarArea.value / (perimeter * perimeter)),
      reach: Metres(boundary.positions.map { $0.distance(to: land.site.seed) }.max() ?? 0),
      objective: objective, bound: bound, gap: Ratio((bound - objective) / max(objective, 1)),
      starBound: search.town.points(town.found.starBound),
      shortfall: isShort
        ? Shortfall(
          reached: area, wanted: search.areas.town.wanted, cause: cause.landShort(area.value))
        : nil, sizeClass: search.sizeClass)
  }

  /// The one ring round some units; nil where it meets itself, as borders that cross can bring about.
  private func outline(of units: [Int]) -> Geometry? {
    guard let ring = land.net.outline(of: units), RingCheck(ring).isSimple else { return nil }
    return .polygon(rings: [ring])
  }

  /// Mean of each factor over the lattice's points in the town, as for towns of cells.
  private func factorScores(in boundary: Geometry) -> [FactorScore] {
    let window = land.land.window
    let column = GeometryColumn([boundary])
    let inside = (0..<window.count).filter { column.contains(window.position($0), inRow: 0) }
    return search.industry.normalizedWeights.map { factor, weight in
      let values = land.land.factors[factor]
      let sum = inside.reduce(0) { $0 + (values?[$1] ?? 0) }
      return FactorScore(
        factor: factor, value: Ratio(sum / Double(max(1, inside.count))), weight: Ratio(weight))
    }
  }
}

extension ParcelNet {
  /// The ring round a region of units, closed and anticlockwise; nil where there are several.
  func outline(of units: [Int]) -> [XY]? {
    let inside = Set(units.map { Int32($0) })
    var walk = RingWalk()
    for unit in units {
      let ring = Array(rings[unit])
      for (place, other) in across[unit].enumerated() where !inside.contains(other) {
        guard walk.add(from: ring[place], to: ring[(place + 1) % ring.count]) else { return nil }
      }
    }
    guard let ring = walk.ring() else { return nil }
    return (ring + ring.prefix(1)).map { positions[Int($0)] }
  }

  /// How many parcels some units are made of.
  func parcelCount(of units: [Int]) -> Int {
    let held = Set(units.map { Int32($0) })
    return unitOfParcel.count { held.contains($0) }
  }
}
