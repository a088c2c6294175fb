import LandModel
import LayoutAnalysis

/// A maximal covering question (Church and ReVelle 1974) as a plan: p towns, most weight within a radius.
///
/// Sites are squares of half a metre with one industry of no suitability; half of sites and points lie round
/// clusters. It is all that tools without spacing, quotas and land can be asked.
struct SeededCovering {
  let sites: Int
  var towns: Int { sites / 25 }
  var points: Int { 10 * sites }
  /// Metres.
  let radius = 5000.0
  private var width: Double { 5000 * Double(sites).squareRoot() }

  func places(seed: UInt64) -> (sites: [XY], points: [(position: XY, weight: Double)]) {
    var random = SeededGenerator(seed: seed)
    let clusters = (0..<max(4, sites / 12)).map { _ in anywhere(&random) }
    let seeds = (0..<sites).map { _ in place(&random, clusters) }
    let demand = (0..<points).map { _ in
      (position: place(&random, clusters), weight: 1 + (99 * random.unit()).rounded())
    }
    return (seeds, demand)
  }

  func question(seed: UInt64) -> (DelimitationResult, [ResourcePoint], LayoutParameters) {
    let (seeds, demand) = places(seed: seed)
    let parameters = LayoutParameters(
      towns: TownQuota(max: towns), suitabilityWeight: 0,
      coverage: [
        CoverageRule(
          category: "demand", weight: 1,
          rings: [CoverageRing(radius: Metres(radius), share: Ratio(1))])
      ])
    let resources = demand.enumerated().map { number, point in
      ResourcePoint(
        id: FeatureID("r\(number)"), category: "demand", position: point.position,
        weight: point.weight)
    }
    return (CoveringSites.delimitation(seeds), resources, parameters)
  }

  private func anywhere(_ random: inout SeededGenerator) -> XY {
    XY(random.unit() * width, random.unit() * width)
  }

  private func place(_ random: inout SeededGenerator, _ clusters: [XY]) -> XY {
    guard random.unit() < 0.5 else { return anywhere(&random) }
    let cluster = clusters[Int(random.unit() * Double(clusters.count))]
    return XY(
      cluster.x + (random.unit() + random.unit() - 1) * 9000,
      cluster.y + (random.unit() + random.unit() - 1) * 9000)
  }
}

/// Positions as sites whose town is a point for all purposes: squares of half a metre.
enum CoveringSites {
  static func delimitation(_ seeds: [XY]) -> DelimitationResult {
    let county = FeatureID("all")
    let sites = seeds.enumerated().map { number, seed in
      Site(
        id: FeatureID("s\(number)"), name: "s\(number)", county: county, countyName: "all",
        seed: seed, industries: ["any"])
    }
    let proposals = seeds.enumerated().map { number, seed in
      let boundary = Geometry.polygon(rings: [
        [(-0.25, -0.25), (0.25, -0.25), (0.25, 0.25), (-0.25, 0.25), (-0.25, -0.25)].map {
          XY(seed.x + $0, seed.y + $1)
        }
      ])
      let area = SquareMetres(0.25)
      return TownProposal(
        site: number, industry: "any", boundary: boundary, planarArea: area,
        ellipsoidalArea: area, constructionBoundary: boundary, constructionArea: area,
        cellCount: 1, score: 0, factors: [], compactness: Ratio(.pi / 4), reach: Metres(0.36),
        objective: 0, bound: 0, gap: .zero, shortfall: nil)
    }
    return DelimitationResult(sites: sites, proposals: proposals, refusals: [])
  }
}
