package import LandModel

/// The thresholds of the red-line check, each with its source.
package struct RedLineParameters: Sendable, Hashable, Codable {
  /// Apart by no more than this is "near".
  ///
  /// No rule gives a number: 500 m keeps a town in sight of the line at a walker's distance. A choice of
  /// this product, to be set in the plan.
  package var nearDistance = Metres(500)
  /// Apart by no more than this is "touches": the cluster tolerance of public inspection tools (domain
  /// facts §4.2, 0.001 m).
  package var touchDistance = Metres(0.001)
  /// Area in common below this is none.
  ///
  /// Far below any area that is reported, and above the error of the
  /// sums that find it (1e-6 m²).
  package var smallestOverlap = SquareMetres(1e-6)
  /// An overlap is a sliver only when it is no wider than this: the shortest line that counts at
  /// 1:10 000 (domain facts §4.2, scale × 0.2/10 000).
  package var sliverWidth = Metres(0.2)
  /// An overlap is a sliver only when it is no larger than this: the smallest polygon that counts at
  /// 1:10 000, 4 mm² on the map (domain facts §4.2).
  package var sliverArea = SquareMetres(400)
  /// Straight edges for a quarter circle where the land nearer than a distance is drawn.
  ///
  /// Sixteen keep the
  /// drawn line within 0.5 % of the distance, always on the near side.
  package var bufferSegments = 16
  /// Sub-areas are brought to a town's official area only where it differs from the measured one by no
  /// more than this share: what planning data call equal (domain facts §4.2, 0.1 %, K).
  package var levellingLimit = Ratio(0.001)
  /// Whether overlaps are drawn as pieces and their width is measured; without, areas alone.
  package var drawsPieces = true

  package init() {}
}
