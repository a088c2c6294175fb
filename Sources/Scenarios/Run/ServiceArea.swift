package import LandModel

/// The area that a chosen town serves: the land nearer to it than to any other chosen town, within the
/// greatest distance at which a resource counts as reached, and within the city.
package struct ServiceArea: Sendable, Hashable {
  package let townID: FeatureID
  /// Polygons in the working reference system.
  package let geometry: Geometry
  package let planarArea: SquareMetres
  package let ellipsoidalArea: SquareMetres
  /// People in the settlements inside; nil when the plan has no settlements.
  package let population: Int?
  /// Resource points inside, and the sum of their weights.
  package let resourceCount: Int
  package let resourceWeight: Double

  package init(
    townID: FeatureID, geometry: Geometry, planarArea: SquareMetres,
    ellipsoidalArea: SquareMetres, population: Int?, resourceCount: Int, resourceWeight: Double
  ) {
    self.townID = townID
    self.geometry = geometry
    self.planarArea = planarArea
    self.ellipsoidalArea = ellipsoidalArea
    self.population = population
    self.resourceCount = resourceCount
    self.resourceWeight = resourceWeight
  }
}
