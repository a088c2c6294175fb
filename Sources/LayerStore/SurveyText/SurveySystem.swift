import LandModel

/// A reference system that a survey text can state: a Gauss–Krüger zone of a Chinese datum, or degrees.
struct SurveySystem: Equatable {
  enum Datum: CaseIterable { case cgcs2000, xian1980, beijing1954, wgs84 }

  /// A zone by its number and width in degrees, and whether eastings begin with the number.
  struct Zone: Equatable {
    let width: Int
    let number: Int
    let isPrefixed: Bool

    /// 3° zones of China are 25 to 45, 6° zones 13 to 23 (domain facts §3.1).
    static func width(ofNumber number: Int) -> Int? {
      switch number {
      case 13...23: 6
      case 25...45: 3
      default: nil
      }
    }
  }

  let datum: Datum
  /// Nil for degrees.
  let zone: Zone?

  init(datum: Datum, zone: Zone?) {
    self.datum = datum
    self.zone = zone
  }

  /// The system of an EPSG code, or nil where a survey text cannot state it.
  init?(epsg: Int) {
    for datum in Datum.allCases {
      if epsg == datum.geographic {
        self.init(datum: datum, zone: nil)
        return
      }
      for (base, width, first, isPrefixed) in datum.zones {
        let last = width == 3 ? 20 : 10
        guard (base...(base + last)).contains(epsg) else { continue }
        self.init(
          datum: datum,
          zone: Zone(width: width, number: epsg - base + first, isPrefixed: isPrefixed))
        return
      }
    }
    return nil
  }

  /// The EPSG code; nil for a zone that the register does not have.
  var epsg: Int? {
    guard let zone else { return datum.geographic }
    guard Zone.width(ofNumber: zone.number) == zone.width else { return nil }
    return datum.zones.first { $0.width == zone.width && $0.isPrefixed == zone.isPrefixed }
      .map { $0.base + zone.number - $0.first }
  }

  var crs: CRSIdentifier? { epsg.map(CRSIdentifier.init(epsg:)) }

  /// The same zone with or without the number before its eastings.
  func prefixed(_ isPrefixed: Bool) -> SurveySystem {
    SurveySystem(
      datum: datum,
      zone: zone.map { Zone(width: $0.width, number: $0.number, isPrefixed: isPrefixed) })
  }
}

extension SurveySystem.Datum {
  /// The datum that a header names, such as `2000国家大地坐标系` or `CGCS2000`.
  init?(named text: String) {
    if text.contains("2000") {
      self = .cgcs2000
    } else if text.contains("80") {
      self = .xian1980
    } else if text.contains("54") {
      self = .beijing1954
    } else if text.contains("84") {
      self = .wgs84
    } else {
      return nil
    }
  }

  /// As headers name it.
  var title: String {
    switch self {
    case .cgcs2000: "2000国家大地坐标系"
    case .xian1980: "1980西安坐标系"
    case .beijing1954: "1954北京坐标系"
    case .wgs84: "WGS84坐标系"
    }
  }

  /// EPSG code of longitude and latitude.
  var geographic: Int {
    switch self {
    case .cgcs2000: 4490
    case .xian1980: 4610
    case .beijing1954: 4214
    case .wgs84: 4326
    }
  }

  /// EPSG code of the first zone of each series, its width and number (EPSG data base; domain facts
  /// §3.1).
  fileprivate var zones: [(base: Int, width: Int, first: Int, isPrefixed: Bool)] {
    switch self {
    case .cgcs2000:
      [(4513, 3, 25, true), (4534, 3, 25, false), (4491, 6, 13, true), (4502, 6, 13, false)]
    case .xian1980:
      [(2349, 3, 25, true), (2370, 3, 25, false), (2327, 6, 13, true), (2338, 6, 13, false)]
    case .beijing1954:
      [(2401, 3, 25, true), (2422, 3, 25, false), (21413, 6, 13, true), (21453, 6, 13, false)]
    case .wgs84: []
    }
  }
}
