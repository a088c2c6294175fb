import Foundation
import LandModel
import Publishing
import Scenarios
import Testing

/// The rules of RFC 7946, looked at in the output itself.
struct GeoJSONTests {
  private func features(_ table: OutputTable) throws -> [[String: Any]] {
    let bytes = GeoJSONFile.bytes(of: table, on: SampleRun.grid)
    let json = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    #expect(json?["type"] as? String == "FeatureCollection")
    #expect(json?["name"] as? String == table.name)
    return try #require(json?["features"] as? [[String: Any]])
  }

  private func table(_ geometries: [Geometry]) -> OutputTable {
    OutputTable(
      name: "test", title: SampleRun.both("Test", "测试"), geometry: GeometryColumn(geometries))
  }

  private func geometry(_ geometry: Geometry) throws -> [String: Any]? {
    try features(table([geometry])).first?["geometry"] as? [String: Any]
  }

  /// Twice the signed area of a ring of pairs; anticlockwise is positive.
  private func signedArea(_ ring: [[Double]]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1] }
  }

  @Test func `shells run anticlockwise and holes clockwise whatever came in`() throws {
    let (shell, hole) = (SampleRun.box(0, 0, 900, 900), SampleRun.box(100, 100, 200, 200))
    for rings in [[shell, hole], [shell.reversed(), hole.reversed()]] {
      let written = try geometry(.polygon(rings: rings.map { Array($0) }))
      #expect(written?["type"] as? String == "Polygon")
      let coordinates = try #require(written?["coordinates"] as? [[[Double]]])
      #expect(signedArea(coordinates[0]) > 0)
      #expect(signedArea(coordinates[1]) < 0)
      #expect(coordinates.allSatisfy { $0.first == $0.last && $0.count == 5 })
    }
  }

  @Test func `an open ring is closed and a degenerate one has four positions`() throws {
    let corner = SampleRun.origin
    let open = try geometry(.polygon(rings: [Array(SampleRun.box(0, 0, 10, 10).dropLast())]))
    #expect((open?["coordinates"] as? [[[Double]]])?[0].count == 5)
    let point = try geometry(.polygon(rings: [[corner]]))
    #expect((point?["coordinates"] as? [[[Double]]])?[0].count == 4)
  }

  @Test func `positions have seven decimals and lie where PROJ puts them`() throws {
    // cs2cs EPSG:4547 to EPSG:4490 of 2850000 N, 400000 E: 25.754368656 N, 113.003271012 E.
    let written = try geometry(.point(SampleRun.origin))
    let position = try #require(written?["coordinates"] as? [Double])
    #expect(abs(position[0] - 113.003271) < 1e-7)
    #expect(abs(position[1] - 25.7543687) < 1e-7)
    let text = String(
      decoding: GeoJSONFile.bytes(of: table([.point(SampleRun.origin)]), on: SampleRun.grid),
      as: UTF8.self)
    #expect(text.contains(/\[113\.\d{1,7},25\.\d{1,7}\]/))
  }

  @Test func `no geometry, an empty one and one beyond all numbers are null`() throws {
    let empty = Geometry(kind: .polygon, positions: [], ringEnds: [], partEnds: [])
    for geometry in [Geometry.null, empty, .point(XY(.nan, 1)), .point(XY(1, .infinity))] {
      let features = try features(table([geometry]))
      #expect(features.first?["geometry"] is NSNull)
    }
  }

  @Test func `an empty table is an empty collection`() throws {
    #expect(try features(table([])).isEmpty)
  }

  @Test func `features keep their order over all chunks`() throws {
    let count = 600
    var numbered = table((0..<count).map { .point(XY(400_000 + Double($0), 2_850_000)) })
    numbered.append("number", .integer(Array(0..<count)))
    let numbers = try features(numbered).map { feature in
      (feature["properties"] as? [String: Any])?["number"] as? Int
    }
    #expect(numbers == (0..<count).map { $0 })
  }

  @Test func `towns carry their areas, score and every part of it`() throws {
    let run = SampleRun.make()
    let towns = try features(.towns(of: run)).compactMap { $0["properties"] as? [String: Any] }
    #expect(towns.map { $0["town_id"] as? String } == ["T01", "T04"])
    #expect(towns[1]["county"] as? String == "汝城县")
    #expect(towns[1]["industry"] as? String == "farming")
    #expect(towns[0]["score"] as? Double == 71.5)
    #expect(towns[0]["factor_resource"] as? Double == 0.715)
    #expect(towns[0]["score_resource"] as? Double == 42.9)
    #expect(towns[0]["score_access"] as? Double == 28.6)
    #expect(towns[0]["planar_area_m2"] as? Double == 2_890_000)
    #expect(towns[0]["shortfall_m2"] is NSNull)
    let area = try #require(towns[0]["area_m2"] as? Double)
    // 113.0 E is one degree from the central meridian: the plane is about 240 ppm too large.
    #expect(abs(2_890_000 / area - 1.000_22) < 0.000_05)
  }

  @Test func `candidates say what became of them`() throws {
    let rows = try features(.candidates(of: SampleRun.make(), in: .english))
      .compactMap { $0["properties"] as? [String: Any] }
    #expect(rows.map { $0["chosen"] as? Bool } == [true, false, false, true, false])
    #expect(rows[1]["reason"] as? String == "towns.max")
    #expect(rows[1]["explanation"] as? String == "Because of towns.max")
    #expect(rows[1]["breaches"] as? Int == 1)
    #expect(rows[0]["best_industry"] as? String == "tourism")
    #expect(rows[4]["best_industry"] is NSNull)
  }

  @Test func `findings and conflicts say at which stage and where`() throws {
    let run = SampleRun.make()
    let findings = try features(.findings(of: run, in: .chinese))
      .compactMap { $0["properties"] as? [String: Any] }
    #expect(findings[0]["feature_ids"] as? [String] == ["T01", "T03"])
    #expect(findings[0]["message"] as? String == "两个小镇重叠 91 000 平方米")
    #expect(findings[1]["value"] is NSNull)
    #expect(findings.allSatisfy { $0["stage"] as? String == "submitted" })
    let conflicts = try features(.conflicts(of: run))
      .compactMap { $0["properties"] as? [String: Any] }
    #expect(conflicts.count == 1)
    #expect(conflicts[0]["town_id"] as? String == "T02")
    #expect(conflicts[0]["planar_area_m2"] as? Double == 10_000)
    #expect(conflicts[0]["share"] as? Double == 0.0037)
    #expect(conflicts[0]["method"] as? String == "ellipsoidal-cgcs2000-2008-32")
  }
}
