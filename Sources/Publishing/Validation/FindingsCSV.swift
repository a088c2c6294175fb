package import LandModel
import LayerStore
import LayoutAnalysis
package import Scenarios

/// Findings as a table for spreadsheet programs: CSV of RFC 4180 in UTF-8 with its mark, without which
/// Excel takes Chinese for GBK.
///
/// Written back with a reason and an author in its last columns, the file serves as `--waivers`.
package enum FindingsCSV {
  /// Characters that a cell of Excel holds; it breaks a longer text into lines of its own.
  private static let longestCell = 32_767

  /// The bytes of the file.
  ///
  /// `lon` and `lat` are a point of the place in degrees on CGCS2000, `wkt` the whole place in the same
  /// way unless it is too long for a cell; several ids are set apart by semicolons. Last lines say what was counted and not kept.
  package static func bytes(of run: ValidationRun, in language: Language) -> [UInt8] {
    let findings = run.result.findings + run.result.omitted.map(remark)
    let table = OutputTable.findings(findings, in: language)
    var text = CSVText.mark
    // The columns that a person fills in stand last.
    let isWaiver = { (field: OutputField) in field.name.hasPrefix("waiver_") }
    let head = table.fields.filter { !isWaiver($0) && $0.name != "waived" }
    let tail = table.fields.filter(isWaiver)
    let names = head.map(\.name) + ["lon", "lat", "wkt"] + tail.map(\.name)
    CSVText.append(names, to: &text)
    let chunks = Chunks.map(count: findings.count, size: 512) { rows in
      var bytes: [UInt8] = []
      for row in rows {
        let place = findings[row].geometry
        let point = place.representativePosition.map(run.grid.geodetic)
        let degrees = [point?.x, point?.y].map { ordinate in
          ordinate.map { DecimalText.text($0, decimals: Rounding.degrees) } ?? ""
        }
        let wkt = WKT.text(of: place, on: run.grid)
        CSVText.append(
          head.map { $0.values.cell(row) } + degrees + [wkt.utf8.count > longestCell ? "" : wkt]
            + tail.map { $0.values.cell(row) }, to: &bytes)
      }
      return bytes
    }
    for chunk in chunks { text.append(contentsOf: chunk) }
    return text
  }

  /// A line in place of findings that were counted and not kept.
  private static func remark(_ omission: OmittedFindings) -> Finding {
    Finding(
      rule: omission.rule, severity: omission.severity, layer: omission.layer, featureIDs: [],
      value: Double(omission.count), unit: .count,
      message: LocalizedText(
        english: omission.count.counted("more finding") + " of this rule "
          + (omission.count == 1 ? "was" : "were") + " counted and not kept",
        chinese: "另有 \(omission.count) 处同类问题仅计数，未逐一列出"), waiver: omission.waiver)
  }
}
