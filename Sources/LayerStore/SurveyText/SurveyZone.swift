import LandModel

/// Which reference system a survey text is in, from its header and from the zone before its eastings.
///
/// Where the two contradict each other, the coordinates are believed: their numbers mean one place only.
struct SurveyZone {
  /// Nil where neither says it.
  private(set) var system: SurveySystem?
  /// What had to be assumed.
  private(set) var remarks = LayerRemarks()

  private let text: SurveyText
  private let axes: SurveyAxes

  /// - Throws: ``SurveyTextFault/mixedZones(of:others:)`` at the first parcel of another zone.
  init(_ text: SurveyText, axes: SurveyAxes) throws(SurveyTextFailure) {
    self.text = text
    self.axes = axes
    guard let datum = findDatum() else { return }
    switch axes.unit {
    case .degrees: system = SurveySystem(datum: datum, zone: nil)
    case .metres:
      system = try findZone(datum).map { SurveySystem(datum: datum, zone: $0) }
    }
  }

  private mutating func findDatum() -> SurveySystem.Datum? {
    guard let named = text.value(SurveyField.system) else {
      remarks.add(
        .guess, "No reference system (坐标系) is named; CGCS2000 is assumed.",
        "未写明坐标系，按 2000 国家大地坐标系读取。")
      return .cgcs2000
    }
    if let datum = SurveySystem.Datum(named: named) { return datum }
    remarks.add(
      .note, "The reference system “\(named)” is no national one; none is taken.",
      "坐标系“\(named)”不是国家坐标系，按无坐标系读取。")
    return nil
  }

  // MARK: Zone

  private mutating func findZone(
    _ datum: SurveySystem.Datum
  ) throws(SurveyTextFailure) -> SurveySystem.Zone? {
    let declared = declaredZone()
    guard let prefix = try prefix() else {
      guard let declared else {
        remarks.add(
          .guess, "Neither 带号 nor the eastings name a zone; the layer has no reference system.",
          "带号为空且横坐标不含带号，无法确定坐标系。")
        return nil
      }
      return SurveySystem.Zone(
        width: declared.width, number: declared.number, isPrefixed: false)
    }
    let width = SurveySystem.Zone.width(ofNumber: prefix) ?? 3
    if let declared, declared.number != prefix {
      remarks.add(
        .guess,
        "带号 says zone \(declared.number), the eastings begin with \(prefix); they are believed.",
        "带号为 \(declared.number)，而横坐标前缀为 \(prefix)；以坐标为准。")
    }
    return SurveySystem.Zone(width: width, number: prefix, isPrefixed: true)
  }

  /// The zone of the header; a central meridian in its place is understood.
  private mutating func declaredZone() -> (number: Int, width: Int)? {
    guard let number = text.value(SurveyField.zone).flatMap(Self.firstInteger) else { return nil }
    let width = text.value(SurveyField.zoneWidth).flatMap(Self.firstInteger)
    if let natural = SurveySystem.Zone.width(ofNumber: number) {
      if let width, width != natural {
        remarks.add(
          .guess, "几度分带 says \(width)°, but zone \(number) is one of \(natural)°; that is taken.",
          "几度分带为 \(width)，但带号 \(number) 属于 \(natural) 度带；按后者读取。")
      }
      return (number, natural)
    }
    guard (75...135).contains(number), number % 3 == 0 else {
      remarks.add(
        .guess, "带号 “\(number)” is no zone of China and is left out of account.",
        "带号“\(number)”不是中国的带号，不予采用。")
      return nil
    }
    let isSix = width == 6 && number % 6 == 3
    remarks.add(
      .guess, "带号 holds the central meridian \(number)°E instead of the zone's number.",
      "带号处填写的是中央子午线 \(number)°E。")
    return isSix ? ((number + 3) / 6, 6) : (number / 3, 3)
  }

  /// The zone before the eastings, nil for none.
  ///
  /// One layer has one reference system: read in the zone of most, a parcel of another would lie
  /// hundreds of kilometres off.
  private func prefix() throws(SurveyTextFailure) -> Int? {
    var counts = [Int](repeating: 0, count: 46)
    let zones = text.parcels.indices.map { parcel -> Int in
      let points = text.points(ofParcel: parcel)
      guard let first = points.first else { return -1 }
      return Self.prefix(of: axes.position(text.points[first]).x)
    }
    for zone in zones where zone >= 0 { counts[zone] += 1 }
    let most = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    if let stray = zones.indices.first(where: { zones[$0] >= 0 && zones[$0] != most }) {
      throw SurveyTextFailure(
        line: text.parcels[stray].line, parcel: text.title(ofParcel: stray),
        fault: .mixedZones(of: zones[stray], others: most))
    }
    return most > 0 ? most : nil
  }

  /// The millions of an easting where they are a zone of China; 0 for none.
  private static func prefix(of easting: Double) -> Int {
    guard easting >= 1.3e7, easting < 4.6e7 else { return 0 }
    let millions = Int(easting / 1e6)
    return SurveySystem.Zone.width(ofNumber: millions) == nil ? 0 : millions
  }

  /// The first run of digits, as in `3度带` and `第38带`.
  private static func firstInteger(_ text: String) -> Int? {
    let digits = text.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
    return digits.count < 9 ? Int(digits) : nil
  }
}
