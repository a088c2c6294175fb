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
        "An ordinate that is not a finite number, beyond 10¹⁰ m on the working grid, or a longitude "
        + "beyond ±180° or latitude beyond ±90°, is no place on Earth.",
      chinese: "坐标值不是有限数，或在工作坐标系中超过 10¹⁰ 米，或经度超出 ±180°、纬度超出 ±90°，不是地球上的位置。"),
    severity: .error, leavesFeatureOut: true)

  /// Whether a position on the working grid has ordinates of a possible size.
  static func isPossible(_ position: XY) -> Bool {
    abs(position.x) <= greatest && abs(position.y) <= greatest
  }

  func inspect(_ feature: FeatureView, into report: inout FindingCollector) {
    guard !feature.isMeasurable else { return }
    let positions = feature.column.positions
    let count = feature.range.count { !feature.isPossible(positions[$0]) }
    report.report(
      rows: [feature.row], element: element(in: feature), value: Double(count), limit: 0,
      unit: .count,
      place: FeatureView.points(neighbours(in: feature)),
      message: LocalizedText(
        english: "\(count) position(s) have an ordinate that is not a number of possible size "
          + "(degrees: ±180 and ±90).",
        chinese: "有 \(count) 个点的坐标值不是有效数值（经度应在 ±180、纬度应在 ±90 以内）。"))
  }

  /// The first impossible position.
  private func element(in feature: FeatureView) -> GeometryElement? {
    let positions = feature.column.positions
    for ring in feature.column.rings(ofRow: feature.row) {
      let range = feature.column.range(ofRing: ring)
      if let index = range.first(where: { !feature.isPossible(positions[$0]) }) {
        return feature.element(ofRing: ring, vertex: index)
      }
    }
    return nil
  }

  /// The sound positions just before impossible ones: as near as one can point.
  private func neighbours(in feature: FeatureView) -> [XY] {
    let positions = feature.column.positions
    let places = feature.range.dropFirst().filter {
      !feature.isPossible(positions[$0]) && feature.isPossible(positions[$0 - 1])
    }
    return places.prefix(100).map { positions[$0 - 1] }
  }
}
