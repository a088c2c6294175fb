package import LandModel

/// A place that may become a town: where delimitation starts.
package struct Site: Sendable, Hashable {
  package let id: FeatureID
  package let name: String
  /// Id of the county the site belongs to, as the county layer gives it.
  package let county: FeatureID
  package let countyName: String
  /// Position the town grows from, in the working reference system.
  package let seed: XY
  /// Industries that may be tried here, by key in plan order; not empty.
  package let industries: [String]
  /// What a town here costs, its land left aside; nil where nobody says.
  package let cost: Money?

  package init(
    id: FeatureID, name: String, county: FeatureID, countyName: String, seed: XY,
    industries: [String], cost: Money? = nil
  ) {
    self.id = id
    self.name = name
    self.county = county
    self.countyName = countyName
    self.seed = seed
    self.industries = industries
    self.cost = cost
  }
}
