import Foundation
import LandModel
import LayoutAnalysis
import Publishing
import Scenarios
import Testing

struct ValidationReportTests {
  private func text(_ run: ValidationRun, _ language: Language = .english) -> String {
    String(decoding: ValidationReport.bytes(of: run, in: language), as: UTF8.self)
  }

  @Test func `the report shows what was found, with a picture of each place`() {
    let text = text(SampleValidation.make())
    #expect(
      text.components(separatedBy: "<svg ").count == 3,
      "the spike and the line; the overlap is waived")
    #expect(text.contains("aria-label=\"geometry.spike\""))
    #expect(text.contains("3.21° / 10.00°"))
    #expect(text.contains("part 0 ring 0 vertex 2"))
    #expect(text.contains("2 errors to be mended") == false)
    // One error without place, seven that were counted only; the waived one is none.
    #expect(text.contains("8 errors to be mended"))
    #expect(text.contains("0 of 7 are listed") == false)
  }

  @Test func `waived findings stand apart with reason and author`() throws {
    let text = text(SampleValidation.make(), .chinese)
    let waived = try #require(text.range(of: "id=\"waived\""))
    let limits = try #require(text.range(of: "id=\"limits\""))
    let section = text[waived.upperBound..<limits.lowerBound]
    #expect(section.contains("两县共建"))
    #expect(section.contains("李娜"))
    #expect(section.contains("2027"))
    let findings = try #require(text.range(of: "id=\"findings\""))
    #expect(!text[findings.upperBound..<waived.lowerBound].contains("layer.overlap"))
  }

  @Test func `limits are listed with who set them`() {
    let text = text(SampleValidation.make())
    #expect(text.contains("default: "))
    #expect(text.contains("Survey"))
  }

  @Test func `a limit that limits nothing is said to be none`() {
    #expect(!text(SampleValidation.make()).contains("1000000000000"))
    #expect(text(SampleValidation.make()).contains(">no limit<"))
    #expect(text(SampleValidation.make(), .chinese).contains(">不限<"))
  }

  @Test func `names from foreign files stay text, and nothing is loaded from anywhere`() {
    let text = text(SampleValidation.make(name: "<script>alert(1)</script>"))
    #expect(!text.contains("<script>alert"))
    #expect(!text.contains("src="))
    #expect(!text.contains("@import"))
    #expect(!text.contains("href=\"http"))
  }

  @Test func `a rule that was only counted has its place in the list`() {
    let text = text(SampleValidation.make())
    #expect(text.contains("ogc.self-intersection"))
  }

  @Test func `damaged geometry is survived`() {
    let far = Geometry.polygon(rings: [
      [XY(.nan, 0), XY(1e300, 5), XY(-1e300, .infinity), XY(.nan, 0)]
    ])
    let flat = Geometry.line([SampleRun.origin, SampleRun.origin])
    let findings = [far, flat, .point(XY(1e12, -1e12)), .null].map {
      Finding(
        rule: "ogc.non-finite-ordinate", severity: .error, layer: "towns.geojson",
        featureIDs: ["T01"], value: .nan, limit: .infinity, unit: .metre,
        message: SampleRun.both("Broken", "损坏"), geometry: $0)
    }
    let sample = SampleValidation.make()
    let run = ValidationRun(
      grid: sample.grid, result: BoundaryResult(featuresChecked: 1, findings: findings),
      layers: sample.layers, parameters: BoundaryParameters())
    let text = text(run)
    #expect(text.contains("4 errors"))
    #expect(!text.contains("nan\""))
  }
}
