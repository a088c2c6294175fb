import LandModel
import LayoutAnalysis

/// Waivers as a table: one on a line, columns by name.
///
/// A table of findings that `validate --out findings.csv` wrote is one too: its lines become waivers where
/// someone has written a reason and an author into them.
struct WaiverTable {
  let file: String
  private let columns: [String: Int]
  private let records: ArraySlice<CSVTable.Record>
  /// Whether lines without a reason are findings nobody has accepted.
  private let isOfFindings: Bool

  /// Columns that a table of waivers may have.
  private static let names = [
    "rule", "layer", "features", "lon", "lat", "within", "until", "reason", "author",
  ]
  /// The same as a table of findings calls them.
  private static let findingNames = [
    "features": "feature_ids", "until": "waiver_until", "reason": "waiver_reason",
    "author": "waiver_author",
  ]
  /// The point of a finding is written to a centimetre, and stands for the whole place.
  private static let findingRadius = Metres(1)

  /// - Throws: ``PlanError`` for a column nobody knows, or a required one that is missing.
  init(file: String, text: String) throws(PlanError) {
    let records = CSVTable(text).records
    let header = (records.first?.fields ?? []).map { $0.trimmingSpaces().lowercased() }
    self.file = file
    self.records = records.dropFirst()
    isOfFindings = header.contains("waiver_reason")
    columns = Dictionary(
      header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let place = PlanPlace(file: file, line: 1)
    if !isOfFindings {
      for name in header where !name.isEmpty && !Self.names.contains(name) {
        let nearest = NearestName.of(name, in: Self.names)
        throw PlanError(place: place, cause: .unknownKey(name, nearest: nearest))
      }
    }
    for name in ["rule", "features", "reason", "author"] where column(name) == nil {
      throw PlanError(place: place, cause: .missingKey(name))
    }
  }

  /// - Throws: ``PlanError`` at the line of an unknown rule, a missing reason or author, or a place that
  ///   is none.
  func waivers() throws(PlanError) -> [FindingWaiver] {
    var waivers: [FindingWaiver] = []
    for record in records {
      let (reason, author) = (text("reason", record), text("author", record))
      if isOfFindings, reason.isEmpty, author.isEmpty { continue }
      if reason.isEmpty { throw error(record, "reason", .missingKey("reason")) }
      if author.isEmpty { throw error(record, "author", .missingKey("author")) }
      let until = text("until", record)
      let features = try features(record)
      let layer = text("layer", record)
      waivers.append(
        FindingWaiver(
          rule: try rule(record), layer: layer.isEmpty || layer == "*" ? nil : layer,
          features: features, place: try place(record),
          waiver: Waiver(reason: reason, author: author, until: until.isEmpty ? nil : until),
          origin: PlanPlace(file: file, line: record.line).origin))
    }
    return waivers
  }

  private func rule(_ record: CSVTable.Record) throws(PlanError) -> RuleCode {
    let code = text("rule", record)
    let known = BoundaryRules.all.map(\.code.text)
    guard known.contains(code) else {
      throw error(
        record, "rule",
        .unknownName(
          kind: "validation rule", name: code, nearest: NearestName.of(code, in: known)))
    }
    return RuleCode(code)
  }

  /// Ids set apart by semicolons; nil for every feature, written `*`.
  ///
  /// In a table of findings an empty cell is a finding that concerns no feature: such ones are meant.
  private func features(_ record: CSVTable.Record) throws(PlanError) -> [FeatureID]? {
    let cell = text("features", record)
    if cell == "*" { return nil }
    if cell.isEmpty, isOfFindings { return [] }
    let ids = cell.split(separator: ";").map { String($0).trimmingSpaces() }.filter { !$0.isEmpty }
    guard !ids.isEmpty else { throw error(record, "features", .missingKey("features")) }
    return ids.map { FeatureID($0) }
  }

  private func place(_ record: CSVTable.Record) throws(PlanError) -> FindingWaiver.Place? {
    let cells = ["lon", "lat", "within"].map { text($0, record) }
    if cells[0].isEmpty, cells[1].isEmpty, cells[2].isEmpty { return nil }
    guard let longitude = Double(cells[0]), (-180...180).contains(longitude) else {
      throw error(record, "lon", .wrongValue(expected: "degrees", found: "“\(cells[0])”"))
    }
    guard let latitude = Double(cells[1]), (-90...90).contains(latitude) else {
      throw error(record, "lat", .wrongValue(expected: "degrees", found: "“\(cells[1])”"))
    }
    guard let radius = isOfFindings ? Self.findingRadius : Quantity.length(cells[2]) else {
      let expected = PlanValueKind.length.expectation
      throw error(record, "within", .wrongValue(expected: expected, found: "“\(cells[2])”"))
    }
    return .init(centre: XY(longitude, latitude), radius: radius)
  }

  private func column(_ name: String) -> Int? {
    columns[isOfFindings ? Self.findingNames[name] ?? name : name]
  }

  private func text(_ name: String, _ record: CSVTable.Record) -> String {
    guard let column = column(name), column < record.fields.count else { return "" }
    let cell = record.fields[column].trimmingSpaces()
    // A table of findings keeps a text from passing for a formula by an apostrophe.
    return isOfFindings && cell.hasPrefix("'") ? String(cell.dropFirst()) : cell
  }

  private func error(
    _ record: CSVTable.Record, _ column: String, _ cause: PlanError.Cause
  ) -> PlanError {
    PlanError(place: PlanPlace(file: file, line: record.line, path: column), cause: cause)
  }
}

extension String {
  /// Without white space at both ends.
  fileprivate func trimmingSpaces() -> String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
