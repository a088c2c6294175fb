import Foundation
import LandModel
import TestSupport
import Testing

/// What two polygons share in their common box, against exact arithmetic on seeded pairs of every kind.
struct WindowEdgesExactTests {
  /// Pairs of each kind; with `TOWNLAYOUT_HEAVY_TESTS` some forty thousand in all.
  private static let pairs =
    ProcessInfo.processInfo.environment["TOWNLAYOUT_HEAVY_TESTS"] == nil ? 300 : 3000

  @Test(arguments: OverlapPairKind.allCases)
  func `areas in the common box are those of exact arithmetic`(kind: OverlapPairKind) {
    var random = SeededGenerator(seed: 5000 + kind.seed)
    for number in 0..<Self.pairs {
      let pair = OverlapPair(kind, &random)
      let placement = OverlapPlacement.all[number % OverlapPlacement.all.count]
      let (left, right) = (placement.geometry(pair.left), placement.geometry(pair.right))
      let exact = ExactOverlap.area(of: pair.left, with: pair.right)
      let expected = exact * placement.scale * placement.scale
      let area = OverlapAdapter.windowArea(of: left, with: right)
      #expect(
        abs(area - expected) <= placement.tolerance(left, right),
        "\(kind) \(number): \(area), not \(expected)")
    }
  }

  @Test func `an edge that only looks into the box's width below it adds nothing`() throws {
    let file = Fixtures.folder("regressions/overlap-area-edge-below-window")
      .appendingPathComponent("pairs.geojson")
    let pairs = try GeoJSONFixture(contentsOf: file).geometries
    #expect(OverlapAdapter.windowArea(of: pairs[0], with: pairs[1]) == 0)
    #expect(OverlapAdapter.windowArea(of: pairs[2], with: pairs[3]) == 2.5)
  }
}
