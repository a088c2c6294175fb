import Foundation
import LandModel
import Testing
import Topology

@testable import LayoutAnalysis

/// Verdicts on coordinates as stored against GEOS: 100 000 polygons with `TOWNLAYOUT_HEAVY_TESTS`.
struct ValidityFamiliesTests {
  private static let isHeavy =
    ProcessInfo.processInfo.environment["TOWNLAYOUT_HEAVY_TESTS"] != nil
  private static let count = isHeavy ? 15_000 : 600

  /// What GEOS says of the first fault it meets, and the rules that name that fault here.
  ///
  /// GEOS stops at the first fault and has one word for several: a ring that turns back on itself or
  /// crosses at a vertex is a self-intersection to it or a ring's, an equal ring one that intersects.
  /// Of rings that cross at a vertex it may say what follows from it: nested, outside, disconnected.
  private static let rulesOfReason: [String: Set<RuleCode>] = [
    "Self-intersection": ["ogc.self-intersection", "ogc.duplicate-ring"],
    "Ring Self-intersection": ["ogc.ring-self-touch", "ogc.self-intersection"],
    "Hole lies outside shell": ["ogc.hole-outside-shell", "ogc.self-intersection"],
    "Holes are nested": ["ogc.nested-holes", "ogc.self-intersection"],
    "Nested shells": ["ogc.nested-shells", "ogc.self-intersection"],
    "Interior is disconnected": ["ogc.disconnected-interior", "ogc.self-intersection"],
    "Duplicate Rings": ["ogc.duplicate-ring"],
    "Too few points in geometry component": ["ogc.too-few-points"],
  ]

  @Test(arguments: ValidityFamily.allCases)
  func `every verdict is that of GEOS, and its reason is among ours`(family: ValidityFamily) throws
  {
    let geometries = family.polygons(Self.count, seed: 40)
    let layer = StoredLayer(
      key: "random", crs: nil, geometry: GeometryColumn(geometries),
      names: .stored(nil, numbers: geometries.indices.map { Int64($0) }),
      numbers: geometries.indices.map { Int64($0) })
    let result = try StoredValidation(selection: .validity, findingsKeptPerRule: 1_000_000)
      .result(of: layer)
    var rules: [FeatureID: Set<RuleCode>] = [:]
    for feature in result.features { rules[feature.id] = Set(feature.findings.map(\.rule)) }
    let workspace = Workspace()
    var reasons: [String: Int] = [:]
    for (row, geometry) in geometries.enumerated() {
      let fault = try Shape(geometry, in: workspace).validityFault()
      let ours = rules[FeatureID("#\(row)")]
      if (fault == nil) != (ours == nil) {
        // GEOS computes orientation in double-double, which is not exact where a ring is flat but for
        // the last bits; integers decide.
        #expect(family == .nearlyFlat, "\(fault?.reason ?? "valid"): \(geometry)")
        #expect(ExactSimplicity.isSimple(geometry.positions) == (ours == nil), "\(geometry)")
        reasons["GEOS is wrong", default: 0] += 1
      } else if let fault, let ours {
        let named = Self.rulesOfReason[fault.reason] ?? []
        #expect(!named.isDisjoint(with: ours), "\(fault.reason): \(ours) \(geometry)")
        reasons[
          "\(fault.reason) → \(ours.map(\.text).sorted().joined(separator: ", "))", default: 0] += 1
      }
      if family == .nearlyFlat {
        #expect(ExactSimplicity.isSimple(geometry.positions) == (ours == nil), "\(geometry)")
      }
    }
    // The comparison means something only while both verdicts occur.
    #expect(!result.invalid.isEmpty && result.validCount > 0)
    if Self.isHeavy {
      print("\(family): \(result.invalid.count) of \(geometries.count) invalid")
      for (reason, count) in reasons.sorted(by: { $0.key < $1.key }) {
        print("  \(count) \(reason)")
      }
    }
  }
}
