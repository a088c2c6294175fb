package import LandModel

/// Limits of an area and the size wanted within them, on the ellipsoid.
package struct AreaRange: Sendable, Hashable {
  package var smallest: SquareMetres
  package var wanted: SquareMetres
  package var largest: SquareMetres

  package init(smallest: SquareMetres, wanted: SquareMetres, largest: SquareMetres) {
    self.smallest = smallest
    self.wanted = wanted
    self.largest = largest
  }
}

/// How large towns are, and the land inside that may be built on.
package struct TownAreas: Sendable, Hashable {
  package var town: AreaRange
  package var construction: AreaRange

  package init(town: AreaRange, construction: AreaRange) {
    self.town = town
    self.construction = construction
  }

  /// The 2021 guideline: town 1–5 km², about 3; construction land from 0.5 km² (domain facts §1.2),
  /// about 1 km² (2017 rule, §1.1), which is the upper end here as well.
  package static let national2021 = TownAreas(
    town: AreaRange(
      smallest: SquareMetres(squareKilometres: 1), wanted: SquareMetres(squareKilometres: 3),
      largest: SquareMetres(squareKilometres: 5)),
    construction: AreaRange(
      smallest: SquareMetres(squareKilometres: 0.5), wanted: SquareMetres(squareKilometres: 1),
      largest: SquareMetres(squareKilometres: 1)))
}

/// How the size of a town is found.
package enum TownSizing: Sendable, Hashable {
  /// The wanted area, or the most that can be had below it.
  case wanted
  /// Between the smallest and the largest area, as long as one more hectare pays: its suitability must
  /// exceed the price, a ratio of 0…1, and what it adds to the perimeter.
  case paying(price: Ratio)
}

/// How the boundary of a town made of cells is drawn.
package enum BoundaryLine: String, Sendable, Hashable, CaseIterable {
  /// A line through the middles of the cells' sides, with the area of the cells.
  case smooth
  /// The cells' own sides.
  case cells
}

/// What delimitation must keep to, and what it is to make greatest.
package struct DelimitationParameters: Sendable, Equatable {
  /// Distance between opposite sides of a hexagon cell; 100 m (a cell of 0.87 ha).
  package var cellSize: Metres
  package var areas: TownAreas
  package var sizing: TownSizing
  /// Areas on the ellipsoid of which a town is drawn for each, ascending; empty for one town of the
  /// wanted area at each site.
  ///
  /// A class is drawn as a plan with that wanted area would draw it. An industry has the classes within
  /// its own limits.
  package var sizes: [SquareMetres]
  /// The weight w of the perimeter in the objective, without a unit.
  ///
  /// It is the mean suitability (0…1) given up for a perimeter shorter by the shortest that the wanted
  /// area can have in cells; 0.2 is a heuristic, no official value.
  package var compactness: Ratio
  /// How far a town may reach from its seed, in radii of the circle of the wanted area; 1.75, which
  /// for 3 km² is 1.7 km.
  package var reach: Ratio
  /// How far the nearest free cell may lie from the seed; 500 m, a heuristic, no official value.
  package var seedTolerance: Metres
  /// Whether a town must stay in its site's county.
  package var staysInCounty: Bool
  /// How the boundary is drawn; the smooth line gives way to the cells' where land leaves it no room.
  package var boundary: BoundaryLine
  /// What towns are made of instead of cells: parcels, whose borders are then the boundary.
  package var parcels: ParcelUnits?
  /// Keys of layers that a smooth boundary runs along where it can: lines, or edges of polygons; each once.
  package var follow: [String]
  /// Nodes of the solver's search in each round of proving the bound of a town of the plan; 0 for none.
  package var proofNodes: Int
  /// Land steeper than this is closed for building, degrees; nil for no limit.
  ///
  /// Above 25° is unsuitable for towns (domain facts §2.3).
  package var steepestBuildingDegrees: Double?
  package var factors: [SuitabilityFactor]
  /// In plan order; keys are unique.
  package var industries: [Industry]

  package init(
    cellSize: Metres = Metres(100), areas: TownAreas = .national2021, sizing: TownSizing = .wanted,
    compactness: Ratio = Ratio(0.2), reach: Ratio = Ratio(1.75),
    seedTolerance: Metres = Metres(500), staysInCounty: Bool = true,
    boundary: BoundaryLine = .smooth, parcels: ParcelUnits? = nil,
    follow: [String] = [], proofNodes: Int = 0,
    steepestBuildingDegrees: Double? = 25, factors: [SuitabilityFactor], industries: [Industry],
    sizes: [SquareMetres] = []
  ) {
    self.cellSize = cellSize
    self.areas = areas
    self.sizing = sizing
    self.sizes = sizes
    self.compactness = compactness
    self.reach = reach
    self.seedTolerance = seedTolerance
    self.staysInCounty = staysInCounty
    self.boundary = boundary
    self.parcels = parcels
    self.follow = follow
    self.proofNodes = proofNodes
    self.steepestBuildingDegrees = steepestBuildingDegrees
    self.factors = factors
    self.industries = industries
  }
}
