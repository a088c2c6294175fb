import LandModel
import Optimization

/// Searches the regions of parcels of one site for one industry.
struct ParcelTownSearch {
  let land: ParcelSite
  let industry: Industry
  let units: ParcelUnits
  /// The wanted area of the class; nil where the plan has no classes.
  let sizeClass: SquareMetres?
  let areas: TownAreas
  let town: ParcelMeasure
  let construction: ParcelMeasure
  /// A set of nodes that the solver found for this town.
  var hint: [Bool]?
  private let suitability: [Double]

  init(
    land: ParcelSite, industry: Industry, units: ParcelUnits, sizeClass: SquareMetres? = nil
  ) {
    self.sizeClass = sizeClass
    self.land = land
    self.industry = industry
    self.units = units
    let parameters = land.parameters
    areas = parameters.areas(of: industry, sizeClass: sizeClass)
    var price = 0.0
    if case .paying(let ratio) = parameters.sizing { price = ratio.value }
    let compactness = parameters.compactness.value
    town = ParcelMeasure(
      areas.town, units: units, price: price, compactness: compactness,
      isFree: parameters.sizing != .wanted)
    construction = ParcelMeasure(
      areas.construction, units: units, price: 0, compactness: compactness, isFree: false)
    suitability = land.suitability(for: industry)
  }

  /// A town as units of the net.
  struct Town {
    let units: [Int]
    let construction: [Int]
    let area: Double
    let found: FoundParcels
  }

  enum Outcome {
    case found(Town)
    case seed
    /// The area in one piece that can be had, m².
    case land(Double)
    case building(Double)
  }

  func outcome() -> Outcome {
    guard let graph = townGraph() else { return .seed }
    let found = ParcelSearch(model(graph, town), hint: hint).result()
    let units = chosen(found, graph)
    guard area(of: units) >= leastArea else { return .land(area(of: units)) }
    let first = constructionLand(in: units)
    if let first, area(of: first) >= areas.construction.smallest.value {
      return .found(
        Town(units: units, construction: first, area: area(of: units), found: found))
    }
    // The building land first, the town round it; the bound of the free search holds for it as well.
    var most = first.map(area) ?? 0
    if let core = constructionLand(in: graph.units) {
      most = max(most, area(of: core))
      let held = Set(core)
      let forced = graph.units.indices.filter { held.contains(graph.units[$0]) }
      let round = ParcelSearch(model(graph, town, forced: forced)).result()
      let around = chosen(round, graph)
      if area(of: around) >= leastArea, let inside = constructionLand(in: around),
        area(of: inside) >= areas.construction.smallest.value
      {
        return .found(
          Town(
            units: around, construction: inside, area: area(of: around),
            found: FoundParcels(
              isInside: round.isInside, area: round.area, objective: round.objective,
              bound: max(found.bound, round.objective), starBound: found.starBound)))
      }
    }
    return .building(most)
  }

  /// The solver's bound on every region of one piece with a found town's limits, and the region that it found.
  func answer(
    of town: Town, nodes: Int, solver: any ProgramSolver
  ) throws(SolverError) -> RegionProgram.Answer {
    guard town.found.area >= self.town.size.lowerBound, let graph = townGraph() else {
      return RegionProgram.Answer()
    }
    return try model(graph, self.town).program.answer(
      nodes: nodes, rounds: TownSearch.proofRounds, known: town.found.objective, solver: solver)
  }

  /// The open units that can be reached from the seed; nil where none lies near enough to it.
  private func townGraph() -> ParcelGraph? {
    let pieces = land.pieces(of: land.isOpen)
    let tolerance = land.parameters.seedTolerance.value
    guard
      let start = land.start(pieces, area: leastArea, within: tolerance)
        ?? land.start(pieces, area: 0, within: tolerance)
    else { return nil }
    let open = Set(land.near.indices.filter { land.isOpen[$0] }.map { land.near[$0] })
    return ParcelGraph(net: land.net, isFree: open.contains, start: land.near[start])
  }

  /// What a town must measure, m²: the smallest area, or that of its class less the tolerance.
  private var leastArea: Double {
    guard let sizeClass else { return areas.town.smallest.value }
    let share = 1 - DelimitationParameters.sizeTolerance.value
    return max(areas.town.smallest.value, share * sizeClass.value)
  }

  private func area(of units: [Int]) -> Double { units.reduce(0) { $0 + land.net.areas[$1] } }

  private func chosen(_ found: FoundParcels, _ graph: ParcelGraph) -> [Int] {
    graph.units.indices.filter { found.isInside[$0] }.map { graph.units[$0] }
  }

  private func model(
    _ graph: ParcelGraph, _ measure: ParcelMeasure, forced: [Int] = []
  ) -> ParcelModel {
    let places = Dictionary(
      land.near.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let values = graph.units.map { unit in
      measure.value(
        ofArea: land.net.areas[unit], suitability: places[unit].map { suitability[$0] } ?? 0)
    }
    return ParcelModel(
      graph: graph, values: values,
      areas: graph.units.map { ParcelMeasure.units(ofArea: land.net.areas[$0]) },
      metrePrice: measure.metrePrice, size: measure.size, forced: forced)
  }

  /// The best building land in one piece among units: near the wanted area, or what there is of it.
  private func constructionLand(in units: [Int]) -> [Int]? {
    let held = Set(units)
    let free = land.near.indices.map { land.isBuildable[$0] && held.contains(land.near[$0]) }
    let pieces = land.pieces(of: free)
    let largest = pieces.map { area(of: $0.map { land.near[$0] }) }.max() ?? 0
    guard largest > 0 else { return nil }
    let enough = min(largest, areas.construction.smallest.value)
    guard let start = land.start(pieces, area: enough, within: .infinity) else { return nil }
    let open = Set(land.near.indices.filter { free[$0] }.map { land.near[$0] })
    let graph = ParcelGraph(net: land.net, isFree: open.contains, start: land.near[start])
    let found = ParcelSearch(model(graph, construction)).result()
    return chosen(found, graph)
  }
}
