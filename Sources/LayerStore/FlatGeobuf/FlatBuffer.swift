/// One FlatBuffer within a file; every read is checked against its end.
///
/// Offsets are of 32 bits at most and places within a file, so that their sums do not overflow.
@safe struct FlatBuffer {
  let bytes: UnsafeRawBufferPointer
  let lower: Int
  let upper: Int

  /// A buffer of so many bytes at a place.
  init(_ bytes: UnsafeRawBufferPointer, at lower: Int, count: Int) throws(FlatGeobufStop) {
    guard lower >= 0, count >= 0, lower <= bytes.count, count <= bytes.count - lower else {
      throw .broken(byte: lower)
    }
    unsafe self.bytes = bytes
    self.lower = lower
    upper = lower + count
  }

  /// A number in the file's byte order, which is little-endian.
  @inline(__always)
  func number<Value: FixedWidthInteger & BitwiseCopyable>(
    at place: Int, as type: Value.Type = Value.self
  ) throws(FlatGeobufStop) -> Value {
    try check(place, count: MemoryLayout<Value>.size)
    return unsafe Value(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: type))
  }

  /// Stops unless so many bytes from a place lie within the buffer.
  @inline(__always)
  func check(_ place: Int, count: Int) throws(FlatGeobufStop) {
    guard place >= lower, place <= upper, count >= 0, count <= upper - place else {
      throw .broken(byte: place)
    }
  }

  /// The table that the buffer begins with.
  func root() throws(FlatGeobufStop) -> FlatTable { try table(referredAt: lower) }

  /// The table that an offset at a place leads to.
  @inline(__always)
  func table(referredAt place: Int) throws(FlatGeobufStop) -> FlatTable {
    let start = place + Int(try number(at: place, as: UInt32.self))
    let fields = start - Int(try number(at: start, as: Int32.self))
    let size = Int(try number(at: fields, as: UInt16.self))
    guard size >= 4 else { throw .broken(byte: fields) }
    try check(fields, count: size)
    return FlatTable(buffer: self, start: start, fields: fields, size: size)
  }

  /// A text, which is left to GDAL where it is no plain UTF-8.
  func text(at start: Int, count: Int) throws(FlatGeobufStop) -> String {
    try check(start, count: count)
    let part = unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<start + count])
    guard unsafe !part.contains(0), let text = unsafe String(validating: part, as: UTF8.self) else {
      throw .unusual
    }
    return text
  }
}

/// A table of a FlatBuffer: fields by number, each of which may be missing.
@safe struct FlatTable {
  let buffer: FlatBuffer
  let start: Int
  /// Where the list of the fields' places is, and its bytes.
  let fields: Int
  let size: Int

  /// Where a field is; nil for one that is missing.
  @inline(__always)
  func place(of field: Int) throws(FlatGeobufStop) -> Int? {
    let slot = 4 + 2 * field
    guard slot + 2 <= size else { return nil }
    let offset = Int(try buffer.number(at: fields + slot, as: UInt16.self))
    return offset == 0 ? nil : start + offset
  }

  @inline(__always)
  func number<Value: FixedWidthInteger & BitwiseCopyable>(
    _ field: Int, default value: Value
  ) throws(FlatGeobufStop) -> Value {
    guard let place = try place(of: field) else { return value }
    return try buffer.number(at: place)
  }

  func table(_ field: Int) throws(FlatGeobufStop) -> FlatTable? {
    guard let place = try place(of: field) else { return nil }
    return try buffer.table(referredAt: place)
  }

  /// The first place of a vector and the number of its elements, which all lie within the buffer.
  @inline(__always)
  func vector(
    _ field: Int, stride: Int
  ) throws(FlatGeobufStop) -> (start: Int, count: Int)? {
    guard let place = try place(of: field) else { return nil }
    let target = place + Int(try buffer.number(at: place, as: UInt32.self))
    let count = Int(try buffer.number(at: target, as: UInt32.self))
    try buffer.check(target + 4, count: count * stride)
    return (target + 4, count)
  }

  func text(_ field: Int) throws(FlatGeobufStop) -> String? {
    guard let (start, count) = try vector(field, stride: 1) else { return nil }
    return try buffer.text(at: start, count: count)
  }
}
