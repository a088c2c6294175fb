import Foundation
import LandModel
import LayerStore
import TestSupport
import Testing

struct LayerReaderTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func geoJSON(_ features: String...) throws -> String {
    try folder.write(
      #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}",
      to: "layer.geojson")
  }

  /// Converts a file by `ogr2ogr` and returns the new file's path.
  private func converted(_ path: String, to name: String, _ options: String...) throws -> String {
    _ = try #require(
      CommandLineTool.output(["ogr2ogr"] + options + [folder.path(name), path]))
    return folder.path(name)
  }

  private let square = """
    {"type":"Feature","properties":{"name":"郴州","area":2.5,"rank":7},"geometry":\
    {"type":"Polygon","coordinates":[[[113,25],[113.5,25],[113.5,25.5],[113,25]],\
    [[113.3,25.1],[113.4,25.1],[113.4,25.2],[113.3,25.1]]]}}
    """

  @Test func `a GeoJSON polygon with a hole comes in as columns`() throws {
    let layer = try LayerReader.read(LayerAddress(file: geoJSON(square)))
    #expect(layer.crs == CRSIdentifier(epsg: 4326))
    #expect(layer.geometry.kinds == [.polygon])
    #expect(layer.geometry.ringEnds == [4, 8])
    #expect(layer.geometry.partEnds == [2])
    #expect(layer.geometry.positions[1] == XY(113.5, 25))
    #expect(layer.attributes["name"] == .text(["郴州"]))
    #expect(layer.attributes["area"] == .real([2.5]))
    #expect(layer.attributes["rank"] == .integer([7]))
    #expect(layer.remarks.isEmpty)
  }

  @Test(arguments: [
    ("out.gpkg", "GPKG"), ("out.fgb", "FlatGeobuf"), ("out.shp", "ESRI Shapefile"),
    ("out.gdb", "OpenFileGDB"),
  ])
  func `every format gives the same layer`(name: String, driver: String) throws {
    let source = try geoJSON(square)
    let options = name == "out.shp" ? ["-lco", "ENCODING=UTF-8"] : []
    let path = folder.path(name)
    _ = try #require(
      CommandLineTool.output(
        ["ogr2ogr", "-f", driver, "-nlt", "PROMOTE_TO_MULTI"] + options + [path, source]))
    let expected = try LayerReader.read(LayerAddress(file: source))
    let layer = try LayerReader.read(LayerAddress(file: path))
    #expect(layer.crs == CRSIdentifier(epsg: 4326))
    #expect(layer.attributes["name"] == .text(["郴州"]))
    #expect(layer.attributes["area"] == .real([2.5]))
    // A Shapefile winds its shells clockwise; the positions are the same set.
    #expect(layer.geometry.ringEnds == expected.geometry.ringEnds)
    // A file geodatabase stores integers of its grid, 1e-9 ° wide.
    let (ours, theirs) = (
      layer.geometry.positions.sorted { ($0.x, $0.y) < ($1.x, $1.y) },
      expected.geometry.positions.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    )
    for (left, right) in zip(ours, theirs) { #expect(left.distance(to: right) < 2e-9) }
  }

  @Test func `a CSV table gives points from its longitude and latitude`() throws {
    let path = try folder.write(
      "id,lon,lat,population,note\n007,113.03,25.77,1200,a\n008,,,,\n", to: "towns.csv")
    let layer = try LayerReader.read(LayerAddress(file: path))
    #expect(layer.geometry.kinds == [.point, .null])
    #expect(layer.geometry.positions == [XY(113.03, 25.77)])
    // A leading zero is part of an identifier.
    #expect(layer.attributes["id"] == .text(["007", "008"]))
    #expect(layer.attributes["population"] == .integer([1200, nil]))
    #expect(layer.attributes["lon"] == .real([113.03, nil]))
    #expect(layer.crs == nil)
  }

  @Test func `a CSV table gives polygons from its WKT`() throws {
    let path = try folder.write(
      "id,WKT\na,\"POLYGON((0 0,1 0,1 1,0 0))\"\n", to: "towns.csv")
    let layer = try LayerReader.read(LayerAddress(file: path))
    #expect(layer.geometry.kinds == [.polygon])
    #expect(layer.geometry.positions.count == 4)
  }

  @Test func `an unclosed ring stays unclosed`() throws {
    let path = try geoJSON(
      """
      {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":\
      [[[0,0],[1,0],[1,1],[0,1]]]}}
      """)
    let layer = try LayerReader.read(LayerAddress(file: path))
    #expect(layer.geometry.positions.last == XY(0, 1))
    #expect(
      layer.remarks.contains {
        $0.text.english.contains("a ring that does not end where it begins")
      })
  }

  @Test func `heights are left out, and that is said`() throws {
    let path = try geoJSON(
      """
      {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[113,25,310]}}
      """)
    let layer = try LayerReader.read(LayerAddress(file: path))
    #expect(layer.geometry.positions == [XY(113, 25)])
    #expect(layer.crs == CRSIdentifier(epsg: 4326))
    #expect(
      layer.remarks.map(\.text.english) == ["Heights or measures of 1 feature are left out."])
  }

  @Test func `arcs become chords, and that is said`() throws {
    let path = try folder.write(
      "id,WKT\n1,\"CURVEPOLYGON(CIRCULARSTRING(0 0,2 0,0 0))\"\n", to: "circle.csv")
    let layer = try LayerReader.read(LayerAddress(file: path))
    #expect(layer.geometry.kinds == [.polygon])
    // A radius of 1: 2 acos(1 − 0.001) is 5.13°, so 71 chords.
    #expect(layer.geometry.positions.count == 72)
    let farthest = layer.geometry.positions.map { abs($0.distance(to: XY(1, 0)) - 1) }.max()
    #expect(try #require(farthest) < 1e-9)
    #expect(layer.remarks.map(\.kind) == [.curve])
    #expect(layer.remarks.map(\.rows) == [[0]])
  }

  @Test func `each text that is neither UTF-8 nor GBK is counted`() throws {
    // The library tells of the first only.
    let path = try folder.write(
      Data("id,name,lon,lat\n1,a".utf8) + [0xFF, 0xFF] + Data(",113,25\n2,b".utf8) + [0xFF, 0xFF]
        + Data(",113,25\n".utf8), to: "bytes.csv")
    let layer = try LayerReader.read(LayerAddress(file: path))
    #expect(layer.remarks.contains { $0.text.english.hasPrefix("2 texts are neither") })
  }

  @Test func `a collection of one kind is flattened, a mixed one has no geometry`() throws {
    let point = #"{"type":"Point","coordinates":[1,2]}"#
    let line = #"{"type":"LineString","coordinates":[[0,0],[1,1]]}"#
    func collection(_ members: String...) -> String {
      #"{"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","geometries":["#
        + members.joined(separator: ",") + "]}}"
    }
    let path = try geoJSON(collection(point, point), collection(point, line), collection())
    let layer = try LayerReader.read(LayerAddress(file: path))
    #expect(layer.geometry.kinds == [.point, .null, .null])
    #expect(layer.geometry.positions == [XY(1, 2), XY(1, 2)])
    #expect(layer.remarks.contains { $0.text.english.contains("1 feature mixes") })
  }

  @Test func `a file of several layers wants a name`() throws {
    let source = try geoJSON(square)
    let path = try converted(source, to: "two.gpkg", "-nln", "towns")
    _ = try converted(source, to: "two.gpkg", "-update", "-nln", "red lines")
    #expect(try LayerReader.layerNames(in: path) == ["towns", "red lines"])
    #expect(
      throws: LayerStoreError.layerNotNamed(file: path, available: ["towns", "red lines"])
    ) { try LayerReader.read(LayerAddress(file: path)) }
    #expect(
      throws: LayerStoreError.layerMissing(
        file: path, layer: "rivers", available: ["towns", "red lines"])
    ) { try LayerReader.read(LayerAddress(file: path, layer: "rivers")) }
    let layer = try LayerReader.read(.parse("\(path):red lines"))
    #expect(layer.geometry.count == 1)
    #expect(layer.address == LayerAddress(file: path, layer: "red lines"))
  }

  @Test func `a layer without features is read`() throws {
    let layer = try LayerReader.read(LayerAddress(file: geoJSON()))
    #expect(layer.geometry.count == 0)
  }

  @Test(arguments: [
    "/vsicurl/http://example.org/a.geojson", "https://example.org/a.geojson",
    "/vsizip/a.zip/a.shp",
  ])
  func `nothing but local files is opened`(text: String) {
    #expect(throws: LayerStoreError.notALocalFile(address: text)) {
      try LayerReader.read(.parse(text))
    }
  }

  @Test func `a missing file is named`() {
    let path = folder.path("absent.gpkg")
    #expect(throws: LayerStoreError.fileMissing(file: path)) {
      try LayerReader.read(.parse("\(path):towns"))
    }
  }

  @Test func `a declared old-style reference system is taken`() throws {
    let path = try folder.write(
      """
      {"type":"FeatureCollection","crs":{"type":"name","properties":\
      {"name":"urn:ogc:def:crs:EPSG::4547"}},"features":[{"type":"Feature","properties":{},\
      "geometry":{"type":"Point","coordinates":[402694,2851711]}}]}
      """, to: "old.geojson")
    let layer = try LayerReader.read(LayerAddress(file: path))
    #expect(layer.crs == CRSIdentifier(epsg: 4547))
    #expect(layer.geometry.positions == [XY(402_694, 2_851_711)])
  }

  @Test func `dates are ISO text and lists JSON text`() throws {
    let source = try geoJSON(
      """
      {"type":"Feature","properties":{"day":"2021-09-30","at":"2021-09-30T08:05:00Z",\
      "codes":[1,2],"names":["a","b\\"c"]},"geometry":null}
      """)
    let layer = try LayerReader.read(LayerAddress(file: source))
    #expect(layer.attributes["day"] == .text(["2021-09-30"]))
    #expect(layer.attributes["at"] == .text(["2021-09-30T08:05:00Z"]))
    #expect(layer.attributes["codes"] == .text(["[1,2]"]))
    #expect(layer.attributes["names"] == .text([#"["a","b\"c"]"#]))
  }
}
