import Foundation
import LandModel
import Testing

@testable import LayoutAnalysis

struct TownShapeTests {
  private func town(_ ring: [XY], bound: Double = 50, star: Double? = 50) -> TownProposal {
    let boundary = Geometry.polygon(rings: [ring + ring.prefix(1)])
    let area = PlanarMeasure.area(of: boundary)
    return TownProposal(
      site: 0, industry: "health", boundary: boundary, planarArea: area, ellipsoidalArea: area,
      constructionBoundary: boundary, constructionArea: area, cellCount: 1, score: 40, factors: [],
      compactness: .zero, reach: Metres(ring.map { $0.distance(to: XY(0, 0)) }.max() ?? 0),
      objective: 40, bound: bound, gap: Ratio(bound / 40 - 1), starBound: star, shortfall: nil)
  }

  @Test func `a square has three over pi, wherever it lies and however it is turned`() {
    for (angle, shift) in [(0.0, 0.0), (0.4, 3.9e7), (1.1, 2.8e6)] {
      let ring = [(-500.0, -500.0), (500, -500), (500, 500), (-500, 500)].map { x, y in
        XY(shift + x * cos(angle) - y * sin(angle), shift + x * sin(angle) + y * cos(angle))
      }
      let shape = town(ring).shape
      #expect(abs(shape.momentCompactness.value - 3 / .pi) < 1e-6)
      #expect(abs(shape.elongation.value - 1) < 1e-6)
      #expect(abs(shape.perimeter.value - 4000) < 1e-4)
    }
  }

  @Test func `a strip is as long as it is, a circle round its seed has all ones`() {
    let strip = town([XY(0, 0), XY(2000, 0), XY(2000, 500), XY(0, 500)]).shape
    #expect(abs(strip.elongation.value - 4) < 1e-9)
    #expect(strip.length == Metres(2000) && strip.width == Metres(500))
    // 12·A/(2π·(l² + w²)) for a rectangle.
    #expect(abs(strip.momentCompactness.value - 12 * 1e6 / (2 * .pi * 4.25e6)) < 1e-9)
    let circle = town(
      (0..<720).map { XY(900 * cos(Double($0) * .pi / 360), 900 * sin(Double($0) * .pi / 360)) }
    ).shape
    for value in [circle.momentCompactness, circle.elongation, circle.reachRatio] {
      #expect(abs(value.value - 1) < 1e-4)
    }
  }

  @Test func `the price of the star shape is the part of the gap above the star bound`() {
    let square = [XY(0, 0), XY(10, 0), XY(10, 10), XY(0, 10)]
    #expect(town(square, bound: 50, star: 44).starPrice == Ratio(6.0 / 40))
    #expect(town(square, bound: 50, star: 38).starPrice == Ratio(10.0 / 40))
    #expect(town(square, bound: 44, star: 44).starPrice == .zero)
    #expect(town(square, bound: 44, star: nil).starPrice == nil)
  }
}
