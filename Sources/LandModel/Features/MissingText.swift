/// Texts that files hold where there is no value.
///
/// Exports from databases and spreadsheets write them for an empty cell; by hand people write 无 or a dash.
package enum MissingText {
  private static let words: Set<String> = [
    "null", "<null>", "(null)", "nil", "none", "nan", "n/a", "#n/a", "无", "空", "无数据", "暂无",
  ]

  /// A value without surrounding white space; nil where nothing is left, or a text that means so.
  package static func value(_ text: String) -> String? {
    var characters = Substring(text)
    while let first = characters.first, isBlank(first) { characters.removeFirst() }
    while let last = characters.last, isBlank(last) { characters.removeLast() }
    guard !characters.isEmpty else { return nil }
    // Dashes and slashes alone, as in forms filled by hand.
    if characters.allSatisfy({ "-—–－_/\\".contains($0) }) { return nil }
    // The longest word has six characters.
    if characters.utf8.count <= 12, words.contains(characters.lowercased()) { return nil }
    return String(characters)
  }

  /// Whether a character shows nothing: white space, the ideographic and no-break ones too, and NUL.
  private static func isBlank(_ character: Character) -> Bool {
    character.isWhitespace || character == "\0" || character == "\u{FEFF}"
  }
}
