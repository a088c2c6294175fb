/// Appends numbers and lists of numbers to bytes, in the machine's own byte order.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ number: some BitwiseCopyable) {
    var number = number
    unsafe withUnsafeBytes(of: &number) { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends a list: how many, then each.
  mutating func append(list: [some BitwiseCopyable]) {
    append(UInt64(list.count))
    unsafe list.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func append(text: String) { append(list: Array(text.utf8)) }
}

/// Reads what ``ByteWriter`` wrote, and refuses to read beyond the end.
struct ByteReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type
  ) throws(SolverFrameError) -> Number {
    try elements(1, zero: Number.zero)[0]
  }

  mutating func real() throws(SolverFrameError) -> Double {
    try elements(1, zero: 0.0)[0]
  }

  mutating func list(of type: Double.Type) throws(SolverFrameError) -> [Double] {
    try elements(try count(), zero: 0)
  }

  mutating func list<Number: FixedWidthInteger & BitwiseCopyable>(
    of type: Number.Type
  ) throws(SolverFrameError) -> [Number] {
    try elements(try count(), zero: Number.zero)
  }

  mutating func text() throws(SolverFrameError) -> String {
    String(decoding: try list(of: UInt8.self), as: UTF8.self)
  }

  private mutating func count() throws(SolverFrameError) -> UInt64 { try number(UInt64.self) }

  private mutating func elements<Element: BitwiseCopyable>(
    _ count: UInt64, zero: Element
  ) throws(SolverFrameError) -> [Element] {
    let size = MemoryLayout<Element>.stride
    // Division, because a count out of thin air may overflow a product.
    guard count <= UInt64((bytes.count - place) / size) else {
      throw .truncated(
        bytes: bytes.count, expected: place + size * Int(clamping: min(count, 1 << 40)))
    }
    var elements = [Element](repeating: zero, count: Int(count))
    let end = place + size * Int(count)
    unsafe elements.withUnsafeMutableBytes { unsafe $0.copyBytes(from: bytes[place..<end]) }
    place = end
    return elements
  }
}
