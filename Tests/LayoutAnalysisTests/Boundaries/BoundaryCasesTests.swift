import Foundation
import LandModel
import Testing

@testable import LayoutAnalysis

struct BoundaryCasesTests {
  @Test func `there are cases, and each says why its answer is right`() throws {
    #expect(BoundaryCase.all.count >= 20)
    for each in BoundaryCase.all {
      let note = try String(
        contentsOf: each.folder.appendingPathComponent("note.md"), encoding: .utf8)
      #expect(note.count > 40, "\(each)")
    }
  }

  @Test func `every rule has a case`() throws {
    let covered = try BoundaryCase.all.flatMap { try $0.statement().findings.map(\.rule) }
    // The rule that asks GEOS exists for what no rule covers, and so cannot be provoked. A record that
    // cannot be read is none of a layer: the tests of streams have it.
    let missing = Set(BoundaryRules.all.map(\.code)).subtracting(covered)
    #expect(missing == ["ogc.other", "source.broken-record"])
  }

  @Test(arguments: BoundaryCase.all)
  func `a case gives exactly the findings it states`(_ each: BoundaryCase) throws {
    let statement = try each.statement()
    let outcome = try each.outcome(workers: 1)
    let findings = outcome.result.findings
    let summary = findings.map {
      "\($0.rule.text) \($0.featureIDs.map(\.text)) \($0.value ?? .nan)"
    }
    try #require(findings.count == statement.findings.count, "\(summary)")
    for (finding, expected) in zip(findings, statement.findings) {
      #expect(finding.rule == expected.rule)
      #expect(finding.severity == expected.severity)
      #expect(finding.layer == expected.layer ?? "towns")
      #expect(finding.otherLayer == expected.otherLayer)
      #expect(finding.otherFeatureIDs.map(\.text) == expected.otherFeatures ?? [])
      #expect(finding.featureIDs.map(\.text) == expected.features)
      #expect(isNear(finding.value, expected.value), "\(finding)")
      #expect(isNear(finding.limit, expected.limit), "\(finding)")
      #expect(finding.unit == expected.unit ?? .none)
      #expect(!finding.message.english.isEmpty && !finding.message.chinese.isEmpty)
      #expect((finding.waiver != nil) == (expected.waived ?? false), "\(finding)")
      expectPlace(of: finding, expected)
      if let element = expected.element {
        #expect(Self.numbers(finding.element) == element, "\(finding)")
      }
    }
    #expect(outcome.layers[0].ids.map(\.text) == statement.kept)
  }

  @Test(arguments: BoundaryCase.all)
  func `a case gives the same with one, two and seven workers`(_ each: BoundaryCase) throws {
    let one = try each.outcome(workers: 1)
    #expect(try each.outcome(workers: 2) == one)
    #expect(try each.outcome(workers: 7) == one)
  }

  private static func numbers(_ element: GeometryElement?) -> [Int] {
    [element?.part, element?.ring, element?.vertex].compactMap { $0 }
  }

  private func expectPlace(of finding: Finding, _ expected: BoundaryCase.Statement.Expected) {
    let place = finding.geometry
    if let points = expected.points {
      #expect(place.positions.count == points.count, "\(finding)")
      for (position, point) in zip(place.positions, points) {
        #expect(position.distance(to: XY(point[0], point[1])) < 1e-6, "\(finding)")
      }
    }
    if let box = expected.box {
      let found = place.boundingBox
      for (value, wanted) in zip([found.minX, found.minY, found.maxX, found.maxY], box) {
        #expect(abs(value - wanted) < 1e-6, "\(finding)")
      }
    }
    if let area = expected.area {
      #expect(isNear(PlanarMeasure.area(of: place).value, area), "\(finding)")
    }
    // A finding without a stated place must have none.
    if expected.points == nil, expected.box == nil { #expect(place.isEmpty, "\(finding)") }
  }

  /// Equal to a millionth of the number, or of one: expectations are written with seven digits.
  private func isNear(_ value: Double?, _ expected: Double?) -> Bool {
    guard let value, let expected else { return value == nil && expected == nil }
    return abs(value - expected) <= 1e-6 * max(1, abs(expected))
  }
}
