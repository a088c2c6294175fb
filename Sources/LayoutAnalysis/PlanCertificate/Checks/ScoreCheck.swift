import LandModel

/// A town's score is the sum of its factors by the weights that the plan gives its industry.
struct ScoreCheck {
  let towns: [StatedTown]
  let industries: [Industry]

  func check() -> CertificateCheck {
    CertificateCheck(
      .scores,
      detail: LocalizedText(
        english: "\(towns.count.counted("score")) added up from the factors and the plan's weights",
        chinese: "按规划权重由各因子重新合成 \(towns.count) 个得分"),
      faults: towns.flatMap(faults(of:)))
  }

  private func faults(of town: StatedTown) -> [CertificateFault] {
    guard let industry = industries.first(where: { $0.key == town.industry }) else { return [] }
    let total = industry.weights.reduce(0) { $0 + $1.weight }
    var faults: [CertificateFault] = []
    var (sum, tolerance) = (0.0, StatedRounding.points)
    for weight in industry.weights {
      let stated = town.factors.first { $0.name == weight.factor }
      let share = weight.weight / total
      let points = 100 * share * (stated?.value.value ?? 0)
      sum += points
      let rounding = 100 * share * StatedRounding.ratio
      tolerance += rounding
      guard let stated, abs(stated.points - points) <= rounding + StatedRounding.points else {
        faults.append(wrongFactor(town, weight.factor, stated: stated?.points, points: points))
        continue
      }
    }
    if !(abs(town.score - sum) <= tolerance) || !(0...100).contains(town.score) {
      faults.append(
        CertificateFault(
          [town.id.text],
          english: "The score of \(town.id.text) is stated as \(town.score), but its factors give "
            + "\(StatedRounding.shown(sum)).",
          chinese: "\(town.id.text) 的得分记为 \(town.score)，各因子合计 \(StatedRounding.shown(sum))。"))
    }
    return faults
  }

  private func wrongFactor(
    _ town: StatedTown, _ factor: String, stated: Double?, points: Double
  ) -> CertificateFault {
    let number = stated.map { "\($0)" }
    return CertificateFault(
      [town.id.text, factor],
      english:
        "Factor “\(factor)” of \(town.id.text) is stated with \(number ?? "no") points; its value "
        + "and weight give \(StatedRounding.shown(points)).",
      chinese: "\(town.id.text) 的因子“\(factor)”记为 \(number ?? "无") 分，按其值与权重应为 "
        + "\(StatedRounding.shown(points)) 分。")
  }
}

extension StatedRounding {
  /// Points as outputs write them.
  static func shown(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
