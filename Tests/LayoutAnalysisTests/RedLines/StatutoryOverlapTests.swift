import Foundation
import LandModel
import LayoutAnalysis
import TestSupport
import Testing
import Topology

/// Statutory areas of overlaps against GEOS in the equal-area plane and the published formula on pieces.
struct StatutoryOverlapTests {
  typealias S = RedLineSamples

  /// Lambert's cylindrical equal-area projection of CGCS2000 by the closed form of the authalic function
  /// (Snyder 1987, equation 3-12); the program uses the published series.
  private func equalArea(_ geometry: Geometry) -> Geometry {
    let (axis, flattening) = (6_378_137.0, 1 / 298.257_222_101)
    let square = flattening * (2 - flattening)
    let eccentricity = square.squareRoot()
    func authalic(_ latitude: Double) -> Double {
      let sine = sin(latitude)
      return (1 - square)
        * (sine / (1 - square * sine * sine) + atanh(eccentricity * sine) / eccentricity)
    }
    // From the samples' own latitude, so that few digits cancel.
    let zero = authalic(S.grid.geodetic(S.origin).y * .pi / 180)
    return geometry.mapPositions { position in
      let place = S.grid.geodetic(position)
      return XY(
        axis * (place.x - S.grid.centralMeridian) * .pi / 180,
        axis / 2 * (authalic(place.y * .pi / 180) - zero))
    }
  }

  /// How far the two definitions may differ for a piece of land in two polygons.
  ///
  /// A line that is nearly a geodesic bends against the parallels by tan φ / R: over an edge of length L its
  /// arc leaves the chord by L² tan φ / 8R, 9 mm for a kilometre in Chenzhou. The piece's boundary lies on such
  /// edges, so no part of it is farther from that of the other definition.
  private func bent(_ piece: Geometry, in polygons: [Geometry]) -> Double {
    var longest = 0.0
    for polygon in polygons {
      for ring in polygon.ringEnds.indices {
        for index in polygon.range(ofRing: ring).dropFirst() {
          longest = max(
            longest, polygon.positions[index - 1].distance(to: polygon.positions[index]))
        }
      }
    }
    let latitude = S.grid.geodetic(S.origin).y * .pi / 180
    return PlanarMeasure.length(of: piece).value * longest * longest * tan(latitude)
      / (8 * 6_371_000)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `statutory overlaps agree with both definitions as far as edges bend`(seed: UInt64) throws {
    var random = SeededGenerator(seed: 700 + seed)
    // Towns of 1 to 5 km² and red lines as in the sample city, edges of 50 to 800 m.
    func layer(_ key: String, _ count: Int, _ sizes: ClosedRange<Double>) -> CheckedLayer {
      S.layer(
        key,
        (0..<count).map { _ in
          S.star(
            &random, x: random.unit() * 6000, y: random.unit() * 6000,
            radius: Double.random(in: sizes, using: &random), corners: 12 + random.whole(0...40))
        })
    }
    let towns = layer("town", 30, 600...1300)
    let lines = layer("line", 12, 400...2500)
    let workspace = Workspace()
    let formula = EllipsoidalArea(grid: S.grid)
    var counted = 0
    for line in 0..<lines.count {
      let feature = lines.geometry.geometry(ofRow: line)
      let found = try RedLineCheck(parameters: areasAlone).result(
        towns: towns, constraints: [S.constraint(S.layer("line", [feature]))])
      for (row, result) in found.results.enumerated() where result.planarArea.value > 400 {
        counted += 1
        let town = towns.geometry.geometry(ofRow: row)
        let piece = try overlay(town, feature, workspace)
        let inPlane = PlanarMeasure.area(
          of: try overlay(equalArea(town), equalArea(feature), workspace)
        ).value
        let byFormula = formula.area(of: piece).value
        let bound = bent(piece, in: [town, feature])
        #expect(abs(inPlane - byFormula) <= bound + 1e-4)
        #expect(abs(result.ellipsoidalArea.value - inPlane) <= bound + 2e-4)
        #expect(abs(result.ellipsoidalArea.value - byFormula) <= bound + 2e-4)
      }
    }
    #expect(counted > 30)
  }

  private var areasAlone: RedLineParameters {
    var parameters = RedLineParameters()
    parameters.drawsPieces = false
    return parameters
  }

  private func overlay(
    _ left: Geometry, _ right: Geometry, _ workspace: Workspace
  ) throws -> Geometry {
    try Shape(left, in: workspace).intersection(with: try Shape(right, in: workspace)).polygons()
  }
}
