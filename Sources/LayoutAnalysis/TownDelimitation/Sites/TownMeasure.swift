import Foundation
import LandModel

/// Sizes and prices of a kind of region in cells and millionths of a point.
///
/// The objective in points is 100·(Σ (sᵢ − p)·a/A* − w·(P/P° − 1)): the suitability sᵢ of the cells
/// less the price p of land, by area a, relative to the wanted area A*; less the compactness weight w
/// for each part of the perimeter P above P°, the shortest that the wanted area can have in cells. So
/// the weight means the same whatever the size of cells and towns, and a town as round as cells allow
/// pays nothing for its outline.
struct TownMeasure {
  /// Millionths of a point in a point.
  static let unitsPerPoint = 1e6
  /// Areas in the plane differ within a window by less than this share, far inside a zone (the square
  /// of the scale at 200 km from the central meridian changes by 2·10⁻⁵ over 2 km).
  private static let areaAllowance = 5e-5

  /// Cells at least, as wanted (to the nearest, so within half a cell), and at most.
  let smallest: Int
  let wanted: Int
  let largest: Int
  /// Millionths of a point for a cell of suitability 1.
  private let unitsPerCell: Double
  private let price: Double
  private let compactness: Double
  /// Millionths of a point for a side of the outline.
  let sidePrice: Int

  init(
    _ range: AreaRange, cellArea: SquareMetres, price: Double, parameters: DelimitationParameters
  ) {
    let cell = cellArea.value
    smallest = Int((range.smallest.value / cell * (1 + Self.areaAllowance)).rounded(.up))
    largest = max(smallest, Int((range.largest.value / cell * (1 - Self.areaAllowance))))
    wanted = min(max(smallest, Int((range.wanted.value / cell).rounded())), largest)
    self.price = price
    compactness = parameters.compactness.value
    unitsPerCell = 100 * Self.unitsPerPoint * cell / range.wanted.value
    let shortest = Double(RegionBound.shortestOutline(of: wanted))
    sidePrice = Int((100 * Self.unitsPerPoint * compactness / shortest).rounded())
  }

  /// Worth of a cell in millionths of a point.
  func value(ofSuitability suitability: Double) -> Int {
    Int((unitsPerCell * (suitability - price)).rounded())
  }

  /// Points of an objective or a bound in millionths: the shortest outline is free.
  func points(_ units: Int) -> Double { Double(units) / Self.unitsPerPoint + 100 * compactness }
}
