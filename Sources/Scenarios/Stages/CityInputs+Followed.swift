import LandModel
import LayoutAnalysis

extension CityInputs {
  /// The layers that boundaries run along, in plan order.
  ///
  /// - Throws: ``ScenarioError/wrongGeometry(key:address:feature:expected:found:)`` for the first point.
  static func followed(by plan: Plan, layers: [RunLayer]) throws -> [CheckedLayer] {
    try plan.delimitation.follow.compactMap { key in
      guard let layer = layers.first(where: { $0.key == key }) else { return nil }
      let column = layer.projected.geometry
      for (row, kind) in column.kinds.enumerated() where kind == .point {
        throw ScenarioError.wrongGeometry(
          key: layer.key, address: layer.address, feature: layer.projected.ids[row],
          expected: [.line, .polygon], found: kind)
      }
      return layer.checked
    }
  }
}
