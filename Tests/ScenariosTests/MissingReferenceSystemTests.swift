import Foundation
import LandModel
import LayoutAnalysis
import Testing

@testable import Scenarios

/// Layers for which nobody declares a reference system, as `townlayout validate` takes them.
struct MissingReferenceSystemTests {
  /// A table with outlines as text, which says nothing about its reference system.
  private static func layer(_ x: Double, role: PlanRole = .candidates) throws -> PlanLayer {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
    let corners = [(0.0, 0.0), (1000, 0), (1000, 1000), (0, 1000), (0, 0)]
      .map { "\(x + $0) \(2_850_000 + $1)" }.joined(separator: ",")
    try Data("id,WKT\n1,\"POLYGON((\(corners)))\"\n".utf8).write(to: file)
    return PlanLayer(key: "towns", role: role, file: file.path(percentEncoded: false))
  }

  @Test func `a prefix tells the zone, and the finding says so`() throws {
    let layer = try Self.layer(38_450_000)
    defer { try? FileManager.default.removeItem(atPath: layer.file) }
    let run = try LayerQuestions().validation(of: [layer])
    #expect(run.grid.crs.text == "EPSG:4526")
    let finding = try #require(run.result.findings.first)
    #expect(run.result.findings.count == 1)
    #expect(finding.rule == "crs.missing" && finding.severity == .error)
    #expect(finding.message.english.contains("EPSG:4526 (3° zone 38, with prefix)"))
  }

  @Test func `eastings without prefix need the administrative units`() throws {
    let layer = try Self.layer(450_000)
    defer { try? FileManager.default.removeItem(atPath: layer.file) }
    #expect(throws: ScenarioError.self) { try LayerQuestions().validation(of: [layer]) }
    let unit = try Self.layer(449_000, role: .administrative)
    defer { try? FileManager.default.removeItem(atPath: unit.file) }
    let units = PlanLayer(
      key: "units", role: .administrative, file: unit.file, crs: CRSIdentifier(epsg: 4547))
    let run = try LayerQuestions().validation(of: [layer], administrative: units)
    let codes = run.result.findings.map(\.rule.text)
    #expect(codes.contains("crs.missing"))
    #expect(run.grid.crs.text == "EPSG:4547")
  }

  @Test(arguments: [1e308, -1e308, 1e15])
  func `a position beyond all numbers of zones still gets a grid`(place: Double) throws {
    let grid = try GridChoice.grid(for: [XY(place, 0)], in: CRSIdentifier(epsg: 4326))
    #expect(GaussKrugerGrid(epsg: grid.crs.epsg ?? 0) != nil)
  }

  @Test func `a check of towns is never made on a guess`() throws {
    let layer = try Self.layer(38_450_000)
    defer { try? FileManager.default.removeItem(atPath: layer.file) }
    #expect(throws: ScenarioError.self) {
      try LayerQuestions().check(towns: layer, against: [(layer, .forbid)])
    }
  }
}
