import LandModel

extension GeometryScratch {
  /// Reads coordinates nested as a type asks; false where something else stands, the cursor there.
  mutating func readCoordinates(of type: GeometryType, _ cursor: inout JSONCursor) -> Bool {
    switch type {
    case .point: return readPoint(&cursor)
    case .multiPoint: return readList(&cursor) { $0.readPoint(&$1) }
    case .lineString: return readPart(&cursor)
    case .multiLineString: return readList(&cursor) { $0.readPart(&$1) }
    case .polygon: return readPolygon(&cursor)
    case .multiPolygon: return readList(&cursor) { $0.readPolygon(&$1) }
    case .collection: return false
    }
  }

  /// Reads an array; an empty one is fine.
  @inline(__always) private mutating func readList(
    _ cursor: inout JSONCursor, _ element: (inout Self, inout JSONCursor) -> Bool
  ) -> Bool {
    guard cursor.take(UInt8(ascii: "[")) else { return false }
    cursor.skipSpace()
    guard !cursor.take(UInt8(ascii: "]")) else { return true }
    repeat {
      cursor.skipSpace()
      guard element(&self, &cursor) else { return false }
      cursor.skipSpace()
    } while cursor.take(UInt8(ascii: ","))
    return cursor.take(UInt8(ascii: "]"))
  }

  /// A point is a part of its own; `[]` is none.
  private mutating func readPoint(_ cursor: inout JSONCursor) -> Bool {
    var next = cursor
    if next.take(UInt8(ascii: "[")) {
      next.skipSpace()
      if next.take(UInt8(ascii: "]")) {
        cursor = next
        return true
      }
    }
    guard readPosition(&cursor) else { return false }
    ringEnds.append(positions.count)
    partEnds.append(ringEnds.count)
    return true
  }

  /// A line is a part of one ring.
  private mutating func readPart(_ cursor: inout JSONCursor) -> Bool {
    let rings = ringEnds.count
    guard readRing(&cursor) else { return false }
    if ringEnds.count > rings { partEnds.append(ringEnds.count) }
    return true
  }

  private mutating func readPolygon(_ cursor: inout JSONCursor) -> Bool {
    let rings = ringEnds.count
    guard readList(&cursor, { $0.readRing(&$1) }) else { return false }
    if ringEnds.count > rings { partEnds.append(ringEnds.count) }
    return true
  }

  /// A run of positions; an empty one is no ring.
  private mutating func readRing(_ cursor: inout JSONCursor) -> Bool {
    let start = positions.count
    guard readList(&cursor, { $0.readPosition(&$1) }) else { return false }
    if positions.count > start { ringEnds.append(positions.count) }
    return true
  }

  /// Two numbers, and heights or measures that are left out (RFC 7946 §3.1.1).
  @inline(__always) private mutating func readPosition(_ cursor: inout JSONCursor) -> Bool {
    guard cursor.take(UInt8(ascii: "[")) else { return false }
    cursor.skipSpace()
    guard let x = cursor.number() else { return false }
    cursor.skipSpace()
    guard cursor.take(UInt8(ascii: ",")) else { return false }
    cursor.skipSpace()
    guard let y = cursor.number() else { return false }
    cursor.skipSpace()
    if cursor.byte != UInt8(ascii: "]"), !readHeights(&cursor) { return false }
    guard cursor.take(UInt8(ascii: "]")) else { return false }
    positions.append(XY(x, y))
    return true
  }

  private mutating func readHeights(_ cursor: inout JSONCursor) -> Bool {
    while cursor.take(UInt8(ascii: ",")) {
      cursor.skipSpace()
      guard cursor.number() != nil else { return false }
      cursor.skipSpace()
      hasHeights = true
    }
    return true
  }
}
