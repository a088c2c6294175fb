/// One result about the user's data: a rule broken at a place, with the value measured and the limit.
package struct Finding: Hashable, Sendable {
  /// Stable code of the rule, such as `ogc.self-intersection` or `layer.overlap`.
  package let rule: RuleCode
  package let severity: Severity
  /// Key of the layer the features belong to.
  package let layer: String
  /// The features concerned, in layer order; two for a pair, none for a remark on the whole layer.
  package let featureIDs: [FeatureID]
  /// Key of the layer that `otherFeatureIDs` belong to; nil where one layer is concerned.
  package let otherLayer: String?
  /// Features of the other layer, in its order.
  package let otherFeatureIDs: [FeatureID]
  /// Part, ring and vertex of the first feature; nil where the whole feature or layer is meant.
  package let element: GeometryElement?
  /// What was measured, in `unit`; nil where the rule measures nothing.
  package let value: Double?
  /// What the rule allows, in `unit`.
  package let limit: Double?
  package let unit: MeasureUnit
  /// One sentence that names the reason.
  package let message: LocalizedText
  /// The place itself (crossing point, overlap, gap), in the working reference system.
  package let geometry: Geometry
  /// Set where someone accepted the finding; nil where it stands.
  package var waiver: Waiver?

  package init(
    rule: RuleCode, severity: Severity, layer: String, featureIDs: [FeatureID],
    otherLayer: String? = nil, otherFeatureIDs: [FeatureID] = [], element: GeometryElement? = nil,
    value: Double? = nil, limit: Double? = nil, unit: MeasureUnit = .none,
    message: LocalizedText, geometry: Geometry = .null, waiver: Waiver? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.layer = layer
    self.featureIDs = featureIDs
    self.otherLayer = otherLayer
    self.otherFeatureIDs = otherFeatureIDs
    self.element = element
    self.value = value
    self.limit = limit
    self.unit = unit
    self.message = message
    self.geometry = geometry
    self.waiver = waiver
  }
}
