import Foundation
import LandModel
import LayoutAnalysis

/// Layers for red-line tests, on EPSG:4547 near the city (a local origin of round numbers).
enum RedLineSamples {
  static let grid = GaussKrugerGrid(
    crs: CRSIdentifier(epsg: 4547), centralMeridian: 114, falseEasting: Metres(500_000))
  static let origin = XY(400_000, 2_850_000)

  static func square(_ x: Double, _ y: Double, _ side: Double) -> [XY] {
    rectangle(x, y, side, side)
  }

  static func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [XY] {
    [
      XY(x, y), XY(x + width, y), XY(x + width, y + height), XY(x, y + height), XY(x, y),
    ].map { XY($0.x + origin.x, $0.y + origin.y) }
  }

  /// A closed ring given from the origin.
  static func polygon(_ corners: [(Double, Double)]) -> [XY] {
    corners.map { XY($0.0 + origin.x, $0.1 + origin.y) }
  }

  static func layer(
    _ key: String, _ geometries: [Geometry], attributes: [String: [String?]] = [:]
  ) -> CheckedLayer {
    let names = attributes.keys.sorted()
    let projected = ProjectedLayer(
      key: key, grid: grid, geometry: GeometryColumn(geometries),
      ids: geometries.indices.map { FeatureID("\(key)-\($0)") },
      attributes: AttributeTable(
        names: names, columns: names.map { .text(attributes[$0] ?? []) }))
    return CheckedLayer(projected, keepingValidRows: Array(geometries.indices))
  }

  static func layer(
    _ key: String, rings: [[XY]], attributes: [String: [String?]] = [:]
  ) -> CheckedLayer {
    layer(key, rings.map { .polygon(rings: [$0]) }, attributes: attributes)
  }

  static func constraint(_ layer: CheckedLayer, _ rule: ConstraintRule = .forbid) -> Constraint {
    Constraint(
      layer: layer, title: LocalizedText(english: layer.key, chinese: layer.key), rule: rule)
  }

  /// A seeded lobed outline round a centre, with a hole where it has more than sixteen corners.
  static func star(
    _ random: inout SeededGenerator, x: Double, y: Double, radius: Double, corners: Int
  ) -> Geometry {
    func ring(_ size: Double) -> [XY] {
      let (first, second) = (random.unit() * 6, random.unit() * 6)
      var ring = (0..<corners).map { corner in
        let angle = Double(corner) / Double(corners) * 2 * .pi
        let lobes = 1 + 0.2 * sin(3 * angle + first) + 0.06 * sin(17 * angle + second)
        let length = radius * size * (lobes + random.unit() / Double(corners))
        return XY(origin.x + x + length * cos(angle), origin.y + y + length * sin(angle))
      }
      ring.append(ring[0])
      return ring
    }
    let shell = ring(0.75)
    return .polygon(rings: corners > 16 ? [shell, ring(0.3)] : [shell])
  }
}
