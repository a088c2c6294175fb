package import LandModel
package import LayoutAnalysis

extension JSONWriter {
  /// Writes how a boundary is shaped, how good it is and what it falls short of, as members.
  package mutating func shape(of proposal: TownProposal, in language: Language) {
    let shape = proposal.shape
    member("compactness", proposal.compactness.value, decimals: Rounding.ratio)
    member("moment_compactness", shape.momentCompactness.value, decimals: Rounding.ratio)
    member("elongation", shape.elongation.value, decimals: Rounding.ratio)
    member("length_m", shape.length.value, decimals: Rounding.length)
    member("width_m", shape.width.value, decimals: Rounding.length)
    member("perimeter_m", shape.perimeter.value, decimals: Rounding.length)
    member("reach_m", proposal.reach.value, decimals: Rounding.length)
    member("reach_ratio", shape.reachRatio.value, decimals: Rounding.ratio)
    member("objective", proposal.objective, decimals: Rounding.points)
    member("bound", proposal.bound, decimals: Rounding.points)
    member("gap", proposal.gap.value, decimals: Rounding.ratio)
    member("cut_bound", proposal.cutBound, decimals: Rounding.points)
    member("star_bound", proposal.starBound, decimals: Rounding.points)
    member("star_price", proposal.starPrice?.value, decimals: Rounding.ratio)
    shortfall(proposal.shortfall, in: language)
  }
}
