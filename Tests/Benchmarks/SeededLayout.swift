import LandModel
import LayoutAnalysis

/// A layout question with six industries at each site, the same for a seed on every machine.
///
/// Half of the sites and resources lie round clusters. Towns are squares of 1.5 to 2 km, a different one
/// for each industry; every kind of rule holds, and a resource serves one industry in two rings.
struct SeededLayout {
  let sites: Int
  let towns: Int
  let resources: Int
  let width: Double
  let counties: Int

  private static let industries = ["tourism", "farming", "crafts", "health", "mining", "trade"]

  func question(seed: UInt64) -> (DelimitationResult, [ResourcePoint], LayoutParameters) {
    var random = SeededGenerator(seed: seed)
    let clusters = (0..<max(4, sites / 12)).map { _ in anywhere(&random) }
    let centres = (0..<counties).map { _ in anywhere(&random) }
    var places: [Site] = []
    var proposals: [TownProposal] = []
    for number in 0..<sites {
      let seed = place(&random, clusters)
      let county = centres.indices.min {
        centres[$0].distance(to: seed) < centres[$1].distance(to: seed)
      }
      places.append(
        Site(
          id: FeatureID("s\(number)"), name: "s\(number)", county: FeatureID("c\(county ?? 0)"),
          countyName: "c\(county ?? 0)", seed: seed, industries: Self.industries))
      let quality = 30 + 40 * random.unit()
      for industry in Self.industries {
        let score = quality + 30 * random.unit()
        proposals.append(
          proposal(number, industry, seed, side: 1500 + 500 * random.unit(), score: score))
      }
    }
    let points = (0..<resources).map { number in
      ResourcePoint(
        id: FeatureID("r\(number)"), category: Self.industries[number % 6],
        position: place(&random, clusters), weight: 1 + (9 * random.unit()).rounded())
    }
    return (
      DelimitationResult(sites: places, proposals: proposals, refusals: []), points, parameters
    )
  }

  private var parameters: LayoutParameters {
    LayoutParameters(
      towns: TownQuota(max: towns), spacing: Metres(kilometres: 5),
      industrySpacing: Metres(kilometres: 12.5), countyQuota: TownQuota(min: 1, max: towns / 3),
      industryQuota: TownQuota(min: 1, max: (towns + 3) / 4),
      landQuota: SquareMetres(squareKilometres: 2.9 * Double(towns)),
      // All resources together are worth half of what all towns can bring.
      coverageWeight: 27 * Double(towns) / Double(resources),
      coverage: Self.industries.map {
        CoverageRule(
          category: $0, weight: 1, rings: CoverageRing.linear(radius: Metres(8000), steps: 2),
          industries: [$0])
      })
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

  private func proposal(
    _ site: Int, _ industry: String, _ seed: XY, side: Double, score: Double
  ) -> TownProposal {
    let half = side / 2
    let boundary = Geometry.polygon(rings: [
      [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)].map {
        XY(seed.x + $0, seed.y + $1)
      }
    ])
    let area = SquareMetres(side * side)
    return TownProposal(
      site: site, industry: industry, boundary: boundary, planarArea: area, ellipsoidalArea: area,
      constructionBoundary: boundary, constructionArea: 0.25 * area, cellCount: 1, score: score,
      factors: [], compactness: Ratio(.pi / 4), reach: Metres(half * 2.0.squareRoot()),
      objective: score, bound: score, gap: .zero, shortfall: nil)
  }
}
