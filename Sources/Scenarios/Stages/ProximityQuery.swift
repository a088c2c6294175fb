package import LayoutAnalysis

/// The layers of a question about near and far, and what is asked of them.
package struct ProximityQuery: Sendable {
  /// Towns, of any kind of geometry.
  package let towns: PlanLayer
  /// Layers whose nearest feature is wanted.
  package let layers: [PlanLayer]
  /// Layers of points to count; their attributes `category` and `weight` tell kinds and weights.
  package let points: [PlanLayer]
  package let parameters: ProximityParameters
  /// Whether lengths are measured on the ellipsoid too.
  package let measuresGeodesics: Bool

  package init(
    towns: PlanLayer, layers: [PlanLayer], points: [PlanLayer], parameters: ProximityParameters,
    measuresGeodesics: Bool = false
  ) {
    self.towns = towns
    self.layers = layers
    self.points = points
    self.parameters = parameters
    self.measuresGeodesics = measuresGeodesics
  }
}
