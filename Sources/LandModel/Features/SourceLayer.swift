/// A layer as its file holds it: any reference system, nothing checked.
package struct SourceLayer: Equatable, Sendable {
  package let address: LayerAddress
  /// Reference system the file declares; nil where it declares none.
  package let crs: CRSIdentifier?
  /// One row per feature, ordinates as stored, easting or longitude first.
  package let geometry: GeometryColumn
  /// Feature numbers of the file, in layer order, for messages about features without an id.
  package let numbers: [Int64]
  package let attributes: AttributeTable
  /// What the reader had to assume or found odd (encoding guessed, arcs stroked), to be reported.
  package let remarks: [SourceRemark]

  package init(
    address: LayerAddress, crs: CRSIdentifier?, geometry: GeometryColumn, numbers: [Int64],
    attributes: AttributeTable, remarks: [SourceRemark] = []
  ) {
    precondition(numbers.count == geometry.count, "One number for each feature.")
    self.address = address
    self.crs = crs
    self.geometry = geometry
    self.numbers = numbers
    self.attributes = attributes
    self.remarks = remarks
  }
}
