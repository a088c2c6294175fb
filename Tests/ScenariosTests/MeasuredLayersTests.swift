import Foundation
import LandModel
import LayoutAnalysis
import Projections
import Testing

@testable import Scenarios

/// What is asked and read of layers that are measured and not validated.
struct MeasuredLayersTests {
  /// A square of 100 m, wound as GeoJSON wants it.
  private static func square(_ x: Double, _ y: Double) -> String {
    let corners = [(0.0, 0.0), (100, 0), (100, 100), (0, 100), (0, 0)]
    return #"{"type":"Polygon","coordinates":[["#
      + corners.map { "[\(x + $0),\(y + $1)]" }.joined(separator: ",") + "]]}"
  }

  /// Features with a fault of nearly every kind that can be found in a layer by itself.
  private static let faulty: [(id: String, geometry: String)] = [
    ("1", square(500_000, 2_850_000)),
    // An overlap, and a feature within another: no error of layers that may overlap.
    ("2", square(500_050, 2_850_000)),
    ("3", square(500_000, 2_850_000)),
    ("3", square(501_000, 2_850_000)),
    ("null", square(502_000, 2_850_000)),
    (
      "5",
      #"{"type":"Polygon","coordinates":[[[503000,2850000],[503100,2850100],[503100,2850000],"#
        + "[503000,2850100],[503000,2850000]]]}"
    ),
    ("6", "null"),
    // Northing first, and far away.
    ("7", square(2_850_000, 500_000)),
    ("8", square(500_000, 9_000_000)),
    (
      "9",
      #"{"type":"Polygon","coordinates":[[[504000,2850000],[504100,2850000],[504100,2850100],"#
        + "[504050,2850100],[504050,2850900],[504050,2850100],[504000,2850100],[504000,2850000]]]}"
    ),
  ]

  private static func layer(id: String) throws -> PlanLayer {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).geojson")
    let features = faulty.enumerated().map { index, feature in
      #"{"type":"Feature","properties":{"code":\#(feature.id),"number":\#(index)},"#
        + #""geometry":\#(feature.geometry)}"#
    }
    let text =
      #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4547"}},"#
      + #""features":["# + features.joined(separator: ",") + "]}"
    try Data(text.utf8).write(to: file)
    return PlanLayer(
      key: "towns", role: .constraint, file: file.path(percentEncoded: false),
      attributes: ["id": id])
  }

  @Test func `the rules asked before measuring find every error that all rules find`() throws {
    let layer = try Self.layer(id: "code")
    defer { try? FileManager.default.removeItem(atPath: layer.file) }
    let all = try LayerQuestions().validation(of: [layer]).result.findings
      .filter { $0.severity == .error }
    let asked = try LayerQuestions().check(towns: layer, against: [(layer, .forbid)])
      .validation.findings.filter { $0.severity == .error }
    // The layer is on both sides of the check.
    #expect(asked == all + all)
    let codes = Set(all.map(\.rule.text))
    #expect(
      codes.isSuperset(of: [
        "attribute.duplicate-id", "attribute.missing-id", "layer.duplicate-geometry",
        "ogc.null-geometry", "ogc.self-intersection", "crs.outside-working-area",
      ]))
  }

  @Test func `an id that is no field is refused with the names of all fields`() throws {
    let layer = try Self.layer(id: "codes")
    defer { try? FileManager.default.removeItem(atPath: layer.file) }
    #expect {
      try LayerQuestions().check(towns: layer, against: [(layer, .forbid)])
    } throws: { error in
      guard case ProjectionError.idAttributeMissing(_, "codes", let names) = error else {
        return false
      }
      return names == ["code", "number"]
    }
  }

  @Test func `checksums are known where they may be printed, and nowhere else`() throws {
    let layer = try Self.layer(id: "number")
    defer { try? FileManager.default.removeItem(atPath: layer.file) }
    let known = try LayerQuestions().validation(of: [layer]).layers.map(\.sha256)
    #expect(known.map { $0?.count } == [64])
    let unknown = try LayerQuestions(hashesFiles: false).validation(of: [layer]).layers
    #expect(unknown.map(\.sha256) == [nil])
  }
}
