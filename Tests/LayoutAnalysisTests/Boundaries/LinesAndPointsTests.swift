import LandModel
import Testing

@testable import LayoutAnalysis

struct LinesAndPointsTests {
  private static func at(_ x: Double, _ y: Double) -> XY { XY(450_000 + x, 2_850_000 + y) }

  private func findings(_ geometries: [Geometry]) throws -> [Finding] {
    let county = Geometry.polygon(rings: [
      [Self.at(0, 0), Self.at(1000, 0), Self.at(1000, 1000), Self.at(0, 1000), Self.at(0, 0)]
    ])
    return try BoundaryValidation().result(
      of: [LayerInput(layer: .test(geometries, key: "roads"))],
      administrative: AdministrativeBoundary(layer: .test([county], key: "counties"))
    ).result.findings
  }

  @Test func `a line may leave the city and cross itself; one that never meets it is outside`()
    throws
  {
    let crossing = Geometry.line([
      Self.at(500, 500), Self.at(2000, 500), Self.at(2000, 900), Self.at(1500, 0),
    ])
    let away = Geometry.line([Self.at(2000, 500), Self.at(3000, 500)])
    let found = try findings([crossing, away])
    #expect(found.map(\.rule) == ["administrative.outside"])
    #expect(found[0].featureIDs == ["2"])
    #expect(found[0].geometry == away)
  }

  @Test func `a point on the border is inside, one beyond is outside`() throws {
    let found = try findings([.point(Self.at(1000, 500)), .point(Self.at(1000.5, 500))])
    #expect(found.map(\.featureIDs) == [["2"]])
  }

  @Test func `a line of one place has too few points`() throws {
    let line = Geometry.line([Self.at(500, 500), Self.at(500, 500)])
    #expect(
      try findings([line]).map(\.rule) == ["geometry.duplicate-vertex", "ogc.too-few-points"])
  }

  @Test func `equal points are duplicates`() throws {
    let point = Geometry.point(Self.at(500, 500))
    #expect(try findings([point, point]).map(\.rule) == ["layer.duplicate-geometry"])
  }
}
