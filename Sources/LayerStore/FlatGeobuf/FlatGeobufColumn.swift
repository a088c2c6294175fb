import LandModel

/// One attribute of a FlatGeobuf file while it is read, in the type in which GDAL gives it.
struct FlatGeobufColumn {
  private enum Kind { case integer, real, text }

  let name: String
  private let type: UInt8
  private let kind: Kind
  let isWanted: Bool
  private var integers: [Int64?] = []
  private var reals: [Double?] = []
  private var texts: [String?] = []
  /// Rows filled so far.
  private var count = 0

  init(name: String, type: UInt8, isWanted: Bool) {
    self.name = name
    self.type = type
    self.isWanted = isWanted
    switch type {
    case 0...7: kind = .integer
    // GDAL has no unsigned type of 64 bits.
    case 8...10: kind = .real
    default: kind = .text
    }
  }

  /// Reads the value at a place into a row; rows ascend.
  ///
  /// - Returns: the place after it.
  mutating func read(
    _ buffer: FlatBuffer, at place: Int, row: Int
  ) throws(FlatGeobufStop) -> Int {
    if type > 10 { return try readText(buffer, at: place, row: row) }
    let width = [1, 1, 1, 2, 2, 4, 4, 8, 8, 4, 8][Int(type)]
    try buffer.check(place, count: width)
    guard isWanted else { return place + width }
    try fill(to: row)
    switch type {
    case 0: integers.append(Int64(try buffer.number(at: place, as: Int8.self)))
    case 1, 2: integers.append(Int64(try buffer.number(at: place, as: UInt8.self)))
    case 3: integers.append(Int64(try buffer.number(at: place, as: Int16.self)))
    case 4: integers.append(Int64(try buffer.number(at: place, as: UInt16.self)))
    case 5: integers.append(Int64(try buffer.number(at: place, as: Int32.self)))
    case 6: integers.append(Int64(try buffer.number(at: place, as: UInt32.self)))
    case 7: integers.append(try buffer.number(at: place, as: Int64.self))
    case 8: reals.append(Double(try buffer.number(at: place, as: UInt64.self)))
    case 9: reals.append(Double(Float(bitPattern: try buffer.number(at: place))))
    default: reals.append(Double(bitPattern: try buffer.number(at: place)))
    }
    count = row + 1
    return place + width
  }

  private mutating func readText(
    _ buffer: FlatBuffer, at place: Int, row: Int
  ) throws(FlatGeobufStop) -> Int {
    let length = Int(try buffer.number(at: place, as: UInt32.self))
    try buffer.check(place + 4, count: length)
    guard isWanted else { return place + 4 + length }
    let text = try buffer.text(at: place + 4, count: length)
    guard type != 13 || FlatGeobufTime.isUsual(text) else { throw .unusual }
    try fill(to: row)
    texts.append(text)
    count = row + 1
    return place + 4 + length
  }

  /// Rows before this one that have no value; one that states it twice is left to GDAL.
  private mutating func fill(to row: Int) throws(FlatGeobufStop) {
    guard count <= row else { throw .unusual }
    while count < row { appendNone() }
  }

  private mutating func appendNone() {
    switch kind {
    case .integer: integers.append(nil)
    case .real: reals.append(nil)
    case .text: texts.append(nil)
    }
    count += 1
  }

  /// The column of so many rows.
  consuming func finished(rows: Int) -> AttributeColumn {
    while count < rows { appendNone() }
    return switch kind {
    case .integer: .integer(integers)
    case .real: .real(reals)
    case .text: .text(texts)
    }
  }
}
