import LandModel
import TestSupport

@testable import LayoutAnalysis

/// A layout question made of squares, for tests.
struct LayoutCase {
  var sites: [Site] = []
  var proposals: [TownProposal] = []
  var refusals: [DelimitationRefusal] = []
  var resources: [ResourcePoint] = []
  var counties: [County] = []
  var parameters = LayoutParameters(targetArea: SquareMetres(squareKilometres: 1))

  /// Adds a site and, for each industry with a score, a square town around it.
  ///
  /// - Parameter side: metres; a different square for each industry where several are given.
  mutating func add(
    _ id: String, at seed: XY, county: String = "c", scores: [(industry: String, score: Double)],
    side: Double = 1000, sides: [Double]? = nil
  ) {
    let site = sites.count
    sites.append(
      Site(
        id: FeatureID(id), name: "Town \(id)", county: FeatureID(county),
        countyName: "County \(county)", seed: seed, industries: scores.map(\.industry)))
    for (number, (industry, score)) in scores.enumerated() {
      proposals.append(
        Self.proposal(
          site: site, industry: industry, seed: seed, side: sides?[number] ?? side, score: score))
    }
  }

  mutating func addResource(_ id: String, at position: XY, category: String = "r", weight: Double) {
    resources.append(
      ResourcePoint(id: FeatureID(id), category: category, position: position, weight: weight))
  }

  var delimitation: DelimitationResult {
    DelimitationResult(sites: sites, proposals: proposals, refusals: refusals)
  }

  func result(by method: LayoutMethod = .bounded) throws(LayoutError) -> LayoutResult {
    try CityLayout(parameters: parameters, method: method).result(
      delimitation: delimitation, resources: resources, counties: counties)
  }

  func instance() throws(LayoutError) -> LayoutInstance {
    try LayoutInstance(
      parameters: parameters, delimitation: delimitation, resources: resources, counties: counties)
  }

  /// The chosen towns as `site.industry`.
  func names(of result: LayoutResult) -> [String] {
    result.chosen.map { "\(sites[proposals[$0].site].id.text).\(proposals[$0].industry)" }
  }

  private static func proposal(
    site: Int, industry: String, seed: XY, side: Double, score: Double
  ) -> TownProposal {
    let half = side / 2
    let boundary = Geometry.polygon(rings: [
      [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1), (-1, -1)].map {
        XY(seed.x + half * $0.0, seed.y + half * $0.1)
      }
    ])
    let area = SquareMetres(side * side)
    return TownProposal(
      site: site, industry: industry, boundary: boundary, planarArea: area, ellipsoidalArea: area,
      constructionBoundary: boundary, constructionArea: 0.25 * area, cellCount: 1, score: score,
      factors: [], compactness: Ratio(0.785), reach: Metres(half * 2.0.squareRoot()),
      objective: score,
      bound: score, gap: .zero, shortfall: nil)
  }
}
