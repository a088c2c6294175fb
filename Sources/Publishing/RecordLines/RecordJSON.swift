package import LandModel
package import LayoutAnalysis
package import Scenarios

/// What `townlayout validate -` prints: one object on a line for each record, and one with the counts.
package enum StreamJSON {
  /// A record: its number, its id and its findings.
  package static func record(
    _ record: StreamValidation.Record, in language: Language
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.member("number", record.number)
      object.member("id", record.id?.text)
      object.array("findings") { list in
        for finding in record.findings {
          list.object { entry in
            guard let grid = record.grid else { return entry.members(of: finding, in: language) }
            entry.members(of: finding, on: grid, in: language)
          }
        }
      }
    }
    writer.newline()
    return writer.bytes
  }

  /// The last line: counts over all records, and remarks that belong to none.
  package static func summary(
    _ validation: FeatureValidation, remarks: [Finding], isComplete: Bool, in language: Language
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.object("summary") { summary in
        summary.member("features_checked", validation.featuresChecked)
        summary.object("findings_by_rule") { rules in
          for entry in validation.findingsByRule { rules.member(entry.rule.text, entry.count) }
        }
        summary.member("waived", validation.waivedCount)
        summary.member("complete", isComplete)
        summary.array("remarks") { list in
          for finding in remarks {
            list.object { $0.members(of: finding, in: language) }
          }
        }
      }
    }
    writer.newline()
    return writer.bytes
  }
}
