package import LandModel
import LayoutAnalysis
package import Scenarios

/// The line of JSON that answers a record.
package enum RecordJSON {
  /// How each line begins; the record's number follows, so that a merge finds it without reading more.
  static let opening = #"{"number":"#

  /// `townlayout validate`, feature by feature: number, id and findings.
  package static func line(
    _ record: StreamValidation.Record, in language: Language
  ) -> [UInt8] {
    line { object in
      object.member("number", record.number)
      object.member("id", record.id?.text)
      object.findings(record.findings, on: record.grid, in: language)
    }
  }

  /// `townlayout check`, town by town: number, id, what became of it, findings and results.
  package static func line(
    _ record: TownStream.Record, on grid: GaussKrugerGrid, in language: Language
  ) -> [UInt8] {
    line { object in
      object.member("number", record.number)
      object.member("id", record.id?.text)
      object.member("state", record.state.rawValue)
      object.member("fault", record.fault?.text(in: language))
      object.findings(record.findings, on: grid, in: language)
      guard record.state == .checked else {
        object.key("results")
        return object.null()
      }
      object.array("results") { list in
        for pair in record.results { list.object { $0.members(of: pair, on: grid) } }
      }
    }
  }

  private static func line(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.object(body)
    writer.newline()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func findings(
    _ findings: [Finding], on grid: GaussKrugerGrid?, in language: Language
  ) {
    array("findings") { list in
      for finding in findings {
        list.object { entry in
          guard let grid else { return entry.members(of: finding, in: language) }
          entry.members(of: finding, on: grid, in: language)
        }
      }
    }
  }
}
