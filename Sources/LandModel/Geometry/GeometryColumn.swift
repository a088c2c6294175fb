/// The geometries of a layer, one row per feature in layer order, in flat columns.
///
/// Rows are cut into parts, parts into rings, rings into positions, each by ascending end indices. The
/// same buffers go to GEOS, PROJ and GDAL without conversion. A row of kind ``GeometryKind/null`` has
/// no parts; an empty geometry has a kind and no parts.
package struct GeometryColumn: Equatable, Sendable {
  package private(set) var kinds: [GeometryKind] = []
  package private(set) var positions: [XY] = []
  package private(set) var ringEnds: [Int] = []
  package private(set) var partEnds: [Int] = []
  package private(set) var rowEnds: [Int] = []

  package init() {}

  /// Makes a column of geometries in the order given.
  package init(_ geometries: some Sequence<Geometry>) {
    for geometry in geometries { append(geometry) }
  }

  /// The number of rows.
  package var count: Int { kinds.count }

  /// Makes room, so that a reader that knows its size does not grow the columns step by step.
  package mutating func reserveCapacity(rows: Int, positions positionCount: Int) {
    kinds.reserveCapacity(rows)
    rowEnds.reserveCapacity(rows)
    positions.reserveCapacity(positionCount)
  }

  // MARK: Building, innermost first: positions, then `endRing`, `endPart`, `endRow`.

  /// Adds a position to the ring being built.
  package mutating func append(_ position: XY) { positions.append(position) }

  /// Adds positions to the ring being built.
  package mutating func append(contentsOf more: ArraySlice<XY>) {
    positions.append(contentsOf: more)
  }

  /// Adds positions to the ring being built, from pairs of doubles in the machine's byte order.
  package mutating func append(pairsOfDoubles bytes: UnsafeRawBufferPointer) {
    precondition(bytes.count % MemoryLayout<XY>.stride == 0, "Whole pairs.")
    guard let start = bytes.baseAddress else { return }
    let count = bytes.count / MemoryLayout<XY>.stride
    if Int(bitPattern: start) % MemoryLayout<XY>.alignment == 0 {
      positions.append(
        contentsOf: UnsafeBufferPointer(
          start: start.assumingMemoryBound(to: XY.self), count: count))
    } else {
      for index in 0..<count {
        positions.append(
          bytes.loadUnaligned(fromByteOffset: index * MemoryLayout<XY>.stride, as: XY.self))
      }
    }
  }

  /// Closes the ring being built; the next positions start another.
  package mutating func endRing() { ringEnds.append(positions.count) }

  /// Closes the part being built; the next rings start another.
  package mutating func endPart() { partEnds.append(ringEnds.count) }

  /// Closes the row being built, of the given kind.
  package mutating func endRow(_ kind: GeometryKind) {
    kinds.append(kind)
    rowEnds.append(partEnds.count)
  }

  /// Adds a whole geometry as the next row.
  package mutating func append(_ geometry: Geometry) {
    let (positionBase, ringBase) = (positions.count, ringEnds.count)
    positions.append(contentsOf: geometry.positions)
    for end in geometry.ringEnds { ringEnds.append(positionBase + end) }
    for end in geometry.partEnds { partEnds.append(ringBase + end) }
    endRow(geometry.kind)
  }

  // MARK: Reading

  /// The parts of a row, as indices into `partEnds`.
  package func parts(ofRow row: Int) -> Range<Int> {
    (row == 0 ? 0 : rowEnds[row - 1])..<rowEnds[row]
  }

  /// The rings of a part, as indices into `ringEnds`.
  package func rings(ofPart part: Int) -> Range<Int> {
    (part == 0 ? 0 : partEnds[part - 1])..<partEnds[part]
  }

  /// The positions of a ring, as indices into `positions`.
  package func range(ofRing ring: Int) -> Range<Int> {
    (ring == 0 ? 0 : ringEnds[ring - 1])..<ringEnds[ring]
  }

  /// All rings of a row, over its parts, as indices into `ringEnds`.
  package func rings(ofRow row: Int) -> Range<Int> {
    let parts = parts(ofRow: row)
    return boundary(partEnds, parts.lowerBound)..<boundary(partEnds, parts.upperBound)
  }

  /// All positions of a row, over its rings and parts.
  package func range(ofRow row: Int) -> Range<Int> {
    let rings = rings(ofRow: row)
    return boundary(ringEnds, rings.lowerBound)..<boundary(ringEnds, rings.upperBound)
  }

  /// Where the element of a number begins, by the ends of those before it.
  private func boundary(_ ends: [Int], _ index: Int) -> Int { index == 0 ? 0 : ends[index - 1] }

  /// Copies one row out as a value.
  package func geometry(ofRow row: Int) -> Geometry {
    let range = range(ofRow: row)
    let firstRing = rings(ofRow: row).lowerBound
    return Geometry(
      kind: kinds[row], positions: Array(positions[range]),
      ringEnds: rings(ofRow: row).map { ringEnds[$0] - range.lowerBound },
      partEnds: parts(ofRow: row).map { partEnds[$0] - firstRing })
  }

  /// The box of a row; empty for a null or empty geometry.
  package func boundingBox(ofRow row: Int) -> BoundingBox {
    // Spelt out: a call for each position would take most of the time.
    var (minX, minY) = (Double.infinity, Double.infinity)
    var (maxX, maxY) = (-Double.infinity, -Double.infinity)
    for index in range(ofRow: row) {
      let position = positions[index]
      if position.x < minX { minX = position.x }
      if position.x > maxX { maxX = position.x }
      if position.y < minY { minY = position.y }
      if position.y > maxY { maxY = position.y }
    }
    return BoundingBox(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
  }

  /// The boxes of all rows, in row order.
  package var boundingBoxes: [BoundingBox] { (0..<count).map(boundingBox(ofRow:)) }

  /// The same rows over other positions, one for one: how a layer changes its reference system.
  package func replacingPositions(_ replacement: [XY]) -> GeometryColumn {
    precondition(replacement.count == positions.count, "One position for each.")
    var column = self
    column.positions = replacement
    return column
  }

  /// The chosen rows, in the order given.
  package func selecting(rows: some Sequence<Int>) -> GeometryColumn {
    GeometryColumn(rows.lazy.map { geometry(ofRow: $0) })
  }
}
