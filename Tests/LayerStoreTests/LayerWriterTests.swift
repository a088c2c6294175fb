import Foundation
import LandModel
import TestSupport
import Testing

@testable import LayerStore

struct LayerWriterTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// Two polygons in EPSG:4547, one with a hole and one of two parts.
  private var towns: OutputLayer {
    func square(_ x: Double, _ y: Double, _ size: Double) -> [XY] {
      [XY(x, y), XY(x, y + size), XY(x + size, y + size), XY(x + size, y), XY(x, y)]
    }
    let hole = Array(square(400_300, 2_850_300, 200).reversed())
    return OutputLayer(
      name: "towns", crs: CRSIdentifier(epsg: 4547),
      geometry: GeometryColumn([
        .polygon(rings: [square(400_000, 2_850_000, 1000), hole]),
        .multiPolygon([[square(402_000, 2_850_000, 10)], [square(403_000, 2_850_000, 20)]]),
      ]),
      attributes: AttributeTable(
        names: ["name", "rank", "score"],
        columns: [.text(["飞天山", nil]), .integer([7, nil]), .real([0.25, nil])]))
  }

  @Test(arguments: [OutputFormat.geoPackage, .shapefile, .flatGeobuf, .geoJSON])
  func `what is written is read back the same`(format: OutputFormat) throws {
    let path = folder.path("towns.\(format.rawValue)")
    try LayerWriter.write([towns], to: path)
    let layer = try LayerReader.read(LayerAddress(file: path))
    #expect(layer.crs == CRSIdentifier(epsg: 4547))
    // A FlatGeobuf is ordered by its index.
    let rows =
      format == .flatGeobuf && layer.geometry.parts(ofRow: 0).count == 2 ? [1, 0] : [0, 1]
    #expect(layer.geometry.selecting(rows: rows) == towns.geometry)
    #expect(layer.attributes.selecting(rows: rows) == towns.attributes)
    #expect(layer.remarks.isEmpty)
  }

  @Test(arguments: OutputFormat.allCases)
  func `the same layers give the same bytes`(format: OutputFormat) throws {
    var contents: [[Data]] = []
    for _ in 0..<2 {
      let folder = try ScratchFolder()
      var styled = towns
      if format == .geoPackage {
        styled = OutputLayer(
          name: "towns", crs: towns.crs, geometry: towns.geometry, attributes: towns.attributes,
          style: LayerStyle(name: "towns", qml: "<qgis/>", sld: "<sld/>"))
      }
      try LayerWriter.write([styled], to: folder.path("towns.\(format.rawValue)"))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
      #expect(names.contains("towns.\(format.rawValue)"))
      contents.append(try names.map { try Data(contentsOf: folder.url.appendingPathComponent($0)) })
    }
    #expect(contents[0] == contents[1])
    // No time of writing in any form: as ISO text, or as dBASE keeps it in bytes 1 to 3.
    let today = Date().ISO8601Format().prefix(10)
    for content in contents[0] { #expect(content.firstRange(of: Data(today.utf8)) == nil) }
    if format == .shapefile { #expect(Array(contents[0][1][1...3]) == [100, 1, 1]) }
  }

  @Test func `a GeoPackage holds several layers and the styles QGIS looks for`() throws {
    let path = folder.path("plan.gpkg")
    let points = OutputLayer(
      name: "seats", crs: CRSIdentifier(epsg: 4490),
      geometry: GeometryColumn([.point(XY(113, 25))]),
      attributes: AttributeTable(names: ["fid"], columns: [.text(["a"])]),
      style: LayerStyle(name: "seats", qml: "<qgis version='3'/>"))
    try LayerWriter.write([towns, points], to: path)
    #expect(try LayerReader.layerNames(in: path) == ["towns", "seats"])
    let seats = try LayerReader.read(LayerAddress(file: path, layer: "seats"))
    #expect(seats.attributes["fid"] == .text(["a"]))
    #expect(seats.crs == CRSIdentifier(epsg: 4490))
    let styles = try LayerReader.read(LayerAddress(file: path, layer: "layer_styles"))
    #expect(styles.attributes["f_table_name"] == .text(["seats"]))
    #expect(styles.attributes["f_geometry_column"] == .text(["geom"]))
    #expect(styles.attributes["styleQML"] == .text(["<qgis version='3'/>"]))
    #expect(styles.attributes["useAsDefault"] == .integer([1]))
  }

  @Test func `ogrinfo reads the GeoPackage without complaint`() throws {
    let path = folder.path("plan.gpkg")
    try LayerWriter.write([towns], to: path)
    let summary = try #require(CommandLineTool.output(["ogrinfo", "-so", "-al", path]))
    #expect(summary.contains("Geometry: Multi Polygon"))
    #expect(summary.contains("Feature Count: 2"))
    #expect(summary.contains(#"ID["EPSG",4547]"#))
  }

  @Test func `GeoJSON in degrees follows RFC 7946`() throws {
    let path = folder.path("seats.geojson")
    try LayerWriter.write(
      [
        OutputLayer(
          name: "seats", crs: CRSIdentifier(epsg: 4326),
          geometry: GeometryColumn([.point(XY(113.123_456_789, 25.5))]))
      ], to: path)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!text.contains("\"crs\""))
    #expect(text.contains("[113.1234568,25.5]"))
  }

  @Test func `a table of points has its ordinates in columns, and one of polygons has WKT`() throws
  {
    try LayerWriter.write(
      [
        OutputLayer(
          name: "seats", crs: nil, geometry: GeometryColumn([.point(XY(113, 25))]),
          attributes: AttributeTable(names: ["code"], columns: [.text(["007"])]))
      ], to: folder.path("seats.csv"))
    let layer = try LayerReader.read(LayerAddress(file: folder.path("seats.csv")))
    #expect(layer.geometry.positions == [XY(113, 25)])
    #expect(layer.attributes["code"] == .text(["007"]))
    try LayerWriter.write([towns], to: folder.path("towns.csv"))
    let polygons = try LayerReader.read(LayerAddress(file: folder.path("towns.csv")))
    #expect(polygons.geometry == towns.geometry)
  }

  @Test func `a drawing has closed lines on a layer of the name, and says what it lost`() throws {
    let path = folder.path("towns.dxf")
    let remarks = try LayerWriter.write([towns], to: path)
    #expect(remarks.map(\.english).contains { $0.contains("holds no attributes") })
    let layer = try LayerReader.read(LayerAddress(file: path))
    #expect(layer.attributes["Layer"] == .text(["towns", "towns", "towns", "towns"]))
    #expect(layer.geometry.kinds == [.polygon, .polygon, .polygon, .polygon])
    #expect(layer.remarks.contains { $0.text.english.hasPrefix("4 closed lines of the drawing") })
    #expect(layer.geometry.positions.count == 20)
  }

  @Test func `a line that does not close stays a line in a drawing`() throws {
    let line = Geometry.line([XY(0, 0), XY(10, 0), XY(10, 10), XY(0, 10)])
    let path = folder.path("road.dxf")
    try LayerWriter.write(
      [OutputLayer(name: "road", crs: nil, geometry: GeometryColumn([line]))], to: path)
    #expect(try LayerReader.read(LayerAddress(file: path)).geometry == GeometryColumn([line]))
  }

  @Test func `names cut short by a Shapefile are told`() throws {
    let layer = OutputLayer(
      name: "a", crs: nil, geometry: GeometryColumn([.point(XY(1, 2))]),
      attributes: AttributeTable(names: ["construction_area"], columns: [.real([1])]))
    let remarks = try LayerWriter.write([layer], to: folder.path("a.shp"))
    #expect(remarks.contains { $0.english.contains("construction_area") })
    #expect(try String(contentsOfFile: folder.path("a.cpg"), encoding: .utf8) == "UTF-8")
  }

  @Test func `what exists is not replaced unasked`() throws {
    let path = try folder.write("mine", to: "towns.gpkg")
    #expect(throws: LayerStoreError.outputExists(file: path)) {
      try LayerWriter.write([towns], to: path)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    try LayerWriter.write([towns], to: path, replacing: true)
    #expect(try LayerReader.read(LayerAddress(file: path)).geometry.count == 2)
  }

  @Test func `a layer a format cannot hold is refused and leaves nothing behind`() throws {
    let mixed = OutputLayer(
      name: "mixed", crs: nil,
      geometry: GeometryColumn([.point(XY(0, 0)), .line([XY(0, 0), XY(1, 1)])]))
    #expect(
      throws: LayerStoreError.notRepresentable(
        file: folder.path("a.shp"), layer: "mixed",
        reason: "points, lines and polygons in one layer")
    ) { try LayerWriter.write([mixed], to: folder.path("a.shp")) }
    #expect(throws: LayerStoreError.self) {
      try LayerWriter.write([towns, towns], to: folder.path("b.fgb"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test func `names in a Shapefile are cut at whole characters and stay apart`() throws {
    #expect(
      ShapefileFieldNames.shortened([
        "数据产生单位", "数据产生日期", "数据产1", "construction_area", "Constructi", "short", "construction_cost",
      ]) == [
        "数据产", "数据产2", "数据产1", "construct1", "Constructi", "short", "construct2",
      ])
    let layer = OutputLayer(
      name: "a", crs: CRSIdentifier(epsg: 4547), geometry: GeometryColumn([.point(XY(1, 2))]),
      attributes: AttributeTable(names: ["地块面积公顷"], columns: [.text(["甲"])]))
    let path = folder.path("names.shp")
    let remarks = try LayerWriter.write([layer], to: path)
    #expect(remarks.map(\.english) == ["Names in a Shapefile have 10 bytes: 地块面积公顷 → 地块面."])
    let back = try LayerReader.read(LayerAddress(file: path))
    #expect(back.attributes == AttributeTable(names: ["地块面"], columns: [.text(["甲"])]))
    #expect(back.remarks.isEmpty)
  }

  @Test(arguments: [OutputFormat.flatGeobuf, .dxf])
  func `a feature without geometry that a format leaves out is told`(format: OutputFormat) throws {
    let layer = OutputLayer(
      name: "a", crs: CRSIdentifier(epsg: 4547),
      geometry: GeometryColumn([.null, .point(XY(1, 2))]))
    let path = folder.path("a.\(format.rawValue)")
    let remarks = try LayerWriter.write([layer], to: path)
    #expect(remarks.map(\.english).contains { $0.contains("1 of a are left out") })
    #expect(try LayerReader.read(LayerAddress(file: path)).geometry.count == 1)
  }

  @Test(arguments: [OutputFormat.geoPackage, .geoJSON])
  func `null and empty geometries survive`(format: OutputFormat) throws {
    let column = GeometryColumn([
      .null, Geometry(kind: .line, positions: [], ringEnds: [], partEnds: []),
      .line([XY(1, 2), XY(3, 4)]),
    ])
    let path = folder.path("odd.\(format.rawValue)")
    try LayerWriter.write([OutputLayer(name: "odd", crs: nil, geometry: column)], to: path)
    #expect(try LayerReader.read(LayerAddress(file: path)).geometry == column)
  }

  @Test(arguments: [OutputFormat.geoPackage, .geoJSON, .csv])
  func `an ordinate that is no number is refused, with its row`(format: OutputFormat) {
    let column = GeometryColumn([.point(XY(1, 2)), .point(XY(.infinity, 2))])
    let path = folder.path("odd.\(format.rawValue)")
    #expect(
      throws: LayerStoreError.notRepresentable(
        file: path, layer: "odd", reason: "row 2 has an ordinate that is not a finite number")
    ) { try LayerWriter.write([OutputLayer(name: "odd", crs: nil, geometry: column)], to: path) }
  }

  @Test func `a layer without rows keeps its kind and its fields`() throws {
    let path = folder.path("none.gpkg")
    try LayerWriter.write(
      [
        OutputLayer(
          name: "none", crs: CRSIdentifier(epsg: 4547), geometry: GeometryColumn(),
          attributes: AttributeTable(names: ["town_id"], columns: [.text([])]), kind: .polygon)
      ], to: path)
    let layer = try LayerReader.read(LayerAddress(file: path))
    #expect(layer.geometry.count == 0)
    #expect(layer.attributes.names == ["town_id"])
  }

  @Test func `an unknown ending names the known ones`() {
    #expect(
      throws: LayerStoreError.unknownOutputFormat(
        file: "a.xyz",
        known: ["gpkg", "shp", "fgb", "geojson", "geojsons", "geojsonl", "dxf", "csv", "txt"])
    ) { try OutputFormat(file: "a.xyz") }
  }
}
