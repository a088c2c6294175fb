package import LandModel

/// Why a layer could not be brought into the working reference system.
package enum ProjectionError: Error, Equatable, Sendable {
  /// The layer's file declares no reference system, and the plan declares none for it.
  case systemMissing(layer: String)
  /// PROJ does not know the code or cannot read the definition.
  case systemUnknown(system: CRSIdentifier, message: String)
  /// The two systems are on different datums; the parameters between them are restricted data.
  ///
  /// Xi'an 1980 and Beijing 1954 are the usual case (domain facts §3.1): such layers must be
  /// transformed by the surveyor, because a silent null shift would be wrong by tens of metres.
  case datumsDiffer(from: CRSIdentifier, fromDatum: String, to: CRSIdentifier, toDatum: String)
  /// The system cannot be the working one.
  case notAWorkingGrid(system: CRSIdentifier, reason: WorkingGridFault)
  /// PROJ found no way from one system to the other.
  case operationMissing(from: CRSIdentifier, to: CRSIdentifier, message: String)
  /// The layer has no attribute of the name given for its ids.
  case idAttributeMissing(layer: String, name: String, available: [String])
}

/// Why a reference system cannot be the working one.
package enum WorkingGridFault: Equatable, Sendable {
  /// Longitude and latitude, or another system that is not a plane.
  case notProjected
  /// Another projection than transverse Mercator.
  case otherMethod(String)
  /// A parameter that a Gauss–Krüger grid fixes: scale 1, latitude of origin 0, false northing 0.
  case otherParameter(name: String, value: Double, required: Double)
  /// Another datum than CGCS2000.
  case otherDatum(String)
  /// PROJ and the closed formulas of the grid differ by this much somewhere in it.
  case disagreement(Metres)
}
