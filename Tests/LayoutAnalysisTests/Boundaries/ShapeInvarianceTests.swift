import LandModel
import Testing

@testable import LayoutAnalysis

/// What the rules of shape find does not depend on where a feature lies, how it is turned, or how its rings
/// are written.
struct ShapeInvarianceTests {
  /// The features of all cases with a finding about shape, and ragged polygons at random.
  private static let geometries: [Geometry] = {
    var geometries: [Geometry] = []
    for each in BoundaryCase.all {
      guard let statement = try? each.statement(),
        statement.findings.contains(where: { $0.rule.text.hasPrefix("geometry.") }),
        let layer = try? each.layer("input.geojson", key: "case", idField: nil, epsg: 4547)
      else { continue }
      for row in 0..<layer.count {
        let box = layer.geometry.boundingBox(ofRow: row)
        // Degrees and strays lie too far off to be turned without loss.
        guard box.minX >= 400_000, box.maxX < 500_000 else { continue }
        geometries.append(layer.geometry.geometry(ofRow: row))
      }
    }
    var ragged = RaggedPolygons(seed: 5)
    geometries += (0..<150).map { _ in ragged.next() }
    // Stretched a little, so that nothing lies exactly at a limit, where rounding decides.
    return geometries.map { geometry in
      geometry.mapPositions {
        XY(450_000 + 0.9991 * ($0.x - 450_000), 2_850_000 + 0.9983 * ($0.y - 2_850_000))
      }
    }
  }()

  @Test(arguments: ShapeChange.allCases)
  func `a change of place or writing changes no finding about shape`(
    _ change: ShapeChange
  ) throws {
    let before = try facts(Self.geometries)
    let after = try facts(Self.geometries.map(change.applied))
    #expect(Set(before.flatMap { $0.map(\.rule) }) == Self.provoked, "every rule is provoked")
    for (row, geometry) in Self.geometries.enumerated() {
      var rest = after[row]
      for fact in before[row] {
        let twin = rest.firstIndex { $0.agrees(with: fact, after: change) }
        if let twin { rest.remove(at: twin) }
        #expect(twin != nil, "\(fact) is lost from \(geometry); there are \(rest)")
      }
      #expect(rest.isEmpty, "new for \(geometry)")
    }
  }

  private static let checks = BoundaryRules.featureChecks.filter {
    $0.rule.code.text.hasPrefix("geometry.")
  }
  private static let provoked = Set(checks.map(\.rule.code))

  private struct Fact {
    let rule: RuleCode
    let value: Double?
    let place: XY

    /// Of two vertices nearer than 1 mm, which one is the second depends on the direction.
    func agrees(with earlier: Fact, after change: ShapeChange) -> Bool {
      let (value, wanted) = (self.value ?? 0, earlier.value ?? 0)
      return rule == earlier.rule && abs(value - wanted) <= 1e-6 * max(1, abs(wanted))
        && place.distance(to: change.moved(earlier.place)) < 2e-3
    }
  }

  /// The facts of each row, with all rules of shape switched on.
  private func facts(_ geometries: [Geometry]) throws -> [[Fact]] {
    var parameters = BoundaryParameters(findingsKeptPerRule: 1_000_000)
    for check in Self.checks {
      parameters.overrides[check.rule.code] = RuleOverride(isEnabled: true)
    }
    let findings = try FeatureInspection(Self.checks, parameters: parameters)
      .findings(in: .test(geometries), workers: 2).sortedFindings()
    var facts = [[Fact]](repeating: [], count: geometries.count)
    for finding in findings {
      let row = try #require(finding.featureIDs.first.flatMap { Int($0.text) }) - 1
      let place = try #require(PlanarMeasure.centroid(of: finding.geometry))
      facts[row].append(Fact(rule: finding.rule, value: finding.value, place: place))
    }
    return facts
  }
}
