import Foundation

/// A stretch of a file in memory that moves forward, followed by zero bytes.
///
/// The memory holds one chunk, or the longest feature where that is longer. A descriptor is read from
/// where it stands, so that pipes and standard input serve as well as files.
@safe struct ByteWindow: ~Copyable {
  /// Zero bytes after the text: more than any single load reads.
  static let padding = 64
  /// Bytes asked for at once.
  private static let chunk = 1 << 20

  /// The file as the user names it.
  let file: String
  private let descriptor: Int32
  private let closesDescriptor: Bool
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Bytes of text in the window.
  private(set) var count = 0
  /// Bytes of the file before the window.
  private(set) var offset = 0
  /// Lines are counted up to the start of the window, and up to a place in it that moves forward.
  private var counted = (base: LineCount(), mark: LineCount())
  private(set) var isAtEnd = false

  /// Opens a file.
  ///
  /// - Throws: ``LayerStoreError/fileNotReadable(file:message:)``.
  init(file: String) throws(LayerStoreError) {
    let opened = unsafe open(file, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else {
      throw .fileNotReadable(file: file, message: FileSystem.lastMessage)
    }
    self.init(descriptor: opened, named: file, closesDescriptor: true)
  }

  /// Takes a descriptor that is open for reading.
  init(descriptor: Int32, named file: String, closesDescriptor: Bool) {
    self.file = file
    self.descriptor = descriptor
    self.closesDescriptor = closesDescriptor
    capacity = Self.chunk
    unsafe memory = .allocate(capacity: capacity + Self.padding)
    unsafe memory.initialize(repeating: 0, count: capacity + Self.padding)
  }

  deinit {
    unsafe memory.deallocate()
    if closesDescriptor { _ = Foundation.close(descriptor) }
  }

  /// The size of the file, or nil of a pipe.
  var fileSize: Int? {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int(status.st_size)
  }

  /// A cursor at a place of the window, good until the window moves.
  @inline(__always) func cursor(at position: Int) -> JSONCursor {
    unsafe JSONCursor(base: UnsafePointer(memory), position: position, end: count)
  }

  /// Drops the bytes before a place, and adds the next ones of the file after the others.
  ///
  /// - Parameter waits: whether to wait for bytes that have not come; without, only those are added that
  ///   are there.
  /// - Returns: whether there were any; the kept bytes begin at zero either way.
  /// - Throws: ``LayerStoreError/fileNotReadable(file:message:)``.
  mutating func refill(
    keepingFrom start: Int, waits: Bool = true
  ) throws(LayerStoreError) -> Bool {
    drop(start)
    if count == capacity { grow() }
    let kept = count
    while count < capacity, !isAtEnd, waits || isReadable {
      let got = unsafe Foundation.read(descriptor, memory + count, capacity - count)
      if got < 0 {
        if errno == EINTR { continue }
        throw .fileNotReadable(file: file, message: FileSystem.lastMessage)
      }
      if got == 0 { isAtEnd = true }
      count += got
      if answersEarly, got > 0, isWorthAnAnswer(growthFrom: kept) { break }
    }
    unsafe (memory + count).update(repeating: 0, count: Self.padding)
    return count > kept
  }

  /// Whether reading would not have to wait: bytes are there, or the end is.
  private var isReadable: Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&entry, 1, 0) > 0
  }

  /// Whether pieces of a pipe are handed on as they come; else they are gathered until the window is
  /// full.
  var answersEarly = false

  /// Whether a feature may have become complete.
  ///
  /// Texts of a sequence end in a line break; where a piece does not, much must have come, or reading a
  /// long feature that trickles in would start again at every piece.
  private func isWorthAnAnswer(growthFrom kept: Int) -> Bool {
    unsafe memory[count - 1] == 0x0A || count > 2 * kept
  }

  private mutating func drop(_ start: Int) {
    guard start > 0 else { return }
    countLines(to: start)
    counted.mark.position = 0
    counted.base = counted.mark
    unsafe memory.update(from: memory + start, count: count - start)
    count -= start
    offset += start
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * capacity + Self.padding)
    unsafe larger.initialize(repeating: 0, count: 2 * capacity + Self.padding)
    unsafe larger.update(from: memory, count: count)
    unsafe memory.deallocate()
    unsafe memory = larger
    capacity *= 2
  }

  // MARK: Places

  /// Line breaks of the file up to a place in the window.
  private struct LineCount {
    var position = 0
    var breaks = 0
    /// Bytes between the last break and the place.
    var bytesSince = 0
  }

  /// Counts lines up to a place, so that asking for a later one costs no more than the way from there.
  mutating func countLines(to position: Int) { counted.mark = lineCount(at: position) }

  private func lineCount(at position: Int) -> LineCount {
    var result = position < counted.mark.position ? counted.base : counted.mark
    let bytes = unsafe UnsafeBufferPointer(
      start: memory + result.position, count: max(0, min(position, count) - result.position))
    let breaks = unsafe Self.lineBreaks(in: bytes)
    let last = unsafe breaks > 0 ? bytes.lastIndex(of: 0x0A) : nil
    result.bytesSince = last.map { bytes.count - 1 - $0 } ?? result.bytesSince + bytes.count
    result.breaks += breaks
    result.position += bytes.count
    return result
  }

  /// Counts line feeds, eight bytes at a time.
  private static func lineBreaks(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var (breaks, index) = (0, 0)
    while index + 8 <= raw.count {
      let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // A line feed becomes a zero byte, and only a zero byte has its high bit clear in what follows;
      // the product adds the eight bytes up.
      let changed = word ^ 0x0A0A_0A0A_0A0A_0A0A
      let found = ~(((changed & low) &+ low) | changed | low) >> 7
      breaks += Int(truncatingIfNeeded: (found &* 0x0101_0101_0101_0101) >> 56)
      index += 8
    }
    while index < raw.count {
      if unsafe raw[index] == 0x0A { breaks += 1 }
      index += 1
    }
    return breaks
  }

  /// The place in the file of a place in the window.
  func place(of position: Int, feature: Int? = nil) -> JSONPlace {
    let found = lineCount(at: position)
    return JSONPlace(
      line: found.breaks + 1, column: found.bytesSince + 1, byte: offset + found.position,
      feature: feature)
  }
}
