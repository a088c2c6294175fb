import LandModel

/// A way of reading a pair of ordinates by which it lies in the working area.
enum CoordinateReading: Sendable, Hashable {
  /// Degrees of longitude and latitude.
  case degrees(isSwapped: Bool)
  /// Metres on a grid of the EPSG register.
  case grid(epsg: Int, isSwapped: Bool)
  /// Metres on a grid without prefix, whose zone the area is too wide to tell.
  case gridOfUnknownZone(isSwapped: Bool)

  /// The 3° grids first, with prefix and without; then the 6° grids, of which some are the same.
  private static let grids: [(epsg: Int, grid: GaussKrugerGrid)] =
    ([4513...4533, 4534...4554, 4491...4501, 4502...4512] as [ClosedRange<Int>]).flatMap { codes in
      codes.compactMap { code in GaussKrugerGrid(epsg: code).map { (code, $0) } }
    }

  /// The likeliest reading of a raw position, the one it was read by left out; nil where none fits.
  ///
  /// Magnitudes decide (domain facts §3.1): eastings of neighbouring zones do not overlap within one
  /// city, northings never look like eastings, and a prefix shifts by millions.
  init?(of raw: XY, in area: BoundingBox, otherThan used: CRSIdentifier) {
    guard raw.isFinite else { return nil }
    let swapped = XY(raw.y, raw.x)
    let isUsedGeographic = GaussKrugerGrid(epsg: used.epsg ?? 0) == nil
    if area.contains(raw), !isUsedGeographic {
      self = .degrees(isSwapped: false)
    } else if area.contains(swapped) {
      self = .degrees(isSwapped: true)
    } else if let fit = Self.grid(of: raw, in: area, otherThan: used) {
      self = fit.map { .grid(epsg: $0, isSwapped: false) } ?? .gridOfUnknownZone(isSwapped: false)
    } else if let fit = Self.grid(of: swapped, in: area, otherThan: nil, preferring: used) {
      self = fit.map { .grid(epsg: $0, isSwapped: true) } ?? .gridOfUnknownZone(isSwapped: true)
    } else {
      return nil
    }
  }

  /// Farther from its central meridian no grid is used; prefixes lie 1 000 km apart.
  private static let widestEasting = 400_000.0

  /// The grid that a position fits, `.some(nil)` where it fits several zones; nil where it fits none.
  private static func grid(
    of position: XY, in area: BoundingBox, otherThan used: CRSIdentifier?,
    preferring preferred: CRSIdentifier? = nil
  ) -> Int?? {
    let fits = grids.filter { grid in
      CRSIdentifier(epsg: grid.epsg) != used
        && abs(position.x - grid.grid.falseEasting.value) < widestEasting
        && area.contains(grid.grid.geodetic(position))
    }
    if let fit = fits.first(where: { CRSIdentifier(epsg: $0.epsg) == preferred }) {
      return .some(fit.epsg)
    }
    guard let first = fits.first else { return nil }
    // The 6° grid of a meridian is the 3° one under another name.
    let isOne = fits.allSatisfy { $0.grid.centralMeridian == first.grid.centralMeridian }
    return .some(isOne ? first.epsg : nil)
  }

  /// Whether the second ordinate comes first.
  var isSwapped: Bool {
    switch self {
    case .degrees(let isSwapped), .grid(_, let isSwapped), .gridOfUnknownZone(let isSwapped):
      isSwapped
    }
  }

  /// The reading in words.
  var title: LocalizedText {
    switch self {
    case .degrees(let isSwapped):
      LocalizedText(
        english: isSwapped
          ? "degrees with latitude before longitude" : "degrees of longitude and latitude",
        chinese: isSwapped ? "经纬度（纬度在前）" : "经纬度")
    case .grid(let epsg, let isSwapped):
      LocalizedText(
        english: Self.gridTitle(epsg).english + (isSwapped ? ", northing before easting" : ""),
        chinese: Self.gridTitle(epsg).chinese + (isSwapped ? "（纵坐标在前）" : ""))
    case .gridOfUnknownZone(let isSwapped):
      LocalizedText(
        english:
          "metres on a grid without prefix, whose zone only the administrative boundary can tell"
          + (isSwapped ? ", northing before easting" : ""),
        chinese: "不带带号的高斯坐标（投影带须借助行政界线判断）" + (isSwapped ? "（纵坐标在前）" : ""))
    }
  }

  /// A grid by its code, zone width, and zone number or central meridian.
  private static func gridTitle(_ epsg: Int) -> LocalizedText {
    let width = epsg >= 4513 ? 3 : 6
    switch epsg {
    case 4513...4533, 4491...4501:
      let zone = width == 3 ? epsg - 4513 + 25 : epsg - 4491 + 13
      return LocalizedText(
        english: "EPSG:\(epsg) (\(width)° zone \(zone), with prefix)",
        chinese: "EPSG:\(epsg)（\(width)度带第\(zone)带，带带号）")
    default:
      let meridian = width == 3 ? 75 + 3 * (epsg - 4534) : 75 + 6 * (epsg - 4502)
      return LocalizedText(
        english: "EPSG:\(epsg) (\(width)° zone at \(meridian)°E, without prefix)",
        chinese: "EPSG:\(epsg)（\(width)度带，中央经线\(meridian)°E，不带带号）")
    }
  }
}
