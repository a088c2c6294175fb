/// A place in JSON text that lies in memory and is followed by zero bytes.
///
/// JSON has no zero byte outside an escape, so that every loop over the text stops at the end without
/// asking for it; that the padding is longer than any single load (``ByteWindow/padding``) makes reading
/// ahead safe. A cursor is made for one step of a reader and not kept beyond it.
@safe struct JSONCursor {
  /// Brackets that may be open at once: a multipolygon in a collection of features needs 9.
  static let deepestNesting = 128

  private let base: UnsafePointer<UInt8>
  /// Where the text at hand ends.
  let end: Int
  /// The next byte to be looked at.
  var position: Int

  /// - Parameter base: at least `end` and ``ByteWindow/padding`` bytes, the latter zero.
  init(base: UnsafePointer<UInt8>, position: Int, end: Int) {
    unsafe self.base = base
    self.position = position
    self.end = end
  }

  // MARK: Bytes

  /// The next byte; zero at the end.
  var byte: UInt8 {
    @inline(__always) get { unsafe base[position] }
  }

  /// A byte before ``end`` or in the padding.
  @inline(__always) func byte(at place: Int) -> UInt8 { unsafe base[place] }

  /// Eight bytes from a place on, the first one lowest.
  @inline(__always) func word(at place: Int) -> UInt64 {
    UInt64(
      littleEndian: unsafe UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self))
  }

  /// The bytes of a range, lent.
  func withBytes<Value>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value
  {
    unsafe body(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  @inline(__always) mutating func skipSpace() {
    while true {
      let next = byte
      // Four characters are white space (RFC 8259 §2); all others but the end are above it.
      guard next <= 0x20, next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 else {
        return
      }
      position += 1
    }
  }

  /// Passes a byte if it comes next.
  @inline(__always) mutating func take(_ expected: UInt8) -> Bool {
    guard byte == expected else { return false }
    position += 1
    return true
  }

  /// Passes a byte, with white space before it.
  @inline(__always) mutating func expect(_ expected: UInt8) throws(JSONStop) {
    skipSpace()
    guard take(expected) else { throw unexpected() }
  }

  // MARK: Faults

  func stop(_ reason: JSONStop.Reason) -> JSONStop { JSONStop(reason: reason, position: position) }

  /// What is wrong with the next byte, where something else must stand.
  func unexpected() -> JSONStop {
    guard position < end else { return stop(.endOfBytes) }
    switch byte {
    case 0x1E: return stop(.recordSeparator)
    case ..<0x20, 0x7F: return stop(.control)
    case 0x80...: return stop(.notUTF8)
    case UInt8(ascii: "]"), UInt8(ascii: "}"): return stop(.unbalanced)
    case UInt8(ascii: "/"), UInt8(ascii: "#"): return stop(.comment)
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return stop(.number)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      var last = position
      while isLetter(byte(at: last)) { last += 1 }
      return stop(last == end ? .endOfBytes : .word)
    default: return stop(.character)
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Passes `true`, `false` or `null`.
  mutating func literal(_ text: StaticString) throws(JSONStop) {
    var place = position
    for index in 0..<text.utf8CodeUnitCount {
      guard unsafe byte(at: place) == text.utf8Start[index] else {
        throw place == end ? stop(.endOfBytes) : stop(.word)
      }
      place += 1
    }
    guard !isLetter(byte(at: place)) else { throw stop(.word) }
    position = place
  }
}
