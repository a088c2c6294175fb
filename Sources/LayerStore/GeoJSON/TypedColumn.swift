import LandModel

/// The values of one attribute, of the narrowest type that holds them all so far.
struct TypedColumn {
  let name: String
  let nameBytes: [UInt8]
  /// The column that followed this one in the last feature.
  var usualNext: Int

  private enum Kind { case empty, integer, real, text }
  private var kind = Kind.empty
  private var integers: [Int64?] = []
  private var reals: [Double?] = []
  private var texts: [String?] = []
  /// Rows of a column of numbers in which they were truth values; empty in most.
  private var truthRows: [Int] = []
  /// Rows of a column of reals in which they were integers.
  private var integerRows: [Int] = []
  /// Rows so far, those without a value among them.
  private(set) var count = 0

  init(name: String, usualNext: Int) {
    self.name = name
    nameBytes = Array(name.utf8)
    self.usualNext = usualNext
  }

  /// Takes a value for a row at or behind the last one.
  mutating func set(_ value: JSONToken, row: Int, in cursor: JSONCursor) {
    if count > row { removeLast() }
    pad(to: row)
    count = row + 1
    switch value.kind {
    case .null: appendMissing()
    case .integer:
      if kind == .text { return texts.append(cursor.string(of: value)) }
      guard let number = cursor.integer(of: value) else {
        becomeText()
        return texts.append(cursor.string(of: value))
      }
      append(number)
    case .true, .false:
      if kind == .text { return texts.append(cursor.string(of: value)) }
      truthRows.append(row)
      append(value.kind == .true ? 1 : 0)
    case .real:
      let number = cursor.real(of: value)
      switch kind {
      case .text: texts.append("\(number)")
      case .real: reals.append(number)
      case .integer, .empty:
        becomeReal()
        reals.append(number)
      }
    case .text, .escapedText, .nested:
      if kind != .text { becomeText() }
      texts.append(cursor.string(of: value))
    }
  }

  private mutating func append(_ number: Int64) {
    switch kind {
    case .real:
      integerRows.append(count - 1)
      reals.append(Double(number))
    default:
      if kind == .empty { become(.integer) }
      integers.append(number)
    }
  }

  private mutating func appendMissing() {
    switch kind {
    case .empty: break
    case .integer: integers.append(nil)
    case .real: reals.append(nil)
    case .text: texts.append(nil)
    }
  }

  private mutating func removeLast() {
    count -= 1
    if truthRows.last == count { truthRows.removeLast() }
    if integerRows.last == count { integerRows.removeLast() }
    switch kind {
    case .empty: break
    case .integer: integers.removeLast()
    case .real: reals.removeLast()
    case .text: texts.removeLast()
    }
  }

  private mutating func pad(to row: Int) {
    guard count < row else { return }
    switch kind {
    case .empty: break
    case .integer: integers.append(contentsOf: repeatElement(nil, count: row - count))
    case .real: reals.append(contentsOf: repeatElement(nil, count: row - count))
    case .text: texts.append(contentsOf: repeatElement(nil, count: row - count))
    }
    count = row
  }

  /// Gives a column without values its type; the row at hand has been counted and is to be added.
  private mutating func become(_ kind: Kind) {
    self.kind = kind
    let missing = max(0, count - 1)
    switch kind {
    case .empty: break
    case .integer: integers = Array(repeating: nil, count: missing)
    case .real: reals = Array(repeating: nil, count: missing)
    case .text: texts = Array(repeating: nil, count: missing)
    }
  }

  private mutating func becomeReal() {
    guard kind == .integer else { return become(.real) }
    integerRows = integers.indices.filter { integers[$0] != nil }
    reals = integers.map { $0.map { Double($0) } }
    integers = []
    kind = .real
  }

  private mutating func becomeText() {
    switch kind {
    case .empty: return become(.text)
    case .integer: texts = integers.map { $0.map { "\($0)" } }
    case .real:
      texts = reals.map { $0.map { "\($0)" } }
      for row in integerRows { texts[row] = reals[row].map { "\(Int64($0))" } }
    case .text: return
    }
    for row in truthRows { texts[row] = texts[row] == "0" ? "false" : "true" }
    (integers, reals, integerRows, truthRows) = ([], [], [], [])
    kind = .text
  }

  /// The column with so many rows; one without any value is text.
  mutating func finished(rows: Int) -> AttributeColumn {
    pad(to: rows)
    return switch kind {
    case .empty: .text(Array(repeating: nil, count: rows))
    case .integer: .integer(integers)
    case .real: .real(reals)
    case .text: .text(texts)
    }
  }
}
