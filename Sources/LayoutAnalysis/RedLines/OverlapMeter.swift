internal import LandModel
internal import SpatialIndex

/// A feature and the area it has in common with the town, in the plane and on the ellipsoid, m².
struct Hit {
  let row: Int
  let area: Double
  let ellipsoidalArea: Double
}

/// Measures the land that one town after the other has in common with features; belongs to one task.
///
/// Ellipsoidal areas come from the same sums over edges as planar ones, in a stretched plane
/// (``EastStretch``), brought to the town's statutory area: parts of a town add up to it.
struct OverlapMeter {
  let towns: GeometryColumn
  private let ellipsoid: EllipsoidalAreaMeter
  private(set) var town = PolygonEdges()
  private var row = 0
  private var window = EdgeWindow()
  private var stretchedTown = PolygonEdges()
  private var stretch: EastStretch?
  private var knownStatutoryArea: Double?

  init(towns: GeometryColumn, ellipsoid: EllipsoidalAreaMeter) {
    self.towns = towns
    self.ellipsoid = ellipsoid
  }

  /// Takes the next town in hand.
  mutating func load(row: Int) {
    self.row = row
    stretch = nil
    knownStatutoryArea = nil
    town.load(row: row, of: towns)
  }

  /// The statutory area of the town in hand, square metres.
  var statutoryArea: Double {
    mutating get {
      if let knownStatutoryArea { return knownStatutoryArea }
      let area = ellipsoid.area(ofRow: row, of: towns, box: town.box).value
      knownStatutoryArea = area
      return area
    }
  }

  /// What a feature has in common with the town in hand; nil below an area in the plane.
  mutating func hit(_ feature: Int, of index: PolygonIndex, atLeast smallest: Double) -> Hit? {
    switch index.relation(of: feature, to: town.box) {
    case .apart: return nil
    case .inside:
      guard town.area >= smallest else { return nil }
      return Hit(row: feature, area: town.area, ellipsoidalArea: statutoryArea)
    case .crossed:
      let area = index.overlapArea(of: feature, with: &town, window: &window)
      guard area >= smallest else { return nil }
      return Hit(row: feature, area: area, ellipsoidalArea: statutoryAreaInWindow())
    }
  }

  /// The area that a feature has in common with a polygon of any column, in the plane.
  mutating func planarArea(
    of feature: Int, _ index: PolygonIndex, inCommonWith other: inout PolygonEdges
  ) -> Double {
    index.overlapArea(of: feature, with: &other, window: &window)
  }

  /// The statutory area of a part of the town in hand, edges straight on the grid.
  mutating func statutoryArea(of part: Geometry) -> Double {
    let (stretch, corner) = (stretchOfTown(), town.box.minX)
    let stretched = part.mapPositions { XY(stretch($0.x - corner), $0.y) }
    return PlanarMeasure.area(of: stretched).value * statutoryFactor
  }

  /// The statutory area of what the window last looked through shows, in the town.
  private mutating func statutoryAreaInWindow() -> Double {
    window.stretch(by: stretchOfTown())
    return window.area(inCommonWith: &stretchedTown) * statutoryFactor
  }

  /// The town's area by the published formula for that in the stretched plane: one to some millionths.
  private var statutoryFactor: Double {
    mutating get { stretchedTown.area > 0 ? statutoryArea / stretchedTown.area : 0 }
  }

  private mutating func stretchOfTown() -> EastStretch {
    if let stretch { return stretch }
    let made = EastStretch(over: town.box, ellipsoid)
    stretchedTown.load(town, stretchedBy: made)
    stretch = made
    return made
  }
}
