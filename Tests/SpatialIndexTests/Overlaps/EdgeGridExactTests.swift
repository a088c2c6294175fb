import Foundation
import LandModel
import TestSupport
import Testing

/// The edge grid against exact arithmetic on seeded pairs of every kind, either polygon in the grid.
struct EdgeGridExactTests {
  /// Pairs of each kind; with `TOWNLAYOUT_HEAVY_TESTS` some forty thousand in all.
  private static let pairs =
    ProcessInfo.processInfo.environment["TOWNLAYOUT_HEAVY_TESTS"] == nil ? 300 : 3000

  @Test(arguments: OverlapPairKind.allCases)
  func `areas in common are those of exact arithmetic, in either order`(kind: OverlapPairKind) {
    var random = SeededGenerator(seed: 4000 + kind.seed)
    for number in 0..<Self.pairs {
      let pair = OverlapPair(kind, &random)
      let placement = OverlapPlacement.all[number % OverlapPlacement.all.count]
      let (left, right) = (placement.geometry(pair.left), placement.geometry(pair.right))
      let exact = ExactOverlap.area(of: pair.left, with: pair.right)
      let expected = exact * placement.scale * placement.scale
      let tolerance = placement.tolerance(left, right)
      let forward = OverlapAdapter.overlapArea(of: left, with: right)
      let backward = OverlapAdapter.overlapArea(of: right, with: left)
      #expect(
        abs(forward - expected) <= tolerance, "\(kind) \(number): \(forward), not \(expected)")
      #expect(
        abs(backward - expected) <= tolerance, "\(kind) \(number): \(backward), not \(expected)")
    }
  }

  @Test func `a level edge one double below a line of the grid counts`() throws {
    let file = Fixtures.folder("regressions/overlap-area-edge-at-grid-line")
      .appendingPathComponent("pair.geojson")
    let pair = try GeoJSONFixture(contentsOf: file).geometries
    #expect(abs(OverlapAdapter.overlapArea(of: pair[0], with: pair[1]) - 79.0 / 798) < 1e-6)
  }
}
