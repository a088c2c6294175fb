import LandModel

/// Declared areas that differ from the area on the ellipsoid, and the unit that would explain it.
struct DeclaredAreaCheck: LayerCheck {
  let rule = BoundaryRule(
    code: "attribute.declared-area",
    title: LocalizedText(english: "Declared area differs", chinese: "填报面积与几何不符"),
    statement: LocalizedText(
      english:
        "A declared area must equal the ellipsoidal area of the geometry up to the greater of "
        + "an absolute and a relative tolerance.",
      chinese: "填报面积应等于几何的椭球面积，容差取绝对值与相对值中的较大者。"),
    severity: .warning,
    thresholds: [
      RuleThreshold(
        name: "absolute", value: 1, unit: .squareMetre,
        source: "planning data (domain facts §4.2, K)"),
      RuleThreshold(
        name: "relative", value: 0.001, unit: .ratio,
        source: "0.1 %, planning data (domain facts §4.2, K)"),
    ])

  func inspect(_ layer: LayerView, into report: inout FindingCollector) {
    let expectation = layer.input.expectation
    guard let field = expectation.areaField, let column = layer.layer.attributes[field] else {
      return
    }
    let measure = EllipsoidalArea(grid: layer.layer.grid)
    for row in layer.soundRows where layer.column.kinds[row] == .polygon {
      guard let number = column.number(at: row), number.isFinite else { continue }
      let declared = expectation.areaUnit.area(number)
      let geometry = layer.column.geometry(ofRow: row)
      let measured = measure.area(of: geometry)
      let limit = max(report.limit("absolute"), report.limit("relative") * measured.value)
      let difference = abs(declared.value - measured.value)
      guard difference > limit else { continue }
      let planar = PlanarMeasure.area(of: geometry)
      report.report(
        rows: [row], value: difference, limit: limit, unit: .squareMetre, place: geometry,
        message: Self.message(
          number, expectation.areaUnit, measured, planar: planar,
          isPlanar: abs(declared.value - planar.value) <= limit,
          unit: Self.fittingUnit(number, measured, expectation)))
    }
  }

  /// The unit, other than the declared one, in which the number would be right to one per cent.
  static func fittingUnit(
    _ number: Double, _ measured: SquareMetres, _ expectation: LayerExpectation
  ) -> AreaUnit? {
    AreaUnit.allCases.first {
      $0 != expectation.areaUnit
        && abs($0.area(number).value - measured.value) <= 0.01 * measured.value
    }
  }

  private static func message(
    _ number: Double, _ declared: AreaUnit, _ measured: SquareMetres, planar: SquareMetres,
    isPlanar: Bool, unit: AreaUnit?
  ) -> LocalizedText {
    let plane = NumberText.fixed(planar.value, 0)
    let (said, found) = (NumberText.short(number), NumberText.fixed(measured.value, 0))
    let metres = NumberText.fixed(declared.area(number).value, 0)
    let isOther = declared != .squareMetre
    let guess = unit.map(\.title)
    return LocalizedText(
      english:
        "\(said) \(declared.title.english)\(isOther ? " (\(metres) m²)" : "") declared, "
        + "\(found) m² measured on the ellipsoid (\(plane) m² in the plane)."
        + (isPlanar ? " The planar area was declared; the statutory one is the ellipsoidal." : "")
        + (guess.map { " The number fits if it is in \($0.english)." } ?? ""),
      chinese: "填报 \(said) \(declared.title.chinese)"
        + (isOther ? "（\(metres) 平方米）" : "")
        + "，椭球面积 \(found) 平方米（平面 \(plane) 平方米）。"
        + (isPlanar ? "填报的是平面面积，法定面积为椭球面积。" : "")
        + (guess.map { "该数值若以\($0.chinese)为单位则相符。" } ?? ""))
  }
}
