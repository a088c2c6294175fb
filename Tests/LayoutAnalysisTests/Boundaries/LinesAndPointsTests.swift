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
      context: BoundaryContext(
        administrative: AdministrativeBoundary(layer: .test([county], key: "counties")))
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

  @Test func `a message calls counties by their names where the layer has any`() throws {
    func square(_ x: Double) -> Geometry {
      .polygon(rings: [
        [
          Self.at(x, 0), Self.at(x + 1000, 0), Self.at(x + 1000, 1000), Self.at(x, 1000),
          Self.at(x, 0),
        ]
      ])
    }
    let counties = AttributeTable(
      names: ["code", "name"], columns: [.text(["1", "2"]), .text(["东县", "西县"])])
    let claims = AttributeTable(names: ["county"], columns: [.text(["2"])])
    let roads = LayerInput(
      layer: .test([.point(Self.at(500, 500))], key: "roads", attributes: claims),
      expectation: LayerExpectation(countyField: "county"))
    let found = try BoundaryValidation().result(
      of: [roads],
      context: BoundaryContext(
        administrative: AdministrativeBoundary(
          layer: .test([square(0), square(1000)], key: "counties", attributes: counties),
          codeField: "code", nameField: "name"))
    ).result.findings
    #expect(found.map(\.message.chinese) == ["该要素位于其声明的县级单位“西县”之外，实际位于“东县”。"])
  }
}
