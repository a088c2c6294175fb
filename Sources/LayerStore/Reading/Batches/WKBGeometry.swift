import LandModel

/// Copies geometries in well-known binary (ISO 19125, with heights as ISO 13249 has them) into a column.
///
/// What is out of the ordinary is left to whoever reads feature by feature: arcs, surfaces, collections, the
/// other byte order, and what is broken.
@safe struct WKBGeometry {
  private(set) var column = GeometryColumn()
  private(set) var rowsWithHeights = 0
  private(set) var rowsWithout = 0
  private var scratch: [XY] = []

  /// A geometry that this reader leaves to others.
  struct Unusual: Error {}

  /// The bytes of a geometry, and the place that is next.
  @safe private struct Cursor {
    let bytes: UnsafeRawBufferPointer
    let count: Int
    var place = 0

    init(_ bytes: UnsafeRawBufferPointer) {
      unsafe self.bytes = bytes
      count = bytes.count
    }

    @inline(__always)
    mutating func number<Value: FixedWidthInteger & BitwiseCopyable>(
      as type: Value.Type
    ) throws(Unusual) -> Value {
      let end = place + MemoryLayout<Value>.size
      guard end <= count else { throw Unusual() }
      defer { place = end }
      return unsafe Value(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: type))
    }

    /// Type of a geometry from 1 to 6, and the ordinates of a position.
    @inline(__always)
    mutating func head() throws(Unusual) -> (type: UInt32, dimensions: Int) {
      guard try number(as: UInt8.self) == 1 else { throw Unusual() }
      let code = try number(as: UInt32.self)
      guard code < 4000, (1...6).contains(code % 1000) else { throw Unusual() }
      return (code % 1000, [2, 3, 3, 4][Int(code / 1000)])
    }
  }

  /// Makes room for more rows by what those so far took, a twentieth more.
  mutating func reserve(forRows rows: Int, bytes: Int) {
    guard column.count > 0, rows > column.count else { return }
    let factor = 1.05 * Double(rows) / Double(column.count)
    let positions = min(Double(column.positions.count) * factor, Double(bytes / 16))
    column.reserveCapacity(rows: rows, positions: Int(positions))
  }

  /// Adds a row without geometry.
  mutating func appendNone() {
    rowsWithout += 1
    column.endRow(.null)
  }

  /// Adds the geometry of the next row.
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(Unusual) {
    var cursor = unsafe Cursor(bytes)
    let (type, dimensions) = try cursor.head()
    if dimensions > 2 { rowsWithHeights += 1 }
    if type <= 3 {
      try appendPart(&cursor, type: type, dimensions)
    } else {
      for _ in 0..<(try cursor.number(as: UInt32.self)) {
        let member = try cursor.head()
        guard member.type == type - 3, member.dimensions == dimensions else { throw Unusual() }
        try appendPart(&cursor, type: member.type, dimensions)
      }
    }
    // Bytes beyond the end mean that it was understood wrongly.
    guard cursor.place == cursor.count else { throw Unusual() }
    column.endRow([.point, .line, .polygon][Int(type - 1) % 3])
  }

  /// Adds a point, line or polygon; an empty one gives no part.
  @inline(__always)
  private mutating func appendPart(
    _ cursor: inout Cursor, type: UInt32, _ dimensions: Int
  ) throws(Unusual) {
    switch type {
    case 1:
      let position = XY(
        Double(bitPattern: try cursor.number(as: UInt64.self)),
        Double(bitPattern: try cursor.number(as: UInt64.self)))
      for _ in 2..<max(2, dimensions) { _ = try cursor.number(as: UInt64.self) }
      guard !position.x.isNaN || !position.y.isNaN else { return }
      // One ordinate alone that is no number: others may see an empty point or not.
      guard !position.x.isNaN, !position.y.isNaN else { throw Unusual() }
      column.append(position)
      column.endRing()
      column.endPart()
    case 2:
      if try appendRing(&cursor, dimensions) { column.endPart() }
    default:
      var rings = 0
      for _ in 0..<(try cursor.number(as: UInt32.self)) {
        if try appendRing(&cursor, dimensions) { rings += 1 }
      }
      if rings > 0 { column.endPart() }
    }
  }

  /// Adds a line or ring; nothing for an empty one.
  @inline(__always)
  private mutating func appendRing(
    _ cursor: inout Cursor, _ dimensions: Int
  ) throws(Unusual) -> Bool {
    let count = Int(try cursor.number(as: UInt32.self))
    let (start, size) = (cursor.place, 8 * dimensions * count)
    guard size <= cursor.count - start else { throw Unusual() }
    guard count > 0 else { return false }
    cursor.place += size
    if scratch.count < count { scratch = Array(repeating: XY(0, 0), count: 2 * count) }
    if dimensions == 2 {
      unsafe scratch.withUnsafeMutableBytes { target in
        unsafe target.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: cursor.bytes[start..<start + size]))
      }
    } else {
      for index in 0..<count {
        let place = start + 8 * dimensions * index
        scratch[index] = unsafe XY(
          cursor.bytes.loadUnaligned(fromByteOffset: place, as: Double.self),
          cursor.bytes.loadUnaligned(fromByteOffset: place + 8, as: Double.self))
      }
    }
    column.append(contentsOf: scratch[..<count])
    column.endRing()
    return true
  }
}
