package import LandModel
import LayoutAnalysis
package import Scenarios

extension ResultJSON {
  /// `townlayout verify`: every check with what it found.
  ///
  /// - Parameter obstacle: the sentence for what kept some checks from being made; nil where all were.
  package static func verification(
    _ outcome: RunVerification.Outcome, obstacle: String?, in language: Language
  ) -> String {
    var writer = JSONWriter()
    writer.object { object in
      object.member("holds", outcome.holds)
      object.member("status", outcome.plan.status.rawValue)
      object.member("towns", outcome.plan.towns.count)
      object.member("objective", outcome.plan.objective, decimals: Rounding.points)
      object.member("bound", outcome.plan.bound, decimals: Rounding.points)
      object.object("proof") { proof in
        proof.member("outcome", outcome.verdict.outcome.rawValue)
        proof.member("dual_bound", outcome.verdict.dualBound, decimals: Rounding.points)
        proof.member("dual_gap", outcome.verdict.dualGap?.value, decimals: Rounding.ratio)
        proof.member("final_gap", outcome.verdict.finalGap?.value, decimals: Rounding.ratio)
        proof.member("nodes", outcome.verdict.nodes)
      }
      object.member("obstacle", obstacle)
      object.array("checks") { list in
        for check in outcome.checks { list.check(check, in: language) }
      }
    }
    writer.newline()
    return writer.text
  }
}

extension JSONWriter {
  fileprivate mutating func check(_ check: CertificateCheck, in language: Language) {
    object { entry in
      entry.member("check", check.code)
      entry.member("title", check.title.text(in: language))
      entry.member("result", check.outcome.rawValue)
      entry.member("detail", check.detail.text(in: language))
      entry.array("faults") { list in
        for fault in check.faults {
          list.object { item in
            item.array("subjects") { subjects in
              for subject in fault.subjects { subjects.value(subject) }
            }
            item.member("text", fault.text.text(in: language))
          }
        }
      }
    }
  }
}
