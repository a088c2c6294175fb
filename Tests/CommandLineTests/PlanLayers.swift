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

  /// Writes a plan of towns of 1 km² of one industry over `counties`, `candidates` and `places`.
  ///
  /// - Parameters:
  ///   - halfDistance: of the places' weight in the suitability.
  ///   - delimitation: more keys of that section, a line each.
  ///   - layout: the keys of that section, likewise.
  /// - Returns: its path.
  @discardableResult
  static func writePlan(
    title: String, halfDistance: String, delimitation: [String], layout: [String],
    in scratch: ScratchFolder
  ) throws -> String {
    try scratch.write(
      """
      townlayout: 1
      title: \(title)
      crs: EPSG:4547
      profile: national-2021
      layers:
        counties: {file: counties.geojson, role: administrative, id: code, name: name}
        candidates: {file: candidates.geojson, role: candidates, id: id, name: name, county: county}
        places: {file: places.geojson, role: resources, id: id, category: category, weight: weight}
      industries:
        any: {title: {zh: 综合, en: Any}, weights: {near: 1}}
      suitability:
        near: {kind: resource, category: place, half-distance: \(halfDistance)}
      delimitation:
        town-area: {min: 0.9 km2, wanted: 1 km2, max: 1.1 km2}
        construction-area: {min: 0.2 km2, wanted: 0.3 km2, max: 0.5 km2}
        \(delimitation.joined(separator: "\n  "))
      layout:
        \(layout.joined(separator: "\n  "))
      """, to: "plan.yaml")
  }
}
