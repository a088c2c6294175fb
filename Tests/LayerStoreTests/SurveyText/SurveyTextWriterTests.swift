import Foundation
import LandModel
import TestSupport
import Testing

@testable import LayerStore

struct SurveyTextWriterTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func output(_ layer: SourceLayer) -> OutputLayer {
    OutputLayer(
      name: "parcels", crs: layer.crs, geometry: layer.geometry, attributes: layer.attributes)
  }

  /// Writes a layer as a survey text and returns its bytes and remarks.
  private func written(
    _ layer: OutputLayer, _ encoding: SurveyTextOptions.Encoding = .gbk
  ) throws -> (bytes: Data, remarks: [String]) {
    let path = folder.path("out.txt")
    let remarks = try LayerWriter.write(
      [layer], to: path, replacing: true, survey: SurveyTextOptions(encoding: encoding))
    return (try Data(contentsOf: URL(fileURLWithPath: path)), remarks.map(\.english))
  }

  /// A canonical text with all that has a place of its own: holes, parts, points, lines, further fields.
  private static let rich =
    "[项目信息]\n名称=特色小镇\n" + SurveySample.fullHeader.replacing("[地块", with: "审核=甲\n[地块") + "\n"
    + SurveySample.square
      + """
      10,1.2500,2,带洞地块,面,G49E001,旅游用地,0901,1,2,3,4,备注,@
      J1,1,2851500.125,38402500.125
      J2,1,2851500.125,38402700.125
      J3,1,2851300.125,38402700.125
      J4,1,2851300.125,38402500.125
      J1,1,2851500.125,38402500.125
      J5,2,2851450.000,38402550.000
      J6,2,2851400.000,38402550.000
      J7,2,2851400.000,38402600.000
      J8,2,2851450.000,38402600.000
      J5,2,2851450.000,38402550.000
      2,,3,界桩,点,,,,@
      T1,1,2851811.000,38402694.000
      T9,1,2851811.000,38402794.000
      3,,4,道路,线,,,,@
      A-1,7,2851811.000,38402694.000
      A-2,7,2851811.000,38402794.000
      终点,7,2851711.000,38402794.000
      0,,5,空,面,,,,@

      """

  @Test func `a canonical text is written back byte for byte`() throws {
    for text in [SurveySample.fullHeader + "\n" + SurveySample.square, Self.rich] {
      let content = SurveySample.gbk(text)
      let back = try written(output(SurveySample.read(content)))
      #expect(back.bytes == content, "\(String(decoding: back.bytes, as: UTF8.self))")
      #expect(back.remarks.isEmpty)
    }
  }

  @Test(arguments: ["gpkg", "geojson", "fgb", "shp"])
  func `a canonical text comes back through another format`(ending: String) throws {
    let empty = "0,,5,空,面,,,,@\n"
    // FlatGeobuf has no place for a feature without geometry.
    var text = ending == "fgb" ? Self.rich.replacing(empty, with: "") : Self.rich
    // A Shapefile holds one kind of geometry, and no empty text.
    if ending == "shp" { text = SurveySample.fullHeader + "\n" + SurveySample.square }
    let content = SurveySample.gbk(text)
    let middle = folder.path("middle.\(ending)")
    try LayerWriter.write([output(SurveySample.read(content))], to: middle)
    let layer = try LayerReader.read(LayerAddress(file: middle))
    // FlatGeobuf orders features by place; the numbers say the order of the text.
    let rows = (0..<layer.geometry.count).sorted {
      (layer.attributes["地块编号"]?.text(at: $0) ?? "")
        < (layer.attributes["地块编号"]?.text(at: $1) ?? "")
    }
    let sorted = OutputLayer(
      name: "parcels", crs: layer.crs, geometry: layer.geometry.selecting(rows: rows),
      attributes: layer.attributes.selecting(rows: rows))
    let back = try written(sorted)
    #expect(back.bytes == content, "\(String(decoding: back.bytes, as: UTF8.self))")
  }

  @Test func `rings wound the other way come back as they were`() throws {
    let layer = try SurveySample.read(SurveySample.canonical)
    let reversed = layer.geometry.replacingPositions(layer.geometry.positions.reversed())
    let back = try written(
      OutputLayer(
        name: "parcels", crs: layer.crs, geometry: reversed, attributes: layer.attributes))
    #expect(back.bytes == SurveySample.canonical)
  }

  @Test func `a changed boundary is numbered anew and said`() throws {
    let layer = try SurveySample.read(SurveySample.canonical)
    let triangle = GeometryColumn([
      .polygon(rings: [
        Array(SurveySample.squarePositions[1...3]) + [SurveySample.squarePositions[1]]
      ])
    ])
    let back = try written(
      OutputLayer(
        name: "parcels", crs: layer.crs, geometry: triangle, attributes: layer.attributes), .utf8)
    let text = String(decoding: back.bytes, as: UTF8.self)
    #expect(text.contains("\r\n4,1.0000,1,飞天山地块"))
    #expect(back.remarks.contains { $0.contains("numbered J1, J2") })
  }

  @Test func `a layer of any origin is numbered from the north-west, with its statutory area`()
    throws
  {
    // Wound anticlockwise from the south-east, with a hole wound clockwise.
    let shell = [XY(600, 0), XY(600, 500), XY(0, 500), XY(0, 0), XY(600, 0)]
    let hole = [XY(100, 100), XY(100, 200), XY(200, 200), XY(200, 100), XY(100, 100)]
    let place = { (ring: [XY]) in ring.map { XY(402_000 + $0.x, 2_851_000 + $0.y) } }
    let layer = OutputLayer(
      name: "towns", crs: CRSIdentifier(epsg: 4547),
      geometry: GeometryColumn([.polygon(rings: [place(shell), place(hole)])]),
      attributes: AttributeTable(
        names: ["DKMC", "population"], columns: [.text(["甲,乙"]), .integer([5])]))
    let back = try written(layer, .utf8)
    // 29 ha on the plane; an equal-area projection of the ellipsoid by pyproj gives 28.99317 ha.
    #expect(
      String(decoding: back.bytes, as: UTF8.self).replacing("\r\n", with: "\n") == """
        [属性描述]
        格式版本号=1.01
        数据产生单位=
        数据产生日期=
        坐标系=2000国家大地坐标系
        几度分带=3
        投影类型=高斯克吕格
        计量单位=米
        带号=38
        精度=0.001
        转换参数=,,,,,,
        [地块坐标]
        10,28.9932,1,甲，乙,面,,,,@
        J1,1,2851500.000,402000.000
        J2,1,2851500.000,402600.000
        J3,1,2851000.000,402600.000
        J4,1,2851000.000,402000.000
        J1,1,2851500.000,402000.000
        J5,2,2851200.000,402100.000
        J6,2,2851100.000,402100.000
        J7,2,2851100.000,402200.000
        J8,2,2851200.000,402200.000
        J5,2,2851200.000,402100.000

        """)
    #expect(
      back.remarks.contains {
        $0.contains("no field for 1 attribute,") && $0.contains("population")
      })
    #expect(back.remarks.contains { $0.contains("commas, line breaks") })
  }

  @Test func `degrees are written as degrees`() throws {
    let ring = [XY(113, 25.7), XY(113.01, 25.7), XY(113.01, 25.71), XY(113, 25.7)]
    let layer = OutputLayer(
      name: "towns", crs: CRSIdentifier(epsg: 4490),
      geometry: GeometryColumn([.polygon(rings: [ring])]))
    let bytes = try written(layer, .utf8).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("计量单位=度\r\n带号=\r\n精度=0.000000001"))
    let back = try SurveySample.read(bytes)
    #expect(back.crs == CRSIdentifier(epsg: 4490))
    #expect(Set(back.geometry.positions.map(\.x)) == [113, 113.01])
    // Half of 1003.6 m by 1107.8 m (domain facts §3.2: 0.100 m E, 0.111 m N for a millionth of a degree).
    let area = try #require(back.attributes["地块面积"]?.number(at: 0))
    #expect(abs(area - 55.6) < 0.2)
  }

  @Test func `more decimals than declared are written where they are exact, and said where cut`()
    throws
  {
    let fine = SurveySample.square.replacing("J2,1,2851811.000", with: "J2,1,2851811.0004")
    let back = try written(output(SurveySample.read(SurveySample.fullHeader + "\n" + fine)), .utf8)
    #expect(String(decoding: back.bytes, as: UTF8.self).contains("精度=0.0001"))
    #expect(back.remarks.isEmpty)
    let layer = try SurveySample.read(SurveySample.canonical)
    let third = layer.geometry.replacingPositions(
      layer.geometry.positions.map { XY($0.x + 1.0 / 3, $0.y) })
    let cut = try written(
      OutputLayer(name: "a", crs: layer.crs, geometry: third, attributes: layer.attributes))
    #expect(cut.remarks == ["Ordinates are rounded to 3 decimals."])
  }

  @Test(arguments: [nil, CRSIdentifier(epsg: 3857), CRSIdentifier(epsg: 32649)])
  func `a system that the format cannot state is refused`(crs: CRSIdentifier?) {
    #expect(throws: LayerStoreError.self) {
      try written(OutputLayer(name: "a", crs: crs, geometry: GeometryColumn([.null])))
    }
  }

  @Test func `a zone is taken from the layer, the request, or the middle`() {
    func system(_ code: Int, _ longitude: Double, _ zone: Int?, _ prefix: Bool?) -> Int? {
      SurveyTextOptions.system(
        of: CRSIdentifier(epsg: code), longitude: { longitude }, zone: zone, isPrefixed: prefix)?
        .epsg
    }
    #expect(system(4547, 0, nil, nil) == 4547)
    #expect(system(4547, 0, nil, true) == 4526)
    #expect(system(4547, 0, 37, nil) == 4546)
    #expect(system(4547, 0, 19, true) == 4497)
    #expect(system(2383, 0, nil, true) == 2362)
    #expect(system(4326, 113.0, nil, nil) == 4526)
    #expect(system(4490, 111.4, nil, false) == 4546)
    #expect(system(4326, -80, nil, nil) == nil)
    #expect(system(4326, .infinity, nil, nil) == nil)
  }
}
