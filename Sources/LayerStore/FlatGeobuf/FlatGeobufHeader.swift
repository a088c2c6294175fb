import LandModel

/// What the head of a FlatGeobuf file says, where the file is of the ordinary kind.
@safe struct FlatGeobufHeader {
  let name: String
  /// Kind of all geometries; zero where each states its own.
  let type: UInt8
  let columns: [(name: String, type: UInt8)]
  let count: Int
  let system: CRSIdentifier?
  /// The first byte after the index.
  let featuresStart: Int

  /// Most bytes of a head, as GDAL has it.
  private static let largestSize = 10 << 20

  init(_ bytes: UnsafeRawBufferPointer) throws(FlatGeobufStop) {
    let file = try unsafe FlatBuffer(bytes, at: 0, count: bytes.count)
    let magic: [UInt8] = [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62]
    try file.check(0, count: 12)
    guard unsafe bytes.prefix(7).elementsEqual(magic) else { throw .unusual }
    let size = Int(try file.number(at: 8, as: UInt32.self))
    guard size <= Self.largestSize else { throw .unusual }
    let head = try unsafe FlatBuffer(bytes, at: 12, count: size).root()
    for field in 3...6 {
      guard try head.number(field, default: UInt8(0)) == 0 else { throw .unusual }
    }
    type = try head.number(2, default: 0)
    // A file that does not count its features is read to its end by GDAL.
    guard let name = try head.text(0), !name.isEmpty, type <= 6,
      let count = Int(exactly: try head.number(8, default: UInt64(0))), count > 0,
      count <= bytes.count / 8
    else { throw .unusual }
    self.name = name
    self.count = count
    columns = try Self.columns(of: head)
    system = try Self.system(of: head)
    let nodeSize = Int(try head.number(9, default: UInt16(16)))
    featuresStart = 12 + size + (try Self.indexSize(features: count, nodeSize: nodeSize))
  }

  private static func columns(
    of head: FlatTable
  ) throws(FlatGeobufStop) -> [(name: String, type: UInt8)] {
    guard let (start, count) = try head.vector(7, stride: 4) else { return [] }
    guard count <= AttributeColumns.largestCount else { throw .unusual }
    var columns: [(name: String, type: UInt8)] = []
    for index in 0..<count {
      let column = try head.buffer.table(referredAt: start + 4 * index)
      let type = try column.number(1, default: UInt8(0))
      // Beyond are bytes and what later versions may add.
      guard let name = try column.text(0), type <= 13 else { throw .unusual }
      columns.append((name, type))
    }
    return columns
  }

  /// The system by its EPSG code; other definitions are left to GDAL.
  private static func system(of head: FlatTable) throws(FlatGeobufStop) -> CRSIdentifier? {
    guard let crs = try head.table(10) else { return nil }
    let code = try crs.number(1, default: Int32(0))
    guard try crs.text(0) == "EPSG", code > 0, try crs.place(of: 5) == nil else { throw .unusual }
    let stated = CRSIdentifier(epsg: Int(code))
    let isKnown = Messages.collected { _ in (try? SpatialReference(stated, file: "")) != nil }
    guard isKnown else { throw .unusual }
    return ReferenceSystemReader.identifier(named: stated.text)
  }

  /// Bytes of the packed tree over so many features: nodes of 40 bytes, level by level.
  private static func indexSize(features: Int, nodeSize: Int) throws(FlatGeobufStop) -> Int {
    guard nodeSize > 0 else { return 0 }
    guard nodeSize > 1 else { throw .unusual }
    var (level, total) = (features, features)
    // A single feature has a root above it too.
    repeat {
      level = (level + nodeSize - 1) / nodeSize
      total += level
    } while level > 1
    return 40 * total
  }
}
