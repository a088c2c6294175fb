package import LandModel
import LayoutAnalysis
package import Scenarios

/// The file `run.json`: what went into a run, what came out, and how it was measured.
///
/// Everything a reader needs to repeat and to trust the run. Times stand under the one key `timings`;
/// all other bytes are the same for the same input.
package enum RunRecord {
  /// The bytes of the file, indented, ending in a line break.
  ///
  /// - Parameter seals: of the boundaries as they are written beside it.
  package static func bytes(
    of run: RunResult, seals: CertificateSeals, in language: Language
  ) -> [UInt8] {
    var writer = JSONWriter(layout: .indented)
    writer.object { record in
      record.member("townlayout_run", 1)
      record.member("title", run.title.text(in: language))
      record.plan(of: run)
      record.inputs(of: run, in: language)
      record.array("warnings") { list in
        for warning in run.warnings { list.value(warning.text(in: language)) }
      }
      record.outcome(of: run.layout, in: language)
      record.terms(of: run.layout, from: run.delimitation)
      record.answers(of: run.layout, from: run.delimitation, in: language)
      record.chosen(of: run.layout, from: run.delimitation, in: language)
      record.sizes(of: run)
      record.certificate(of: run.layout, seals: seals)
      record.summaries(of: run)
      record.conventions(of: run, in: language)
      record.timings(of: run.provenance)
    }
    writer.newline()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func plan(of run: RunResult) {
    let provenance = run.provenance
    object("plan") { plan in
      plan.member("file", provenance.planFile)
      plan.member("sha256", provenance.planSHA256)
    }
    object("versions") { versions in
      for version in provenance.versions { versions.member(version.component, version.version) }
    }
    member("working_crs", run.grid.crs.text)
    object("profile") { profile in
      profile.member("name", provenance.profile)
      profile.array("numbers") { list in
        for number in provenance.profileNumbers {
          list.object { entry in
            entry.member("name", number.name)
            entry.member("value", number.value)
            entry.member("source", number.source)
          }
        }
      }
    }
    object("parameters") { parameters in
      for parameter in provenance.parameters { parameters.member(parameter.path, parameter.value) }
    }
    object("effective_parameters") { parameters in
      for parameter in provenance.effectiveParameters {
        parameters.member(parameter.path, parameter.value)
      }
    }
    // As text: a seed may exceed the integers that every JSON reader keeps exact.
    member("seed", "\(provenance.seed)")
  }

  fileprivate mutating func inputs(of run: RunResult, in language: Language) {
    array("inputs") { list in
      for layer in run.layers {
        list.object { input in
          input.member("layer", layer.key)
          input.member("title", layer.title.text(in: language))
          input.member("role", layer.role.rawValue)
          input.member("address", layer.address.text)
          input.member("sha256", layer.sha256)
          input.member("source", layer.source.isEmpty ? nil : layer.source)
          input.member("synthetic", layer.isSynthetic)
          input.member("source_crs", layer.sourceCRS.text)
          input.member("operation", layer.operation)
          input.member("features", layer.projected.count)
          input.member("features_valid", layer.checked.count)
          input.array("remarks") { remarks in
            for remark in layer.remarks { remarks.value(remark.text(in: language)) }
          }
        }
      }
    }
  }

  fileprivate mutating func timings(of provenance: RunProvenance) {
    array("timings") { list in
      for timing in provenance.timings {
        list.object { stage in
          stage.member("stage", timing.stage)
          stage.member("seconds", timing.seconds, decimals: Rounding.seconds)
        }
      }
    }
  }
}
