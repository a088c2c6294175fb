package import LandModel
import Optimization

extension TownDelimitation {
  /// Asks the solver how much better the boundaries of chosen towns could be.
  ///
  /// Boundaries stay as they are, because the plan was chosen among them and would have to be chosen anew;
  /// only their bounds and gaps change. Nothing happens where the parameters ask for no nodes. One town at a
  /// time, as the solver has it; the same for any number of workers.
  ///
  /// - Parameters:
  ///   - chosen: rows of the proposals.
  ///   - result: what ``result(sites:land:workers:siteDone:)`` gave for the same land.
  ///   - solver: where programs are solved; a town over which its process ends keeps the bound that it has.
  ///   - unproven: told each such town, and how the process ended.
  /// - Throws: ``DelimitationError/solver(site:message:)``.
  /// - Complexity: for each town its search anew, and at most six rounds of the solver.
  package func proving(
    _ chosen: [Int], of result: DelimitationResult, land: LandInput,
    solver: LayoutSolver = .inProcess, unproven: (FeatureID, String) -> Void = { _, _ in }
  ) throws(DelimitationError) -> DelimitationResult {
    guard parameters.proofNodes > 0, !chosen.isEmpty else { return result }
    let index = LandIndex(land)
    let net = try parcelNet(land, sites: chosen.map { result.sites[result.proposals[$0].site] })
    var proposals = result.proposals
    for row in chosen {
      let site = result.sites[proposals[row].site]
      do throws(SolverError) {
        let bound: Double?
        if let net {
          bound = try provenBound(
            of: proposals[row], at: site, index, net.land, net.net, solver.programs)
        } else {
          bound = try provenBound(of: proposals[row], at: site, index, solver.programs)
        }
        proposals[row] = proposals[row].bounded(by: bound)
      } catch {
        if case .worker(.ended(let cause, _)) = error {
          unproven(site.id, cause)
          continue
        }
        throw .solver(site: site.id, message: "\(error)")
      }
    }
    return DelimitationResult(sites: result.sites, proposals: proposals, refusals: result.refusals)
  }

  private func industries(of site: Site) -> [Industry] {
    parameters.industries.filter { site.industries.contains($0.key) }
  }

  /// Points; nil where nothing was proven.
  private func provenBound(
    of proposal: TownProposal, at site: Site, _ index: LandIndex, _ solver: any ProgramSolver
  ) throws(SolverError) -> Double? {
    let industries = industries(of: site)
    guard let industry = industries.first(where: { $0.key == proposal.industry }),
      let radius = parameters.radius(for: industries)
    else { return nil }
    let land = SiteLand(site: site, radius: radius, parameters: parameters, land: index)
    let search = TownSearch(
      parameters: parameters, land: land, industry: industry, sizeClass: proposal.sizeClass)
    guard case .found(let town) = search.outcome() else { return nil }
    return try search.provenBound(of: town, nodes: parameters.proofNodes, solver: solver)
      .map(search.town.points)
  }

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
