import LandModel
import Testing

@testable import LayoutAnalysis

/// What is found does not depend on where a polygon lies, how it is turned, or how its rings are written.
struct ValidityInvarianceTests {
  private static let geometries: [Geometry] = {
    var polygons = RandomPolygons(seed: 11)
    return (0..<1500).map { _ in polygons.onLattice() }
  }()

  @Test func `a shift by forty million metres moves the places and nothing else`() throws {
    let offset = XY(40_000_000, 2_800_000)
    try expectSame {
      $0.mapPositions { XY($0.x + offset.x, $0.y + offset.y) }
    } back: {
      XY($0.x - offset.x, $0.y - offset.y)
    }
  }

  @Test func `a quarter turn turns the places and nothing else`() throws {
    try expectSame {
      $0.mapPositions { XY(-$0.y, $0.x) }
    } back: {
      XY($0.y, -$0.x)
    }
  }

  @Test(arguments: [0x1p-30, 0x1p20])
  func `a change of scale scales the places and nothing else`(scale: Double) throws {
    try expectSame {
      $0.mapPositions { XY($0.x * scale, $0.y * scale) }
    } back: {
      XY($0.x / scale, $0.y / scale)
    }
  }

  @Test func `neither direction nor start of a ring matters`() throws {
    try expectSame(rewritten) { $0 }
  }

  @Test func `the order of holes and parts does not matter`() throws {
    try expectSame(reordered) { $0 }
  }

  /// Rule and place, the latter to a millionth; of rules that name one touch of several, the rule alone.
  private struct Fact: Hashable, Comparable {
    let rule: RuleCode
    let x: Int
    let y: Int

    static func < (left: Fact, right: Fact) -> Bool {
      (left.rule, left.x, left.y) < (right.rule, right.x, right.y)
    }
  }

  private func expectSame(
    _ change: (Geometry) -> Geometry, back: (XY) -> XY
  ) throws {
    let before = try facts(Self.geometries) { $0 }
    let after = try facts(Self.geometries.map(change), back: back)
    for (row, geometry) in Self.geometries.enumerated() {
      // Which of two equal rings is the duplicate depends on their order; that there is one does not.
      if before[row].contains(where: { $0.rule == "ogc.duplicate-ring" }) {
        #expect(after[row].contains { $0.rule == "ogc.duplicate-ring" })
      } else {
        #expect(before[row] == after[row], "row \(row): \(geometry)")
      }
    }
  }

  /// The facts of each row, sorted.
  private func facts(_ geometries: [Geometry], back: (XY) -> XY) throws -> [[Fact]] {
    let validity = FeatureInspection(
      BoundaryRules.featureChecks.filter(\.rule.leavesFeatureOut),
      parameters: BoundaryParameters(findingsKeptPerRule: 1_000_000))
    let layer = ProjectedLayer.test(geometries)
    let findings = try validity.findings(in: layer, workers: 2).sortedFindings()
    var facts = [[Fact]](repeating: [], count: geometries.count)
    let named: Set<RuleCode> = ["ogc.self-intersection", "ogc.ring-self-touch"]
    for finding in findings {
      let row = try #require(finding.featureIDs.first.flatMap { Int($0.text) }) - 1
      let isNamed = named.contains(finding.rule)
      // The middle of the box: the same wherever a ring starts and in whatever order stretches join.
      let place = isNamed ? back(finding.geometry.boundingBox.centre) : XY(0, 0)
      facts[row].append(
        Fact(
          rule: finding.rule, x: Int((place.x * 1e6).rounded()), y: Int((place.y * 1e6).rounded())))
    }
    return facts.map { $0.sorted() }
  }

  private func rings(_ geometry: Geometry, _ part: Int) -> [[XY]] {
    geometry.rings(ofPart: part).map { Array(geometry.positions[geometry.range(ofRing: $0)]) }
  }

  private func rewritten(_ geometry: Geometry) -> Geometry {
    .multiPolygon(
      (0..<geometry.partCount).map { part in
        rings(geometry, part).map { ring in
          let open = Array(ring.dropLast().reversed())
          return open[1...] + [open[0], open[1]]
        }
      })
  }

  private func reordered(_ geometry: Geometry) -> Geometry {
    .multiPolygon(
      (0..<geometry.partCount).reversed().map { part in
        let all = rings(geometry, part)
        return [all[0]] + all.dropFirst().reversed()
      })
  }
}
