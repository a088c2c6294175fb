import Foundation

/// The few system calls of writing, each with its failure checked.
enum FileSystem {
  /// The system's message for the last failed call.
  static var lastMessage: String { unsafe String(cString: strerror(errno)) }

  /// Bytes of a file; zero where the system does not tell.
  static func size(of path: String) -> Int {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Writes a new file whole and forces it to the disk.
  ///
  /// - Throws: ``LayerStoreError/notWritten(file:operation:message:)`` naming `file`, the output as the
  ///   user knows it, when the disk is full or the file may not be made.
  static func write(
    _ bytes: UnsafeRawBufferPointer, to path: String, as file: String
  ) throws(LayerStoreError) {
    var stream = try FileStream(path, as: file)
    try unsafe stream.write(bytes)
    try stream.close()
  }

  /// Renames in one step; a file, or a folder that is not empty, is replaced only if that is allowed.
  ///
  /// Without that leave the system itself refuses, so that of two runs that write one output the later
  /// fails. A folder is never renamed over one that holds something; a file gets its new name as a
  /// second link, which POSIX lets fail where the name is taken.
  static func rename(
    _ old: String, to new: String, replacing: Bool, as file: String
  ) throws(LayerStoreError) {
    if !replacing {
      if unsafe link(old, new) == 0 {
        _ = unsafe unlink(old)
        return
      }
      // Folders have no second links, and some file systems none at all: those are renamed.
      guard errno != EEXIST || isFolder(old) else { throw .outputExists(file: file) }
    }
    guard unsafe Foundation.rename(old, new) == 0 else {
      if errno == ENOTEMPTY || errno == EEXIST { throw .outputExists(file: file) }
      throw .notWritten(file: file, operation: "rename", message: lastMessage)
    }
  }

  /// Whether a folder is there, or a link to one.
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Forces a folder's entries to the disk, so that a rename survives a power cut.
  static func synchronise(folder: String) {
    let descriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    // Some file systems refuse to synchronise folders; the data itself is on the disk by then.
    _ = fsync(descriptor)
    _ = Foundation.close(descriptor)
  }
}
