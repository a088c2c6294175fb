/// Texts that files hold where there is no value.
///
/// Exports from databases and spreadsheets write them for an empty cell; by hand people write 无 or a dash.
package enum MissingText {
  private static let words: Set<String> = [
    "null", "<null>", "(null)", "nil", "none", "nan", "n/a", "#n/a", "无", "空", "无数据", "暂无",
  ]

  /// A value without surrounding white space; nil where nothing is left, or a text that means so.
  package static func value(_ text: String) -> String? {
    if isCode(text) { return text }
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

  /// Whether a text begins and ends with a letter or digit of ASCII and has a digit: no word for a missing
  /// value has one, and there is nothing to cut off.
  private static func isCode(_ text: String) -> Bool {
    let bytes = text.utf8
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    func isPlain(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) }
    guard let first = bytes.first, let last = bytes.last, isPlain(first), isPlain(last) else {
      return false
    }
    return bytes.contains(where: isDigit)
  }

  /// Whether a character shows nothing: white space, the ideographic and no-break ones too, and NUL.
  private static func isBlank(_ character: Character) -> Bool {
    character.isWhitespace || character == "\0" || character == "\u{FEFF}"
  }
}
