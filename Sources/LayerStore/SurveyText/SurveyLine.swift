/// One line of a survey text, without the blanks round it, cut into fields at its commas.
///
/// Works on UTF-8 bytes: points are many and plain ASCII, so that only what is text becomes a `String`.
struct SurveyLine {
  private let bytes: [UInt8]
  let range: Range<Int>
  private(set) var fields: [Range<Int>] = []
  private(set) var hasWideCommas = false

  private static let comma = UInt8(ascii: ",")
  /// U+FF0C in UTF-8.
  private static let wideComma: [UInt8] = [0xEF, 0xBC, 0x8C]

  init(_ bytes: [UInt8], _ line: Range<Int>) {
    self.bytes = bytes
    range = Self.trimmed(bytes, line)
    split()
  }

  var isEmpty: Bool { range.isEmpty }
  var text: String { text(range) }

  /// A field as text.
  func field(_ index: Int) -> String { text(fields[index]) }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The heading between brackets, half or full width; nil where the line is none.
  var heading: String? {
    let line = text
    guard let first = line.first, let last = line.last, line.count > 2,
      first == "[" && last == "]" || first == "【" && last == "】" || first == "［" && last == "］"
    else { return nil }
    return String(line.dropFirst().dropLast())
  }

  /// Key and value of a line `key=value`, blanks removed; nil where the line is none.
  var entry: (key: String, value: String)? {
    let line = text
    guard let sign = line.firstIndex(where: { $0 == "=" || $0 == "＝" }), sign != line.startIndex
    else {
      return nil
    }
    let key = line[..<sign].trimmed
    return key.contains(",") ? nil : (key, line[line.index(after: sign)...].trimmed)
  }

  /// A field as a number in decimal notation; nil for anything else, infinite ones included.
  func number(_ index: Int) -> DecimalNumber? { DecimalNumber(bytes, fields[index]) }

  // MARK: Cutting

  private mutating func split() {
    var start = range.lowerBound
    for index in range where bytes[index] == Self.comma {
      fields.append(Self.trimmed(bytes, start..<index))
      start = index + 1
    }
    fields.append(Self.trimmed(bytes, start..<range.upperBound))
    if fields.count == 1 { splitAtWideCommas() }
  }

  private mutating func splitAtWideCommas() {
    var (start, index) = (range.lowerBound, range.lowerBound)
    var found: [Range<Int>] = []
    while index + 3 <= range.upperBound {
      guard bytes[index] == 0xEF, bytes[index..<index + 3].elementsEqual(Self.wideComma) else {
        index += 1
        continue
      }
      found.append(Self.trimmed(bytes, start..<index))
      index += 3
      start = index
    }
    guard !found.isEmpty else { return }
    fields = found + [Self.trimmed(bytes, start..<range.upperBound)]
    hasWideCommas = true
  }

  /// A range without blanks at its ends: ASCII ones, U+00A0, U+3000 and byte-order marks.
  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      if bytes[low] <= 0x20 {
        low += 1
      } else if let width = blank(bytes, low, high) {
        low += width
      } else {
        break
      }
    }
    while low < high {
      if bytes[high - 1] <= 0x20 {
        high -= 1
      } else if high - low >= 3, blank(bytes, high - 3, high) == 3 {
        high -= 3
      } else if high - low >= 2, blank(bytes, high - 2, high) == 2 {
        high -= 2
      } else {
        break
      }
    }
    return low..<high
  }

  /// The width of a blank beyond ASCII at a place, or nil.
  private static func blank(_ bytes: [UInt8], _ place: Int, _ end: Int) -> Int? {
    guard bytes[place] >= 0xC2, place + 2 <= end else { return nil }
    if bytes[place] == 0xC2, bytes[place + 1] == 0xA0 { return 2 }
    guard place + 3 <= end else { return nil }
    let three = (bytes[place], bytes[place + 1], bytes[place + 2])
    return three == (0xE3, 0x80, 0x80) || three == (0xEF, 0xBB, 0xBF) ? 3 : nil
  }
}

extension StringProtocol {
  /// The text without blanks at its ends.
  var trimmed: String {
    var rest = Substring(self)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
