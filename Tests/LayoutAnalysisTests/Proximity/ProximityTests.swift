import LandModel
import LayoutAnalysis
import TestSupport
import Testing

struct ProximityTests {
  private static let grid = GaussKrugerGrid(
    crs: CRSIdentifier(epsg: 4547), centralMeridian: 114, falseEasting: Metres(500_000))

  private func layer(_ key: String, _ geometry: GeometryColumn) -> CheckedLayer {
    let projected = ProjectedLayer(
      key: key, grid: Self.grid, geometry: geometry,
      ids: (0..<geometry.count).map { FeatureID("\(key)-\($0)") }, attributes: AttributeTable())
    return CheckedLayer(projected, keepingValidRows: Array(0..<geometry.count))
  }

  private func square(_ x: Double, _ y: Double, _ side: Double) -> Geometry {
    .polygon(rings: [
      [XY(x, y), XY(x + side, y), XY(x + side, y + side), XY(x, y + side), XY(x, y)]
    ])
  }

  private func points(_ places: [(Double, Double)]) -> GeometryColumn {
    GeometryColumn(places.map { .point(XY(500_000 + $0.0, 2_800_000 + $0.1)) })
  }

  /// A square town of 1 km and one of 100 m, 10 km to the east.
  private var towns: CheckedLayer {
    layer(
      "town",
      GeometryColumn([
        square(500_000, 2_800_000, 1000), square(511_000, 2_800_000, 100),
      ]))
  }

  @Test func `nearest features, counts and weights are those worked by hand`() throws {
    let lines = layer(
      "line",
      GeometryColumn([
        .line([XY(502_000, 2_790_000), XY(502_000, 2_810_000)]),
        .line([XY(500_500, 2_800_500), XY(500_600, 2_800_500)]),
      ]))
    let kinded = KindedPoints(
      layer(
        "point",
        points([(500, 500), (2000, 500), (4000, 500), (-300, -400), (500, 600), (12_100, 0)])),
      kinds: ["spring", "spring", "spring", "mine", nil, "mine"], weights: [1, 2, 4, 8, 16, 32])
    let result = Proximity(
      parameters: ProximityParameters(
        radii: [Metres(3000), Metres(500), Metres(1000), Metres(500)])
    ).result(towns: towns, layers: [lines], points: [kinded])

    #expect(result.radii == [Metres(500), Metres(1000), Metres(3000)])
    #expect(result.targets.map(\.kind) == [nil, "mine", "spring", nil])
    #expect(result.targets.map(\.featureCount) == [2, 2, 3, 1])
    let entries = result.entries
    #expect(
      entries.map(\.townID) == Array(repeating: "town-0", count: 4)
        + Array(repeating: "town-1", count: 4))
    #expect(
      entries.map { $0.nearest?.featureID } == [
        "line-1", "point-3", "point-0", "point-4", "line-0", "point-5", "point-2", "point-4",
      ])
    #expect(
      entries.prefix(4).map { $0.nearest?.distance } == [.zero, Metres(500), .zero, .zero])
    #expect(
      entries.suffix(4).map { $0.nearest?.distance.value.rounded() } == [9000, 1000, 7011, 10_512])
    // A point at exactly a radius counts; 1000 m east of the first town is the second spring.
    #expect(entries[0].within.isEmpty)
    #expect(entries[1].within.map(\.count) == [1, 1, 1])
    #expect(entries[2].within.map(\.count) == [1, 2, 3])
    #expect(entries[2].within.map(\.weight) == [1, 3, 7])
    #expect(entries[5].within.map(\.weight) == [0, 32, 32])
    let nearest = try #require(entries[4].nearest)
    #expect(nearest.from.x == 511_000 && nearest.to.x == 502_000)

    let sums = result.summaries
    #expect(sums[0].townsMeeting == 1 && sums[0].distanceSum == Metres(9000))
    #expect(sums[1].within.map(\.count) == [1, 2, 2])
    #expect(sums[1].within.map(\.weight) == [8, 40, 40])
  }

  @Test func `any number of workers gives the same result`() {
    var shapes = SeededShapes(seed: 17, origin: XY(450_000, 2_800_000), side: 4000, size: 200)
    let (towns, features) = (layer("a", shapes.column(150)), layer("b", shapes.column(200)))
    let points = layer("p", shapes.column(500, of: [.point]))
    var random = SeededGenerator(seed: 1)
    let kinded = KindedPoints(
      points, kinds: (0..<500).map { "kind \($0 % 3)" },
      weights: (0..<500).map { _ in random.unit() })
    let question = Proximity(
      parameters: ProximityParameters(radii: [Metres(100), Metres(700)]))
    let all = [1, 2, 7].map {
      question.result(
        towns: towns, layers: [features, points], points: [kinded], workers: $0)
    }
    #expect(all[0] == all[1] && all[0] == all[2])
    #expect(all[0].entries.count == 150 * 5)
  }

  @Test func `a layer without features is near nothing and a town without geometry has no nearest`()
  {
    let result = Proximity(parameters: ProximityParameters(radii: [Metres(10)])).result(
      towns: layer("t", GeometryColumn([Geometry.null, square(500_000, 0, 10)])),
      layers: [layer("none", GeometryColumn()), layer("one", points([(0, 0)]))],
      points: [KindedPoints(layer("p", GeometryColumn()))])
    #expect(result.entries.map { $0.nearest == nil } == [true, true, true, true, false, true])
    #expect(result.entries[2].within.map(\.count) == [0])
    #expect(result.summaries.map(\.townsMeasured) == [0, 1, 0])
  }

  @Test func `geodesic lengths are those of the nearest pairs`() {
    let result = Proximity().result(
      towns: towns, layers: [layer("p", points([(2000, 500)]))]
    ).measuringGeodesics { Metres($0.distance(to: $1) / 2) }
    #expect(result.entries.map { $0.nearest?.geodesicDistance?.value.rounded() } == [500, 4504])
    #expect(result.summaries[0].geodesicSum?.value.rounded() == 5004)
  }
}
