import LandModel
package import Topology

extension StatedTown {
  /// Whether the published boundary holds the land of the unrounded one, and no other.
  ///
  /// A town that rounding would make invalid is drawn anew on the rounded positions: corners come and go, and slits
  /// close. So land counts and not corners: none of either may lie farther from the other than drawing anew moves
  /// it. A boundary that is no valid polygon holds no land that could be compared.
  ///
  /// - Throws: ``TopologyError`` when GEOS fails on a boundary.
  package func isPublishedAsDrawn() throws(TopologyError) -> Bool {
    for geometry in [publishedBoundary, boundary] {
      guard try TownShapeCheck.isSound(geometry) else { return false }
    }
    let workspace = Workspace()
    let published = try Shape(publishedBoundary, in: workspace)
    let drawn = try Shape(boundary, in: workspace)
    let isWithin = try drawn.buffered(by: StatedRounding.redrawn).covers(published)
    guard isWithin else { return false }
    return try published.buffered(by: StatedRounding.redrawn).covers(drawn)
  }
}
