import LandModel

/// The bound that prices prove, computed again, and what else the certificate states about it.
struct DualBoundCheck {
  let proofCase: ProofCase
  let units: ProofUnits
  let model: ProofModel

  private var stated: StatedProof.Bounds { proofCase.proof.bounds }

  /// A multiplier beyond this would leave 128 bits in sums of products.
  private static let greatestPrice: Int64 = 1 << 62
  private static let mostSteps: Int64 = 1 << 20

  /// - Returns: no bound where the certificate's numbers do not allow to compute one.
  func result() -> (check: CertificateCheck, bound: DualBound?) {
    let wrong = rangeFaults
    guard wrong.isEmpty else {
      return (CertificateCheck(.dual, detail: detail(nil), faults: wrong), nil)
    }
    let bound = DualBound(model, stepsPerUnit: proofCase.proof.stepsPerUnit)
    guard let steps = bound.steps, let dual = bound.units else {
      let fault = self.fault(
        "The sums of the bound leave 128 bits: some multiplier or limit of run.json is beyond all measure.",
        "上界的求和超出 128 位：run.json 中的某个乘子或限值过大。")
      return (CertificateCheck(.dual, detail: detail(nil), faults: [fault]), nil)
    }
    var faults: [CertificateFault] = []
    if "\(steps)" != stated.dualSteps || dual != stated.dual {
      faults.append(
        fault(
          "The multipliers prove \(shown(dual)) points (\(steps) steps); run.json states "
            + "\(shown(stated.dual)) (\(stated.dualSteps) steps).",
          "乘子所证上界为 \(shown(dual)) 分（\(steps) 步），run.json 记为 \(shown(stated.dual)) 分（"
            + "\(stated.dualSteps) 步）。"))
    }
    let objective = model.objective(of: proofCase.proof.selection)
    if objective != Int128(stated.lower) {
      faults.append(
        fault(
          "The columns selected bring \(objective) units; run.json states \(stated.lower).",
          "所选各列合计 \(objective) 单位，run.json 记为 \(stated.lower)。"))
    }
    let kept = bound.columns(above: stated.lower).count
    if kept != stated.kept {
      faults.append(
        fault(
          "\(kept.counted("column")) could stand in a better plan; run.json states \(stated.kept).",
          "可能进入更优方案的列有 \(kept) 个，run.json 记为 \(stated.kept)。"))
    }
    if modelSHA256 != proofCase.proof.modelSHA256 {
      faults.append(
        fault(
          "The model derived again has another SHA-256 than run.json states.",
          "重新导出的模型与 run.json 的 SHA-256 不符。"))
    }
    if pricesSHA256 != proofCase.proof.pricesSHA256 {
      faults.append(
        fault(
          "The multipliers or the cliques of run.json were changed after the run: their SHA-256 is another.",
          "run.json 的乘子或互斥组在运行之后被改动：SHA-256 不符。"))
    }
    faults += orderFaults(dual: dual) + pointFaults
    return (CertificateCheck(.dual, detail: detail(dual), faults: faults), bound)
  }

  /// SHA-256 of the derived model as lines: columns in their order, then groups and rows sorted.
  private var modelSHA256: String {
    let proof = proofCase.proof
    var hash = SHA256()
    hash.update(Array("unit 10^\(units.exponent)\n".utf8))
    for (number, column) in model.columns.enumerated() {
      let size = proofCase.size(ofColumn: number).map { "\($0.value)" } ?? ""
      let fields = [
        proof.sites[column.site].text, proof.industries[column.industry], size,
        "\(column.value)", "\(column.land)", "\(column.construction)",
      ]
      hash.update(Array("column \(fields.joined(separator: "\t"))\n".utf8))
    }
    var lines = model.groups.map { group in
      "group \(group.weight)\t\(group.columns.map { "\($0)" }.joined(separator: ","))\n"
    }
    for row in model.rows {
      let sense = row.isMinimum ? "min" : "max"
      lines.append("row \(row.code)\t\(row.subject)\t\(sense)\t\(row.limit)\n")
    }
    if let level = model.greatestLevel { lines.append("level \(level)\n") }
    for line in lines.sorted() { hash.update(Array(line.utf8)) }
    return hash.hexadecimal()
  }

  /// SHA-256 of rows, groups and cliques as stated, with their multipliers.
  private var pricesSHA256: String {
    let proof = proofCase.proof
    var hash = SHA256()
    for row in proof.rows {
      hash.update(Array("row \(row.code)\t\(row.subject)\t\(row.multiplier)\n".utf8))
    }
    for (weight, price) in zip(proof.groups.weight, proof.groups.multiplier) {
      hash.update(Array("group \(weight)\t\(price)\n".utf8))
    }
    for (columns, price) in zip(proof.cliques.columns, proof.cliques.multiplier) {
      let list = columns.map { "\($0)" }.joined(separator: ",")
      hash.update(Array("clique \(price)\t\(list)\n".utf8))
    }
    return hash.hexadecimal()
  }

  /// Numbers that no certificate has.
  private var rangeFaults: [CertificateFault] {
    let proof = proofCase.proof
    var faults: [CertificateFault] = []
    if !(1...Self.mostSteps).contains(proof.stepsPerUnit) {
      faults.append(
        fault(
          "A unit has \(proof.stepsPerUnit) steps, not 1 to \(Self.mostSteps).",
          "每单位 \(proof.stepsPerUnit) 步，应为 1 至 \(Self.mostSteps)。"))
    }
    func look(_ name: String, _ multiplier: Int64) {
      guard !(0...Self.greatestPrice).contains(multiplier) else { return }
      faults.append(
        CertificateFault(
          [name],
          english: "The multiplier of \(name) is \(multiplier), not 0 to \(Self.greatestPrice).",
          chinese: "\(name) 的乘子为 \(multiplier)，应为 0 至 \(Self.greatestPrice)。"))
    }
    for row in proof.rows {
      look("row “\(row.name)”", row.multiplier)
      if row.code == "towns.max", row.multiplier != 0 {
        faults.append(
          CertificateFault(
            [row.name],
            english:
              "The number of towns is counted, not priced; its multiplier is \(row.multiplier).",
            chinese: "小镇总数直接计数而不计价，其乘子却为 \(row.multiplier)。"))
      }
    }
    for (number, price) in proof.cliques.multiplier.enumerated() { look("clique \(number)", price) }
    for (number, price) in proof.groups.multiplier.enumerated() { look("group \(number)", price) }
    return faults
  }

  private func orderFaults(dual: Int64) -> [CertificateFault] {
    var faults: [CertificateFault] = []
    if stated.lower > dual {
      faults.append(
        fault(
          "The plan brings \(shown(stated.lower)) points, more than the \(shown(dual)) that its multipliers allow.",
          "规划目标值 \(shown(stated.lower)) 高于乘子所证上界 \(shown(dual))。"))
    }
    if stated.upper > dual || stated.upper < stated.lower {
      faults.append(
        fault(
          "The final bound \(shown(stated.upper)) is not between the plan's \(shown(stated.lower)) and the "
            + "\(shown(dual)) of the multipliers.",
          "最终上界 \(shown(stated.upper)) 不在目标值 \(shown(stated.lower)) 与乘子上界 \(shown(dual)) 之间。"))
    }
    return faults
  }

  /// Objective and bound in points are those of the certificate in units.
  private var pointFaults: [CertificateFault] {
    let plan = proofCase.plan
    let pairs = [
      ("objective", "目标值", plan.objective, stated.lower), ("bound", "上界", plan.bound, stated.upper),
      ("dual_bound", "对偶上界", plan.dualBound, stated.dual),
    ]
    return pairs.compactMap { (english, chinese, points, whole) in
      let expected = units.points(whole)
      let tolerance = max(StatedRounding.points, 1e-12 * abs(expected))
      if let points, abs(points - expected) <= tolerance { return nil }
      let text = points.map { "\($0)" }
      return fault(
        "The \(english) is stated as \(text ?? "nothing") points; \(whole) units are \(expected).",
        "\(chinese)记为 \(text ?? "无") 分，\(whole) 单位合 \(expected) 分。")
    }
  }

  private func shown(_ whole: Int64) -> String { "\(StatedRounding.shown(units.points(whole)))" }

  private func detail(_ dual: Int64?) -> LocalizedText {
    let proof = proofCase.proof
    let count = proof.rows.count + proof.cliques.columns.count + proof.groups.weight.count
    guard let dual else {
      return LocalizedText(
        english: "the bound cannot be computed from \(count.counted("multiplier"))",
        chinese: "无法由 \(count) 个乘子计算上界")
    }
    return LocalizedText(
      english:
        "\(count.counted("multiplier proves", "multipliers prove")) in whole numbers that no plan has more than \(shown(dual)) points",
      chinese: "\(count) 个乘子以整数运算证明任何方案不超过 \(shown(dual)) 分")
  }

  private func fault(_ english: String, _ chinese: String) -> CertificateFault {
    CertificateFault(["certificate.bounds"], english: english, chinese: chinese)
  }
}
