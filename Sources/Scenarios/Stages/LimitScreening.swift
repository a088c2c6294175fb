import LandModel
import LayoutAnalysis

/// Takes proposals out that break a `limit` rule.
///
/// Delimitation keeps towns off closed land cell by cell; how much of a town lies in a layer with a limit
/// is known only when its boundary is drawn. A proposal over the limit becomes a refusal with the numbers.
/// Towns of parcels are put through all rules: what is noise in each parcel may add up.
struct LimitScreening {
  let run: PlanRun
  let grid: GaussKrugerGrid
  let constraints: [Constraint]
  /// Rules for construction land only.
  let buildingConstraints: [Constraint]

  /// The result without the proposals that break a limit.
  func screened(_ result: DelimitationResult) throws -> DelimitationResult {
    let isOfParcels = run.plan.delimitation.parcels != nil
    let limits = constraints.filter { if case .limit = $0.rule { true } else { isOfParcels } }
    var breaches = try breaches(of: limits, by: result.proposals.map(\.boundary))
    if isOfParcels {
      let building = try self.breaches(
        of: buildingConstraints, by: result.proposals.map(\.constructionBoundary))
      breaches.merge(building) { town, _ in town }
    }
    guard !breaches.isEmpty else { return result }
    let refusals = breaches.keys.sorted().compactMap { row in
      breaches[row].map {
        refusal(of: result.proposals[row], for: $0, among: limits + buildingConstraints)
      }
    }
    let kept = result.proposals.indices.filter { breaches[$0] == nil }
    return DelimitationResult(
      sites: result.sites, proposals: kept.map { result.proposals[$0] },
      refusals: (result.refusals + refusals).sorted {
        ($0.site, order(of: $0.industry)) < ($1.site, order(of: $1.industry))
      })
  }

  /// For each drawing that breaks a rule, the first that it breaks.
  private func breaches(
    of rules: [Constraint], by drawings: [Geometry]
  ) throws -> [Int: ConstraintResult] {
    guard !rules.isEmpty, !drawings.isEmpty else { return [:] }
    let drawn = ProjectedLayer(
      key: "proposals", grid: grid, geometry: GeometryColumn(drawings),
      ids: drawings.indices.map { FeatureID("\($0)") }, attributes: AttributeTable())
    let check = try RedLineCheck(parameters: run.plan.check).result(
      towns: CheckedLayer(drawn, keepingValidRows: Array(drawings.indices)),
      constraints: rules, workers: run.workers)
    var breaches: [Int: ConstraintResult] = [:]
    for breach in check.results where breach.isBreach {
      if let row = Int(breach.townID.text), breaches[row] == nil { breaches[row] = breach }
    }
    return breaches
  }

  private func order(of industry: String) -> Int {
    run.plan.delimitation.industries.firstIndex { $0.key == industry } ?? 0
  }

  private func refusal(
    of proposal: TownProposal, for breach: ConstraintResult, among limits: [Constraint]
  ) -> DelimitationRefusal {
    let title = limits.first { $0.layer.key == breach.constraint }?.title
    let hectares = (breach.ellipsoidalArea.hectares * 100).rounded() / 100
    let percent = (breach.share.percent * 10).rounded() / 10
    return DelimitationRefusal(
      site: proposal.site, industry: proposal.industry,
      shortfall: Shortfall(
        reached: proposal.ellipsoidalArea, wanted: proposal.ellipsoidalArea,
        cause: LocalizedText(
          english: "\(hectares) ha (\(percent) %) of the town lie in "
            + "\(title?.english ?? breach.constraint), more than its rule allows",
          chinese: "小镇有 \(hectares) 公顷（\(percent) %）位于\(title?.chinese ?? breach.constraint)，超过限值"
        ), kind: .limit, greatestTaker: title), sizeClass: proposal.sizeClass)
  }
}
