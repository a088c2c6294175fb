import LandModel
import LayoutAnalysis

/// Attributes that rules by class, activities and levelling read.
extension ConstraintRule {
  /// The attributes of the constraint layer that the rule reads.
  var fields: [String] {
    switch self {
    case .conditional(let rule): [rule.zoneField]
    case .setback(let rule): [rule.classField]
    case .forbid, .limit, .buffer, .inside: []
    }
  }

  /// Refuses a layer without the attribute that tells its features' class.
  ///
  /// - Throws: ``ScenarioError/missingAttribute(key:address:attribute:use:available:)``.
  func requireAttributes(
    of table: AttributeTable, key: String, address: LayerAddress
  ) throws {
    switch self {
    case .conditional(let rule):
      try table.require(rule.zoneField, use: "zone", key: key, address: address)
    case .setback(let rule):
      try table.require(rule.classField, use: "class", key: key, address: address)
    case .forbid, .limit, .buffer, .inside: break
    }
  }
}

/// Geometry that rules can judge.
extension ConstraintRule {
  /// Refuses a layer with lines or points where the rule asks for land in common.
  ///
  /// - Throws: ``ScenarioError/wrongGeometry(key:address:feature:expected:found:)``.
  func requireGeometry(of layer: ProjectedLayer, key: String, address: LayerAddress) throws {
    switch self {
    case .forbid, .limit, .conditional, .inside:
      try layer.requirePolygons(key: key, address: address)
    case .buffer, .setback: break
    }
  }
}

extension ProjectedLayer {
  /// Refuses lines and points, which have no land to measure; a feature without geometry is let through.
  ///
  /// - Throws: ``ScenarioError/wrongGeometry(key:address:feature:expected:found:)`` for the first one.
  func requirePolygons(key: String, address: LayerAddress) throws {
    for (row, kind) in geometry.kinds.enumerated() where kind != .polygon && kind != .null {
      throw ScenarioError.wrongGeometry(
        key: key, address: address, feature: ids[row], expected: [.polygon], found: kind)
    }
  }
}

extension TownFields {
  /// The attributes of the town layer that are read.
  var names: [String] { [activity, officialArea].compactMap { $0 } }

  /// What the layer of candidates says about itself.
  init(_ layer: PlanLayer) {
    self.init(
      activity: layer.attributes["activity"], officialArea: layer.declaredArea?.attribute,
      officialAreaUnit: layer.declaredArea.flatMap { AreaUnit(rawValue: $0.unit) } ?? .squareMetre)
  }

  /// Refuses a layer of towns without the attributes.
  ///
  /// - Throws: ``ScenarioError/missingAttribute(key:address:attribute:use:available:)``.
  func requireAttributes(
    of table: AttributeTable, key: String, address: LayerAddress
  ) throws {
    if let activity { try table.require(activity, use: "activity", key: key, address: address) }
    if let officialArea {
      try table.require(officialArea, use: "official area", key: key, address: address)
    }
  }
}

extension AttributeTable {
  fileprivate func require(
    _ name: String, use: String, key: String, address: LayerAddress
  ) throws {
    guard self[name] == nil else { return }
    throw ScenarioError.missingAttribute(
      key: key, address: address, attribute: name, use: use, available: names)
  }
}
