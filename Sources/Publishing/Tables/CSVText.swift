import LandModel
import LayerStore

/// Lines of CSV as RFC 4180 has them.
enum CSVText {
  /// The mark of UTF-8, without which Excel takes Chinese for GBK.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Appends one line, which ends as the standard has it.
  static func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: quoted(cell).utf8)
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  /// All rows of a table below the names of its fields; geometry is left out.
  static func bytes(of table: OutputTable) -> [UInt8] {
    var bytes = mark
    append(table.fields.map(\.name), to: &bytes)
    for row in 0..<table.count { append(table.fields.map { $0.values.cell(row) }, to: &bytes) }
    return bytes
  }

  private static func quoted(_ cell: String) -> String {
    let cell = harmless(cell)
    guard cell.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return cell
    }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// A text that a spreadsheet program would take for a formula, set apart by an apostrophe.
  ///
  /// A name comes from a foreign file; a negative number is none. An apostrophe of its own gets another,
  /// so that reading takes off the one that was set.
  private static func harmless(_ cell: String) -> String {
    guard let first = cell.first, "=+-@\t'".contains(first), Double(cell) == nil else {
      return cell
    }
    return "'" + cell
  }
}

extension OutputColumn {
  /// The value of a row as a cell of text; empty where there is none.
  func cell(_ row: Int) -> String {
    switch self {
    case .text(let values): values[row] ?? ""
    case .integer(let values): values[row].map { "\($0)" } ?? ""
    case .real(let values, let decimals):
      values[row].map { DecimalText.text($0, decimals: decimals) } ?? ""
    case .flag(let values): values[row] ? "1" : "0"
    case .list(let values): values[row].joined(separator: ";")
    }
  }
}
