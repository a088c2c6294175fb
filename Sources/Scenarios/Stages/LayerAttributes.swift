import LandModel

/// The attributes of a checked layer by the use that the plan declares for them.
struct LayerAttributes {
  let layer: RunLayer
  /// Attribute names by use, as ``PlanLayer/attributes``.
  let attributes: [String: String]

  /// Texts of an attribute, one for each feature; all nil where the plan declares no such use.
  ///
  /// - Throws: ``ScenarioError/missingAttribute(key:address:attribute:use:available:)``.
  func texts(_ use: String) throws -> [String?] {
    guard let column = try column(use) else {
      return Array(repeating: nil, count: layer.checked.count)
    }
    return (0..<layer.checked.count).map { column.text(at: $0) }
  }

  /// Numbers of an attribute, one for each feature; the default where the plan declares no such use.
  ///
  /// - Throws: ``ScenarioError`` for a missing attribute, and for a value that is no finite number of 0
  ///   or more (heights may be below 0).
  func numbers(_ use: String, default standard: Double) throws -> [Double] {
    guard let column = try column(use) else {
      return Array(repeating: standard, count: layer.checked.count)
    }
    return try (0..<layer.checked.count).map { row in
      let number = column.number(at: row)
      guard let number, number.isFinite, number >= 0 || use == "height" else {
        throw ScenarioError.wrongAttribute(
          key: layer.key, address: layer.address, feature: layer.checked.ids[row],
          attribute: attributes[use] ?? use, found: column.text(at: row),
          expected: use == "height" ? "a number" : "a number of 0 or more")
      }
      return number
    }
  }

  /// Texts of an attribute over all features, those that failed validation too.
  func projectedTexts(_ use: String) -> [String?] {
    let column = attributes[use].flatMap { layer.projected.attributes[$0] }
    return (0..<layer.projected.count).map { column?.text(at: $0) }
  }

  /// Where a feature is: a point itself, otherwise the centroid; nil for an empty geometry.
  func position(ofRow row: Int) -> XY? {
    PlanarMeasure.centroid(of: layer.checked.geometry.geometry(ofRow: row))
  }

  private func column(_ use: String) throws -> AttributeColumn? {
    guard let name = attributes[use] else { return nil }
    guard let column = layer.checked.attributes[name] else {
      throw ScenarioError.missingAttribute(
        key: layer.key, address: layer.address, attribute: name, use: use,
        available: layer.checked.attributes.names)
    }
    return column
  }
}
