package import LandModel

/// A layer of the plan as the run used it.
package struct RunLayer: Sendable {
  /// Key in the plan file, such as `red-line`.
  package let key: String
  package let title: LocalizedText
  package let role: PlanRole
  /// Where it was read, relative to the plan file.
  package let address: LayerAddress
  /// Reference system of the file, or the one the plan declares for it.
  package let sourceCRS: CRSIdentifier
  /// How its positions reached the working system, in PROJ's words.
  package let operation: String
  /// SHA-256 of the file's bytes, hexadecimal; of each file in name order for a folder or a shapefile.
  package let sha256: String
  /// What the reader had to assume or found odd.
  package let remarks: [LocalizedText]
  /// All features, in the working reference system.
  package let projected: ProjectedLayer
  /// Those that passed validation.
  package let checked: CheckedLayer

  package init(
    key: String, title: LocalizedText, role: PlanRole, address: LayerAddress,
    sourceCRS: CRSIdentifier, operation: String, sha256: String, remarks: [LocalizedText],
    projected: ProjectedLayer, checked: CheckedLayer
  ) {
    self.key = key
    self.title = title
    self.role = role
    self.address = address
    self.sourceCRS = sourceCRS
    self.operation = operation
    self.sha256 = sha256
    self.remarks = remarks
    self.projected = projected
    self.checked = checked
  }
}
