import LandModel

/// What the land gives for a town: its cells, the means of its factors and from them its score.
struct TownLookup {
  let cellCount: Int
  /// By factor, for each that the town states; without those that the plan does not have.
  let means: [String: ClosedRange<Double>]
  /// The score before rounding; nil where a factor lacks, or is not known to the last digit.
  let score: Double?
  /// Measured on the unrounded boundary.
  let ellipsoidalArea: SquareMetres

  init(_ town: StatedTown, sites: [Site], land: LandInput, parameters: DelimitationParameters) {
    ellipsoidalArea = EllipsoidalArea(grid: land.grid).area(of: town.boundary)
    // That a town has no site is told elsewhere.
    guard let site = sites.first(where: { $0.id == town.id }) else {
      (cellCount, means, score) = (0, [:], nil)
      return
    }
    let centres = TownCells(boundary: town.boundary, cellSize: parameters.cellSize).centres
    let measure = FactorMeasure(
      land: land, centres: centres,
      middle: TownCells.centre(nearest: site.seed, cellSize: parameters.cellSize),
      reach: Self.reach(of: site, parameters))
    var means: [String: ClosedRange<Double>] = [:]
    for stated in town.factors {
      let factor = parameters.factors.first { $0.name == stated.name }
      means[stated.name] = factor.flatMap(measure.mean(of:))
    }
    cellCount = centres.count
    self.means = means
    score = parameters.industries.first { $0.key == town.industry }.flatMap {
      Self.score(for: $0, means)
    }
  }

  /// Half the side of the box that all towns of a site are looked for in: the farthest that one may reach,
  /// and three cells more.
  private static func reach(of site: Site, _ parameters: DelimitationParameters) -> Metres {
    let areas = parameters.industries.filter { site.industries.contains($0.key) }.map { industry in
      let range = (industry.areas ?? parameters.areas).town
      let offered = parameters.sizes.filter { range.smallest <= $0 && $0 <= range.largest }
      let wanted = offered.max() ?? range.wanted
      return parameters.sizing == .wanted ? wanted.value : range.largest.value
    }
    let radius = ((areas.max() ?? 0) / .pi).squareRoot()
    return Metres(parameters.reach.value * radius) + 3 * parameters.cellSize
  }

  private static func score(
    for industry: Industry, _ means: [String: ClosedRange<Double>]
  ) -> Double? {
    let total = industry.weights.reduce(0) { $0 + $1.weight }
    var sum = 0.0
    for weight in industry.weights {
      guard let mean = means[weight.factor], mean.lowerBound == mean.upperBound else { return nil }
      sum += mean.lowerBound * (weight.weight / total)
    }
    return 100 * sum
  }
}
