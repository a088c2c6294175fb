import Foundation
import LandModel
import Optimization

/// Searches the regions of one site for one industry and, where there are, one size class.
struct TownSearch {
  let parameters: DelimitationParameters
  let land: SiteLand
  let industry: Industry
  /// The wanted area of the class; nil where the plan has no classes.
  let sizeClass: SquareMetres?
  let areas: TownAreas
  let town: TownMeasure
  let construction: TownMeasure
  let suitability: [Double]
  /// How far the town may reach from the middle of the window.
  let radius: Double
  /// Whether the town is searched to the last, as far as ``RegionSearch`` can.
  let isExact: Bool
  /// A set of nodes that the solver found for this town.
  var hint: [Bool]?

  init(
    parameters: DelimitationParameters, land: SiteLand, industry: Industry,
    sizeClass: SquareMetres? = nil, isExact: Bool = false
  ) {
    self.isExact = isExact
    self.parameters = parameters
    self.land = land
    self.industry = industry
    self.sizeClass = sizeClass
    areas = parameters.areas(of: industry, sizeClass: sizeClass)
    var price = 0.0
    if case .paying(let ratio) = parameters.sizing { price = ratio.value }
    town = TownMeasure(
      areas.town, cellArea: land.cellArea, price: price, parameters: parameters)
    construction = TownMeasure(
      areas.construction, cellArea: land.cellArea, price: 0, parameters: parameters)
    suitability = land.suitability(for: industry)
    radius = parameters.radius(for: areas).value
  }

  /// What the search came to: a town with its construction land, or the reason why there is none.
  enum Outcome {
    case found(Town)
    case refused(Obstacle)
  }

  /// A region and the nested one to be built on, as cells of the window.
  struct Town {
    let isInside: [Bool]
    let count: Int
    let isConstruction: [Bool]
    /// Millionths of a point.
    let objective: Int
    let bound: Int
    let starBound: Int
    /// A better town has at least so many sides of outline more than the shortest of its size.
    let excess: Int
    /// Land that was closed for this town alone, because it would have held too much of it.
    let exceeded: [ClosedLand]
    /// Free cells that can be reached from the seed.
    let reachable: Int
  }

  /// Why there is no town.
  enum Obstacle {
    /// No free cell lies near enough to the seed.
    case seed
    /// Fewer cells can be reached, or enclosed without holes, than the smallest town has.
    case land(cells: Int, exceeded: [ClosedLand])
    /// The building land in one piece that a town here can hold is too small.
    case building(cells: Int, exceeded: [ClosedLand])
  }

  /// Searches, and closes limited land of which the town would hold too much, until all limits hold.
  func outcome() -> Outcome {
    var exceeded: [Int] = []
    while true {
      let extra = exceeded.map { land.limited[$0].land }
      let outcome = outcome(closing: extra)
      guard case .found(let town) = outcome,
        let next = land.limited.indices.first(where: {
          !exceeded.contains($0) && !holds(land.limited[$0], town.isInside, count: town.count)
        })
      else { return outcome }
      exceeded.append(next)
    }
  }

  /// Whether a town keeps a limit, each cell that meets the layer counted in full.
  func holds(
    _ limit: (constraint: Constraint, land: ClosedLand), _ isInside: [Bool], count: Int
  ) -> Bool {
    guard case .limit(let share, let area) = limit.constraint.rule else { return true }
    let cells = isInside.indices.count { isInside[$0] && limit.land.isTaken[$0] }
    if let share, Double(cells) > share.value * Double(count) { return false }
    if let area, Double(cells) * land.cellArea.value > area.value { return false }
    return true
  }

  private func outcome(closing exceeded: [ClosedLand]) -> Outcome {
    let isFree = free(land.isOpen, closing: exceeded)
    let pieces = CellComponents(of: isFree, in: land.window)
    guard let start = startCell(pieces) else { return .refused(.seed) }
    let graph = RegionGraph(window: land.window, isFree: isFree, start: start, steps: steps)
    guard graph.count >= leastCells else {
      return .refused(.land(cells: graph.count, exceeded: exceeded))
    }
    let found = RegionSearch(model(graph), isExact: isExact, hint: hint).result()
    guard found.count >= leastCells else {
      return .refused(.land(cells: found.count, exceeded: exceeded))
    }
    let first = constructionLand(in: mask(found.isInside, graph))
    if let first, first.count >= construction.smallest {
      return .found(result(found, graph, first.isInside, exceeded))
    }
    var most = first?.count ?? 0
    if let town = aroundBuildingLand(in: graph, free: found, most: &most) {
      return .found(result(town.region, graph, town.isConstruction, exceeded))
    }
    return .refused(.building(cells: most, exceeded: exceeded))
  }

  /// Rounds of the solver that look for pieces to cut off.
  static let proofRounds = 6

  /// The solver's bound on every region of one piece with a found town's limits, and the region that it found.
  func answer(
    of town: Town, nodes: Int, solver: any ProgramSolver
  ) throws(SolverError) -> RegionProgram.Answer {
    let isFree = free(land.isOpen, closing: town.exceeded)
    guard let start = startCell(CellComponents(of: isFree, in: land.window)) else {
      return RegionProgram.Answer()
    }
    let graph = RegionGraph(window: land.window, isFree: isFree, start: start, steps: steps)
    var model = model(graph)
    if town.count < model.size.lowerBound { model.size = town.count...model.size.upperBound }
    var answer = try model.program(excess: town.excess).answer(
      nodes: nodes, rounds: Self.proofRounds, known: town.objective, solver: solver)
    // Regions of shorter outlines are known to be no better.
    answer.bound = answer.bound.map { max($0, town.objective) }
    return answer
  }

  /// Free cells within this town's reach.
  func free(_ open: [Bool], closing exceeded: [ClosedLand]) -> [Bool] {
    open.indices.map { cell in
      open[cell] && !exceeded.contains { $0.isTaken[cell] }
        && land.window.position(cell).distance(to: land.window.centre) <= radius
    }
  }

  /// The free cell nearest to the seed: in a piece of land large enough for a town, else in any.
  func startCell(_ pieces: CellComponents) -> Int? {
    let window = land.window
    // The cell of the seed itself is at most a corner away from it.
    let tolerance = max(parameters.seedTolerance.value, window.lattice.side)
    return pieces.nearestCell(
      to: land.site.seed, in: window, pieceOf: leastCells, within: tolerance)
      ?? pieces.nearestCell(to: land.site.seed, in: window, pieceOf: 1, within: tolerance)
  }

  /// Cells that a town must have: those of the smallest, or of its class less the tolerance.
  var leastCells: Int {
    guard sizeClass != nil else { return town.smallest }
    let share = 1 - DelimitationParameters.sizeTolerance.value
    return max(town.smallest, Int((share * Double(town.wanted)).rounded(.up)))
  }

  /// Steps from cell to cell that reach as far as the radius in every direction of the lattice.
  var steps: Int {
    Int((radius / land.window.lattice.width * 2 / 3.0.squareRoot()).rounded(.up))
  }

  func model(_ graph: RegionGraph, forced: [Int] = []) -> RegionModel {
    let least: Int
    let most: Int
    switch parameters.sizing {
    case .wanted: (least, most) = (min(town.wanted, graph.count), town.wanted)
    case .paying: (least, most) = (town.smallest, town.largest)
    }
    return RegionModel(
      graph: graph, values: graph.cells.map { town.value(ofSuitability: suitability[$0]) },
      sidePrice: town.sidePrice, size: least...max(least, most), forced: forced)
  }

  /// The best connected building land of a set of cells: the wanted area, or what there is of it.
  ///
  /// Of several pieces that are large enough the nearest to the seed is taken, else the largest.
  func constructionLand(in region: [Bool]) -> (isInside: [Bool], count: Int)? {
    let buildable = region.indices.map { region[$0] && land.isBuildable[$0] }
    let pieces = CellComponents(of: buildable, in: land.window)
    guard let largest = pieces.sizes.max() else { return nil }
    let enough = min(largest, construction.smallest)
    guard
      let start = pieces.nearestCell(
        to: land.site.seed, in: land.window, pieceOf: enough, within: .infinity)
    else { return nil }
    let graph = RegionGraph(window: land.window, isFree: buildable, start: start)
    let size = min(construction.wanted, graph.count)
    let found = RegionSearch(
      RegionModel(
        graph: graph,
        values: graph.cells.map { construction.value(ofSuitability: suitability[$0]) },
        sidePrice: construction.sidePrice, size: size...size)
    ).region()
    return (mask(found.isInside, graph), found.count)
  }

  /// Nodes of a graph as cells of the window; all nodes without a choice.
  func mask(_ nodes: [Bool]?, _ graph: RegionGraph) -> [Bool] {
    var cells = [Bool](repeating: false, count: land.window.count)
    for (node, cell) in graph.cells.enumerated() { cells[cell] = nodes?[node] ?? true }
    return cells
  }

  private func result(
    _ found: FoundRegion, _ graph: RegionGraph, _ construction: [Bool], _ exceeded: [ClosedLand]
  ) -> Town {
    Town(
      isInside: mask(found.isInside, graph), count: found.count, isConstruction: construction,
      objective: found.objective, bound: found.bound, starBound: found.starBound,
      excess: found.excess, exceeded: exceeded, reachable: graph.count)
  }
}

extension DelimitationParameters {
  /// How far a town of these areas may reach from its seed.
  func radius(for areas: TownAreas) -> Metres {
    let area = sizing == .wanted ? areas.town.wanted : areas.town.largest
    return reach.value * Metres((area.value / .pi).squareRoot())
  }
}
