import Foundation
import LandModel
import LayerStore
import TestSupport
import Testing

/// The reader of GeoJSON against GDAL's: `ogr2ogr` makes a FlatGeobuf of the same file, which keeps types,
/// order, unclosed rings and missing geometries.
struct GeoJSONParityTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every GeoJSON file of a folder that a reader can take, by path from the root.
  private static func files(in folder: String) -> [String] {
    let start = root.appending(path: folder).resolvingSymlinksInPath()
    let paths =
      FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String } ?? []
    return paths.filter {
      ["geojson", "geojsons"].contains(($0 as NSString).pathExtension) && !$0.contains("broken")
    }.sorted().map { "\(folder)/\($0)" }
  }

  @Test func `there are files to compare`() {
    #expect(Self.files(in: "gis-data/chenzhou").count > 10)
    #expect(Self.files(in: "fixtures").count > 30)
  }

  @Test(arguments: files(in: "gis-data/chenzhou"))
  func `a layer of the sample city reads as GDAL reads it`(file: String) throws {
    try compare(file)
  }

  @Test(arguments: files(in: "fixtures"))
  func `a fixture reads as GDAL reads it`(file: String) throws { try compare(file) }

  /// Attributes that not every feature has: their order, and the types that they widen to.
  @Test(arguments: [
    [#"{"z":1}"#, #"{"a":1}"#],
    [#"{"a":1,"c":1}"#, #"{"a":1,"b":1,"c":1}"#, #"{"z":1}"#, #"{"b":1,"n":1}"#],
    [#"{"a":1,"c":1}"#, #"{"b":1,"c":1}"#],
    [#"{"x":1,"c":1}"#, #"{"b":1,"q":1}"#, #"{"q":1,"c":1}"#, #"{"y":1}"#],
    [#"{"x":1,"c":1}"#, #"{"c":1,"x":1,"d":1}"#],
    [#"{"d":1,"c":1,"b":1}"#, #"{"a":1,"e":1}"#, #"{"z":1,"c":1}"#],
    [#"{"d":1,"c":1,"b":1}"#, #"{"a":1,"e":1}"#, #"{"e":1,"c":1}"#],
    [#"{"a":1,"b":null}"#, #"{"a":2.5,"b":true}"#, #"{"a":12345678901,"b":false}"#],
    [#"{"a":null}"#, "null", #"{}"#],
    [#"{"a":"x","b":12345678901}"#, #"{"a":"\ud83d\ude00\u90f4\\","b":7}"#],
    [#"{"a":-0,"b":1e3}"#, #"{"a":"","b":-1.5e-3}"#],
  ])
  func `sparse attributes of changing types read as GDAL reads them`(
    properties: [String]
  ) throws {
    let point = #"{"type":"Point","coordinates":[1,2]}"#
    let features = properties.map {
      #"{"geometry":\#(point),"type":"Feature","properties":\#($0)}"#
    }
    try compare(
      folder.write(
        #"{"features":["# + features.joined(separator: " , ")
          + #"],"other":{"a":[{}]},"type":"FeatureCollection"}"#, to: "sparse.geojson"))
  }

  private func compare(_ file: String) throws {
    let path = file.hasPrefix("/") ? file : Self.root.appending(path: file).path
    let ours = try LayerReader.read(LayerAddress(file: path))
    guard ours.geometry.count > 0 else { return }
    let copy = folder.path("copy.fgb")
    _ = try #require(
      CommandLineTool.output([
        "ogr2ogr", "-f", "FlatGeobuf", copy, path, "-lco", "SPATIAL_INDEX=NO", "-nln", "copy",
      ]))
    let theirs = try LayerReader.read(LayerAddress(file: copy))
    #expect(ours.geometry.kinds == theirs.geometry.kinds)
    #expect(ours.geometry.positions == theirs.geometry.positions)
    #expect(ours.geometry.ringEnds == theirs.geometry.ringEnds)
    #expect(ours.geometry.partEnds == theirs.geometry.partEnds)
    #expect(ours.geometry.rowEnds == theirs.geometry.rowEnds)
    #expect(ours.crs == theirs.crs)
    #expect(ours.attributes.names == theirs.attributes.names)
    for (name, column) in zip(ours.attributes.names, ours.attributes.columns) {
      #expect(column == theirs.attributes[name], "\(name)")
    }
  }
}
