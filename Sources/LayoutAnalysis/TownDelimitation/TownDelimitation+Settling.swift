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
        if let net {
          proposals[place] = try solved(
            proposals[place], at: site, index, net.land, net.net, solver.programs)
        } else {
          proposals[place] = try solved(proposals[place], at: site, index, solver.programs)
        }
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
    return proposal.bettered(
      by: drawn(town, by: search, of: proposal, index), bound: search.town.points(town.bound))
  }

  private func drawn(
    _ town: TownSearch.Town, by search: TownSearch, of proposal: TownProposal, _ index: LandIndex
  ) -> TownProposal? {
    TownDrawing(
      land: search.land, search: search, surface: EllipsoidalArea(grid: index.input.grid)
    ).proposal(of: town, site: proposal.site)
  }

  /// The town of a proposal as the solver has it.
  private func solved(
    _ proposal: TownProposal, at site: Site, _ index: LandIndex, _ solver: any ProgramSolver
  ) throws(SolverError) -> TownProposal {
    guard var search = search(of: proposal, at: site, index),
      case .found(let town) = search.outcome()
    else { return proposal }
    let answer = try search.answer(of: town, nodes: parameters.proofNodes, solver: solver)
    var better: TownProposal?
    if let region = answer.region {
      search.hint = region
      if case .found(let town) = search.outcome() {
        better = drawn(town, by: search, of: proposal, index)
      }
    }
    return proposal.bettered(by: better, bound: answer.bound.map(search.town.points))
  }

  /// The same for a town of parcels.
  private func solved(
    _ proposal: TownProposal, at site: Site, _ index: LandIndex, _ parcels: ParcelLand,
    _ net: ParcelNet, _ solver: any ProgramSolver
  ) throws(SolverError) -> TownProposal {
    let industries = industries(of: site)
    guard let industry = industries.first(where: { $0.key == proposal.industry }),
      let radius = parameters.radius(for: industries), let units = parameters.parcels
    else { return proposal }
    let land = ParcelSite(
      site: site, radius: radius, parameters: parameters, land: index, parcels: parcels, net: net)
    var search = ParcelTownSearch(
      land: land, industry: industry, units: units, sizeClass: proposal.sizeClass)
    guard case .found(let town) = search.outcome() else { return proposal }
    let answer = try search.answer(of: town, nodes: parameters.proofNodes, solver: solver)
    var better: TownProposal?
    if let region = answer.region {
      search.hint = region
      let drawing = ParcelDrawing(
        land: land, search: search, surface: EllipsoidalArea(grid: index.input.grid))
      better = try? drawing.outcome(site: proposal.site, radius: radius, unlike: []).get().proposal
    }
    return proposal.bettered(by: better, bound: answer.bound.map(search.town.points))
  }
}
