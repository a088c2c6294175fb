import LandModel
import LayoutAnalysis
import Scenarios

/// What a verification found out as text: a line for each check, then everything that does not hold.
struct CertificateTable {
  let outcome: RunVerification.Outcome
  let language: Language
  /// Faults of a check that are told one by one.
  private static let mostFaults = 20

  private var isChinese: Bool { language == .chinese }

  var text: String {
    var table = TextTable(
      header: isChinese ? ["检查", "结果", "说明"] : ["check", "result", "detail"])
    for check in outcome.checks {
      table.append([
        check.title.text(in: language), result(check.outcome), check.detail.text(in: language),
      ])
    }
    return table.text + faults + verdict
  }

  private func result(_ outcome: CertificateCheck.Outcome) -> String {
    switch outcome {
    case .holds: isChinese ? "成立" : "holds"
    case .broken: isChinese ? "不成立" : "BROKEN"
    case .unchecked: isChinese ? "未检查" : "unchecked"
    case .trusted: isChinese ? "未验证" : "trusted"
    }
  }

  private var faults: String {
    outcome.checks.map { check in
      let title = check.title.text(in: language)
      var lines = check.faults.prefix(Self.mostFaults).map { fault in
        "\(title)\(isChinese ? "：" : ": ")\(TextTable.oneLine(fault.text.text(in: language)))\n"
      }
      let rest = check.faults.count - Self.mostFaults
      if rest > 0 { lines.append(isChinese ? "  另有 \(rest) 处\n" : "  and \(rest) more\n") }
      return lines.joined()
    }.joined()
  }

  private var held: String {
    switch outcome.verdict.outcome {
    case .proven: "everything holds; it is proven without the solver that no plan is better\n"
    case .boundProven:
      "everything that was checked holds; the bound is proven, the rest is the solver's word\n"
    case .trusted, .refuted: "everything that was checked holds; the rest is the solver's word\n"
    }
  }

  private var heldInChinese: String {
    switch outcome.verdict.outcome {
    case .proven: "各项检查均成立；不依赖求解器即已证明无更优方案\n"
    case .boundProven: "各项检查均成立；上界已独立证明，其余为求解器的结论\n"
    case .trusted, .refuted: "各项检查均成立；其余为求解器的结论\n"
    }
  }

  private var verdict: String {
    let broken = outcome.checks.count { $0.outcome == .broken }
    let unchecked = outcome.checks.count { $0.outcome == .unchecked }
    if outcome.holds { return isChinese ? heldInChinese : held }
    return isChinese
      ? "\(broken) 项检查不成立，\(unchecked) 项未检查\n"
      : "\(broken) checks do not hold, \(unchecked) could not be made\n"
  }
}
