import LandModel

/// What the land gives for a town: its cells, the means of its factors and from them its score.
struct TownLookup: Sendable {
  let cellCount: Int
  /// By factor, for each that the town states; without those that the plan does not have.
  let means: [String: ClosedRange<Double>]
  /// Factors that the town states and the land gives no value for, ascending.
  let missing: [String]
  /// The score before rounding; nil where a factor lacks, or is not known to the last digit.
  let score: Double?
  /// Measured on the unrounded boundaries.
  let ellipsoidalArea: SquareMetres
  let constructionArea: SquareMetres

  init(_ town: StatedTown, sites: [Site], land: LandInput, parameters: DelimitationParameters) {
    self =
      Self.all(
        [town], at: sites.first { $0.id == town.id }, land: land, parameters: parameters)[0]
  }

  /// What the land gives for several boundaries of one site, whose cells are looked up once.
  ///
  /// - Parameter site: nil where the inputs have none, which is told elsewhere.
  static func all(
    _ towns: [StatedTown], at site: Site?, land: LandInput, parameters: DelimitationParameters
  ) -> [TownLookup] {
    let surface = EllipsoidalArea(grid: land.grid)
    let cells = towns.map { town in
      site == nil
        ? [] : TownCells(boundary: town.boundary, cellSize: parameters.cellSize).centres
    }
    var places: [XY: Int] = [:]
    var centres: [XY] = []
    for centre in cells.joined() where places[centre] == nil {
      places[centre] = centres.count
      centres.append(centre)
    }
    let seed = site?.seed ?? XY(0, 0)
    let measure = FactorMeasure(
      land: land, centres: centres,
      middle: TownCells.centre(nearest: seed, cellSize: parameters.cellSize),
      reach: site.map { Self.reach(of: $0, parameters) } ?? .zero)
    var values: [String: FactorMeasure.Values] = [:]
    for name in Set(towns.flatMap { $0.factors.map(\.name) }).sorted() {
      let factor = parameters.factors.first { $0.name == name }
      values[name] = factor.flatMap(measure.values(of:))
    }
    return zip(towns, cells).map { town, cells in
      let rows = cells.compactMap { places[$0] }
      let means = Dictionary(
        uniqueKeysWithValues: Set(town.factors.map(\.name)).compactMap { name in
          values[name]?.mean(of: rows).map { (name, $0) }
        })
      return TownLookup(
        cellCount: cells.count, means: means,
        missing: Set(town.factors.map(\.name)).filter { means[$0] == nil }.sorted(),
        score: parameters.industries.first { $0.key == town.industry }.flatMap {
          score(for: $0, means)
        },
        ellipsoidalArea: surface.area(of: town.boundary),
        constructionArea: surface.area(of: town.construction))
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

  private init(
    cellCount: Int, means: [String: ClosedRange<Double>], missing: [String], score: Double?,
    ellipsoidalArea: SquareMetres, constructionArea: SquareMetres
  ) {
    self.cellCount = cellCount
    self.means = means
    self.missing = missing
    self.score = score
    self.ellipsoidalArea = ellipsoidalArea
    self.constructionArea = constructionArea
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
