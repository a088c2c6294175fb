/// A value of JSON text, by its place.
struct JSONToken: Equatable {
  enum Kind: UInt8 {
    case null, `false`, `true`
    /// A number without point and exponent.
    case integer
    case real
    /// A text that stands as it is written.
    case text
    /// A text with escapes in it.
    case escapedText
    /// An array or an object.
    case nested
  }

  let kind: Kind
  /// Places in the window; of a text without its quotation marks.
  let range: Range<Int>

  /// Where the value begins, a text with its quotation mark.
  var start: Int {
    kind == .text || kind == .escapedText ? range.lowerBound - 1 : range.lowerBound
  }
}

extension JSONCursor {
  /// Passes a value of any kind, checked by the whole grammar of RFC 8259.
  mutating func token() throws(JSONStop) -> JSONToken {
    skipSpace()
    let start = position
    switch byte {
    case UInt8(ascii: "\""): return try text()
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try skipNested()
      return JSONToken(kind: .nested, range: start..<position)
    case UInt8(ascii: "n"):
      try literal("null")
      return JSONToken(kind: .null, range: start..<position)
    case UInt8(ascii: "t"):
      try literal("true")
      return JSONToken(kind: .true, range: start..<position)
    case UInt8(ascii: "f"):
      try literal("false")
      return JSONToken(kind: .false, range: start..<position)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      let isInteger = try skipNumber()
      return JSONToken(kind: isInteger ? .integer : .real, range: start..<position)
    default: throw unexpected()
    }
  }

  /// Passes a number.
  ///
  /// - Returns: whether it has neither point nor exponent.
  private mutating func skipNumber() throws(JSONStop) -> Bool {
    let start = position
    var isInteger = true
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try skipDigits(of: start) }
    if take(UInt8(ascii: ".")) {
      isInteger = false
      try skipDigits(of: start)
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      position += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try skipDigits(of: start)
    }
    // What follows may belong to it; only more bytes can tell.
    if position == end { throw stop(.endOfBytes) }
    if byte &- UInt8(ascii: "0") <= 9 { throw JSONStop(reason: .number, position: start) }
    return isInteger
  }

  /// Passes at least one digit.
  private mutating func skipDigits(of start: Int) throws(JSONStop) {
    let first = position
    while byte &- UInt8(ascii: "0") <= 9 { position += 1 }
    guard position > first else {
      if position == end { throw stop(.endOfBytes) }
      let stop = unexpected()
      // `-Infinity` is a word that does not belong here, `1.` a number that is none.
      throw stop.reason == .word ? stop : JSONStop(reason: .number, position: start)
    }
  }

  /// Passes a text with its quotation marks, checking that it is UTF-8 (Unicode 15, table 3-7), that it
  /// holds no control characters, and that its escapes are whole.
  mutating func text() throws(JSONStop) -> JSONToken {
    guard take(UInt8(ascii: "\"")) else { throw unexpected() }
    let start = position
    var hasEscapes = false
    while true {
      let next = byte
      switch next {
      case UInt8(ascii: "\""):
        position += 1
        return JSONToken(kind: hasEscapes ? .escapedText : .text, range: start..<(position - 1))
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try skipEscape()
      case ..<0x20: throw position < end ? stop(.control) : stop(.endOfBytes)
      case 0x80...: try skipSequence(leadBy: next)
      default: position += 1
      }
    }
  }

  /// Passes a sequence of UTF-8 beyond ASCII.
  private mutating func skipSequence(leadBy lead: UInt8) throws(JSONStop) {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: throw stop(.notUTF8)
    }
    guard position + length <= end else { throw stop(.endOfBytes) }
    guard second.contains(byte(at: position + 1)),
      length < 3 || byte(at: position + 2) & 0xC0 == 0x80,
      length < 4 || byte(at: position + 3) & 0xC0 == 0x80
    else { throw stop(.notUTF8) }
    position += length
  }

  /// Passes an escape; a surrogate must have its other half (RFC 8259 §7).
  private mutating func skipEscape() throws(JSONStop) {
    guard position + 1 < end else { throw stop(.endOfBytes) }
    switch byte(at: position + 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 2
    case UInt8(ascii: "u"):
      let unit = try codeUnit(at: position)
      guard unit & 0xF800 == 0xD800 else {
        position += 6
        return
      }
      guard unit < 0xDC00 else { throw stop(.surrogate) }
      let next = position + 6
      guard next + 1 < end else { throw stop(.endOfBytes) }
      guard byte(at: next) == UInt8(ascii: "\\"), byte(at: next + 1) == UInt8(ascii: "u"),
        try codeUnit(at: next) & 0xFC00 == 0xDC00
      else { throw stop(.surrogate) }
      position += 12
    default: throw stop(.escape)
    }
  }

  /// The code unit that `\u` and four hexadecimal digits name.
  func codeUnit(at place: Int) throws(JSONStop) -> UInt16 {
    guard place + 6 <= end else { throw stop(.endOfBytes) }
    var unit: UInt16 = 0
    for index in (place + 2)..<(place + 6) {
      let digit = byte(at: index)
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = digit - UInt8(ascii: "A") + 10
      default: throw stop(.escape)
      }
      unit = unit << 4 | UInt16(value)
    }
    return unit
  }

  /// Passes an array or an object with all that is in it, without recursion.
  ///
  /// The kinds of the open brackets are the bits of one number, the innermost one lowest.
  mutating func skipNested() throws(JSONStop) {
    var (objects, depth) = (UInt128(0), 0)
    while true {
      // A value must come here.
      skipSpace()
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard depth < Self.deepestNesting else { throw stop(.nestedTooDeep) }
        let isObject = byte == UInt8(ascii: "{")
        objects = objects << 1 | (isObject ? 1 : 0)
        depth += 1
        position += 1
        skipSpace()
        if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { break }
        if isObject { try skipName() }
        continue
      default: _ = try token()
      }
      // A value has been passed, or an empty bracket is about to close.
      while true {
        skipSpace()
        let isObject = objects & 1 == 1
        if take(UInt8(ascii: ",")) {
          if isObject { try skipName() }
          break
        }
        guard take(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else { throw unexpected() }
        objects >>= 1
        depth -= 1
        if depth == 0 { return }
      }
    }
  }

  private mutating func skipName() throws(JSONStop) {
    skipSpace()
    _ = try text()
    try expect(UInt8(ascii: ":"))
  }
}
