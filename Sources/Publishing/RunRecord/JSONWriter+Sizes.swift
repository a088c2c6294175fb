import LandModel
import LayoutAnalysis
package import Scenarios

extension JSONWriter {
  /// Writes value against area of each chosen town, and the price of land, as a member.
  package mutating func sizes(of run: RunResult) {
    object("sizes") { sizes in
      if let price = run.sizes.price {
        sizes.object("price") { entry in
          entry.member(
            "points_per_ha", price.pointsPerHectare, decimals: Rounding.ratio)
          entry.member("source", price.source.rawValue)
        }
      } else {
        sizes.key("price")
        sizes.null()
      }
      sizes.array("towns") { list in
        for (row, curve) in zip(run.layout.chosen, run.sizes.curves) {
          guard let curve else { continue }
          let proposal = run.delimitation.proposals[row]
          list.object { town in
            town.member("town_id", run.delimitation.sites[proposal.site].id.text)
            town.member("area_m2", proposal.ellipsoidalArea.value, decimals: Rounding.area)
            town.member("value", curve.drawnValue, decimals: Rounding.points)
            town.member(
              "stops_at_m2", run.sizes.price.map { curve.stop(at: $0.pointsPerHectare).value },
              decimals: Rounding.area)
            town.array("curve") { $0.points(of: curve) }
          }
        }
      }
    }
  }

  private mutating func points(of curve: SizeCurve) {
    for point in curve.points {
      object { entry in
        entry.member("area_m2", point.area.value, decimals: Rounding.area)
        entry.member("value", point.value, decimals: Rounding.points)
        entry.member("points_per_ha", point.marginal, decimals: Rounding.ratio)
      }
    }
  }
}
