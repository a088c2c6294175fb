import Foundation
import LandModel
import LayoutAnalysis

/// A layout question with six industries, the same for a seed wherever sine and cosine are the same.
///
/// Made after the instances that other solvers were measured on: half of the sites lie round clusters, seven
/// tenths of the resources round others; suitability is a smooth field for each industry with the quality of
/// the site and noise, and industries below 35 points are left out; a resource serves one or two industries;
/// counties and industries have minima and maxima, and the land quota leaves less than the mid size for each
/// town. Boundaries are stars of 24 corners, a different one for each site and industry, larger for each size.
struct SeededLayout {
  let sites: Int
  let towns: Int
  let resources: Int
  let width: Double
  let height: Double
  let counties: Int
  let clusters: Int
  /// Between the seeds of two towns, and of two towns of one industry; boundaries keep 1.4 km less.
  let spacing: Double
  let industrySpacing: Double
  /// Within which a resource is reached.
  let reach: Double
  /// How many sizes a site offers at most: of 1, 2, … km², or one of 2 km².
  var sizes = 1
  /// Whether every site offers all of its sizes, not the smaller ones of a number drawn for it.
  var offersAllSizes = false
  /// The part of the resources that towns of every industry reach, so that two towns may share them: without
  /// any, the spacing within an industry leaves no resource to two towns of a city or province.
  var shared = 0.0

  private static let industries = ["tourism", "farming", "crafts", "health", "mining", "trade"]
  /// What a town of 1, 2, … km² brings beside one of 2 km².
  private static let gains = [0.75, 1, 1.15, 1.25, 1.32, 1.37, 1.41, 1.44]

  private var areas: [Double] { sizes == 1 ? [2] : (1...sizes).map(Double.init) }

  func question(seed: UInt64) -> (DelimitationResult, [ResourcePoint], LayoutParameters) {
    var random = SeededGenerator(seed: seed)
    let centres = (0..<clusters).map { _ in anywhere(&random) }
    let seeds = (0..<sites).map { number in
      number < sites / 2 ? anywhere(&random) : near(centres, 4000, &random)
    }
    let seats = (0..<counties).map { _ in anywhere(&random) }
    let county = seeds.map { seed in
      seats.indices.min { seats[$0].distance(to: seed) < seats[$1].distance(to: seed) } ?? 0
    }
    let fields = Self.industries.map { _ in SmoothField(&random) }
    var places: [Site] = []
    var proposals: [TownProposal] = []
    for (number, seed) in seeds.enumerated() {
      places.append(
        Site(
          id: FeatureID("s\(number)"), name: "s\(number)", county: FeatureID("c\(county[number])"),
          countyName: "c\(county[number])", seed: seed, industries: Self.industries))
      let quality = 8 * random.normal()
      let drawn = Int(random.unit() * Double(areas.count)) + 1
      let largest = offersAllSizes ? areas.count : drawn
      for (industry, field) in zip(Self.industries, fields) {
        let points = 50 + 12 * field.value(at: seed) + quality + 6 * random.normal()
        let suitability = (min(max(points, 0), 100) * 10).rounded() / 10
        let star = Star(&random)
        guard suitability >= 35 else { continue }
        for area in areas.prefix(largest) {
          proposals.append(
            proposal(
              number, industry, star.boundary(round: seed, area: area * 1e6), area, suitability))
        }
      }
    }
    let points = resources(&random)
    return (
      DelimitationResult(sites: places, proposals: proposals, refusals: []), points,
      parameters(county: county, resources: points)
    )
  }

  private func resources(_ random: inout SeededGenerator) -> [ResourcePoint] {
    let centres = (0..<(2 * clusters)).map { _ in anywhere(&random) }
    let kinds = centres.map { _ in Int(random.unit() * 6) }
    var points: [ResourcePoint] = []
    for number in 0..<resources {
      let isAlone = random.unit() < 0.3
      let cluster = Int(random.unit() * Double(centres.count))
      let position = isAlone ? anywhere(&random) : near([centres[cluster]], 5000, &random)
      let kind = isAlone ? Int(random.unit() * 6) : kinds[cluster]
      let weight = 1 + (10 * random.unit()).rounded(.down)
      let isShared = random.unit() < shared
      func add(_ kind: Int, _ weight: Double) {
        points.append(
          ResourcePoint(
            id: FeatureID("r\(points.count)"),
            category: isShared ? "people" : Self.industries[kind],
            position: position, weight: weight))
      }
      add(kind, weight)
      let other = (kind + 1 + Int(random.unit() * 5)) % 6
      if number.isMultiple(of: 2) { add(other, 0.5 * weight) }
    }
    return points
  }

  private func parameters(county: [Int], resources: [ResourcePoint]) -> LayoutParameters {
    let weight = resources.reduce(0) { $0 + $1.weight }
    var quotas: [FeatureID: TownQuota] = [:]
    for number in 0..<counties {
      let share = Double(county.count { $0 == number }) / Double(sites)
      let most = max(1, Int((1.5 * Double(towns) * share).rounded(.up)))
      let isLarge = towns >= counties && share * Double(counties) > 0.7
      if share > 0 {
        quotas[FeatureID("c\(number)")] = TownQuota(min: isLarge ? 1 : 0, max: most)
      }
    }
    return LayoutParameters(
      towns: TownQuota(max: towns), spacing: Metres(spacing - 1400),
      industrySpacing: Metres(industrySpacing - 1400), countyQuotas: quotas,
      industryQuota: TownQuota(
        min: max(1, towns / 12), max: Int((1.6 * Double(towns) / 6).rounded(.up))),
      landQuota: SquareMetres(squareKilometres: (19 * Double(towns)).rounded() / 10),
      targetArea: SquareMetres(squareKilometres: 1),
      // A quarter of all resources is worth as much as all towns at 50 points.
      coverageWeight: 50 * Double(towns) / (0.25 * weight),
      coverage: Self.industries.map {
        CoverageRule(
          category: $0, weight: 1, rings: [CoverageRing(radius: Metres(reach), share: Ratio(1))],
          industries: [$0])
      } + [
        CoverageRule(
          category: "people", weight: 1, rings: CoverageRing.linear(radius: Metres(reach), steps: 2)
        )
      ])
  }

  private func anywhere(_ random: inout SeededGenerator) -> XY {
    XY(random.unit() * width, random.unit() * height)
  }

  private func near(
    _ centres: [XY], _ deviation: Double, _ random: inout SeededGenerator
  ) -> XY {
    let centre = centres[Int(random.unit() * Double(centres.count))]
    return XY(
      min(max(centre.x + deviation * random.normal(), 0), width),
      min(max(centre.y + deviation * random.normal(), 0), height))
  }

  private func proposal(
    _ site: Int, _ industry: String, _ boundary: Geometry, _ squareKilometres: Double,
    _ suitability: Double
  ) -> TownProposal {
    let gain = sizes == 1 ? 1 : Self.gains[Int(squareKilometres) - 1]
    let area = SquareMetres(squareKilometres: squareKilometres)
    return TownProposal(
      site: site, industry: industry, boundary: boundary, planarArea: area, ellipsoidalArea: area,
      constructionBoundary: boundary, constructionArea: 0.25 * area, cellCount: 1,
      // The layout multiplies by the area.
      score: suitability * gain / squareKilometres, factors: [], compactness: Ratio(0.7),
      reach: Metres(1000), objective: suitability, bound: suitability, gap: .zero, shortfall: nil,
      sizeClass: sizes == 1 ? nil : area)
  }
}

/// A field over the plane of about mean 0 and deviation 1: six waves of any direction.
private struct SmoothField {
  private let waves: [(frequency: Double, phase: Double, angle: Double)]

  init(_ random: inout SeededGenerator) {
    waves = (0..<6).map { _ in
      (
        (0.5 + 2.5 * random.unit()) * 2 * .pi / 60_000, 2 * .pi * random.unit(),
        2 * .pi * random.unit()
      )
    }
  }

  func value(at position: XY) -> Double {
    let sum = waves.reduce(0) {
      $0 + sin($1.frequency * (position.x * cos($1.angle) + position.y * sin($1.angle)) + $1.phase)
    }
    return sum / 3.0.squareRoot()
  }
}

/// A star of 24 corners.
private struct Star {
  private static let corners = 24
  private let radii: [Double]

  init(_ random: inout SeededGenerator) {
    radii = (0..<Self.corners).map { _ in 0.85 + 0.3 * random.unit() }
  }

  /// The star of an area in square metres.
  func boundary(round centre: XY, area: Double) -> Geometry {
    let sine = sin(2 * .pi / Double(Self.corners))
    let unit = radii.indices.reduce(0) {
      $0 + 0.5 * sine * radii[$1] * radii[($1 + 1) % Self.corners]
    }
    let scale = (area / unit).squareRoot()
    var ring = radii.enumerated().map { corner, radius in
      let angle = 2 * .pi * Double(corner) / Double(Self.corners)
      return XY(centre.x + scale * radius * cos(angle), centre.y + scale * radius * sin(angle))
    }
    ring.append(ring[0])
    return Geometry.polygon(rings: [ring])
  }
}

extension SeededGenerator {
  /// About normal, of mean 0 and deviation 1: the sum of twelve uniform numbers.
  fileprivate mutating func normal() -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + unit() }
  }
}
