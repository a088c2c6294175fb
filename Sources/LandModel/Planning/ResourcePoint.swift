/// A place a town can live on: a scenic site, a mine, a spring, a heritage village.
package struct ResourcePoint: Sendable, Hashable {
  package let id: FeatureID
  /// Key of the category, as the plan's rules name it.
  package let category: String
  /// Position in the working reference system, in metres.
  package let position: XY
  /// How much the resource counts beside others of its category: 0 or more, without a unit.
  package let weight: Double

  package init(id: FeatureID, category: String, position: XY, weight: Double) {
    self.id = id
    self.category = category
    self.position = position
    self.weight = weight
  }
}
