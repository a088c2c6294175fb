import LayerStore

/// Builds JSON text in a byte buffer, members in the order they are written.
///
/// The order, the number notation and the escapes are fixed, so the same values give the same bytes.
package struct JSONWriter {
  /// How the text is laid out.
  package enum Layout: Sendable {
    /// No white space.
    case compact
    /// One member or element on a line, two spaces for each level.
    case indented
  }

  /// The text so far, UTF-8.
  package private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private let isForMarkup: Bool
  private var depth = 0
  private var isFirst = true
  private var followsKey = false

  /// - Parameters:
  ///   - layout: compact for features, indented for a file that people read.
  ///   - isForMarkup: whether `<`, `>` and `&` are escaped too, so that the text can stand in an HTML
  ///     script element whatever the data hold.
  package init(layout: Layout = .compact, isForMarkup: Bool = false) {
    self.layout = layout
    self.isForMarkup = isForMarkup
  }

  /// The text so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  // MARK: Structure

  /// Writes an object whose members `body` writes.
  package mutating func object<Failure: Error>(
    _ body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    open(UInt8(ascii: "{"))
    try body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes an array whose elements `body` writes.
  package mutating func array<Failure: Error>(
    _ body: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    open(UInt8(ascii: "["))
    try body(&self)
    close(UInt8(ascii: "]"))
  }

  /// Writes a member's name; the next value written belongs to it.
  package mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  /// Writes a comma at the outermost level, between values that are joined later.
  package mutating func comma() { bytes.append(UInt8(ascii: ",")) }

  /// Writes a line break; for files with one feature on a line.
  package mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  /// Writes what begins a text of a sequence (RFC 8142 §2.1).
  package mutating func recordSeparator() { bytes.append(0x1E) }

  // MARK: Values

  package mutating func value(_ text: String) {
    separate()
    quote(text)
  }

  package mutating func value(_ number: Int) {
    separate()
    bytes.append(contentsOf: "\(number)".utf8)
  }

  package mutating func value(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  /// Writes a number rounded to `decimals`; null when it is not finite.
  package mutating func value(_ number: Double, decimals: Int) {
    separate()
    if !DecimalText.append(number, decimals: decimals, to: &bytes) {
      bytes.append(contentsOf: "null".utf8)
    }
  }

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes text that is JSON already.
  package mutating func raw(_ json: String) {
    separate()
    bytes.append(contentsOf: json.utf8)
  }

  // MARK: Inside

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
    isFirst = true
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if !isFirst { breakLine() }
    bytes.append(bracket)
    isFirst = false
  }

  /// Sets the next name or value apart from what stands before it.
  private mutating func separate() {
    if followsKey {
      followsKey = false
    } else if depth > 0 {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      breakLine()
    }
    isFirst = false
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func quote(_ text: String) {
    JSONText.append(text, isForMarkup: isForMarkup, to: &bytes)
  }
}
