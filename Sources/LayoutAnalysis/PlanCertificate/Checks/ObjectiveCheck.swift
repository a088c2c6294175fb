import LandModel

/// The objective and its terms are what towns and resources give (``ObjectiveRecount``).
struct ObjectiveCheck {
  private typealias Term = ObjectiveRecount.Term

  let plan: StatedPlan
  let resourceCount: Int
  /// Added up again.
  let terms: [ObjectiveRecount.Term]
  /// Whether a unit is surely 10⁻⁴ points, so that the search's rounding is known.
  let isFinest: Bool
  /// Whether the land tells every score that a term is made of.
  let isComplete: Bool

  func check() -> CertificateCheck {
    let sum = terms.reduce(0) { $0 + $1.points }
    // Whole units add up without rounding.
    let areWhole = terms.allSatisfy { $0.tolerance <= StatedRounding.points }
    let tolerance =
      areWhole
      ? StatedRounding.points : terms.reduce(StatedRounding.points) { $0 + $1.tolerance }
    return CertificateCheck(
      .objective,
      detail: LocalizedText(
        english:
          "\(terms.count.counted("term")) added up from \(plan.towns.count.counted("town")) and "
          + "\(resourceCount.counted("resource")): \(StatedRounding.shown(sum)) points, to ±\(StatedRounding.shown(tolerance))"
          + (isComplete ? "" : "; scores that were not looked up count as stated"),
        chinese: "由 \(plan.towns.count) 个小镇和 \(resourceCount) 个资源点重新合成 \(terms.count) 项："
          + "\(StatedRounding.shown(sum)) 分，误差 ±\(StatedRounding.shown(tolerance))"
          + (isComplete ? "" : "；未能查算的得分按记录计")),
      faults: faults(of: terms) + totalFaults(sum: sum, tolerance: tolerance),
      isComplete: isComplete)
  }

  private func faults(of terms: [Term]) -> [CertificateFault] {
    var faults: [CertificateFault] = []
    for term in terms {
      let stated = plan.terms.filter { $0.name == term.name }.map(\.value)
      guard stated.count == 1, abs(stated[0] - term.points) <= term.tolerance else {
        let texts = stated.map { "\($0)" }
        faults.append(
          CertificateFault(
            [term.name],
            english:
              "Term “\(term.name)” is stated as \(texts.isEmpty ? "nothing" : texts.joined(separator: ", ")); "
              + "towns and resources give \(StatedRounding.shown(term.points)).",
            chinese:
              "“\(term.name)”项记为 \(texts.isEmpty ? "无" : texts.joined(separator: "、"))，由小镇与资源得 "
              + "\(StatedRounding.shown(term.points))。"))
        continue
      }
    }
    let known = Set(terms.map(\.name))
    faults += plan.terms.filter { !known.contains($0.name) }.map { term in
      CertificateFault(
        [term.name], english: "Term “\(term.name)” is none of the plan's.",
        chinese: "“\(term.name)”项不属于该规划。")
    }
    return faults
  }

  private func totalFaults(sum: Double, tolerance: Double) -> [CertificateFault] {
    guard let objective = plan.objective else { return [] }
    let stated = plan.terms.reduce(0) { $0 + $1.value }
    // Beside a coarse unit terms are stated as they are, and the objective in whole units.
    let rounding =
      isFinest
      ? StatedRounding.points : tolerance + Double(plan.terms.count) * StatedRounding.points
    var faults: [CertificateFault] = []
    if !(abs(objective - stated) <= rounding) {
      faults.append(
        CertificateFault(
          ["objective"],
          english: "The objective is stated as \(objective), but its terms sum to "
            + "\(StatedRounding.shown(stated)).",
          chinese: "目标值记为 \(objective)，各项合计 \(StatedRounding.shown(stated))。"))
    }
    if !(abs(objective - sum) <= tolerance) {
      faults.append(
        CertificateFault(
          ["objective"],
          english: "The objective is stated as \(objective), but towns and resources give "
            + "\(StatedRounding.shown(sum)).",
          chinese: "目标值记为 \(objective)，由小镇与资源得 \(StatedRounding.shown(sum))。"))
    }
    return faults
  }
}
