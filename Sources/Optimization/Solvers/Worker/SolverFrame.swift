/// A message between a program and its solver worker: a head of 20 bytes, then a body.
///
/// | bytes | |
/// |---|---|
/// | 0–3 | the letters `PSLT` (in memory order on common processors) |
/// | 4–7 | version of the format |
/// | 8–11 | kind |
/// | 12–19 | bytes of the body |
///
/// Numbers are in the machine's own byte order: both ends are one program on one machine, and the first four
/// bytes would betray anything else.
struct SolverFrame: Equatable {
  enum Kind: UInt32 {
    /// A ``SolverRequest``, to the worker.
    case request = 1
    /// A solution, from the worker.
    case solution = 2
    /// The solver gave up: its two status numbers.
    case abandoned = 3
    /// The worker could not read what it got: a sentence.
    case refusal = 4
  }

  static let headSize = 20
  /// Of a body: 1 GiB.
  ///
  /// The whole program of 5000 sites with three sizes takes some 40 MB.
  static let largestBody: UInt64 = 1 << 30
  private static let mark: UInt32 = 0x544C_5350
  static let version: UInt32 = 1

  let kind: Kind
  let body: [UInt8]

  /// The frame as it goes over the wire.
  ///
  /// - Throws: ``SolverFrameError/oversized(bytes:limit:)``.
  func bytes() throws(SolverFrameError) -> [UInt8] {
    guard body.count <= Self.largestBody else {
      throw .oversized(bytes: UInt64(body.count), limit: Self.largestBody)
    }
    var writer = ByteWriter()
    writer.append(Self.mark)
    writer.append(Self.version)
    writer.append(kind.rawValue)
    writer.append(UInt64(body.count))
    return writer.bytes + body
  }

  /// Reads a head: the kind, and how many bytes follow.
  ///
  /// - Throws: ``SolverFrameError`` when it is no head, or states too much.
  static func head(_ bytes: [UInt8]) throws(SolverFrameError) -> (kind: Kind, bodySize: Int) {
    guard bytes.count == headSize else {
      throw .truncated(bytes: bytes.count, expected: headSize)
    }
    var reader = ByteReader(bytes)
    guard try reader.number(UInt32.self) == mark else { throw .foreign }
    let version = try reader.number(UInt32.self)
    guard version == Self.version else { throw .version(found: version, expected: Self.version) }
    let code = try reader.number(UInt32.self)
    guard let kind = Kind(rawValue: code) else { throw .kind(code) }
    let size = try reader.number(UInt64.self)
    guard size <= largestBody else { throw .oversized(bytes: size, limit: largestBody) }
    return (kind, Int(size))
  }
}
