package import LandModel

/// Why the question of boundaries could not be asked as it was.
package enum DelimitationError: Error, Sendable, Hashable {
  /// A parameter is out of its range.
  case parameter(ParameterProblem)
  /// A site names an industry that the parameters don't hold.
  case unknownIndustry(site: FeatureID, key: String)
  /// A site's county is not in the county layer, or there is no county layer.
  case unknownCounty(site: FeatureID, county: FeatureID)
  /// A site's seed is not a position on the working grid.
  case seedOutOfRange(site: FeatureID)
  /// An access factor names a layer that was not given.
  case missingAccess(factor: String, layer: String)
  /// Towns are to be made of parcels, and none were given.
  case missingParcels(layer: String)
  /// Boundaries are to follow a layer that was not given.
  case missingFollowed(layer: String)
  /// The solver failed on the proof of a town's bound: what it said.
  case solver(site: FeatureID, message: String)
  /// A factor needs elevations and none were given.
  case missingElevation(factor: String)
}

/// A parameter outside its range.
package struct ParameterProblem: Sendable, Hashable {
  /// Path of the parameter by the keys of the plan file, such as `cell-size` or `industries.tourism`.
  package let parameter: String
  /// The value given.
  package let value: String
  /// What it must be.
  package let requirement: LocalizedText

  package init(parameter: String, value: String, requirement: LocalizedText) {
    self.parameter = parameter
    self.value = value
    self.requirement = requirement
  }
}
