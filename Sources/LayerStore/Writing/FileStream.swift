import Foundation

/// A new file that is written piece by piece and forced to the disk when closed.
@safe struct FileStream: ~Copyable {
  private var descriptor: Int32
  /// The output as the user knows it.
  private let file: String

  /// Makes the file.
  ///
  /// - Throws: ``LayerStoreError/notWritten(file:operation:message:)`` naming `file`.
  init(_ path: String, as file: String) throws(LayerStoreError) {
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    self.file = file
    guard descriptor >= 0 else {
      throw .notWritten(file: file, operation: "open", message: FileSystem.lastMessage)
    }
  }

  /// Standard output, from where it stands on.
  private init() throws(LayerStoreError) {
    file = StandardOutput.name
    descriptor = dup(STDOUT_FILENO)
    guard descriptor >= 0 else {
      throw .notWritten(file: file, operation: "open", message: FileSystem.lastMessage)
    }
  }

  deinit { if descriptor >= 0 { _ = Foundation.close(descriptor) } }

  /// Copies a file to standard output.
  ///
  /// - Throws: ``LayerStoreError/notWritten(file:operation:message:)``, also when nobody reads any more.
  static func print(contentOf path: String) throws(LayerStoreError) {
    let source = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else {
      throw .notWritten(
        file: StandardOutput.name, operation: "open", message: FileSystem.lastMessage)
    }
    defer { _ = Foundation.close(source) }
    var output = try FileStream()
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let length = unsafe block.withUnsafeMutableBytes { bytes in
        unsafe read(source, bytes.baseAddress, bytes.count)
      }
      if length < 0, errno == EINTR { continue }
      guard length >= 0 else {
        throw .notWritten(
          file: StandardOutput.name, operation: "read", message: FileSystem.lastMessage)
      }
      guard length > 0 else { return }
      let outcome = unsafe block.withUnsafeBytes { bytes in
        Result { () throws(LayerStoreError) in
          try unsafe output.write(UnsafeRawBufferPointer(rebasing: bytes[..<length]))
        }
      }
      try outcome.get()
    }
  }

  /// Writes all bytes.
  ///
  /// - Throws: ``LayerStoreError/notWritten(file:operation:message:)`` when the disk is full.
  mutating func write(_ bytes: UnsafeRawBufferPointer) throws(LayerStoreError) {
    var done = 0
    while done < bytes.count {
      // One call writes at most 2 GiB on Linux; less is asked for so that an interrupt is noticed.
      let length = min(bytes.count - done, 1 << 26)
      let written = unsafe Foundation.write(
        descriptor, bytes.baseAddress.map { unsafe $0 + done }, length)
      if written < 0 {
        if errno == EINTR { continue }
        throw .notWritten(file: file, operation: "write", message: FileSystem.lastMessage)
      }
      done += written
    }
  }

  /// Forces the file to the disk and closes it.
  ///
  /// - Throws: ``LayerStoreError/notWritten(file:operation:message:)``, also where a file system tells
  ///   only now that the disk is full.
  consuming func close() throws(LayerStoreError) {
    let (isSynchronised, message) = (fsync(descriptor) == 0, FileSystem.lastMessage)
    let opened = descriptor
    descriptor = -1
    let isClosed = Foundation.close(opened) == 0
    guard isSynchronised else {
      throw .notWritten(file: file, operation: "fsync", message: message)
    }
    guard isClosed else {
      throw .notWritten(file: file, operation: "close", message: FileSystem.lastMessage)
    }
  }
}
