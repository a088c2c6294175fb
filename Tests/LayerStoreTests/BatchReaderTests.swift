import Foundation
import LandModel
import TestSupport
import Testing

@testable import LayerStore

/// Batches of columns against features one by one, on GeoPackages that GDAL's own program wrote.
struct BatchReaderTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private static let shapes: [String: [String]] = [
    "polygons": [
      "POLYGON ((0 0,9 0,9 9,0 0),(5 1,6 1,6 2,5 1))", "POLYGON ((0 0,9 0,9 9,0 0))",
      "POLYGON EMPTY",
    ],
    "multipolygons": [
      "MULTIPOLYGON (((0 0,9 0,9 9,0 0),(5 1,6 1,6 2,5 1)),((20 0,29 0,29 9,20 0)))",
      "MULTIPOLYGON EMPTY", "MULTIPOLYGON (((0 0,9 0,9 9,0 0)))",
    ],
    "lines": [
      "LINESTRING (1 2,3 4,5 6)", "LINESTRING EMPTY", "MULTILINESTRING ((1 2,3 4),(5 6,7 8))",
    ],
    "points": ["POINT (1.5 -2)", "POINT EMPTY", "MULTIPOINT (1 2,3 4)", "MULTIPOINT EMPTY"],
    "mixed": ["POINT (1 2)", "", "LINESTRING (1 2,3 4)", "POLYGON ((0 0,9 0,9 9,0 0))"],
    "heights": [
      "POINT Z (1 2 3)", "LINESTRING M (1 2 3,4 5 6)",
      "POLYGON ZM ((0 0 1 2,9 0 1 2,9 9 1 2,0 0 1 2))",
      "MULTIPOLYGON Z (((0 0 1,9 0 1,9 9 1,0 0 1)))", "POLYGON Z EMPTY", "POINT (1 2)",
    ],
    "unclosed": [
      "POLYGON ((0 0,9 0,9 9))", "LINESTRING (1 2,1 2)", "POLYGON ((0 0,9 9,0 9,9 0,0 0))",
    ],
    "curves": ["POINT (1 2)", "CURVEPOLYGON (CIRCULARSTRING (0 0,4 0,4 4,0 4,0 0))"],
    "collections": ["GEOMETRYCOLLECTION (POINT (1 2),POINT (3 4))", "POINT (1 2)"],
  ]

  /// Values of every type that a GeoPackage has, with gaps.
  private static let types =
    #""WKT","String","Integer","Integer64","Real","Integer(Int16)","Integer(Int16)","Real","Date""#
  private static let values = [
    "郴州,7,12345678901,2.5,1,-3,0.1,2021-09-30", ",,,,,,,",
    "苏仙 '\t\u{1F5FA},-7,-1,-0.1,0,3,1e6,1969-12-31",
    "北湖,0,0,0,1,0,0,2024-02-29", "x,1,1,1e300,0,1,1,1600-03-01", "y,2,2,2,1,2,2,9999-12-31",
  ]

  /// Writes a GeoPackage with so many rows by `ogr2ogr`.
  private func make(_ name: String, rows: Int = 0, types: String = types) throws -> String {
    let shapes = Self.shapes[name] ?? []
    let count = max(rows, 2 * shapes.count)
    let lines = (0..<count).map { row in
      "\"\(shapes[row % shapes.count])\"," + Self.values[row % Self.values.count]
    }
    let table = try folder.write(
      "WKT,名称,n,big,x,b,s,f,日期\n" + lines.joined(separator: "\n") + "\n", to: "in.csv")
    _ = try folder.write(types + "\n", to: "in.csvt")
    let path = folder.path("\(name).gpkg")
    _ = try #require(
      CommandLineTool.output([
        "ogr2ogr", "-f", "GPKG", path, table, "-nln", "层", "-nlt", "GEOMETRY", "-a_srs",
        "EPSG:4547", "-oo", "KEEP_GEOM_COLUMNS=NO",
      ]))
    return path
  }

  /// Runs a statement on the GeoPackage.
  private func run(_ statement: String, on path: String) throws {
    _ = try #require(CommandLineTool.output(["ogrinfo", path, "-sql", statement]))
  }

  private func byFeatures(
    _ path: String, _ options: ReadOptions = ReadOptions()
  ) throws -> SourceLayer {
    try LayerReader.readByGDAL(
      LayerAddress(file: path), source: SourceFile(path), options: options)
  }

  private func byBatches(
    _ path: String, _ options: ReadOptions = ReadOptions()
  ) throws -> SourceLayer? {
    try BatchReader.read(LayerAddress(file: path), source: SourceFile(path), options: options)
  }

  @Test(arguments: [
    "polygons", "multipolygons", "lines", "points", "mixed", "heights", "unclosed",
  ])
  func `batches read what features read`(name: String) throws {
    let path = try make(name)
    let layer = try #require(try byBatches(path))
    #expect(try layer == byFeatures(path))
    #expect(layer.geometry.count > 0 && layer.attributes.names.count == 8)
    #expect(layer.attributes["日期"]?.text(at: 0) == "2021-09-30")
    for options in [
      ReadOptions(fields: []), ReadOptions(fields: ["n"]), ReadOptions(fields: ["日期", "名称"]),
      ReadOptions(splitsCollections: true), ReadOptions(encoding: "GBK"),
    ] {
      #expect(try byBatches(path, options) == byFeatures(path, options))
    }
  }

  @Test func `rows of many batches keep their order and their numbers`() throws {
    let path = try make("mixed", rows: 3500)
    try run("DELETE FROM 层 WHERE fid % 7 = 0", on: path)
    let layer = try #require(try byBatches(path))
    #expect(layer.geometry.count == 3000)
    #expect(layer.numbers.first == 1 && layer.numbers.contains(3500) == false)
    #expect(try layer == byFeatures(path))
  }

  @Test(arguments: ["curves", "collections"])
  func `arcs and collections are left to features`(name: String) throws {
    let path = try make(name)
    #expect(try byBatches(path) == nil)
    #expect(try LayerReader.read(LayerAddress(file: path)) == byFeatures(path))
  }

  /// GDAL 3.6 spoils the first two in its columns, and forgets the zone of the third.
  @Test(arguments: [
    ("Integer", "Integer(Boolean)"), ("Real", "Real(Float32)"), ("Date", "DateTime"),
  ])
  func `types that batches spoil are left to features, unless nobody wants them`(
    plain: String, spoilt: String
  ) throws {
    let path = try make(
      "polygons", types: Self.types.replacing("\"\(plain)\"", with: "\"\(spoilt)\""))
    #expect(try byBatches(path) == nil)
    let options = ReadOptions(fields: ["名称"])
    #expect(try #require(try byBatches(path, options)) == byFeatures(path, options))
    #expect(try LayerReader.read(LayerAddress(file: path)) == byFeatures(path))
  }

  @Test func `texts in GBK and numbers that are texts read alike`() throws {
    let path = try make("polygons")
    try run("UPDATE 层 SET 名称 = CAST(X'B3BBD6DD' AS TEXT) WHERE fid = 1", on: path)
    try run("UPDATE 层 SET 名称 = CAST(X'FF80' AS TEXT) WHERE fid = 2", on: path)
    try run("UPDATE 层 SET n = 'twelve', x = '3.5 m' WHERE fid = 3", on: path)
    let own = try byBatches(path)
    let other = try byFeatures(path)
    if let own { #expect(own == other) }
    #expect(other.attributes["名称"]?.text(at: 0) == "郴州")
    #expect(try LayerReader.read(LayerAddress(file: path)) == other)
  }

  @Test func `a broken geometry reads as features read it`() throws {
    let path = try make("polygons")
    try run("UPDATE 层 SET geom = X'4750000300000000' WHERE fid = 2", on: path)
    try run("UPDATE 层 SET geom = substr(geom, 1, length(geom) - 9) WHERE fid = 4", on: path)
    #expect(try LayerReader.read(LayerAddress(file: path)) == byFeatures(path))
  }

  @Test func `a table without geometry, and several layers without a name, are left to features`()
    throws
  {
    let table = try folder.write("a,b\n1,2\n", to: "t.csv")
    let path = folder.path("t.gpkg")
    _ = try #require(CommandLineTool.output(["ogr2ogr", "-f", "GPKG", path, table]))
    #expect(try byBatches(path) == nil)
    _ = try #require(
      CommandLineTool.output(["ogr2ogr", "-f", "GPKG", "-update", path, table, "-nln", "u"]))
    #expect(throws: LayerStoreError.self) { try LayerReader.read(LayerAddress(file: path)) }
  }

  @Test func `days become dates of the Gregorian calendar`() {
    for (day, date) in [
      (0, "1970-01-01"), (-1, "1969-12-31"), (59, "1970-03-01"), (11_016, "2000-02-29"),
      (11_017, "2000-03-01"), (-135_081, "1600-02-29"), (2_932_896, "9999-12-31"),
      (-719_162, "0001-01-01"),
    ] { #expect(BatchAttribute.date(ofDay: day) == date) }
  }
}
