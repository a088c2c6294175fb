package import LandModel

/// What validation may expect of a layer, as the plan declares it; a field is nil where the plan names none.
package struct LayerExpectation: Sendable, Hashable {
  /// Field that identifies a feature.
  package var idField: String?
  /// Field that states a feature's area, and the unit it is declared to be in.
  package var areaField: String?
  package var areaUnit: AreaUnit
  /// Field with the code or name of the county that a feature claims to lie in, as the administrative
  /// boundary's own code field spells it.
  package var countyField: String?
  /// Whether features must lie in the administrative boundary.
  package var liesInAdministrativeBoundary: Bool
  /// Whether features may not overlap; false for layers where overlap is their nature (zones, networks).
  package var excludesOverlap: Bool
  /// Whether the features should cover their area without gaps, as counties or parcels do.
  package var isCoverage: Bool
  /// What is expected of single fields, in the order declared.
  package var fields: [FieldExpectation]
  /// Sums that must agree with known totals, in the order declared.
  package var totals: [ControlTotal]
  /// Which of the three control lines the layer is; nil for none.
  package var controlLine: ControlLine?
  /// Keys of layers whose features this one's must meet edge to edge, beside those it must meet because
  /// both are coverages.
  package var edgeMatches: [String]

  package init(
    idField: String? = nil, areaField: String? = nil, areaUnit: AreaUnit = .squareMetre,
    countyField: String? = nil, liesInAdministrativeBoundary: Bool = true,
    excludesOverlap: Bool = true, isCoverage: Bool = false,
    fields: [FieldExpectation] = [], totals: [ControlTotal] = [],
    controlLine: ControlLine? = nil, edgeMatches: [String] = []
  ) {
    self.idField = idField
    self.areaField = areaField
    self.areaUnit = areaUnit
    self.countyField = countyField
    self.liesInAdministrativeBoundary = liesInAdministrativeBoundary
    self.excludesOverlap = excludesOverlap
    self.isCoverage = isCoverage
    self.fields = fields
    self.totals = totals
    self.controlLine = controlLine
    self.edgeMatches = edgeMatches
  }
}

/// What the source of a layer said about its positions, before the transformation.
package struct SourceFacts: Sendable, Hashable {
  /// Reference system that the file declares; nil where it declares none.
  package var declaredCRS: CRSIdentifier?
  /// Reference system that positions were read in: declared by the file or by the plan.
  package var usedCRS: CRSIdentifier
  /// Box of the positions as stored, easting or longitude first.
  package var rawBoundingBox: BoundingBox
  /// Middle of each feature's box as stored, in layer order; empty where it is not known.
  package var rawCentres: [XY]
  /// Whether ``usedCRS`` was told from magnitudes alone, because nobody declared any.
  package var isGuessed: Bool
  /// What the reader assumed, changed or left out.
  package var remarks: [SourceRemark]

  package init(
    declaredCRS: CRSIdentifier?, usedCRS: CRSIdentifier, rawBoundingBox: BoundingBox,
    rawCentres: [XY] = [], isGuessed: Bool = false, remarks: [SourceRemark] = []
  ) {
    self.declaredCRS = declaredCRS
    self.usedCRS = usedCRS
    self.rawBoundingBox = rawBoundingBox
    self.rawCentres = rawCentres
    self.isGuessed = isGuessed
    self.remarks = remarks
  }
}

/// A layer to validate, with what is known about it.
package struct LayerInput: Sendable {
  package let layer: ProjectedLayer
  package let expectation: LayerExpectation
  /// Nil leaves out the rules about the file's own reference system.
  package let source: SourceFacts?

  package init(
    layer: ProjectedLayer, expectation: LayerExpectation = LayerExpectation(),
    source: SourceFacts? = nil
  ) {
    self.layer = layer
    self.expectation = expectation
    self.source = source
  }
}

/// The administrative units that boundaries are judged by: their union is the city.
package struct AdministrativeBoundary: Sendable {
  /// One unit per feature, in the same reference system as the layers judged by it.
  package let layer: ProjectedLayer
  /// Field with the code or name that ``LayerExpectation/countyField`` refers to.
  package let codeField: String?
  /// Field with the name that messages call a unit by; nil for its code.
  package let nameField: String?

  package init(layer: ProjectedLayer, codeField: String? = nil, nameField: String? = nil) {
    self.layer = layer
    self.codeField = codeField
    self.nameField = nameField
  }
}
