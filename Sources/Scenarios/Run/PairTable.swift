package import LandModel
package import LayoutAnalysis

/// Towns against single features of constraint layers, with what their output needs.
package struct PairTable: Sendable {
  /// One id for each row of the checked town layer.
  package let townIDs: [FeatureID]
  /// One entry for each constraint layer, in the order given.
  package let layers: [PairOverlaps]
  /// Whether pairs were listed, or added up alone.
  package let isListed: Bool
  /// Features of all layers that were not measured.
  package let leftOut: LeftOutFeatures

  package init(
    townIDs: [FeatureID], layers: [PairOverlaps], isListed: Bool, leftOut: LeftOutFeatures
  ) {
    self.townIDs = townIDs
    self.layers = layers
    self.isListed = isListed
    self.leftOut = leftOut
  }

  package var overlapCount: Int { layers.reduce(0) { $0 + $1.overlapCount } }
  package var planarArea: SquareMetres { layers.reduce(.zero) { $0 + $1.planarArea } }
  package var ellipsoidalArea: SquareMetres { layers.reduce(.zero) { $0 + $1.ellipsoidalArea } }
}
