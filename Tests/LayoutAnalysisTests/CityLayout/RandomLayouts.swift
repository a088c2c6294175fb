import LandModel

@testable import LayoutAnalysis

/// Seeded layout questions.
enum RandomLayouts {
  /// A few sites with all kinds of rules, small enough to try every plan.
  static func small(seed: UInt64) -> LayoutCase {
    var random = SeededGenerator(seed: seed)
    var question = LayoutCase()
    let industries = ["a", "b", "d"].prefix(whole(1...3, &random))
    let counties = ["east", "west"].prefix(whole(1...2, &random))
    for site in 0..<whole(1...5, &random) {
      let here = industries.filter { _ in whole(0...3, &random) > 0 }
      question.add(
        "s\(site)",
        at: XY(500 * Double(whole(0...16, &random)), 500 * Double(whole(0...16, &random))),
        county: counties[whole(0...(counties.count - 1), &random)],
        scores: here.map { ($0, Double(whole(0...100, &random))) },
        sides: here.map { _ in 100 * Double(whole(5...15, &random)) })
    }
    for number in 0..<whole(0...8, &random) {
      question.addResource(
        "r\(number)",
        at: XY(Double(whole(0...8000, &random)), Double(whole(0...8000, &random))),
        category: ["spring", "mine"][whole(0...1, &random)],
        weight: Double(whole(0...20, &random)) / 2)
    }
    question.parameters.spacing = Metres(Double([0, 0, 500, 1500, 3000][whole(0...4, &random)]))
    question.parameters.industrySpacing = Metres(Double([0, 1000, 4000][whole(0...2, &random)]))
    question.parameters.towns = quota(&random, 6)
    question.parameters.countyQuota = quota(&random, 3)
    if whole(0...2, &random) == 0 {
      question.parameters.countyQuotas["east"] =
        question.sites.contains { $0.county == "east" } ? quota(&random, 4) : nil
    }
    question.parameters.industryQuota = quota(&random, 3)
    if whole(0...2, &random) == 0 {
      // A multiple of the smallest step of an area, so that whole units lose nothing.
      question.parameters.landQuota = SquareMetres(hectares: Double(whole(50...600, &random)))
    }
    if whole(0...3, &random) == 0 {
      question.parameters.constructionQuota = SquareMetres(
        hectares: Double(whole(20...200, &random)))
    }
    if whole(0...3, &random) == 0, let site = question.sites.first {
      let lock = LockedSite(site: site.id, industry: site.industries.first)
      if whole(0...1, &random) == 0 {
        question.parameters.lockedIn = [lock]
      } else {
        question.parameters.lockedOut = [lock]
      }
    }
    question.parameters.coverageWeight = Double(whole(0...4, &random))
    question.parameters.coverage = [
      CoverageRule(
        category: "spring", weight: 2, rings: CoverageRing.linear(radius: Metres(4000), steps: 4)),
      CoverageRule(
        category: "mine", weight: 1, rings: [CoverageRing(radius: Metres(2500), share: Ratio(1))],
        industries: industries.first.flatMap { first in
          question.sites.contains { $0.industries.contains(first) } ? [first] : nil
        }),
    ]
    return question
  }

  /// Sites in clusters over a city, six industries, quotas, land and graded coverage.
  static func city(
    sites count: Int, width: Double, counties: Int, towns: Int, resources: Int, spacing: Double,
    seed: UInt64
  ) -> LayoutCase {
    var random = SeededGenerator(seed: seed)
    var question = LayoutCase()
    func anywhere() -> XY { XY(random.unit() * width, random.unit() * width) }
    let industries = ["tourism", "farming", "crafts", "health", "mining", "trade"]
    let clusters = (0..<max(4, count / 12)).map { _ in anywhere() }
    let centres = (0..<counties).map { _ in anywhere() }
    func place() -> XY {
      guard random.unit() < 0.5 else { return anywhere() }
      let cluster = clusters[whole(0...(clusters.count - 1), &random)]
      return XY(
        cluster.x + (random.unit() + random.unit() - 1) * 9000,
        cluster.y + (random.unit() + random.unit() - 1) * 9000)
    }
    for site in 0..<count {
      let seed = place()
      let county = centres.indices.min {
        centres[$0].distance(to: seed) < centres[$1].distance(to: seed)
      }
      let quality = 30 + 40 * random.unit()
      question.add(
        "s\(site)", at: seed, county: "c\(county ?? 0)",
        scores: industries.map { ($0, quality + 30 * random.unit()) },
        sides: industries.map { _ in 1500 + 500 * random.unit() })
    }
    for number in 0..<resources {
      question.addResource(
        "r\(number)", at: place(), category: industries[whole(0...5, &random)],
        weight: Double(whole(1...10, &random)))
    }
    question.parameters = LayoutParameters(
      towns: TownQuota(min: 0, max: towns), spacing: Metres(spacing),
      industrySpacing: Metres(2.5 * spacing), countyQuota: TownQuota(min: 1, max: towns / 3),
      industryQuota: TownQuota(min: 1, max: (towns + 3) / 4),
      landQuota: SquareMetres(squareKilometres: 2.9 * Double(towns)),
      coverageWeight: 150 * Double(towns) / Double(max(1, resources)) / 5.5,
      coverage: industries.map {
        CoverageRule(
          category: $0, weight: 1, rings: CoverageRing.linear(radius: Metres(8000), steps: 2),
          industries: [$0])
      })
    return question
  }

  private static func quota(_ random: inout SeededGenerator, _ most: Int) -> TownQuota {
    guard whole(0...1, &random) == 0 else { return .free }
    let max = whole(0...most, &random)
    return TownQuota(min: Swift.min(max, [0, 0, 1, 2][whole(0...3, &random)]), max: max)
  }

  private static func whole(_ range: ClosedRange<Int>, _ random: inout SeededGenerator) -> Int {
    range.lowerBound + Int(random.next() % UInt64(range.count))
  }
}
