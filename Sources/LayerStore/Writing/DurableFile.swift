package import Foundation

/// Small files of which there are many in one folder, each there whole or not at all.
package enum DurableFile {
  /// What the names of files begin with that are not yet whole.
  private static let prefix = ".partial-"

  /// Writes a file under a hidden name, forces it to the disk and gives it its name, in place of what was there.
  ///
  /// - Throws: ``LayerStoreError/notWritten(file:operation:message:)``, also when the disk is full; nothing is
  ///   left behind then.
  package static func write(_ content: Data, to path: String) throws(LayerStoreError) {
    let folder = (path as NSString).deletingLastPathComponent
    let hidden = "\(folder)/\(prefix)\(getpid())-\((path as NSString).lastPathComponent)"
    do throws(LayerStoreError) {
      let outcome = unsafe content.withUnsafeBytes { bytes in
        Result { () throws(LayerStoreError) in
          try unsafe FileSystem.write(bytes, to: hidden, as: path)
        }
      }
      try outcome.get()
      try FileSystem.rename(hidden, to: path, replacing: true, as: path)
    } catch {
      try? FileManager.default.removeItem(atPath: hidden)
      throw error
    }
    FileSystem.synchronise(folder: folder)
  }

  /// Removes what killed processes left half written in a folder.
  package static func sweep(folder: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasPrefix(prefix) {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }
}

/// A lock on a folder, which the system lifts when the process ends, however it does.
package final class FolderLock {
  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  /// Locks the file, which is made where it is missing.
  ///
  /// - Returns: nil where another process holds the lock.
  /// - Throws: ``LayerStoreError/notWritten(file:operation:message:)``.
  package static func taken(_ file: String) throws(LayerStoreError) -> FolderLock? {
    // Closed in programs that are started: a worker that outlives its parent holds no lock.
    let descriptor = unsafe open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw .notWritten(file: file, operation: "open", message: FileSystem.lastMessage)
    }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return FolderLock(descriptor: descriptor) }
    let (code, message) = (errno, FileSystem.lastMessage)
    _ = Foundation.close(descriptor)
    guard code == EWOULDBLOCK else {
      throw .notWritten(file: file, operation: "flock", message: message)
    }
    return nil
  }

  deinit { _ = Foundation.close(descriptor) }
}
