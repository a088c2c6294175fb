package import LandModel

extension TownDelimitation {
  /// What each of some towns would be worth at other areas.
  ///
  /// - Parameters:
  ///   - proposals: towns that were drawn with these parameters.
  ///   - sites: of the delimitation; proposals go by their rows.
  ///   - targetArea: area at which a town counts with its full score, as the layout has it.
  ///   - workers: how many towns are looked at once; nil for one per processor. The result does not
  ///     depend on it.
  /// - Returns: one entry for each proposal; nil for towns of whole parcels, whose sizes are no matter of
  ///   cells, and where no town of the smallest area can be had without building land.
  package func sizeCurves(
    of proposals: [TownProposal], sites: [Site], land: LandInput, targetArea: SquareMetres,
    workers: Int? = nil
  ) -> [SizeCurve?] {
    guard parameters.parcels == nil, !proposals.isEmpty else { return proposals.map { _ in nil } }
    let index = LandIndex(land)
    let chunks = Chunks.map(count: proposals.count, size: 1, workers: workers) { rows in
      rows.map { row in
        curve(of: proposals[row], at: sites[proposals[row].site], index, targetArea)
      }
    }
    return chunks.flatMap { $0 }
  }

  private func curve(
    of proposal: TownProposal, at site: Site, _ index: LandIndex, _ targetArea: SquareMetres
  ) -> SizeCurve? {
    guard var industry = parameters.industries.first(where: { $0.key == proposal.industry }) else {
      return nil
    }
    // Free land at no price, up to the largest area, and in points of the target area.
    var areas = industry.areas ?? parameters.areas
    areas.town.wanted = targetArea
    industry.areas = areas
    var free = parameters
    free.industries = [industry]
    free.sizes = []
    free.sizing = .paying(price: .zero)
    let land = SiteLand(
      site: site, radius: free.radius(for: areas), parameters: free, land: index)
    return TownSearch(parameters: free, land: land, industry: industry)
      .sizeCurve(through: proposal.boundary)
  }
}
