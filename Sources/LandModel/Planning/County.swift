/// A county, district or county-level city of the planned city.
package struct County: Sendable, Hashable {
  /// Id as the county layer gives it.
  package let id: FeatureID
  package let name: String
  /// Inhabitants of its settlements; nil where nobody counted them.
  package let population: Double?

  package init(id: FeatureID, name: String, population: Double? = nil) {
    self.id = id
    self.name = name
    self.population = population
  }
}
