import Foundation
import LandModel
import TestSupport
import Testing

@testable import LayoutAnalysis

/// Whether a shifted layer is known as such, and what is right is left alone.
struct DatumShiftTests {
  private static let grid: GaussKrugerGrid = {
    guard let grid = GaussKrugerGrid(epsg: 4547) else { preconditionFailure("It is known.") }
    return grid
  }()

  /// A layer of the sample data on the grid, its positions first changed in degrees.
  ///
  /// - Parameters:
  ///   - changed: what happens to longitudes and latitudes before the projection.
  ///   - onGrid: what happens to eastings and northings after it.
  private static func layer(
    _ file: String, key: String, changed: (XY) -> XY = { $0 }, onGrid: (XY) -> XY = { $0 }
  ) throws -> ProjectedLayer {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../../gis-data/chenzhou/\(file)").standardized
    let fixture = try GeoJSONFixture(contentsOf: url)
    return ProjectedLayer(
      key: key, grid: grid,
      geometry: GeometryColumn(
        fixture.geometries.map { $0.mapPositions { onGrid(grid.projected(changed($0))) } }),
      ids: fixture.geometries.indices.map { FeatureID("\(key)-\($0)") },
      attributes: AttributeTable())
  }

  /// Noise with the size of digitising, up to some metres each way, the same for the same place.
  private static func noise(_ size: Double, seed: UInt64) -> (XY) -> XY {
    { position in
      var random = SeededGenerator(
        seed: position.x.bitPattern ^ (position.y.bitPattern << 7) ^ seed)
      return XY(
        position.x + size * (2 * random.unit() - 1), position.y + size * (2 * random.unit() - 1))
    }
  }

  private static func diagnosis(
    _ layer: ProjectedLayer, against reference: ProjectedLayer
  ) -> ShiftDiagnosis? {
    ShiftSearch(
      fitting: ShiftFitting(reference: ReferenceBoundaries(reference), widestTolerance: 50),
      grid: grid, leastShare: 0.3, datumTolerance: 60
    ).diagnosis(of: layer, rows: Array(0..<layer.count))
  }

  @Test(arguments: WebMapDatum.allCases)
  func `counties from a web map are told to be`(_ datum: WebMapDatum) throws {
    let reference = try Self.layer("counties.geojson", key: "counties")
    let layer = try Self.layer("counties.geojson", key: "towns", changed: datum.displaced)
    let found = try #require(Self.diagnosis(layer, against: reference))
    #expect(found.datum == datum)
    #expect(found.fit.share == 1)
    #expect(found.fit.residual < 1)
    let expected = try #require(found.expected)
    #expect(abs(found.displacement.size.value - expected.size.value) < 1)
  }

  @Test(arguments: [(WebMapDatum.gcj02, 555.0, -320.0), (.bd09, 1200, 300)])
  func `a constant shift like a web map's is told to be one`(
    _ datum: WebMapDatum, _ east: Double, _ north: Double
  ) throws {
    let reference = try Self.layer("counties.geojson", key: "counties")
    let noise = Self.noise(5, seed: 3)
    let layer = try Self.layer(
      "counties.geojson", key: "towns",
      onGrid: {
        let moved = noise($0)
        return XY(moved.x + east, moved.y + north)
      })
    let found = try #require(Self.diagnosis(layer, against: reference))
    #expect(found.datum == datum)
    #expect(abs(found.displacement.east.value - east) < 2)
    #expect(abs(found.displacement.north.value - north) < 2)
    #expect(found.fit.share > 0.9)
  }

  @Test(arguments: [(103.5, -41.2), (4, 3), (-900, -1100)])
  func `any other shift is measured and not explained`(_ east: Double, _ north: Double) throws {
    let reference = try Self.layer("counties.geojson", key: "counties")
    let layer = try Self.layer(
      "counties.geojson", key: "towns", onGrid: { XY($0.x + east, $0.y + north) })
    let found = try #require(Self.diagnosis(layer, against: reference))
    #expect(found.datum == nil)
    #expect(abs(found.displacement.east.value - east) < 0.01)
    #expect(abs(found.displacement.north.value - north) < 0.01)
  }

  @Test func `half of the features, half of the reference are enough`() throws {
    let whole = try Self.layer("counties.geojson", key: "counties")
    let reference = ProjectedLayer(
      key: "counties", grid: Self.grid, geometry: whole.geometry.selecting(rows: 0..<6),
      ids: Array(whole.ids[0..<6]), attributes: AttributeTable())
    let moved = try Self.layer(
      "counties.geojson", key: "towns", changed: WebMapDatum.gcj02.displaced,
      onGrid: Self.noise(10, seed: 9))
    let layer = ProjectedLayer(
      key: "towns", grid: Self.grid, geometry: moved.geometry.selecting(rows: 3..<9),
      ids: Array(moved.ids[3..<9]), attributes: AttributeTable())
    let found = try #require(Self.diagnosis(layer, against: reference))
    #expect(found.datum == .gcj02)
  }

  @Test(arguments: [0.0, 20])
  func `a layer that lies right is left alone, digitised anew or not`(_ size: Double) throws {
    let reference = try Self.layer("counties.geojson", key: "counties")
    let layer = try Self.layer(
      "counties.geojson", key: "towns", onGrid: Self.noise(size, seed: 17))
    #expect(Self.diagnosis(layer, against: reference) == nil)
  }

  /// All layers of the sample data where time allows.
  private static let others =
    ["candidates.geojson", "reservoirs.geojson", "urban-boundary.geojson"]
    + (ProcessInfo.processInfo.environment["TOWNLAYOUT_HEAVY_TESTS"] == nil
      ? []
      : [
        "red-lines.geojson", "protection-zones.geojson", "rivers.geojson", "highways.geojson",
        "townships.geojson", "basic-farmland.geojson",
      ])

  @Test(arguments: others)
  func `a layer with boundaries of its own is left alone`(_ file: String) throws {
    let reference = try Self.layer("counties.geojson", key: "counties")
    let layer = try Self.layer(file, key: "other")
    #expect(Self.diagnosis(layer, against: reference) == nil)
  }

  @Test(arguments: WebMapDatum.allCases)
  func `townships that share county borders show the shift of a web map`(
    _ datum: WebMapDatum
  ) throws {
    let reference = try Self.layer("counties.geojson", key: "counties")
    let layer = try Self.layer("townships.geojson", key: "towns", changed: datum.displaced)
    let found = try #require(Self.diagnosis(layer, against: reference))
    #expect(found.datum == datum)
    #expect(found.fit.share < 0.9)
  }

  @Test func `one quadrangle is measured by its own edges`() throws {
    let quadrangle = Geometry.polygon(rings: [
      [
        XY(450_000, 2_850_000), XY(451_000, 2_850_100), XY(451_200, 2_851_300),
        XY(449_900, 2_851_000), XY(450_000, 2_850_000),
      ]
    ])
    let reference = ProjectedLayer.test([quadrangle], key: "known")
    let layer = ProjectedLayer.test([quadrangle.mapPositions { XY($0.x + 30, $0.y - 40) }])
    let found = try #require(Self.diagnosis(layer, against: reference))
    #expect(abs(found.displacement.size.value - 50) < 1e-3)
    #expect(abs(found.displacement.azimuth - 143.130_102) < 1e-3)
  }

  @Test func `ring starts, directions and the order of features make no difference`() throws {
    let reference = try Self.layer("counties.geojson", key: "counties")
    let layer = try Self.layer(
      "counties.geojson", key: "towns", onGrid: { XY($0.x + 103.5, $0.y - 41.2) })
    let turned = (0..<layer.count).reversed().map { row in
      let geometry = layer.geometry.geometry(ofRow: row)
      return Geometry.multiPolygon(
        (0..<geometry.partCount).map { part in
          geometry.rings(ofPart: part).map { ring in
            let open = Array(geometry.positions[geometry.range(ofRing: ring)].dropLast().reversed())
            let start = open.count / 3
            return Array(open[start...]) + Array(open[...start])
          }
        })
    }
    let found = try #require(
      Self.diagnosis(.test(turned, key: "towns"), against: reference))
    #expect(abs(found.displacement.east.value - 103.5) < 0.01)
    #expect(abs(found.displacement.north.value + 41.2) < 0.01)
    #expect(found.datum == nil && found.fit.share == 1)
  }

  @Test func `parcels of one size in rows do not fit by chance`() throws {
    var random = SeededGenerator(seed: 5)
    func parcels() -> [Geometry] {
      (0..<400).map { index in
        let (x, y) = (450_000 + 60 * Double(index % 20), 2_850_000 + 60 * Double(index / 20))
        let corners = [(0.0, 0.0), (50, 0), (50, 50), (0, 50)].map {
          XY(x + $0 + 25 * random.unit(), y + $1 + 25 * random.unit())
        }
        return .polygon(rings: [corners + [corners[0]]])
      }
    }
    let (first, second) = (parcels(), parcels())
    #expect(Self.diagnosis(.test(second), against: .test(first, key: "known")) == nil)
  }

  @Test func `an empty layer, or an empty reference, shows nothing`() {
    let empty = ProjectedLayer.test([.null], key: "known")
    let square = ProjectedLayer.test([
      .polygon(rings: [[XY(0, 0), XY(9, 0), XY(9, 9), XY(0, 9), XY(0, 0)]])
    ])
    #expect(Self.diagnosis(empty, against: square) == nil)
    #expect(Self.diagnosis(square, against: empty) == nil)
  }
}
