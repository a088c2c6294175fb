import LandModel

/// Ordinates that are no numbers, infinite, or larger than any position can have.
struct NonFiniteOrdinateCheck: FeatureCheck {
  /// Prefixed eastings reach 4.6·10⁷ m; the bound leaves room for a file in centimetres and still keeps
  /// products of ordinates far from overflow.
  static let greatest = 1e10

  let rule = BoundaryRule(
    code: "ogc.non-finite-ordinate",
    title: LocalizedText(english: "Impossible ordinate", chinese: "坐标值非法"),
    statement: LocalizedText(
      english:
        "An ordinate that is not a finite number, or beyond 10¹⁰ m, is no place on Earth.",
      chinese: "坐标值不是有限数，或超过 10¹⁰ 米，不是地球上的位置。"),
    severity: .error, leavesFeatureOut: true)

  static func isPossible(_ position: XY) -> Bool {
    abs(position.x) <= greatest && abs(position.y) <= greatest
  }

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard !feature.isMeasurable else { return }
    let positions = feature.column.positions
    let count = feature.range.count { !Self.isPossible(positions[$0]) }
    report.report(
      rows: [feature.row], value: Double(count), limit: 0, unit: .count,
      place: FeatureView.points(neighbours(in: feature)),
      message: LocalizedText(
        english: "\(count) position(s) have an ordinate that is not a number of possible size.",
        chinese: "有 \(count) 个点的坐标值不是有效数值。"))
  }

  /// The sound positions just before impossible ones: as near as one can point.
  private func neighbours(in feature: FeatureView) -> [XY] {
    let positions = feature.column.positions
    let places = feature.range.dropFirst().filter {
      !Self.isPossible(positions[$0]) && Self.isPossible(positions[$0 - 1])
    }
    return places.prefix(100).map { positions[$0 - 1] }
  }
}
