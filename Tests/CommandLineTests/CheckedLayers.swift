import Foundation
import TestSupport
import Testing

/// Three towns, two roads and three red lines for `townlayout check`.
struct CheckedLayers {
  let program = BuiltProgram()
  let scratch: ScratchFolder
  let towns: String
  let roads: String
  let redLines: String

  init() throws {
    scratch = try ScratchFolder()
    func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> String {
      let (west, south) = (400_000 + x, 2_850_000 + y)
      let (east, north) = (west + width, south + height)
      return #"{"type":"Polygon","coordinates":[[[\#(west),\#(south)],[\#(east),\#(south)],"#
        + #"[\#(east),\#(north)],[\#(west),\#(north)],[\#(west),\#(south)]]]}"#
    }
    towns = try Self.layer(
      scratch, "towns.geojson",
      [
        (#""id":"A","activity":"5","ha":100.0"#, box(0, 0, 1000, 1000)),
        (#""id":"B","activity":null,"ha":90.0"#, box(5000, 0, 1000, 1000)),
        (#""id":"C","activity":"5","ha":null"#, box(10_000, 0, 100, 100)),
      ])
    roads = try Self.layer(
      scratch, "roads.geojson",
      [
        (
          #""id":"R1","class":"国道""#,
          #"{"type":"LineString","coordinates":[[401010,2849000],[401010,2852000]]}"#
        ),
        (
          #""id":"R2","class":"匝道""#,
          #"{"type":"LineString","coordinates":[[406010,2849000],[406010,2852000]]}"#
        ),
      ])
    redLines = try Self.layer(
      scratch, "red-lines.geojson",
      [
        (#""id":"L1","zone":"一般控制区""#, box(900, 0, 300, 1000)),
        (#""id":"L2","zone":"一般控制区""#, box(5900, 0, 300, 1000)),
        (#""id":"L3","zone":"核心保护区""#, box(9900, -100, 300, 300)),
      ])
  }

  /// Writes features on EPSG:4547 from their properties and geometries.
  static func layer(
    _ scratch: ScratchFolder, _ name: String, _ features: [(properties: String, geometry: String)]
  ) throws -> String {
    let rows = features.map {
      #"{"type":"Feature","properties":{\#($0.properties)},"geometry":\#($0.geometry)}"#
    }
    let text =
      #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"#
      + #""urn:ogc:def:crs:EPSG::4547"}},"features":[\#(rows.joined(separator: ","))]}"#
    let path = scratch.path(name)
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  func check(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try check(arguments)
  }

  func check(_ arguments: [String]) throws -> BuiltProgram.Outcome {
    try program.run(["check", towns, "--id", "id", "--against-id", "id"] + arguments)
  }

  func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
