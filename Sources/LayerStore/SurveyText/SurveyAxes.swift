import LandModel

/// Which ordinate of a survey text is which, and their unit, told by the magnitudes of all points.
///
/// The standard is northing before easting; several writers put the easting first (domain facts §3.4).
/// In China a northing lies between 0.3 and 6 million metres; an easting below 1 million, or above 13
/// million with its zone before it; longitudes and latitudes do not overlap.
struct SurveyAxes: Equatable {
  enum Unit: Equatable {
    case metres
    /// Decimal degrees, or degrees, minutes and seconds packed as `ddd.mmssss`.
    case degrees(isPacked: Bool)
  }

  let isEastingFirst: Bool
  let unit: Unit
  /// Whether no magnitude told the order, so that the standard's was taken.
  let isAmbiguous: Bool

  /// - Parameters:
  ///   - points: all points of the file.
  ///   - unit: the header's 计量单位, or nil.
  init(_ text: SurveyText) {
    var (gridStandard, gridSwapped, degreesStandard, degreesSwapped) = (0, 0, 0, 0)
    for point in text.points {
      let (a, b) = (point.first, point.second)
      if Self.isNorthing(a) && Self.isEasting(b) { gridStandard += 1 }
      if Self.isEasting(a) && Self.isNorthing(b) { gridSwapped += 1 }
      if Self.isLatitude(a) && Self.isLongitude(b) { degreesStandard += 1 }
      if Self.isLongitude(a) && Self.isLatitude(b) { degreesSwapped += 1 }
    }
    let (grid, degrees) = (gridStandard + gridSwapped, degreesStandard + degreesSwapped)
    let declared = text.value(SurveyField.unit) ?? ""
    // Points that are possible degrees are no possible metres of China, so that one vote decides.
    let isDegrees = degrees > grid || grid == 0 && declared.contains("度")
    let (standard, swapped) =
      isDegrees ? (degreesStandard, degreesSwapped) : (gridStandard, gridSwapped)
    isEastingFirst = swapped > standard
    isAmbiguous = swapped == standard && !text.points.isEmpty
    unit = isDegrees ? .degrees(isPacked: Self.isPacked(text, declared: declared)) : .metres
  }

  /// A point with its easting or longitude first, in metres or decimal degrees.
  func position(_ point: SurveyText.Point) -> XY {
    let (x, y) = isEastingFirst ? (point.first, point.second) : (point.second, point.first)
    guard unit == .degrees(isPacked: true) else { return XY(x, y) }
    return XY(Self.unpacked(x), Self.unpacked(y))
  }

  private static func isNorthing(_ value: Double) -> Bool { (1e6..<7e6).contains(value) }
  private static func isEasting(_ value: Double) -> Bool {
    (1e5..<1e6).contains(value) || (1.3e7..<4.6e7).contains(value)
  }
  private static func isLongitude(_ value: Double) -> Bool { (70..<140).contains(value) }
  private static func isLatitude(_ value: Double) -> Bool { (3..<55).contains(value) }

  /// Whether degrees are packed `ddd.mmssss`, as the boundary texts of geological parks are.
  ///
  /// Random decimals have minutes and seconds below 60 in 36 of 100 cases; eight ordinates of four points
  /// or more all do by chance once in 3500 files.
  private static func isPacked(_ text: SurveyText, declared: String) -> Bool {
    if declared.contains("秒") { return true }
    guard text.points.count >= 4, text.pointsWithFourDecimals == text.points.count else {
      return false
    }
    return text.points.allSatisfy { point in
      [point.first, point.second].allSatisfy { value in
        let (_, minutes, seconds) = parts(value)
        return minutes < 60 && seconds < 60
      }
    }
  }

  private static func unpacked(_ value: Double) -> Double {
    let (degrees, minutes, seconds) = parts(abs(value))
    let magnitude = degrees + minutes / 60 + seconds / 3600
    return value < 0 ? -magnitude : magnitude
  }

  /// Degrees, minutes and seconds of `ddd.mmssss`; a hundred-millionth of a second is rounding.
  private static func parts(_ value: Double) -> (Double, Double, Double) {
    let total = (abs(value) * 1e12).rounded() / 1e8
    let degrees = (total / 1e4).rounded(.down)
    let rest = total - degrees * 1e4
    let minutes = (rest / 100).rounded(.down)
    return (degrees, minutes, rest - minutes * 100)
  }
}
