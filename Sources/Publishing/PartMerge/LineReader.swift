import Foundation

/// The lines of a file, one after the other, in the memory of a block or of the longest line.
struct LineReader {
  private static let block = 1 << 16

  let path: String
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var place = 0
  private var isAtEnd = false

  /// - Throws: ``MergeError/notReadable(path:reason:)``.
  init(_ path: String) throws(MergeError) {
    self.path = path
    handle = try Self.opened(path)
  }

  /// Opens a file; a folder opens as well, and fails in reading without a word of the cause.
  private static func opened(_ path: String) throws(MergeError) -> FileHandle {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard exists else { throw .notReadable(path: path, reason: "there is no such file") }
    guard !isFolder.boolValue else {
      throw .notReadable(path: path, reason: "it is a folder; name the files in it")
    }
    do { return try FileHandle(forReadingFrom: URL(filePath: path)) } catch {
      throw .notReadable(path: path, reason: (error as NSError).localizedDescription)
    }
  }

  func close() { try? handle.close() }

  /// The next line without its break; nil at the end.
  ///
  /// A last line without a break is none that was written whole: it is not given.
  mutating func next() throws(MergeError) -> ArraySlice<UInt8>? {
    var searched = place
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { place = end + 1 }
        return buffer[place..<end]
      }
      guard !isAtEnd else { return nil }
      buffer.removeFirst(place)
      place = 0
      searched = buffer.count
      do {
        let block = try handle.read(upToCount: Self.block) ?? Data()
        isAtEnd = block.isEmpty
        buffer.append(contentsOf: block)
      } catch {
        throw .notReadable(path: path, reason: (error as NSError).localizedDescription)
      }
    }
  }

  /// The last line of a file without its break; nil where the file does not end in a line break.
  static func lastLine(of path: String) throws(MergeError) -> [UInt8]? {
    let handle = try opened(path)
    defer { try? handle.close() }
    do {
      var start = try handle.seekToEnd()
      var tail: [UInt8] = []
      while start > 0 {
        let length = min(start, UInt64(block))
        start -= length
        try handle.seek(toOffset: start)
        tail = [UInt8](try handle.read(upToCount: Int(length)) ?? Data()) + tail
        guard tail.last == 0x0A else { return nil }
        if let end = tail.dropLast().lastIndex(of: 0x0A) {
          return Array(tail[(end + 1)...].dropLast())
        }
      }
      return tail.isEmpty ? nil : Array(tail.dropLast())
    } catch {
      throw .notReadable(path: path, reason: (error as NSError).localizedDescription)
    }
  }
}
