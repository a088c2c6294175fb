/// Builds HTML text; whatever comes from data passes through ``text(_:)`` or an attribute and is escaped.
struct HTMLWriter {
  /// The markup so far, UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Elements without an end tag.
  private static let void: Set<String> = ["br", "hr", "input", "meta", "col"]

  /// Writes an element with what `body` writes inside.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ body: (inout HTMLWriter) -> Void
  ) {
    raw("<\(name)")
    for (key, value) in attributes {
      raw(" \(key)=\"")
      text(value)
      raw("\"")
    }
    raw(">")
    guard !Self.void.contains(name) else { return }
    body(&self)
    raw("</\(name)>")
  }

  /// Writes an element that holds text.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes text, escaped for content and for attribute values in double quotes.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": raw("&lt;")
      case ">": raw("&gt;")
      case "&": raw("&amp;")
      case "\"": raw("&quot;")
      case "'": raw("&#39;")
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{7F}":
        raw("\u{FFFD}")
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// Writes markup of our own.
  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Writes bytes that are markup already.
  mutating func raw(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }
}
