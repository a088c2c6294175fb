import LandModel

/// Value and land of each column in whole units, from its boundary and score.
struct ColumnCheck {
  let proofCase: ProofCase
  let units: ProofUnits
  /// A value so near to a half unit may be rounded either way: scores are known to about 10⁻⁹ points.
  private static let slack = 0.001

  /// The columns as they follow from the boundaries, and where the certificate differs.
  func result() -> (check: CertificateCheck, columns: [ProofModel.Column]) {
    let stated = proofCase.proof.columns
    var faults: [CertificateFault] = []
    if units.exponent != proofCase.proof.unitExponent {
      faults.append(
        CertificateFault(
          ["certificate.unit_exponent"],
          english:
            "A unit is stated as 10^\(proofCase.proof.unitExponent) points; the coefficients give "
            + "10^\(units.exponent).",
          chinese: "单位记为 10^\(proofCase.proof.unitExponent) 分，按系数应为 10^\(units.exponent) 分。"))
    }
    var columns: [ProofModel.Column] = []
    for column in 0..<proofCase.columnCount {
      // What lacks a boundary is told elsewhere, and counts as stated.
      let exact = proofCase.suitability(ofColumn: column).map { $0 * units.perPoint }
      var value = exact.flatMap { units.units($0 / units.perPoint) } ?? 0
      if let exact, abs(Double(stated.value[column]) - exact) <= 0.5 + Self.slack {
        value = stated.value[column]
      }
      let town = proofCase.towns[column]
      let areas = proofCase.lookups[column]
      let land = areas.map { LandSteps.needed(for: $0.ellipsoidalArea) } ?? 0
      let construction = areas.map { LandSteps.needed(for: $0.constructionArea) } ?? 0
      if town != nil {
        let numbers = [
          ("value", stated.value[column], value), ("land", stated.land[column], land),
          ("construction", stated.construction[column], construction),
        ]
        for (name, found, expected) in numbers where found != expected {
          faults.append(fault(column, name, found, expected))
        }
      }
      columns.append(
        ProofModel.Column(
          site: stated.site[column], industry: stated.industry[column], value: value, land: land,
          construction: construction))
    }
    let check = CertificateCheck(
      .columns,
      detail: LocalizedText(
        english:
          "\(columns.count.counted("column")): value in units of 10^\(units.exponent) points, land in 100 m²",
        chinese: "\(columns.count) 列：价值以 10^\(units.exponent) 分计，用地以 100 平方米计"),
      faults: faults)
    return (check, columns)
  }

  private func fault(
    _ column: Int, _ name: String, _ found: Int64, _ expected: Int64
  ) -> CertificateFault {
    let subject = proofCase.proof.name(ofColumn: column)
    return CertificateFault(
      [subject],
      english:
        "The \(name) of column \(column), \(subject), is stated as \(found); its boundary and score "
        + "give \(expected).",
      chinese: "第 \(column) 列 \(subject) 的 \(name) 记为 \(found)，按边界与得分应为 \(expected)。")
  }
}

/// Land in steps of 100 m², by the convention that the layout documents: what a town needs rounds up, what a quota
/// gives rounds down, each after half a square decimetre of rounding in a sum over thousands of edges.
enum LandSteps {
  private static let step = 100.0
  private static let noise = 0.005
  private static let most = 1e15

  static func needed(for area: SquareMetres) -> Int64 {
    let steps = ((area.value - noise) / step).rounded(.up)
    return Int64(min(max(steps, 0), most))
  }

  static func available(in quota: SquareMetres) -> Int64 {
    let steps = ((quota.value + noise) / step).rounded(.down)
    return Int64(min(max(steps, 0), most))
  }
}
