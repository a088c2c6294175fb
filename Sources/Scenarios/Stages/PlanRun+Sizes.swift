import LandModel
import LayoutAnalysis

extension PlanRun {
  /// What the chosen towns would be worth at other areas, and the price that land has in the plan.
  func sizes(of city: LaidOutCity, on grid: GaussKrugerGrid) -> TownSizes {
    let delimitation = city.delimited.delimitation
    let inputs = city.delimited.inputs
    let curves = TownDelimitation(parameters: plan.delimitation).sizeCurves(
      of: city.layout.chosen.map { delimitation.proposals[$0] }, sites: delimitation.sites,
      land: inputs.land(on: grid, parcels: nil), targetArea: plan.layout.targetArea,
      workers: workers)
    return TownSizes(curves: curves, price: landPrice(in: city.layout))
  }

  private func landPrice(in layout: LayoutResult) -> LandPrice? {
    if case .paying(let price) = plan.delimitation.sizing {
      // A price of 1 is a full score's worth: 100 points over the target area.
      return LandPrice(
        pointsPerHectare: 100 * price.value / plan.layout.targetArea.hectares, source: .plan)
    }
    guard let price = layout.landPrice, plan.layout.suitabilityWeight > 0 else { return nil }
    return LandPrice(
      pointsPerHectare: price / plan.layout.suitabilityWeight, source: .quota)
  }
}
