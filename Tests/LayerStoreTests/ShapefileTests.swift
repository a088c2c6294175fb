import Foundation
import LandModel
import LayerStore
import TestSupport
import Testing

struct ShapefileTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// A Shapefile of one point with a name, written by `ogr2ogr` in an encoding.
  private func shapefile(_ encoding: String, name: String = "郴州市苏仙区") throws -> String {
    let source = try folder.write(
      """
      {"type":"FeatureCollection","crs":{"type":"name","properties":\
      {"name":"urn:ogc:def:crs:EPSG::4547"}},"features":[{"type":"Feature",\
      "properties":{"名称":"\(name)"},"geometry":{"type":"Point",\
      "coordinates":[402694,2851711]}}]}
      """, to: "source.geojson")
    let path = folder.path("towns.shp")
    _ = try #require(
      CommandLineTool.output(["ogr2ogr", "-lco", "ENCODING=\(encoding)", path, source]))
    return path
  }

  private func remove(_ ending: String) throws {
    try FileManager.default.removeItem(atPath: folder.path("towns.\(ending)"))
  }

  /// Overwrites the language driver byte of the table's header.
  private func setLanguageDriver(_ value: UInt8) throws {
    var table = try Data(contentsOf: URL(fileURLWithPath: folder.path("towns.dbf")))
    table[29] = value
    try folder.write(table, to: "towns.dbf")
  }

  @Test(arguments: [
    ("GBK", "read as GBK because they are not valid UTF-8"),
    ("UTF-8", "read as UTF-8, which they are throughout"),
  ])
  func `without a code page file the encoding is found out and stated`(
    encoding: String, remark: String
  ) throws {
    let path = try shapefile(encoding)
    try remove("cpg")
    try setLanguageDriver(0)
    let layer = try LayerReader.read(LayerAddress(file: path))
    #expect(layer.attributes["名称"] == .text(["郴州市苏仙区"]))
    #expect(layer.remarks.contains { $0.text.english.contains(remark) })
    #expect(layer.crs == CRSIdentifier(epsg: 4547))
  }

  @Test func `the header's code page 936 is believed`() throws {
    let path = try shapefile("GBK")
    try remove("cpg")
    try setLanguageDriver(0x4D)
    let layer = try LayerReader.read(LayerAddress(file: path))
    #expect(layer.attributes["名称"] == .text(["郴州市苏仙区"]))
    #expect(
      layer.remarks.contains { $0.text.english.contains("the code page in the table's header") })
  }

  @Test func `a code page file needs no remark`() throws {
    let layer = try LayerReader.read(LayerAddress(file: shapefile("GBK")))
    #expect(layer.attributes["名称"] == .text(["郴州市苏仙区"]))
    #expect(layer.remarks.isEmpty)
  }

  @Test func `the encoding asked for wins`() throws {
    let path = try shapefile("GBK")
    try folder.write("ISO-8859-1", to: "towns.cpg")
    let layer = try LayerReader.read(
      LayerAddress(file: path), options: ReadOptions(encoding: "GBK"))
    #expect(layer.attributes["名称"] == .text(["郴州市苏仙区"]))
  }

  @Test func `a missing projection file is stated`() throws {
    let path = try shapefile("UTF-8")
    try remove("prj")
    let layer = try LayerReader.read(LayerAddress(file: path))
    #expect(layer.crs == nil)
    #expect(layer.remarks.map(\.text.english) == ["The Shapefile has no .prj file."])
  }
}
