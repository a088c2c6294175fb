package import LandModel

/// A layer of the plan as the run used it.
package struct RunLayer: Sendable {
  /// Key in the plan file, such as `red-line`.
  package let key: String
  package let title: LocalizedText
  package let role: PlanRole
  /// Where it was read, relative to the plan file.
  package let address: LayerAddress
  /// Who made the data and under which licence, as the plan states it; empty when it does not.
  package let source: String
  /// Attribute names by use, as the plan declares them: `name`, `category`, `population` and so on.
  package let attributes: [String: String]
  /// Reference system of the file, or the one the plan declares for it.
  package let sourceCRS: CRSIdentifier
  /// How its positions reached the working system, in PROJ's words.
  package let operation: String
  /// SHA-256 of the file's bytes, hexadecimal; of each file in name order for a folder or a shapefile.
  ///
  /// Nil where the question asked keeps no record of its inputs.
  package let sha256: String?
  /// What the reader had to assume or found odd.
  package let remarks: [LocalizedText]
  /// All features, in the working reference system.
  package let projected: ProjectedLayer
  /// Those that passed validation.
  package let checked: CheckedLayer

  package init(
    key: String, title: LocalizedText, role: PlanRole, address: LayerAddress,
    source: String = "", attributes: [String: String] = [:], sourceCRS: CRSIdentifier,
    operation: String, sha256: String?, remarks: [LocalizedText], projected: ProjectedLayer,
    checked: CheckedLayer
  ) {
    self.key = key
    self.title = title
    self.role = role
    self.address = address
    self.source = source
    self.attributes = attributes
    self.sourceCRS = sourceCRS
    self.operation = operation
    self.sha256 = sha256
    self.remarks = remarks
    self.projected = projected
    self.checked = checked
  }

  /// The projected features' values of an attribute by its use.
  ///
  /// Where the plan declares none for the use, those of the attribute with that very name; nil when
  /// there is no such attribute.
  package func column(for use: String) -> AttributeColumn? {
    projected.attributes[attributes[use] ?? use]
  }

  /// Whether features of the layer say that they are made up: an attribute `synthetic` that is true.
  package var isSynthetic: Bool {
    guard let column = projected.attributes["synthetic"] else { return false }
    return (0..<column.count).contains { row in
      ["true", "1", "yes"].contains(column.text(at: row)?.lowercased())
    }
  }
}
