import LandModel

/// Copies geometries of FlatGeobuf into a column, a ring at a time.
@safe struct FlatGeobufGeometry {
  private(set) var column = GeometryColumn()
  private(set) var rowsWithout = 0
  /// Most positions that the file has room for, or one array may be named by many parts.
  let largestCount: Int

  init(fileSize: Int) { largestCount = fileSize / 16 }

  mutating func reserve(rows: Int) { column.reserveCapacity(rows: rows, positions: rows) }

  /// Makes room by what the first rows took, a twentieth more.
  mutating func reserve(forRows rows: Int) {
    guard column.count > 0, rows > column.count else { return }
    let factor = 1.05 * Double(rows) / Double(column.count)
    let positions = min(Double(column.positions.count) * factor, Double(largestCount))
    column.reserveCapacity(rows: rows, positions: Int(positions))
  }

  /// Adds a row; `type` is that of the head, zero where the geometry states it.
  mutating func append(_ geometry: FlatTable?, type: UInt8) throws(FlatGeobufStop) {
    guard let geometry else {
      rowsWithout += 1
      column.endRow(.null)
      return
    }
    switch type == 0 ? try geometry.number(6, default: UInt8(0)) : type {
    case 1: try appendPoints(geometry, isMultiple: false)
    case 2: try appendLines(geometry, isMultiple: false)
    case 3:
      try appendPolygon(geometry)
      column.endRow(.polygon)
    case 4: try appendPoints(geometry, isMultiple: true)
    case 5: try appendLines(geometry, isMultiple: true)
    case 6:
      guard let (start, count) = try geometry.vector(7, stride: 4), count > 0 else {
        throw .unusual
      }
      for index in 0..<count {
        try appendPolygon(geometry.buffer.table(referredAt: start + 4 * index))
      }
      column.endRow(.polygon)
    default: throw .unusual
    }
  }

  /// The positions of a geometry; an empty or an odd number of ordinates is left to GDAL.
  @inline(__always)
  private func pairs(
    _ geometry: FlatTable
  ) throws(FlatGeobufStop) -> (start: Int, count: Int) {
    guard let (start, count) = try geometry.vector(1, stride: 8), count > 0, count % 2 == 0 else {
      throw .unusual
    }
    guard count / 2 <= largestCount - column.positions.count else { throw .broken(byte: start) }
    return (start, count / 2)
  }

  private mutating func appendPoints(
    _ geometry: FlatTable, isMultiple: Bool
  ) throws(FlatGeobufStop) {
    let (start, count) = try pairs(geometry)
    guard isMultiple || count == 1 else { throw .unusual }
    for index in 0..<count {
      let place = start + 16 * index
      let position = XY(
        Double(bitPattern: try geometry.buffer.number(at: place)),
        Double(bitPattern: try geometry.buffer.number(at: place + 8)))
      // GDAL takes a point without ordinates for an empty one.
      guard !position.x.isNaN, !position.y.isNaN else { throw .unusual }
      column.append(position)
      column.endRing()
      column.endPart()
    }
    column.endRow(.point)
  }

  private mutating func appendLines(
    _ geometry: FlatTable, isMultiple: Bool
  ) throws(FlatGeobufStop) {
    let (start, count) = try pairs(geometry)
    let ends = isMultiple ? try geometry.vector(0, stride: 4) : nil
    guard !isMultiple || ends != nil else { throw .unusual }
    try appendRings(geometry.buffer, start, count, ends: ends, endsParts: true)
    column.endRow(.line)
  }

  private mutating func appendPolygon(_ geometry: FlatTable) throws(FlatGeobufStop) {
    let (start, count) = try pairs(geometry)
    let ends = try geometry.vector(0, stride: 4)
    try appendRings(geometry.buffer, start, count, ends: ends, endsParts: false)
    column.endPart()
  }

  /// Adds rings by their ends, counted in positions; none at all means one ring.
  private mutating func appendRings(
    _ buffer: FlatBuffer, _ start: Int, _ count: Int, ends: (start: Int, count: Int)?,
    endsParts: Bool
  ) throws(FlatGeobufStop) {
    guard let ends, ends.count > 0 else {
      append(buffer, start, 0..<count)
      column.endRing()
      if endsParts { column.endPart() }
      return
    }
    var previous = 0
    for index in 0..<ends.count {
      let end = Int(try buffer.number(at: ends.start + 4 * index, as: UInt32.self))
      // Empty rings, and ends that do not ascend to the last position, are left to GDAL.
      guard end > previous, end <= count else { throw .unusual }
      append(buffer, start, previous..<end)
      column.endRing()
      if endsParts { column.endPart() }
      previous = end
    }
    guard previous == count else { throw .unusual }
  }

  /// Adds a run of the positions that begin at a place.
  @inline(__always)
  private mutating func append(_ buffer: FlatBuffer, _ start: Int, _ run: Range<Int>) {
    unsafe column.append(
      pairsOfDoubles: UnsafeRawBufferPointer(
        rebasing: buffer.bytes[(start + 16 * run.lowerBound)..<(start + 16 * run.upperBound)]))
  }
}
