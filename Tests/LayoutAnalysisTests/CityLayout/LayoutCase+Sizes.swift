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
