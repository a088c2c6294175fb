import Foundation
package import LayoutAnalysis

/// Reads waivers from a file: YAML, or a table as a spreadsheet program saves it.
package enum WaiverFile {
  /// The waivers of a file, in its order; a name that ends in `.csv` is a table.
  ///
  /// - Throws: ``PlanError`` for a file that cannot be read, an unknown rule, a missing reason or author,
  ///   at its line.
  package static func waivers(file: String) throws(PlanError) -> [FindingWaiver] {
    guard file.lowercased().hasSuffix(".csv") else {
      let document = try PlanDocument(file: file, section: PlanKeys.waiverFile)
      return try document.root["waivers"]?.waivers() ?? []
    }
    return try WaiverTable(file: file, text: CSVTable.text(file: file)).waivers()
  }
}

extension CSVTable {
  /// The text of a table as a spreadsheet program saves it.
  ///
  /// - Throws: ``PlanError`` for a file that cannot be read, or that is no text.
  static func text(file: String) throws(PlanError) -> String {
    let data = try PlanDocument.data(file: file)
    guard let text = text(of: data) else {
      throw PlanError(
        place: PlanPlace(file: file),
        cause: .contradiction("the file is neither UTF-8 nor GBK text"))
    }
    return text
  }

  /// UTF-8 with or without its mark, else GBK, as Excel saves a CSV file on a Chinese system.
  private static func text(of data: Data) -> String? {
    // NSStringEncoding of GB 18030: 0x8000_0000 and CFStringEncoding 0x0632.
    let text =
      String(data: data, encoding: .utf8)
      ?? String(data: data, encoding: String.Encoding(rawValue: 0x8000_0632))
    guard let text, text.hasPrefix("\u{FEFF}") else { return text }
    return String(text.unicodeScalars.dropFirst())
  }
}
