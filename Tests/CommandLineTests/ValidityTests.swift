import Foundation
import TestSupport
import Testing

/// `validate --rules ogc`: validity alone, on the coordinates of the file.
struct ValidityTests {
  private let program = BuiltProgram()
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func answer(
    _ text: String, file: String = "cases.csv", code: Int32
  ) throws -> [String: Any] {
    let path = scratch.path(file)
    try Data(text.utf8).write(to: URL(filePath: path))
    let outcome = try program.run(["validate", path, "--rules", "ogc", "--id", "id", "--json"])
    #expect(outcome.code == code, "\(outcome.errors)")
    return try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func `a table of cases without reference system is judged one by one`() throws {
    let answer = try answer(
      """
      id,wkt
      square,"POLYGON((0 0,1e15 0,1e15 1e15,0 1e15,0 0))"
      tie,"POLYGON((0 0,1e-9 1e-9,1e-9 0,0 1e-9,0 0))"
      apart,"GEOMETRYCOLLECTION(POLYGON((0 0,2 0,2 2,0 0)),POLYGON((0 0,2 0,2 2,0 0)))"
      together,"MULTIPOLYGON(((0 0,2 0,2 2,0 0)),((0 0,2 0,2 2,0 0)))"
      nowhere,"POLYGON EMPTY"
      broken,"POLYGON((0 0,nan 0,1 1,0 0))"

      """, code: 1)
    #expect(answer["valid"] as? Int == 3)
    #expect(answer["invalid"] as? [String] == ["tie", "together", "broken"])
    let layer = try #require((answer["layers"] as? [[String: Any]])?.first)
    #expect(layer["crs"] is NSNull)
    let findings = try #require(answer["findings"] as? [[String: Any]])
    #expect(findings[0]["feature_ids"] as? [String] == ["tie"])
    #expect(findings[0]["rule"] as? String == "ogc.self-intersection")
    let place = try #require(findings[0]["geometry"] as? [String: Any])
    #expect(place["coordinates"] as? [Double] == [5e-10, 5e-10])
  }

  @Test func `all valid ends with zero, and GeoJSON out of the world is judged as it stands`()
    throws
  {
    let text = { (ring: String) in
      #"{"type":"Feature","properties":{"id":7},"geometry":{"type":"Polygon","coordinates":"#
        + ring + "}}"
    }
    let valid = try answer(
      text("[[[0,0],[900,0],[900,900],[0,0]]]"), file: "valid.geojson", code: 0)
    #expect(valid["valid"] as? Int == 1)
    #expect((valid["layers"] as? [[String: Any]])?.first?["crs"] as? String == "EPSG:4326")
    let empty = try answer(text("[]"), file: "empty.geojson", code: 0)
    #expect(empty["valid"] as? Int == 1)
    let open = try answer(
      text("[[[0,0],[900,0],[900,900],[0,900]]]"), file: "open.geojson", code: 1)
    #expect(open["invalid"] as? [String] == ["7"])
    let mixed = try answer(
      #"{"type":"Feature","properties":{"id":"m"},"geometry":{"type":"GeometryCollection","#
        + #""geometries":[{"type":"Point","coordinates":[0,0]},{"type":"LineString","coordinates":"#
        + "[[0,0],[0,0]]}]}}", file: "mixed.geojson", code: 1)
    #expect(mixed["features_checked"] as? Int == 1 && mixed["invalid"] as? [String] == ["m"])
    // A null among the ordinates cannot be read as a polygon; it is not taken for no geometry.
    let broken = try answer(
      text("[[[null,0],[900,0],[900,900],[0,0]]]"), file: "broken.geojson", code: 1)
    #expect(broken["invalid"] as? [String] == ["7"])
  }

  @Test func `a word that names no rule is refused with the groups there are`() throws {
    let outcome = try program.run(["validate", "any.csv", "--rules", "ogx"])
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("“ogx”") && outcome.errors.contains("ogc, geometry, layer"))
  }
}
