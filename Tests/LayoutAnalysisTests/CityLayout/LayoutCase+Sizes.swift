import LandModel

@testable import LayoutAnalysis

extension LayoutCase {
  /// Adds a site with square towns of several sizes, each size a class of its own area.
  mutating func add(
    _ id: String, at seed: XY, county: String = "c",
    towns: [(industry: String, score: Double, side: Double)]
  ) {
    let first = proposals.count
    add(
      id, at: seed, county: county, scores: towns.map { ($0.industry, $0.score) },
      sides: towns.map(\.side))
    for row in first..<proposals.count {
      proposals[row] = proposals[row].with(sizeClass: proposals[row].ellipsoidalArea)
    }
  }

  /// The chosen towns as `site.industry.side`.
  func sizedNames(of result: LayoutResult) -> [String] {
    result.chosen.map {
      let town = proposals[$0]
      let side = Int(town.ellipsoidalArea.value.squareRoot().rounded())
      return "\(sites[town.site].id.text).\(town.industry).\(side)"
    }
  }
}

extension TownProposal {
  /// The same proposal as of a size class.
  func with(sizeClass: SquareMetres?) -> TownProposal {
    TownProposal(
      site: site, industry: industry, boundary: boundary, planarArea: planarArea,
      ellipsoidalArea: ellipsoidalArea, constructionBoundary: constructionBoundary,
      constructionArea: constructionArea, cellCount: cellCount, score: score, factors: factors,
      compactness: compactness, reach: reach, objective: objective, bound: bound, gap: gap,
      shortfall: shortfall, sizeClass: sizeClass)
  }
}

extension RandomLayouts {
  /// A question of ``small(seed:)`` whose towns come in up to three sizes, with locks of a size.
  static func sized(seed: UInt64) -> LayoutCase {
    let plain = small(seed: seed)
    var random = SeededGenerator(seed: seed &* 7919)
    var question = plain
    question.sites = []
    question.proposals = []
    for (row, site) in plain.sites.enumerated() {
      var towns: [(industry: String, score: Double, side: Double)] = []
      for town in plain.proposals where town.site == row {
        let side = town.ellipsoidalArea.value.squareRoot().rounded()
        for step in 0..<(1 + Int(random.next() % 3)) {
          let score = (town.score - Double(step) * 20 * random.unit()).rounded()
          towns.append((town.industry, max(0, score), side + 300 * Double(step)))
        }
      }
      // Two industries' towns of every size make enough plans.
      question.add(
        site.id.text, at: site.seed, county: site.county.text, towns: Array(towns.prefix(6)))
    }
    if random.next() % 3 == 0, let town = question.proposals.randomElement(using: &random) {
      let lock = LockedSite(
        site: question.sites[town.site].id, industry: town.industry, size: town.sizeClass)
      question.parameters.lockedIn = random.next() % 2 == 0 ? [lock] : []
      question.parameters.lockedOut = question.parameters.lockedIn.isEmpty ? [lock] : []
    }
    return question
  }
}

extension RandomLayouts {
  /// A question of ``small(seed:)`` with towns of 1, 2 and 3 km², each class up to 0.4 % off, and a land quota.
  static func classed(seed: UInt64) -> LayoutCase {
    let plain = small(seed: seed)
    var random = SeededGenerator(seed: seed &* 104_729)
    var question = plain
    question.sites = []
    question.proposals = []
    for (row, site) in plain.sites.enumerated() {
      var offered: [(town: TownProposal, size: Double)] = []
      for town in plain.proposals.filter({ $0.site == row }).prefix(2) {
        for size in [1.0, 2, 3] where random.unit() < 0.8 { offered.append((town, size)) }
      }
      question.add(
        site.id.text, at: site.seed, county: site.county.text,
        scores: offered.map { ($0.town.industry, ($0.town.score * (1 - 0.1 * $0.size)).rounded()) },
        sides: offered.map { ($0.size * 1e6 * (0.996 + 0.008 * random.unit())).squareRoot() })
      let first = question.proposals.count - offered.count
      for (place, choice) in offered.enumerated() {
        question.proposals[first + place] = question.proposals[first + place]
          .with(sizeClass: SquareMetres(squareKilometres: choice.size))
      }
    }
    question.parameters.landQuota = SquareMetres(hectares: Double(80 + Int(random.next() % 900)))
    return question
  }

  /// Sites far apart with towns of 2, 3 and 4 km², 0.2 % more or less, of which the larger bring less for their land.
  static func spread(sites: Int, seed: UInt64) -> LayoutCase {
    var random = SeededGenerator(seed: seed)
    var question = LayoutCase()
    for site in 0..<sites {
      let (quality, fall) = (60 + 30 * random.unit(), 4 + 8 * random.unit())
      question.add(
        "s\(site)", at: XY(9000 * Double(site), 0),
        scores: [2.0, 3, 4].map { ("x", quality - fall * $0) },
        sides: [2.0, 3, 4].map { ($0 * 1e6 * (0.998 + 0.004 * random.unit())).squareRoot() })
      for (row, size) in zip(question.proposals.count - 3..<question.proposals.count, [2.0, 3, 4]) {
        question.proposals[row] = question.proposals[row]
          .with(sizeClass: SquareMetres(squareKilometres: size))
      }
    }
    return question
  }
}
