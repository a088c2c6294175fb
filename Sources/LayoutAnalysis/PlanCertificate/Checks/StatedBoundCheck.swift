import LandModel

/// Objective, bound, gap and status agree with each other.
struct StatedBoundCheck {
  let plan: StatedPlan

  func check() -> CertificateCheck {
    CertificateCheck(.bound, detail: detail, faults: faults)
  }

  /// What stands on the solver's word alone.
  static func trust(in plan: StatedPlan, solver: String) -> CertificateCheck {
    let text =
      switch plan.status {
      case .optimal, .feasible:
        LocalizedText(
          english:
            "not verified: the bound itself is the solver's word (\(solver)), and holds among the "
            + "boundaries that were drawn",
          chinese: "未经独立验证：上界本身只是求解器（\(solver)）的结论，且仅就已划定的边界方案而言")
      case .infeasible:
        LocalizedText(
          english: "not verified: that no plan can meet the rules is the solver's word (\(solver))",
          chinese: "未经独立验证：无可行方案只是求解器（\(solver)）的结论")
      case .unknown:
        LocalizedText(
          english: "no plan is claimed", chinese: "成果未给出方案")
      }
    return CertificateCheck(.optimality, .trusted, detail: text)
  }

  private var detail: LocalizedText {
    guard let objective = plan.objective, let bound = plan.bound else {
      return LocalizedText(
        english: "status \(plan.status.rawValue), no plan",
        chinese: "状态 \(plan.status.rawValue)，无方案")
    }
    let gap = plan.gap.map { "\($0.percent) %" }
    return LocalizedText(
      english:
        "objective \(objective), bound \(bound), gap \(gap ?? "none"), \(plan.status.rawValue)",
      chinese: "目标值 \(objective)，上界 \(bound)，差距 \(gap ?? "无")，\(plan.status.rawValue)")
  }

  private var faults: [CertificateFault] {
    switch plan.status {
    case .optimal, .feasible: planFaults
    case .infeasible, .unknown:
      plan.objective == nil && plan.gap == nil && plan.towns.isEmpty
        ? []
        : [
          fault(
            "The status is \(plan.status.rawValue), but a plan is stated.",
            "状态为 \(plan.status.rawValue)，却给出了方案。")
        ]
    }
  }

  private var planFaults: [CertificateFault] {
    guard let objective = plan.objective, let bound = plan.bound else {
      return [
        fault(
          "The status is \(plan.status.rawValue), but objective or bound is missing.",
          "状态为 \(plan.status.rawValue)，但缺少目标值或上界。")
      ]
    }
    var faults: [CertificateFault] = []
    // Both are rounded alike, which never turns their order round.
    if objective > bound {
      faults.append(
        fault(
          "The objective \(objective) is above its bound \(bound).",
          "目标值 \(objective) 高于上界 \(bound)。"))
    }
    if plan.status == .optimal, objective != bound {
      faults.append(
        fault(
          "The status is optimal, but the bound \(bound) is not the objective \(objective).",
          "状态为 optimal，但上界 \(bound) 不等于目标值 \(objective)。"))
    }
    return faults + gapFaults(objective: objective, bound: bound)
  }

  private func gapFaults(objective: Double, bound: Double) -> [CertificateFault] {
    guard let gap = plan.gap?.value else {
      // A plan of no value has no gap to state.
      return objective > 0 || objective == bound
        ? [fault("The gap is missing.", "缺少差距。")] : []
    }
    let expected = objective == bound ? 0 : (bound - objective) / objective
    let tolerance =
      objective == bound ? 0 : StatedRounding.ratio + 2 * StatedRounding.points / objective
    guard !(abs(gap - expected) <= tolerance) else { return [] }
    return [
      fault(
        "The gap is stated as \(gap), but objective and bound give \((expected * 1e6).rounded() / 1e6).",
        "差距记为 \(gap)，由目标值与上界得 \((expected * 1e6).rounded() / 1e6)。")
    ]
  }

  private func fault(_ english: String, _ chinese: String) -> CertificateFault {
    CertificateFault(["objective"], english: english, chinese: chinese)
  }
}
