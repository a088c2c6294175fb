import Foundation
import LandModel

@testable import LayoutAnalysis

/// A square of land 8 km wide on EPSG:4547 with one site in the middle, cells 200 m wide.
struct TownScene {
  static let middle = XY(420_000, 2_850_000)
  static let sides = BoundingBox(
    minX: middle.x - 4000, minY: middle.y - 4000, maxX: middle.x + 4000, maxY: middle.y + 4000)

  var constraints: [Constraint] = []
  var buildingConstraints: [Constraint] = []
  var resources = [
    ResourcePoint(id: "spring", category: "spring", position: middle, weight: 1)
  ]
  var elevation: ElevationGrid?
  /// Layers to follow, by key.
  var followed: [CheckedLayer] = []
  var seeds = [middle]
  var shift = XY(0, 0)
  var parameters: DelimitationParameters

  init() {
    parameters = DelimitationParameters(
      cellSize: Metres(200), factors: [.resource("spring")],
      industries: [Self.industry("health", ["resource.spring": 1])])
  }

  static func industry(_ key: String, _ weights: KeyValuePairs<String, Double>) -> Industry {
    Industry(
      key: key, title: LocalizedText(english: key, chinese: key),
      weights: weights.map { FactorWeight(factor: $0.key, weight: $0.value) })
  }

  func result(workers: Int? = 1) throws(DelimitationError) -> DelimitationResult {
    let sites = seeds.enumerated().map { row, seed in
      Site(
        id: FeatureID("site-\(row)"), name: "site", county: "county", countyName: "county",
        seed: moved(seed), industries: parameters.industries.map(\.key))
    }
    return try TownDelimitation(parameters: parameters).result(
      sites: sites, land: land, workers: workers)
  }

  var land: LandInput {
    LandInput(
      grid: Self.grid, constraints: constraints.map(moved),
      buildingConstraints: buildingConstraints.map(moved),
      counties: moved(Self.layer("county", [Self.box(Self.sides)], ids: ["county"])),
      resources: resources.map {
        ResourcePoint(
          id: $0.id, category: $0.category, position: moved($0.position), weight: $0.weight)
      },
      elevation: elevation, followed: followed.map(moved))
  }

  // MARK: Layers

  static let grid = GaussKrugerGrid(
    crs: CRSIdentifier(epsg: 4547), centralMeridian: 114, falseEasting: Metres(500_000))

  static func layer(
    _ key: String, _ geometries: [Geometry], ids: [FeatureID]? = nil
  ) -> CheckedLayer {
    CheckedLayer(
      ProjectedLayer(
        key: key, grid: grid, geometry: GeometryColumn(geometries),
        ids: ids ?? geometries.indices.map { FeatureID("\(key)-\($0)") },
        attributes: AttributeTable()),
      keepingValidRows: Array(geometries.indices))
  }

  static func constraint(
    _ key: String, _ rule: ConstraintRule, _ geometries: [Geometry]
  ) -> Constraint {
    Constraint(
      layer: layer(key, geometries), title: LocalizedText(english: key, chinese: key), rule: rule)
  }

  static func box(_ box: BoundingBox) -> Geometry {
    .polygon(rings: [
      [
        XY(box.minX, box.minY), XY(box.maxX, box.minY), XY(box.maxX, box.maxY),
        XY(box.minX, box.maxY), XY(box.minX, box.minY),
      ]
    ])
  }

  /// A box by its extent east and north of the middle.
  static func box(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) -> Geometry {
    box(
      BoundingBox(
        minX: middle.x + x.lowerBound, minY: middle.y + y.lowerBound,
        maxX: middle.x + x.upperBound, maxY: middle.y + y.upperBound))
  }

  /// A star-like polygon with a hole, round a position.
  static func blob(
    at centre: XY, radius: Double, corners: Int, using generator: inout SeededGenerator
  ) -> Geometry {
    let reaches = (0..<corners).map { _ in radius * (0.5 + generator.unit() / 2) }
    let rings = [1.0, -0.4].map { scale in
      (0...corners).map { corner in
        let angle = Double(corner % corners) / Double(corners) * 2 * .pi * (scale > 0 ? 1 : -1)
        let index = scale > 0 ? corner % corners : (corners - corner % corners) % corners
        return XY(
          centre.x + reaches[index] * abs(scale) * cos(angle),
          centre.y + reaches[index] * abs(scale) * sin(angle))
      }
    }
    return .polygon(rings: rings)
  }

  /// Blobs all over the scene, but not within a distance of the middle.
  static func blobs(_ count: Int, seed: UInt64, awayFromMiddle distance: Double) -> [Geometry] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let angle = generator.unit() * 2 * .pi
      let away = distance + 400 + generator.unit() * 2000
      let centre = XY(middle.x + away * cos(angle), middle.y + away * sin(angle))
      return blob(at: centre, radius: 400, corners: 12, using: &generator)
    }
  }

  // MARK: Shifting

  private func moved(_ position: XY) -> XY { XY(position.x + shift.x, position.y + shift.y) }

  private func moved(_ layer: CheckedLayer) -> CheckedLayer {
    Self.layer(
      layer.key, (0..<layer.count).map { layer.geometry.geometry(ofRow: $0).mapPositions(moved) },
      ids: layer.ids)
  }

  private func moved(_ constraint: Constraint) -> Constraint {
    Constraint(layer: moved(constraint.layer), title: constraint.title, rule: constraint.rule)
  }
}
