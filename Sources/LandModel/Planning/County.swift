/// A county, district or county-level city of the planned city.
package struct County: Sendable, Hashable {
  /// Id as the county layer gives it.
  package let id: FeatureID
  package let name: String

  package init(id: FeatureID, name: String) {
    self.id = id
    self.name = name
  }
}
