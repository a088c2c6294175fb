import LandModel

/// The least area that counts at the scale of a map: thresholds that several rules share.
enum AreaMinimum {
  /// A scale, and an area that stands instead of it where it is above zero.
  ///
  /// - Parameter planarArea: the area in square metres unless the user says otherwise; zero takes the
  ///   scale's.
  static func thresholds(planarArea: Double = 0) -> [RuleThreshold] {
    [
      RuleThreshold(
        name: "scale", value: 10_000, unit: .ratio,
        source: "denominator of the map's scale; the least area is 0.04 m² times it, 4 mm² on the "
          + "map: 400 m² at 1:10 000 (domain facts §4.2)"),
      RuleThreshold(
        name: "planar-area", value: planarArea, unit: .squareMetre,
        source:
          "where above 0, instead of the scale's; the third land survey takes 200 for building "
          + "land, 400 for farmland, 600 for other land (domain facts §4.2, K+)"),
    ]
  }

  /// The limit in square metres by those thresholds.
  static func limit(in report: FindingCollector) -> Double {
    let given = report.limit("planar-area")
    return given > 0 ? given : 0.04 * report.limit("scale")
  }
}
