import Foundation
import LandModel
import LayerStore
import TestSupport
import Testing

struct GeoJSONWriterTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func square(_ x: Double, _ y: Double, _ size: Double) -> [XY] {
    [XY(x, y), XY(x, y + size), XY(x + size, y + size), XY(x + size, y), XY(x, y)]
  }

  private func layer(_ crs: CRSIdentifier?, numbers: [Int64]? = nil) -> OutputLayer {
    OutputLayer(
      name: "a \"b\"", crs: crs,
      geometry: GeometryColumn([
        .polygon(rings: [square(113, 25, 1), square(113.25, 25.25, 0.123456789)]), .null,
      ]),
      attributes: AttributeTable(
        names: ["名称", "rank", "area"],
        columns: [.text(["飞\n天", nil]), .integer([-7, nil]), .real([2, .infinity])]),
      numbers: numbers)
  }

  private func written(_ layer: OutputLayer, to name: String) throws -> String {
    let path = folder.path(name)
    try LayerWriter.write([layer], to: path, replacing: true)
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `on WGS 84 rings wind as RFC 7946 asks, with seven decimals and no crs`() throws {
    let text = try written(layer(CRSIdentifier(epsg: 4326)), to: "a.geojson")
    #expect(
      text == """
        {"type":"FeatureCollection","name":"a \\"b\\"","features":[
        {"type":"Feature","properties":{"名称":"飞\\n天","rank":-7,"area":2.0},"geometry":\
        {"type":"Polygon","coordinates":[[[113,25],[114,25],[114,26],[113,26],[113,25]],\
        [[113.25,25.25],[113.25,25.3734568],[113.3734568,25.3734568],[113.3734568,25.25],\
        [113.25,25.25]]]}},
        {"type":"Feature","properties":{"名称":null,"rank":null,"area":null},"geometry":null}
        ]}

        """)
  }

  @Test func `another system is named and its rings are written as they are`() throws {
    let text = try written(layer(CRSIdentifier(epsg: 4490), numbers: [40, 41]), to: "a.geojson")
    #expect(
      text.contains(#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4490"}}"#))
    #expect(text.contains(#"{"type":"Feature","id":40,"properties""#))
    #expect(text.contains("[[[113,25],[113,26],[114,26]"))
    #expect(text.contains("25.373456789"))
  }

  @Test(arguments: [("a.geojsons", "\u{1E}"), ("a.geojsonl", ""), ("a.ndjson", "")])
  func `a sequence has one text on a line, each naming its system`(name: String, separator: String)
    throws
  {
    let text = try written(layer(CRSIdentifier(epsg: 4547)), to: name)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(text.hasSuffix("\n"))
    for line in lines {
      #expect(line.hasPrefix(separator + #"{"type":"Feature","crs":{"type":"name""#))
    }
    let back = try LayerReader.read(LayerAddress(file: folder.path(name)))
    #expect(back.crs == CRSIdentifier(epsg: 4547))
    #expect(back.geometry.kinds == [.polygon, .null])
  }

  @Test func `a value that JSON cannot hold is told`() throws {
    let remarks = try LayerWriter.write([layer(nil)], to: folder.path("a.geojson"))
    #expect(remarks.map(\.english) == ["1 value that is no finite number is written as null."])
  }

  @Test(arguments: ["a.geojson", "a.geojsons", "a.geojsonl"])
  func `what is written with all digits is read back bit by bit`(name: String) throws {
    var generator = SeededGenerator(seed: 12)
    func position() -> XY {
      XY(
        Double.random(in: -180...180, using: &generator),
        Double.random(in: 0...3e6, using: &generator))
    }
    func run(_ count: Int) -> [XY] { (0..<count).map { _ in position() } }
    var geometries: [Geometry] = []
    for row in 0..<300 {
      let count = Int.random(in: 1...9, using: &generator)
      switch row % 6 {
      case 0: geometries.append(.point(position()))
      case 1: geometries.append(.line(run(count)))
      case 2: geometries.append(.polygon(rings: (0..<count).map { run($0 + 1) }))
      case 3: geometries.append(.multiPolygon((0..<count + 1).map { _ in [run(4), run(3)] }))
      case 4: geometries.append(.multiLine((0..<count + 1).map { run($0 + 1) }))
      default: geometries.append(.null)
      }
    }
    let hostile = [
      "\"\\/\u{8}\u{c}\n\r\t\u{1}\u{7f}\u{2028}</script>&<é😀郴州", "", "007", "2021-01-01",
    ]
    let texts: [String?] = (0..<300).map { $0 % 5 == 4 ? nil : hostile[$0 % 4] }
    var integers: [Int64?] = (0..<300).map { Int64($0 * $0) - 500 }
    integers[7] = .max
    integers[8] = .min
    let reals: [Double?] = (0..<300).map { row in
      let value = Double(row) / 7
      return row % 7 == 0 ? nil : row % 2 == 0 ? value * 1e200 : value
    }
    let source = OutputLayer(
      name: "a", crs: CRSIdentifier(epsg: 4547), geometry: GeometryColumn(geometries),
      attributes: AttributeTable(
        names: ["a", "b", "c"], columns: [.text(texts), .integer(integers), .real(reals)]))
    try LayerWriter.write([source], to: folder.path(name), precision: .shortest)
    let back = try LayerReader.read(LayerAddress(file: folder.path(name)))
    #expect(back.geometry == source.geometry)
    #expect(back.attributes == source.attributes)
    #expect(back.crs == source.crs)
  }

  @Test func `GDAL reads the same from it`() throws {
    let path = folder.path("a.geojson")
    try LayerWriter.write([layer(CRSIdentifier(epsg: 4547), numbers: [9, 4])], to: path)
    let summary = try #require(CommandLineTool.output(["ogrinfo", "-al", path]))
    #expect(summary.contains("Feature Count: 2"))
    #expect(summary.contains("area: Real"))
    #expect(summary.contains("OGRFeature(a \"b\"):9"))
    #expect(summary.contains(#"ID["EPSG",4547]"#))
    #expect(summary.contains("POLYGON ((113 25,113 26,114 26,114 25,113 25)"))
  }
}
