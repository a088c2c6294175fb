package import LandModel

/// A factor of a town's suitability as the files of a run state it.
package struct StatedFactor: Sendable, Hashable {
  package let name: String
  /// Mean over the town, 0…1.
  package let value: Ratio
  /// Points it adds to the score.
  package let points: Double

  package init(name: String, value: Ratio, points: Double) {
    self.name = name
    self.value = value
    self.points = points
  }
}

/// A town as the files of a run state it, on the working grid.
package struct StatedTown: Sendable, Hashable {
  package let id: FeatureID
  package let county: FeatureID
  package let industry: String
  /// As published for maps: each position rounded to seven decimals of a degree.
  package let publishedBoundary: Geometry
  /// As drawn, unrounded.
  package let boundary: Geometry
  /// The building land inside, unrounded.
  package let construction: Geometry
  package let ellipsoidalArea: SquareMetres
  package let constructionArea: SquareMetres
  /// Mean suitability, 0…100 points.
  package let score: Double
  /// Those that the town states a value for.
  package let factors: [StatedFactor]
  /// The size class; nil where none is stated.
  package let sizeClass: SquareMetres?

  package init(
    id: FeatureID, county: FeatureID, industry: String, publishedBoundary: Geometry,
    boundary: Geometry, construction: Geometry, ellipsoidalArea: SquareMetres,
    constructionArea: SquareMetres, score: Double, factors: [StatedFactor],
    sizeClass: SquareMetres? = nil
  ) {
    self.id = id
    self.county = county
    self.industry = industry
    self.publishedBoundary = publishedBoundary
    self.boundary = boundary
    self.construction = construction
    self.ellipsoidalArea = ellipsoidalArea
    self.constructionArea = constructionArea
    self.score = score
    self.factors = factors
    self.sizeClass = sizeClass
  }

  /// Whether the stated class is a size of the plan, which the files round.
  func isOfClass(_ size: SquareMetres) -> Bool {
    sizeClass.map { abs(($0 - size).value) <= StatedRounding.area.value } ?? false
  }
}
