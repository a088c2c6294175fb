package import LandModel
import LayoutAnalysis
package import Scenarios

/// Findings as one GeoJSON file, with the counts as members of the collection (RFC 7946, §6.1).
package enum FindingsGeoJSON {
  /// The bytes of the findings of a validation.
  package static func bytes(of run: ValidationRun, in language: Language) -> [UInt8] {
    GeoJSONFile.bytes(of: .findings(run.result.findings, in: language), on: run.grid) { head in
      head.counts(of: run.result)
      head.omissions([(nil, run.result.omitted)])
    }
  }

  /// The findings of a validation as a text sequence, which has no place for counts.
  package static func sequence(of run: ValidationRun, in language: Language) -> [UInt8] {
    GeoJSONFile.sequence(of: .findings(run.result.findings, in: language), on: run.grid)
  }

  /// The bytes of the findings of a plan, on all stages.
  package static func bytes(of run: RunResult, in language: Language) -> [UInt8] {
    GeoJSONFile.bytes(of: .findings(of: run, in: language), on: run.grid) { head in
      head.omissions(
        RunStage.allCases.map { ($0.rawValue, $0.validation(of: run).omitted) })
    }
  }
}

extension JSONWriter {
  /// Writes `omitted`: what was counted and not kept, by stage where there are several.
  mutating func omissions(_ stages: [(stage: String?, omitted: [OmittedFindings])]) {
    array("omitted") { list in
      for (stage, omitted) in stages {
        for omission in omitted {
          list.object { entry in
            if let stage { entry.member("stage", stage) }
            entry.member("layer", omission.layer)
            entry.member("rule", omission.rule.text)
            entry.member("severity", omission.severity.rawValue)
            entry.member("count", omission.count)
            entry.member("waived", omission.waiver != nil)
          }
        }
      }
    }
  }
}
