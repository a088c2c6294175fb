package import LandModel

/// A layer to be written: values only, one row per feature.
package struct OutputLayer: Sendable {
  /// The layer's name in the file.
  package let name: String
  /// Reference system of the ordinates; nil leaves it undeclared.
  package let crs: CRSIdentifier?
  package let geometry: GeometryColumn
  package let attributes: AttributeTable
  /// Kind of geometry that the file declares; nil to take the one kind that occurs.
  package let kind: GeometryKind?
  /// Feature numbers of the source, one per row; nil to let the format number the rows.
  ///
  /// GeoJSON only: the member `id`.
  package let numbers: [Int64]?
  /// How QGIS shows the layer; GeoPackage only.
  package let style: LayerStyle?
  /// Whether GeoJSON leaves the direction of rings as it is, where RFC 7946 winds them.
  package let keepsRings: Bool

  package init(
    name: String, crs: CRSIdentifier?, geometry: GeometryColumn,
    attributes: AttributeTable = AttributeTable(), kind: GeometryKind? = nil,
    numbers: [Int64]? = nil, style: LayerStyle? = nil, keepsRings: Bool = false
  ) {
    precondition(
      attributes.columns.allSatisfy { $0.count == geometry.count }, "One value for each feature.")
    self.name = name
    self.crs = crs
    self.geometry = geometry
    self.attributes = attributes
    precondition(numbers.map { $0.count == geometry.count } ?? true, "One number for each feature.")
    self.kind = kind
    self.numbers = numbers
    self.style = style
    self.keepsRings = keepsRings
  }
}

/// A style kept with a layer in a GeoPackage's table `layer_styles`, as QGIS writes and reads it.
package struct LayerStyle: Equatable, Sendable {
  package let name: String
  /// QGIS style document.
  package let qml: String
  /// OGC Styled Layer Descriptor, for other readers; may be empty.
  package let sld: String

  package init(name: String, qml: String, sld: String = "") {
    self.name = name
    self.qml = qml
    self.sld = sld
  }
}
