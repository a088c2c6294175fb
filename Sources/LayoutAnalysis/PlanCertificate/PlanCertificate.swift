package import LandModel
package import Topology

/// Checks a written plan against its inputs, by brute force and by nothing that the search used.
///
/// Nothing of the search is used here: every pair of towns is measured, every
/// resource is looked at from every town, every town is laid over every constraint layer by GEOS. It takes what
/// the files state, so that a file changed afterwards is found too.
///
/// That no better plan exists is derived again in whole numbers from the boundaries offered, with the multipliers of the
/// certificate, and by a search of its own over what they leave.
package struct PlanCertificate: Sendable {
  package let layout: LayoutParameters
  package let delimitation: DelimitationParameters

  package init(layout: LayoutParameters, delimitation: DelimitationParameters) {
    self.layout = layout
    self.delimitation = delimitation
  }

  /// All checks from the towns to the stated bound, in the order of ``CertificateCode``.
  ///
  /// Without a plan only the bound is looked at. What follows is
  /// ``proofChecks(of:proof:proposals:sites:land:solver:workers:)``.
  ///
  /// - Parameters:
  ///   - plan: what the files state.
  ///   - sites: all candidates that could become towns.
  ///   - land: the inputs, in the working reference system.
  ///   - offered: sites with a boundary offered to the layout; nil where that is not known.
  /// - Throws: ``TopologyError`` when GEOS fails on a boundary that it called valid.
  /// - Complexity: O(towns² · v² + towns · resources), and the overlay of each town with what its box meets.
  package func checks(
    of plan: StatedPlan, sites: [Site], land: LandInput, offered: Set<FeatureID>?
  ) throws(TopologyError) -> [CertificateCheck] {
    let bound = StatedBoundCheck(plan: plan).check()
    guard plan.objective != nil else { return [bound] }
    let towns = plan.towns
    let shapes = try TownShapeCheck(towns: towns).check()
    // What GEOS cannot work on is told by the check of shapes, and measured no further.
    var sound: [StatedTown] = []
    for town in towns where try TownShapeCheck.isSound(town) { sound.append(town) }
    let lookups = towns.map {
      TownLookup($0, sites: sites, land: land, parameters: delimitation)
    }
    let equity = EquityCheck(
      plan: plan, lookups: lookups, sites: sites, land: land, parameters: layout,
      offered: offered)
    let recount = ObjectiveRecount(
      plan: plan, lookups: lookups, sites: sites, land: land, parameters: layout, equity: equity)
    let terms = recount.terms()
    let checks: [CertificateCheck?] = [
      TownChoiceCheck(towns: towns, sites: sites).check(),
      shapes,
      TownPlaceCheck(towns: sound, sites: sites, land: land, parameters: delimitation).check(),
      TownAreaCheck(
        towns: towns, parameters: delimitation, surface: EllipsoidalArea(grid: land.grid)
      ).check(),
      TownQuotaCheck(
        towns: towns, sites: sites, counties: land.counties?.ids ?? [], parameters: layout
      ).check(),
      LandQuotaCheck(plan: plan, parameters: layout).check(),
      BudgetCheck(plan: plan, lookups: lookups, sites: sites, parameters: layout).check(),
      LockedSiteCheck(towns: towns, parameters: layout).check(),
      try TownSpacingCheck(towns: sound, parameters: layout, grid: land.grid).check(),
      try LandRuleCheck(towns: sound, land: land).check(),
      try CountyRuleCheck(towns: sound, land: land, isAsked: delimitation.staysInCounty).check(),
      FactorCheck(towns: towns, lookups: lookups).check(),
      ScoreCheck(towns: towns, industries: delimitation.industries).check(),
      equity.check(),
      ObjectiveCheck(
        plan: plan, resourceCount: land.resources.count, terms: terms, isFinest: recount.isFinest,
        isComplete: recount.isComplete
      ).check(),
      TermMinimumCheck(parameters: layout, terms: terms, isComplete: recount.isComplete).check(),
    ]
    return checks.compactMap { $0 } + [bound]
  }

  /// What can be said where the inputs cannot be read: objective, bound and gap agree.
  package static func boundCheck(of plan: StatedPlan) -> CertificateCheck {
    StatedBoundCheck(plan: plan).check()
  }
}
