import LandModel

/// What to do about positions that are impossible as degrees because they are metres on a grid.
enum GridHint {
  /// No degree is as large, and few metres on a grid are smaller.
  private static let least = 1000.0
  /// No position on a grid is as large: with the zone before it an easting is below 10⁸ m.
  private static let greatest = 1e8

  private static let text = LocalizedText(
    english: " They look like metres on a grid: name the reference system they are in by "
      + "--layer-crs, such as EPSG:4547.",
    chinese: "坐标值似为平面坐标（米），请用 --layer-crs 指明其坐标系，如 EPSG:4547。")

  /// The findings about a feature, with the hint where it helps.
  ///
  /// - Parameters:
  ///   - geometry: as stored.
  ///   - isFromDegrees: whether it was read as degrees.
  static func adding(
    to findings: [Finding], about geometry: Geometry, isFromDegrees: Bool
  ) -> [Finding] {
    guard isFromDegrees, findings.contains(where: isAboutOrdinates), looksLikeMetres(geometry)
    else {
      return findings
    }
    return findings.map { isAboutOrdinates($0) ? $0.saying(more: text) : $0 }
  }

  private static func isAboutOrdinates(_ finding: Finding) -> Bool {
    finding.rule.text == "ogc.non-finite-ordinate"
  }

  private static func looksLikeMetres(_ geometry: Geometry) -> Bool {
    geometry.positions.contains { position in
      let (x, y) = (abs(position.x), abs(position.y))
      return max(x, y) > least && max(x, y) < greatest
    }
  }
}

extension Finding {
  /// The finding with another sentence behind its message.
  fileprivate func saying(more text: LocalizedText) -> Finding {
    Finding(
      rule: rule, severity: severity, layer: layer, featureIDs: featureIDs, otherLayer: otherLayer,
      otherFeatureIDs: otherFeatureIDs, element: element, value: value, limit: limit, unit: unit,
      message: LocalizedText(
        english: message.english + text.english, chinese: message.chinese + text.chinese),
      geometry: geometry, waiver: waiver)
  }
}
