import LandModel
import Testing

@testable import LayoutAnalysis

/// What the rules find that compare features with each other or with administrative units does not depend on
/// where they lie, how they are turned, how rings are written, or which feature comes first.
struct LayerInvarianceTests {
  /// The cases in which features are compared with each other.
  private static let cases: [BoundaryCase] = BoundaryCase.all.filter { each in
    let findings = (try? each.statement().findings) ?? []
    return findings.contains { isCompared($0.rule) }
  }

  private static func isCompared(_ rule: RuleCode) -> Bool {
    ["layer", "layers", "administrative"].contains(rule.group)
  }

  @Test func `the cases provoke every rule about a layer`() throws {
    let provoked = try Self.cases.flatMap { try facts(of: $0).map(\.rule) }
    let rules = BoundaryRules.all.map(\.code).filter(Self.isCompared)
    #expect(Set(provoked) == Set(rules))
  }

  @Test(arguments: ShapeChange.allCases)
  func `a change of place or writing changes no finding about a layer`(
    _ change: ShapeChange
  ) throws {
    for each in Self.cases {
      let before = try facts(of: each, Self.stretched)
      let after = try facts(of: each) { change.applied(to: Self.stretched($0)) }
      expectSame(before, after, change.moved, "\(each) \(change)")
    }
  }

  @Test func `the order of features changes no finding about a layer`() throws {
    for each in Self.cases {
      // A border that parts from its neighbour's is measured along the first feature's.
      let before = try facts(of: each, Self.stretched)
      let after = try facts(of: each, isReversed: true, Self.stretched)
      let isEither = { (fact: Fact) in fact.rule == "layer.unmatched-edge" }
      #expect(
        before.filter(isEither).map(\.features)
          == after.filter(isEither).map(\.features).sorted { $0.lexicographicallyPrecedes($1) })
      expectSame(
        before.filter { !isEither($0) }, after.filter { !isEither($0) }, { $0 }, "\(each)")
    }
  }

  /// Stretched a little, so that nothing lies exactly at a limit, where rounding decides.
  private static func stretched(_ geometry: Geometry) -> Geometry {
    geometry.mapPositions {
      XY(450_000 + 0.9991 * ($0.x - 450_000), 2_850_000 + 0.9983 * ($0.y - 2_850_000))
    }
  }

  private struct Fact {
    let rule: RuleCode
    /// Features of both layers, whichever of them is named first.
    let features: [String]
    let value: Double?
    /// Nil for a finding about no place.
    let place: XY?

    func agrees(with earlier: Fact, movedTo place: XY?) -> Bool {
      let (value, wanted) = (self.value ?? 0, earlier.value ?? 0)
      return rule == earlier.rule && features == earlier.features
        && abs(value - wanted) <= 1e-6 * max(1, abs(wanted))
        && (self.place == nil) == (place == nil)
        && (self.place ?? XY(0, 0)).distance(to: place ?? XY(0, 0)) < 2e-3
    }
  }

  private func expectSame(
    _ before: [Fact], _ after: [Fact], _ moved: (XY) -> XY, _ what: String
  ) {
    var rest = after
    for fact in before {
      let twin = rest.firstIndex { $0.agrees(with: fact, movedTo: fact.place.map(moved)) }
      if let twin { rest.remove(at: twin) }
      #expect(twin != nil, "\(what): \(fact) is lost; there are \(rest)")
    }
    #expect(rest.isEmpty, "\(what): new")
  }

  private func facts(
    of each: BoundaryCase, isReversed: Bool = false, _ change: (Geometry) -> Geometry = { $0 }
  ) throws -> [Fact] {
    try each.outcome(workers: 1, isReversed: isReversed, change).result.findings
      .filter { Self.isCompared($0.rule) }
      .map { finding in
        let features = finding.featureIDs + finding.otherFeatureIDs
        return Fact(
          rule: finding.rule, features: features.map(\.text).sorted(), value: finding.value,
          place: PlanarMeasure.centroid(of: finding.geometry))
      }
  }
}
