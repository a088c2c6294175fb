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
    followed(of: proposal)
    shortfall(proposal.shortfall, in: language)
  }

  /// Writes what of the boundary lies on features of the plan's `follow` layers; nothing where it names none.
  private mutating func followed(of proposal: TownProposal) {
    guard let layers = proposal.followed else { return }
    member("followed_share", proposal.followedShare?.value, decimals: Rounding.ratio)
    array("followed") { list in
      for layer in layers {
        list.object { entry in
          entry.member("layer", layer.layer)
          entry.member("share", layer.share.value, decimals: Rounding.ratio)
        }
      }
    }
  }
}
