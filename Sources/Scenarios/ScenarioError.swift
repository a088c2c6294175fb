package import LandModel

/// Why a plan could not be run on its layers, or why its result cannot be trusted.
package enum ScenarioError: Error, Equatable {
  /// The plan has no layer of a role that a question needs.
  case missingRole(PlanRole, question: String)
  /// A layer that must hold features holds none.
  case emptyLayer(key: String, address: LayerAddress)
  /// No feature of a layer passed validation.
  case nothingValid(key: String, address: LayerAddress)
  /// Features of a constraint layer failed validation: a plan without them could lie on a red line.
  case constraintIncomplete(key: String, address: LayerAddress, features: [FeatureID])
  /// Validation found that a constraint layer does not lie where its reference system says: `findings` are the
  /// first of `count`.
  case constraintMisplaced(
    key: String, address: LayerAddress, findings: [LocalizedText], count: Int)
  /// No feature of a constraint layer lies near the city; the nearest one and the way to it from there.
  case constraintOutside(
    key: String, address: LayerAddress, feature: FeatureID, gap: Displacement)
  /// Parcels that towns are to be made of share land: the pair with the largest area of `count`.
  case overlappingParcels(
    key: String, address: LayerAddress, first: FeatureID, second: FeatureID, area: SquareMetres,
    count: Int)
  /// A layer's features are of a kind that its role cannot use.
  case wrongGeometry(
    key: String, address: LayerAddress, feature: FeatureID, expected: [GeometryKind],
    found: GeometryKind)
  /// A feature of a layer of points to count holds several.
  case severalPoints(key: String, address: LayerAddress, feature: FeatureID, count: Int)
  /// The attribute that should tell kinds of points apart has nearly as many values as there are points.
  case tooManyKinds(
    key: String, address: LayerAddress, attribute: String, count: Int, limit: Int)
  /// The plan names an attribute that the layer does not have.
  case missingAttribute(
    key: String, address: LayerAddress, attribute: String, use: String, available: [String])
  /// An attribute's value cannot be used.
  case wrongAttribute(
    key: String, address: LayerAddress, feature: FeatureID, attribute: String, found: String?,
    expected: String)
  /// The plan speaks of a category that no resource has: most likely mistyped, and worth nothing.
  case unknownCategory(String, available: [String])
  /// A layer has no reference system and the plan declares none; one that its positions may be in.
  case missingCRS(key: String, address: LayerAddress, example: CRSIdentifier)
  /// Positions that cannot be expressed in the reference system asked for; the first is of a feature, and
  /// stands in the layer as it is told.
  case positionsLost(
    address: LayerAddress, count: Int, from: CRSIdentifier, to: CRSIdentifier,
    feature: FeatureID? = nil, position: XY? = nil)
  /// A CSV table has no column that its positions could come from.
  case positionColumnsMissing(
    key: String, address: LayerAddress, expected: [[String]], available: [String])
  /// The output asked for is the file that was read.
  case outputIsInput(file: String)
  /// The working grid's central meridian is too far from the city to measure on.
  case gridTooFar(grid: CRSIdentifier, centralMeridian: Double, cityLongitude: Double)
  /// The elevation points form no regular lattice of longitude and latitude.
  case irregularElevation(key: String, address: LayerAddress)
  /// A candidate names a county that the county layer does not have.
  case unknownCounty(candidate: FeatureID, county: String)
  /// The plan's own result breaks rules: a defect of the program, never to be published.
  case ownResultBreaksRules([LocalizedText])
}
