package import LandModel
import Topology

/// What a verification could prove itself about there being no better plan.
package struct ProofVerdict: Sendable, Equatable {
  package enum Outcome: String, Sendable, CaseIterable {
    /// No plan is better: shown without the solver.
    case proven
    /// No plan is better by more than the dual gap; the rest is the solver's word.
    case boundProven = "bound-proven"
    /// Nothing was shown.
    case trusted
    /// A better plan was found, or something about the plan does not hold.
    case refuted
  }

  package let outcome: Outcome
  /// Points; nil where it could not be computed.
  package let dualBound: Double?
  package let dualGap: Ratio?
  /// As `run.json` states it: with the solver's proof.
  package let finalGap: Ratio?
  /// Nodes of the verification's own search; nil where none was needed or made.
  package let nodes: Int?

  package init(
    outcome: Outcome, dualBound: Double?, dualGap: Ratio?, finalGap: Ratio?, nodes: Int?
  ) {
    self.outcome = outcome
    self.dualBound = dualBound
    self.dualGap = dualGap
    self.finalGap = finalGap
    self.nodes = nodes
  }

  /// What is left of it beside all checks of a plan.
  ///
  /// That no plan is better means nothing for one that breaks a rule or is not what it states: a broken check
  /// refutes, and one that could not be made leaves nothing shown.
  package func standing(beside checks: [CertificateCheck]) -> ProofVerdict {
    let outcome: Outcome =
      if checks.contains(where: { $0.outcome == .broken }) {
        .refuted
      } else if outcome != .refuted, checks.contains(where: { $0.outcome == .unchecked }) {
        .trusted
      } else {
        outcome
      }
    return ProofVerdict(
      outcome: outcome, dualBound: dualBound, dualGap: dualGap, finalGap: finalGap, nodes: nodes)
  }
}

/// Proves the rest: that none of the columns which prices leave makes a better plan.
struct OptimalityCheck {
  /// Search trees beyond this are left to the solver.
  static let nodeLimit = 20_000
  /// Questions beyond this many columns too.
  static let mostColumns = 1200

  let proofCase: ProofCase
  let units: ProofUnits
  let model: ProofModel
  let bound: DualBound
  let solver: String
  var nodeLimit = Self.nodeLimit

  private var lower: Int64 { proofCase.proof.bounds.lower }

  func result() throws(TopologyError) -> (check: CertificateCheck, verdict: ProofVerdict) {
    let dual = bound.units ?? .max
    if dual <= lower {
      return answer(
        .proven, nil,
        "proven: the multipliers alone leave nothing above the plan", "已独立证明：仅凭乘子即无更优方案")
    }
    let columns = bound.columns(above: lower)
    let count = columns.count
    guard count <= Self.mostColumns else {
      return rest(
        "\(count.counted("column")) are left, more than a search of our own takes on",
        "尚余 \(count) 列，超出独立搜索的规模", nodes: nil)
    }
    let ruler = ExclusionRuler(proofCase)
    let residual = try ProofResidual(model, columns: columns) {
      (one, other) throws(TopologyError) in
      try ruler.exclude(one, other, allowance: .zero - ExclusionRuler.noise)
    }
    var search = ProofSearch(residual, nodeLimit: nodeLimit)
    switch search.outcome(above: lower) {
    case .proven:
      return answer(
        .proven, search.nodes,
        "proven: prices leave \(count) of \(model.columns.count.counted("column")) (gap \(percent(dualGap))), and a search of "
          + "\(search.nodes.counted("node")) finds no better plan among them",
        "已独立证明：乘子排除后余 \(model.columns.count) 列中的 \(count) 列（差距 \(percent(dualGap))），"
          + "独立搜索 \(search.nodes) 个节点，无更优方案")
    case .open:
      return rest(
        "a search of \(search.nodes.counted("node")) did not end", "独立搜索 \(search.nodes) 个节点未能结束",
        nodes: search.nodes)
    case .refuted(let places, let objective):
      let names = places.map { proofCase.proof.name(ofColumn: columns[$0]) }
      let points = StatedRounding.shown(units.points(objective))
      let fault = CertificateFault(
        names,
        english: "A better plan exists: \(points) points by \(names.joined(separator: ", ")).",
        chinese: "存在更优方案：\(points) 分，\(names.joined(separator: "、"))。")
      let (check, verdict) = answer(
        .refuted, search.nodes, "a better plan was found", "找到更优方案")
      return (
        CertificateCheck(.optimality, detail: check.detail, faults: [fault]), verdict
      )
    }
  }

  /// (bound − objective) / objective by the multipliers; nil for a plan of no value.
  private var dualGap: Ratio? {
    guard let dual = bound.units else { return nil }
    if dual <= lower { return .zero }
    return lower > 0 ? Ratio(Double(dual - lower) / Double(lower)) : nil
  }

  /// The bound is proven, and what it leaves is the solver's word.
  private func rest(
    _ english: String, _ chinese: String, nodes: Int?
  ) -> (check: CertificateCheck, verdict: ProofVerdict) {
    let final = percent(proofCase.plan.gap)
    return answer(
      .boundProven, nodes,
      "the bound is proven: no plan is better by more than \(percent(dualGap)); \(english), so that the final gap of "
        + "\(final) is \(solver)'s word",
      "上界已独立证明：任何方案至多优于本方案 \(percent(dualGap))；\(chinese)，最终差距 \(final) 为 \(solver) 的结论")
  }

  /// Among which plans: those of the boundaries drawn, and of land and money as the rows round them.
  private var limits: LocalizedText {
    var (english, chinese) = ("; among the boundaries that were drawn", "；仅就已划定的边界方案而言")
    let layout = proofCase.layout
    var roundings: [(english: String, chinese: String)] = []
    if layout.landQuota != nil || layout.constructionQuota != nil {
      roundings.append(("land of each town rounded up to 100 m²", "各镇用地按 100 平方米向上取整"))
    }
    if layout.budget != nil {
      roundings.append(("costs of each town rounded up to 10 000 CNY", "各镇投资按万元向上取整"))
    }
    if !roundings.isEmpty {
      english += ", with " + roundings.map(\.english).joined(separator: " and ")
      chinese += "，且" + roundings.map(\.chinese).joined(separator: "、")
    }
    return LocalizedText(english: english, chinese: chinese)
  }

  private func percent(_ gap: Ratio?) -> String {
    gap.map { "\(($0.percent * 1e4).rounded() / 1e4) %" } ?? "–"
  }

  private func answer(
    _ outcome: ProofVerdict.Outcome, _ nodes: Int?, _ english: String, _ chinese: String
  ) -> (check: CertificateCheck, verdict: ProofVerdict) {
    let among = limits
    let check = CertificateCheck(
      .optimality, outcome == .proven ? .holds : .trusted,
      detail: LocalizedText(
        english: english + among.english, chinese: chinese + among.chinese))
    return (
      check,
      ProofVerdict(
        outcome: outcome, dualBound: bound.units.map(units.points), dualGap: dualGap,
        finalGap: proofCase.plan.gap, nodes: nodes)
    )
  }
}
