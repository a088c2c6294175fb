import LandModel
import Optimization
import SpatialIndex

extension TownDelimitation {
  /// Searches the boundaries of chosen towns to the best.
  ///
  /// Towns of cells are searched again with ``RegionSearch/isExact``; a boundary that is better, or as good with a
  /// lower bound, takes the place of the one known. Where the parameters give the solver nodes, it then bounds
  /// what is still open, one town at a time. What comes of a town depends on it alone, and is the same for any
  /// number of workers.
  ///
  /// - Parameters:
  ///   - rows: of the proposals.
  ///   - result: what ``result(sites:land:workers:siteDone:)`` gave for the same land.
  ///   - solver: where programs are solved; a town over which its process ends keeps the bound that it has.
  ///   - unproven: told each such town's row, and how the process ended.
  /// - Returns: a proposal for each of the rows.
  /// - Throws: ``DelimitationError/solver(site:message:)``.
  /// - Complexity: for each town its search anew, up to a second more, and at most six rounds of the solver.
  package func settled(
    _ rows: [Int], of result: DelimitationResult, land: LandInput, workers: Int? = nil,
    solver: LayoutSolver = .inProcess, unproven: (Int, String) -> Void = { _, _ in }
  ) throws(DelimitationError) -> [TownProposal] {
    guard !rows.isEmpty, parameters.parcels == nil || parameters.proofNodes > 0 else {
      return rows.map { result.proposals[$0] }
    }
    let index = LandIndex(land)
    var proposals = rows.map { result.proposals[$0] }
    if parameters.parcels == nil {
      proposals = Chunks.map(count: rows.count, size: 1, workers: workers) { places in
        places.map { searched(result.proposals[rows[$0]], of: result, index) }
      }.flatMap { $0 }
    }
    let net = try parcelNet(land, sites: rows.map { result.sites[result.proposals[$0].site] })
    for place in rows.indices where parameters.proofNodes > 0 && proposals[place].gap.value > 0 {
      let site = result.sites[proposals[place].site]
      do throws(SolverError) {
        let bound: Double?
        if let net {
          bound = try provenBound(
            of: proposals[place], at: site, index, net.land, net.net, solver.programs)
        } else {
          bound = try search(of: proposals[place], at: site, index)?.provenBound(
            nodes: parameters.proofNodes, solver: solver.programs)
        }
        proposals[place] = proposals[place].bounded(by: bound)
      } catch {
        if case .worker(.ended(let cause, _)) = error {
          unproven(rows[place], cause)
          continue
        }
        throw .solver(site: site.id, message: "\(error)")
      }
    }
    return proposals
  }

  private func industries(of site: Site) -> [Industry] {
    parameters.industries.filter { site.industries.contains($0.key) }
  }

  /// The search of a town of cells to the last.
  private func search(of proposal: TownProposal, at site: Site, _ index: LandIndex) -> TownSearch? {
    let industries = industries(of: site)
    guard let industry = industries.first(where: { $0.key == proposal.industry }),
      let radius = parameters.radius(for: industries)
    else { return nil }
    return TownSearch(
      parameters: parameters,
      land: SiteLand(site: site, radius: radius, parameters: parameters, land: index),
      industry: industry, sizeClass: proposal.sizeClass, isExact: true)
  }

  /// The town of a proposal, searched to the last; the proposal itself where that gives nothing better.
  private func searched(
    _ proposal: TownProposal, of result: DelimitationResult, _ index: LandIndex
  ) -> TownProposal {
    guard let search = search(of: proposal, at: result.sites[proposal.site], index),
      case .found(let town) = search.outcome()
    else { return proposal }
    let drawing = TownDrawing(
      land: search.land, search: search, surface: EllipsoidalArea(grid: index.input.grid))
    guard let drawn = drawing.proposal(of: town, site: proposal.site),
      drawn.objective >= proposal.objective
    else { return proposal.bounded(by: search.town.points(town.bound)) }
    return drawn.bounded(by: min(drawn.bound, proposal.bound), cuts: proposal.bound)
  }

  /// Points; nil where nothing was proven.
  private func provenBound(
    of proposal: TownProposal, at site: Site, _ index: LandIndex, _ parcels: ParcelLand,
    _ net: ParcelNet, _ solver: any ProgramSolver
  ) throws(SolverError) -> Double? {
    let industries = industries(of: site)
    guard let industry = industries.first(where: { $0.key == proposal.industry }),
      let radius = parameters.radius(for: industries), let units = parameters.parcels
    else { return nil }
    let land = ParcelSite(
      site: site, radius: radius, parameters: parameters, land: index, parcels: parcels, net: net)
    let search = ParcelTownSearch(
      land: land, industry: industry, units: units, sizeClass: proposal.sizeClass)
    guard case .found(let town) = search.outcome() else { return nil }
    return try search.provenBound(of: town, nodes: parameters.proofNodes, solver: solver)
      .map(search.town.points)
  }
}

extension TownSearch {
  /// Points that the solver proves no town exceeds; nil where it proves nothing.
  fileprivate func provenBound(
    nodes: Int, solver: any ProgramSolver
  ) throws(SolverError) -> Double? {
    guard case .found(let found) = outcome() else { return nil }
    return try provenBound(of: found, nodes: nodes, solver: solver).map(town.points)
  }
}
