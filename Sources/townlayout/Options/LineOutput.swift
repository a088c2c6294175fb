import LayerStore
import Publishing

/// Where lines go: to standard output at once, or to a file that appears when complete.
struct LineOutput: ~Copyable {
  private var file: LineFile?

  /// - Parameter path: nil or `-` for standard output.
  /// - Throws: ``LayerStoreError`` where the file exists and may not be replaced, or cannot be made.
  init(_ path: String?, replacing: Bool) throws {
    guard let path, !StandardOutput.isMeant(by: path) else {
      file = nil
      return
    }
    Interruption.folderWatch.willChange()
    defer { Interruption.folderWatch.didChange() }
    let file = try LineFile(path, replacing: replacing)
    Interruption.folderWatch.isStaged(file.stagingPath)
    self.file = consume file
  }

  mutating func write(_ bytes: [UInt8]) throws {
    guard file != nil else { return try Output.write(bytes: bytes) }
    try file?.write(bytes)
  }

  /// Lets the file appear; without a call it never does.
  consuming func commit() throws {
    Interruption.folderWatch.willChange()
    defer { Interruption.folderWatch.didChange() }
    if let file = file.take() { try file.commit() }
    Interruption.folderWatch.isStaged(nil)
  }
}
