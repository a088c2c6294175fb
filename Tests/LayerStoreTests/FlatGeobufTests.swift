import Foundation
import LandModel
import TestSupport
import Testing

@testable import LayerStore

/// The reader of FlatGeobuf against GDAL's, on files that GDAL wrote and on spoiled ones.
struct FlatGeobufTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// Features of all kinds, attributes of all types with gaps, text in Chinese.
  private static let shapes: [String: [String]] = [
    "points": [#""Point","coordinates":[1.5,2]"#, #""Point","coordinates":[3,4]"#],
    "multipoints": [#""MultiPoint","coordinates":[[1,2],[3,4]]"#],
    "lines": [#""LineString","coordinates":[[1,2],[3,4],[5,6]]"#],
    "multilines": [
      #""MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8],[9,9]]]"#,
      #""MultiLineString","coordinates":[[[1,2],[3,4]]]"#,
    ],
    "polygons": [
      #""Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[5,1],[6,1],[6,2],[5,1]]]"#,
      #""Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]]]"#,
    ],
    "multipolygons": [
      #""MultiPolygon","coordinates":[[[[0,0],[9,0],[9,9],[0,0]],[[5,1],[6,1],[6,2],[5,1]]]]"#,
      #""MultiPolygon","coordinates":[[[[0,0],[9,0],[9,9],[0,0]]],[[[20,0],[29,0],[29,9],[20,0]]]]"#,
    ],
    "mixed": [
      #""Point","coordinates":[1,2]"#, #""LineString","coordinates":[[1,2],[3,4]]"#,
      #""Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]]]"#,
      #""MultiPolygon","coordinates":[[[[0,0],[9,0],[9,9],[0,0]]],[[[20,0],[29,0],[29,9],[20,0]]]]"#,
    ],
    "gaps": [#""Point","coordinates":[1,2]"#, "null", #""Point","coordinates":[]"#],
  ]

  /// Writes a FlatGeobuf file by GDAL's own program.
  private func make(
    _ name: String, _ options: [String], times: Int = 3
  ) throws -> String {
    let shapes = Self.shapes[name] ?? []
    let values = [
      #""名称":"郴州","n":1,"big":12345678901,"x":1.5,"b":true,"j":{"a":[1]}"#,
      #""名称":null,"n":-7,"x":-0.25,"b":false"#, #""名称":"","big":-1"#,
    ]
    let features = (0..<times * shapes.count).map { index in
      let shape = shapes[index % shapes.count]
      let geometry = shape == "null" ? shape : #"{"type":\#(shape)}"#
      let properties = values[index % values.count]
      return #"{"type":"Feature","properties":{\#(properties)},"geometry":\#(geometry)}"#
    }
    let source = folder.path("in.geojson")
    try Data(
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#.utf8
    ).write(to: URL(filePath: source))
    let target = folder.path("\(name).fgb")
    _ = try #require(
      CommandLineTool.output(
        ["ogr2ogr", "-f", "FlatGeobuf", target, source, "-nln", "层"] + options))
    return target
  }

  private func byGDAL(_ path: String, _ options: ReadOptions = ReadOptions()) throws -> SourceLayer
  {
    try LayerReader.readByGDAL(
      LayerAddress(file: path), source: SourceFile(path), options: options)
  }

  /// By this reader; nil where it leaves the file to GDAL.
  private func natively(
    _ path: String, _ options: ReadOptions = ReadOptions()
  ) throws -> SourceLayer? {
    try FlatGeobufReader.read(
      LayerAddress(file: path), source: SourceFile(path), options: options)
  }

  @Test(
    arguments: [
      "points", "multipoints", "lines", "multilines", "polygons", "multipolygons", "mixed", "gaps",
    ],
    [
      ["-lco", "SPATIAL_INDEX=NO", "-a_srs", "EPSG:4547"], ["-a_srs", "EPSG:4490"],
      ["-lco", "SPATIAL_INDEX=NO", "-a_srs", "EPSG:4326"],
    ])
  func `a file of GDAL's reads as GDAL reads it`(name: String, options: [String]) throws {
    let indexed = !options.contains("SPATIAL_INDEX=NO")
    // GDAL writes no index over features without geometry.
    if name == "gaps", indexed { return }
    let path = try make(name, options, times: indexed ? 40 : 3)
    let layer = try #require(try natively(path))
    #expect(try layer == byGDAL(path))
    #expect(layer.geometry.count > 0)
    for fields in [[], ["n"], ["名称", "x"]] {
      let some = ReadOptions(fields: fields)
      #expect(try natively(path, some) == byGDAL(path, some))
    }
  }

  /// Usual spellings are read here, all others by GDAL; both read alike.
  @Test(arguments: [
    ("2021-09-30T08:00:00", true), ("2021-09-30T08:00:00Z", true),
    ("2021-09-30T08:00:59.123+08:00", true), ("1999-12-31T23:59:00-03:30", true),
    ("2024-02-28T00:00:00.001Z", true), ("2021/09/30 08:00:00", false), ("2021-09-30", false),
    ("2021-09-30T08:00:00+00:00", false), ("2021-09-30T08:00:00.5Z", false),
    ("2021-13-30T08:00:00Z", false), ("2021-02-30T08:00:00Z", false), ("", false),
  ])
  func `times read as GDAL reads them`(text: String, isUsual: Bool) throws {
    #expect(FlatGeobufTime.isUsual(text) == isUsual)
    let table = folder.path("t.csv")
    try Data("x,y,t\n1,2,\"\(text)\"\n3,4,\n".utf8).write(to: URL(filePath: table))
    try Data("\"Real\",\"Real\",\"\(isUsual ? "DateTime" : "String")\"\n".utf8)
      .write(to: URL(filePath: folder.path("t.csvt")))
    let path = folder.path("t.fgb")
    _ = try #require(
      CommandLineTool.output([
        "ogr2ogr", "-f", "FlatGeobuf", path, table, "-oo", "X_POSSIBLE_NAMES=x", "-oo",
        "Y_POSSIBLE_NAMES=y", "-lco", "SPATIAL_INDEX=NO",
      ]))
    let layer = try #require(try natively(path))
    #expect(try layer == byGDAL(path))
    if isUsual { #expect(layer.attributes["t"]?.text(at: 0) == text) }
  }

  @Test func `a file without reference system reads as GDAL reads it`() throws {
    let towns = OutputLayer(
      name: "镇", crs: nil,
      geometry: GeometryColumn([
        Geometry(
          kind: .polygon, positions: [XY(0, 0), XY(2, 0), XY(2, 2), XY(0, 0)], ringEnds: [4],
          partEnds: [1])
      ]), attributes: AttributeTable(names: ["名"], columns: [.text(["苏仙"])]))
    let path = folder.path("none.fgb")
    try LayerWriter.write([towns], to: path)
    let layer = try #require(try natively(path))
    #expect(layer.crs == nil)
    #expect(try layer == byGDAL(path))
  }

  @Test func `heights and own definitions of systems are left to GDAL`() throws {
    #expect(try natively(make("points", ["-dim", "XYZ"])) == nil)
    let local = "+proj=tmerc +lon_0=113.1 +x_0=500000 +ellps=GRS80 +units=m"
    let path = try make("lines", ["-a_srs", local])
    #expect(try natively(path) == nil)
    #expect(try LayerReader.read(LayerAddress(file: path)) == byGDAL(path))
  }

  @Test(arguments: ["mixed", "polygons"])
  func `a truncated file throws, naming feature and byte`(name: String) throws {
    let whole = try Data(contentsOf: URL(filePath: make(name, ["-lco", "SPATIAL_INDEX=NO"])))
    let path = folder.path("cut.fgb")
    var located = 0
    for count in stride(from: 8, to: whole.count, by: 7) {
      try whole.prefix(count).write(to: URL(filePath: path))
      do throws(LayerStoreError) {
        _ = try LayerReader.read(LayerAddress(file: path))
        Issue.record("read whole though cut at \(count)")
      } catch {
        if case .damaged(_, "层"?, let message) = error, message.contains("byte") { located += 1 }
      }
    }
    #expect(located > 20)
  }

  /// Where both readers take a spoiled file, they read the same.
  @Test(arguments: ["mixed", "multipolygons"])
  func `spoiled bytes throw or read as GDAL reads them`(name: String) throws {
    let whole = try Data(
      contentsOf: URL(filePath: make(name, ["-lco", "SPATIAL_INDEX=NO", "-a_srs", "EPSG:4547"])))
    let path = folder.path("spoiled.fgb")
    var generator = SeededGenerator(seed: 7)
    var compared = 0
    for _ in 0..<1000 {
      var bytes = whole
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
      try bytes.write(to: URL(filePath: path))
      guard let own = try? natively(path), let other = try? byGDAL(path) else { continue }
      compared += 1
      // NaN is unequal to itself.
      guard own.geometry.positions.allSatisfy(\.isFinite) else { continue }
      #expect(own.geometry == other.geometry, "byte \(place) is \(bytes[place])")
      #expect(own.crs == other.crs, "byte \(place) is \(bytes[place])")
      #expect(own.attributes.names == other.attributes.names)
      for (a, b) in zip(own.attributes.columns, other.attributes.columns) {
        #expect("\(a)" == "\(b)", "byte \(place) is \(bytes[place])")
      }
    }
    #expect(compared > 300)
  }
}
