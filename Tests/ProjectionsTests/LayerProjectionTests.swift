import LandModel
import Projections
import TestSupport
import Testing

struct LayerProjectionTests {
  private func layer(_ positions: [XY], crs: Int?) -> SourceLayer {
    SourceLayer(
      address: LayerAddress(file: "towns.shp"), crs: crs.map { CRSIdentifier(epsg: $0) },
      geometry: GeometryColumn(positions.map(Geometry.point)),
      numbers: positions.indices.map { Int64($0 + 1) },
      attributes: AttributeTable(
        names: ["code"], columns: [.text(positions.indices.map { $0 == 1 ? nil : "T\($0)" })]))
  }

  private func grid(_ code: Int) throws -> GaussKrugerGrid {
    try #require(GaussKrugerGrid(epsg: code))
  }

  @Test func `a layer of the prefixed zone comes into the plain grid`() throws {
    let result = try LayerProjection(
      of: layer([XY(38_402_694.578133, 2_851_711.862146)], crs: 4526), key: "towns",
      to: grid(4547))
    let position = result.layer.geometry.positions[0]
    #expect(position.distance(to: XY(402_694.578133, 2_851_711.862146)) < 1e-6)
    #expect(result.rowsNotTransformed.isEmpty)
    #expect(result.operation != nil)
  }

  /// The same layer by `ogr2ogr`, which reads files with easting or longitude first.
  @Test(arguments: [4546, 4525, 4526, 4490, 4326])
  func `a layer agrees with ogr2ogr to a micrometre`(code: Int) throws {
    let geodetic = [XY(112.36, 25.58), XY(113.03, 25.77), XY(114.2, 26.7), XY(113, 24.9)]
    let stored =
      GaussKrugerGrid(epsg: code).map { grid in geodetic.map(grid.projected) } ?? geodetic
    let text = stored.map { "[\($0.x),\($0.y)]" }.joined(separator: ",")
    let output = try #require(
      CommandLineTool.output(
        [
          "ogr2ogr", "-f", "CSV", "/vsistdout/", "/vsistdin/", "-lco", "GEOMETRY=AS_WKT",
          "-s_srs", "EPSG:\(code)", "-t_srs", "EPSG:4547",
        ], input: #"{"type":"MultiPoint","coordinates":[\#(text)]}"#))
    let numbers = output.split { !"0123456789.".contains($0) }.compactMap { Double($0) }
    try #require(numbers.count == 2 * stored.count)
    let result = try LayerProjection(of: layer(stored, crs: code), key: "towns", to: grid(4547))
    for (row, position) in result.layer.geometry.positions.enumerated() {
      #expect(position.distance(to: XY(numbers[2 * row], numbers[2 * row + 1])) < 1e-6)
    }
  }

  @Test func `a layer in the working grid keeps its ordinates bit for bit`() throws {
    let source = layer([XY(402_694.1, 2_851_711.7), XY(.nan, 1)], crs: 4547)
    let result = try LayerProjection(of: source, key: "towns", to: grid(4547))
    #expect(result.operation == nil)
    #expect(result.layer.geometry.positions[0] == XY(402_694.1, 2_851_711.7))
  }

  @Test func `the plan's declaration wins over the file's`() throws {
    let result = try LayerProjection(
      of: layer([XY(113.03, 25.77)], crs: nil), key: "towns",
      declaredCRS: CRSIdentifier(epsg: 4490), to: grid(4547))
    #expect(result.source == CRSIdentifier(epsg: 4490))
    #expect(abs(result.layer.geometry.positions[0].x - 402_694.578133) < 1e-6)
  }

  @Test func `a layer that nobody declared is an error`() throws {
    let grid = try grid(4547)
    #expect(throws: ProjectionError.systemMissing(layer: "towns")) {
      try LayerProjection(of: layer([XY(0, 0)], crs: nil), key: "towns", to: grid)
    }
  }

  @Test func `rows that cannot be transformed are told, and kept`() throws {
    let result = try LayerProjection(
      of: layer([XY(113, 25), XY(113, 125), XY(.nan, 25)], crs: 4490), key: "towns",
      to: grid(4547))
    #expect(result.rowsNotTransformed == [1])
    #expect(result.layer.count == 3)
  }

  @Test func `ids come from the attribute, and from the feature number where it is empty`() throws {
    let source = layer([XY(113, 25), XY(113, 25.1), XY(113, 25.2)], crs: 4490)
    let named = try LayerProjection(
      of: source, key: "towns", idAttribute: "code", to: grid(4547))
    #expect(named.layer.ids == ["T0", "#2", "T2"])
    let words = SourceLayer(
      address: source.address, crs: source.crs, geometry: source.geometry, numbers: source.numbers,
      attributes: AttributeTable(names: ["code"], columns: [.text(["NULL", " ", "无锡"])]))
    let meant = try LayerProjection(of: words, key: "towns", idAttribute: "code", to: grid(4547))
    #expect(meant.layer.ids == ["#1", "#2", "无锡"])
    let numbered = try LayerProjection(of: source, key: "towns", to: grid(4547))
    #expect(numbered.layer.ids == ["#1", "#2", "#3"])
    let grid = try grid(4547)
    #expect(
      throws: ProjectionError.idAttributeMissing(layer: "towns", name: "id", available: ["code"])
    ) { try LayerProjection(of: source, key: "towns", idAttribute: "id", to: grid) }
  }
}
