import LandModel
import LayoutAnalysis
import Scenarios

extension OutputTable {
  /// What of each boundary lies on features of the plan's `follow` layers, and on which; no fields where the plan
  /// names no such layer.
  mutating func appendFollowed(of proposals: [TownProposal]) {
    guard proposals.contains(where: { $0.followed != nil }) else { return }
    append(
      "followed_share",
      .real(proposals.map { $0.followedShare?.value }, decimals: Rounding.ratio))
    append(
      "followed_layers",
      .text(proposals.map { ($0.followed ?? []).map(\.layer).joined(separator: ", ") }))
  }
}
