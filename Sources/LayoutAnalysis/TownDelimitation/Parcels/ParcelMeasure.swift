import LandModel

/// Sizes and prices of a kind of region of parcels in whole numbers.
///
/// The objective in points is that of cells (``TownMeasure``), with the perimeter measured along the
/// parcels' borders and P° the circumference of the circle of the wanted area.
struct ParcelMeasure {
  /// Parts of a point: fine enough for a price of 0.01 m².
  static let unitsPerPoint = 1e10
  /// Units of area in a square metre.
  static let areaUnits = 100.0

  /// The area's limits for this question, 0.01 m².
  let size: ClosedRange<Int>
  /// Price of a metre of border.
  let metrePrice: Double
  private let unitsPerSquareMetre: Double
  private let price: Double
  private let compactness: Double

  /// - Parameter isFree: whether any area within the range's limits will do; otherwise one near the
  ///   wanted.
  init(
    _ range: AreaRange, units: ParcelUnits, price: Double, compactness: Double, isFree: Bool
  ) {
    let tolerance = isFree ? 1 : units.areaTolerance.value
    let least = max(range.smallest.value, isFree ? 0 : range.wanted.value * (1 - tolerance))
    let most = min(range.largest.value, isFree ? .infinity : range.wanted.value * (1 + tolerance))
    let low = Int((least * Self.areaUnits).rounded(.up))
    size = low...max(low, Int(most * Self.areaUnits))
    self.price = price
    self.compactness = compactness
    unitsPerSquareMetre = 100 * Self.unitsPerPoint / range.wanted.value
    metrePrice =
      100 * Self.unitsPerPoint * compactness / (2 * (Double.pi * range.wanted.value).squareRoot())
  }

  /// Worth of land of a mean suitability.
  func value(ofArea area: Double, suitability: Double) -> Int {
    Int((unitsPerSquareMetre * area * (suitability - price)).rounded())
  }

  static func units(ofArea area: Double) -> Int { Int((area * areaUnits).rounded()) }

  /// Points of an objective or a bound: the shortest outline is free.
  func points(_ units: Int) -> Double { Double(units) / Self.unitsPerPoint + 100 * compactness }
}
