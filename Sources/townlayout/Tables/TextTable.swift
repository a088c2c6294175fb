import Foundation

/// A table in plain text, columns aligned for a terminal; East Asian characters are two cells wide.
struct TextTable {
  private var rows: [[String]] = []
  private let numericColumns: Set<Int>

  /// - Parameter numericColumns: columns to align at the right.
  init(header: [String], numericColumns: Set<Int> = []) {
    self.numericColumns = numericColumns
    rows.append(header)
  }

  mutating func append(_ row: [String]) { rows.append(row.map(Self.oneLine)) }

  /// A text without line breaks and control characters: a name from a foreign file must not draw on the
  /// terminal.
  static func oneLine(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { !isControl($0) }
    guard !isPlain else { return text }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { line.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
    return String(line)
  }

  /// C0, C1 and the line and paragraph separators.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      || (0x2028...0x2029).contains(scalar.value)
  }

  /// The lines, each ending in a line break.
  var text: String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? Self.cells($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, value) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - Self.cells(value))
        line += numericColumns.contains(column) ? padding + value : value + padding
        line += "  "
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// Cells a text takes on a terminal.
  private static func cells(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
      // CJK, Hangul and full-width forms (Unicode Standard Annex 11, classes W and F).
      let isWide =
        (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
        || (0xAC00...0xD7A3).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
        || (0xFE30...0xFE6F).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
      return width + (isWide ? 2 : 1)
    }
  }

  /// A number with a fixed count of decimals.
  static func number(_ value: Double, decimals: Int) -> String {
    String(format: "%.\(decimals)f", value)
  }
}
