import LandModel
import LayoutAnalysis
import Scenarios

/// A validation with a finding of every kind: a point in a vertex, a line, an overlap of two layers, one
/// without place, one waived, and some that were counted only.
enum SampleValidation {
  static let grid = SampleRun.grid

  static func make(name: String = "T01") -> ValidationRun {
    let towns = SampleRun.layer(
      "towns.geojson", SampleRun.both("Towns", "小镇"), .candidates,
      [
        .polygon(rings: [SampleRun.box(0, 0, 900, 900)]),
        .polygon(rings: [SampleRun.box(800, 0, 900, 900)]),
      ], ids: [FeatureID(name), "T02"], attributes: AttributeTable())
    return ValidationRun(
      grid: grid,
      result: BoundaryResult(
        featuresChecked: 2, findings: findings(name: name),
        omitted: [
          OmittedFindings(
            layer: "towns.geojson", rule: "ogc.self-intersection", severity: .error, count: 7)
        ]),
      layers: [towns], parameters: BoundaryParameters(profile: .named("survey")))
  }

  private static func findings(name: String) -> [Finding] {
    let waiver = Waiver(reason: "两县共建", author: "李娜", until: "2027")
    return [
      Finding(
        rule: "geometry.spike", severity: .warning, layer: "towns.geojson",
        featureIDs: [FeatureID(name)], element: GeometryElement(part: 0, ring: 0, vertex: 2),
        value: 3.21234567, limit: 10, unit: .degree, message: SampleRun.both("A spike", "尖角"),
        geometry: .point(SampleRun.origin)),
      Finding(
        rule: "layer.gap", severity: .note, layer: "towns.geojson", featureIDs: [],
        message: SampleRun.both("A line, \"quoted\"", "一条线"),
        geometry: .line([SampleRun.origin, XY(SampleRun.origin.x + 10, SampleRun.origin.y)])),
      Finding(
        rule: "layer.overlap", severity: .error, layer: "towns.geojson",
        featureIDs: [FeatureID(name), "T02"], otherLayer: "red-line", otherFeatureIDs: ["R1"],
        value: 90_000, limit: 1, unit: .squareMetre, message: SampleRun.both("Overlap", "重叠"),
        geometry: .polygon(rings: [SampleRun.box(800, 0, 100, 900)]), waiver: waiver),
      Finding(
        rule: "attribute.missing-field", severity: .error, layer: "towns.geojson", featureIDs: [],
        message: SampleRun.both("No field", "缺字段")),
    ]
  }
}
