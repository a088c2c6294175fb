/// A place where people live, as a point with its population.
package struct Settlement: Sendable, Hashable {
  package let id: FeatureID
  /// Position in the working reference system, in metres.
  package let position: XY
  /// Inhabitants; 0 or more.
  package let population: Double

  package init(id: FeatureID, position: XY, population: Double) {
    self.id = id
    self.position = position
    self.population = population
  }
}
