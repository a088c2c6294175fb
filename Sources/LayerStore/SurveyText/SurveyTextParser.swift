/// Cuts the bytes of a survey text into its records.
///
/// Sections may lack their headings; a parcel is told by its `@` or by 点, 线 or 面 in its fifth field.
/// Every failure names its line.
struct SurveyTextParser {
  private let bytes: [UInt8]
  private var text = SurveyText()
  private var section = Section.unknown
  private var line = 0

  private enum Section { case unknown, header, parcels, other }

  /// More fields, or header keys, than any survey has: each becomes a column of the layer.
  static let mostFields = 64

  /// - Parameter bytes: UTF-8.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Complexity: O(n) in bytes.
  static func parse(_ bytes: [UInt8]) throws(SurveyTextFailure) -> SurveyText {
    var parser = SurveyTextParser(bytes)
    return try parser.parse()
  }

  private mutating func parse() throws(SurveyTextFailure) -> SurveyText {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      line += 1
      try take(SurveyLine(bytes, start..<end))
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
      start = end + 1
    }
    guard !text.parcels.isEmpty else { throw failure(.noParcel) }
    return text
  }

  private mutating func take(_ line: SurveyLine) throws(SurveyTextFailure) {
    if line.isEmpty { return }
    if line.fields.count == 1, let heading = line.heading { return begin(heading, line) }
    if line.hasWideCommas { text.linesWithWideCommas += 1 }
    switch section {
    case .other: text.extensionLines.append(line.text)
    case .header: try takeEntry(line)
    case .parcels: try takeRecord(line)
    case .unknown:
      if line.entry != nil, !isParcel(line) { try takeEntry(line) } else { try takeRecord(line) }
    }
  }

  private mutating func begin(_ heading: String, _ line: SurveyLine) {
    switch heading.trimmed {
    case "属性描述": section = .header
    case "地块坐标": section = .parcels
    default:
      section = .other
      text.extensionLines.append(line.text)
    }
  }

  private mutating func takeEntry(_ line: SurveyLine) throws(SurveyTextFailure) {
    guard let entry = line.entry else {
      // The heading of the parcels may be missing.
      guard isParcel(line) else { throw failure(.unknownLine) }
      section = .parcels
      return try takeRecord(line)
    }
    let key = SurveyField.headerKey(entry.key)
    let new = SurveyText.Entry(key: key, value: entry.value)
    if let index = text.header.firstIndex(where: { $0.key == key }) {
      text.header[index] = new
      text.repeatedKeys.append(key)
    } else {
      text.header.append(new)
    }
    guard text.header.count <= Self.mostFields else {
      throw failure(.tooMany(what: .keys, limit: Self.mostFields))
    }
  }

  private func isParcel(_ line: SurveyLine) -> Bool {
    let fields = line.fields
    if fields.contains(where: { $0.count == 1 && bytes[$0.lowerBound] == UInt8(ascii: "@") }) {
      return true
    }
    guard fields.count > 4 else { return false }
    return [SurveyField.point, SurveyField.line, SurveyField.polygon].contains(line.field(4))
  }

  private mutating func takeRecord(_ line: SurveyLine) throws(SurveyTextFailure) {
    guard isParcel(line) else { return try takePoint(line) }
    guard line.fields.count <= Self.mostFields else {
      throw failure(.tooMany(what: .fields, limit: Self.mostFields))
    }
    let fields = line.fields.indices.map(line.field)
    let mark = fields.lastIndex(of: "@") ?? fields.count
    // What stands behind the mark is kept as further fields; an empty end is not a field.
    let behind = fields.dropFirst(mark + 1).filter { !$0.isEmpty }
    text.parcels.append(
      SurveyText.Parcel(
        line: self.line, fields: fields.prefix(mark) + behind, pointEnd: text.points.count))
  }

  private mutating func takePoint(_ line: SurveyLine) throws(SurveyTextFailure) {
    guard !text.parcels.isEmpty else {
      throw failure(line.fields.count >= 4 ? .pointOutsideParcel : .unknownLine)
    }
    guard line.fields.count >= 4 else { throw failure(.tooFewFields(found: line.fields.count)) }
    guard let ring = line.number(1), let number = Int(exactly: ring.value) else {
      throw failure(.notANumber(text: line.field(1)))
    }
    guard let first = line.number(2) else { throw failure(.notANumber(text: line.field(2))) }
    guard let second = line.number(3) else { throw failure(.notANumber(text: line.field(3))) }
    text.decimals = max(text.decimals, first.decimals, second.decimals)
    if min(first.decimals, second.decimals) >= 4 { text.pointsWithFourDecimals += 1 }
    if line.fields.dropFirst(4).contains(where: { !$0.isEmpty }) { text.pointsWithMore += 1 }
    text.points.append(
      SurveyText.Point(
        name: line.field(0), ring: number, first: first.value, second: second.value))
    text.parcels[text.parcels.count - 1].pointEnd = text.points.count
  }

  private func failure(_ fault: SurveyTextFault) -> SurveyTextFailure {
    let parcel = text.parcels.isEmpty ? nil : text.title(ofParcel: text.parcels.count - 1)
    // What concerns the whole file is told of its first line.
    return SurveyTextFailure(
      line: fault == .noParcel ? 1 : line, parcel: fault == .noParcel ? nil : parcel, fault: fault)
  }
}
