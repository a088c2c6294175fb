import LandModel
import LayoutAnalysis

extension PlanValue {
  /// The totals by group of a ``PlanKeys/total`` section's table, in the order of its lines.
  ///
  /// - Throws: ``PlanError`` for a file that is no table, a column it has not, a group named twice, and
  ///   a total that is no number, at its line.
  func totalsOfTable() throws(PlanError) -> [ControlTotal.Group] {
    let file = self["file"]?.filePath ?? ""
    let records = CSVTable(try CSVTable.text(file: file)).records
    let header = (records.first?.fields ?? []).map { MissingText.value($0) ?? "" }
    func column(_ use: String) throws(PlanError) -> Int {
      let name = self[use]?.text ?? ""
      guard let index = header.firstIndex(of: name) else {
        throw (self[use] ?? self).unknown("column of \(file)", among: header)
      }
      return index
    }
    let (keys, totals) = (try column("key"), try column("total"))
    var groups: [ControlTotal.Group] = []
    var seen: Set<String> = []
    for record in records.dropFirst() {
      func problem(_ cause: PlanError.Cause) -> PlanError {
        PlanError(place: PlanPlace(file: file, line: record.line), cause: cause)
      }
      func text(_ column: Int) -> String {
        column < record.fields.count ? MissingText.value(record.fields[column]) ?? "" : ""
      }
      guard !text(keys).isEmpty || !text(totals).isEmpty else { continue }
      guard !text(keys).isEmpty else { throw problem(.missingKey(header[keys])) }
      guard let total = Double(text(totals)), total.isFinite else {
        throw problem(.wrongValue(expected: "a number", found: "“\(text(totals))”"))
      }
      guard seen.insert(text(keys)).inserted else {
        throw problem(.contradiction("“\(text(keys))” has a total on an earlier line"))
      }
      groups.append(ControlTotal.Group(key: text(keys), total: total))
    }
    return groups
  }
}
