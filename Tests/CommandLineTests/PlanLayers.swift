import TestSupport

/// Layers of squares and points on EPSG:4547, written for plans of tests.
enum PlanLayers {
  /// A square as GeoJSON; metres east and north of the grid's false origin.
  static func square(_ west: Int, _ south: Int, _ side: Int) -> String {
    let (east, north) = (west + side, south + side)
    return #"{"type":"Polygon","coordinates":[[[\#(west),\#(south)],[\#(east),\#(south)],"#
      + #"[\#(east),\#(north)],[\#(west),\#(north)],[\#(west),\#(south)]]]}"#
  }

  static func point(_ x: Int, _ y: Int) -> String {
    #"{"type":"Point","coordinates":[\#(x),\#(y)]}"#
  }

  /// Writes features from their properties and geometries.
  static func write(
    _ features: [(properties: String, geometry: String)], to name: String,
    in scratch: ScratchFolder
  ) throws {
    let rows = features.map {
      #"{"type":"Feature","properties":{\#($0.properties)},"geometry":\#($0.geometry)}"#
    }
    try scratch.write(
      #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"#
        + #""urn:ogc:def:crs:EPSG::4547"}},"features":[\#(rows.joined(separator: ","))]}"#,
      to: name)
  }
}
