import Foundation

/// A folder beside an output in which the output is made before it appears.
///
/// Hidden, on the same file system, named after the output and this process. It is removed when given
/// up; one that a killed process left is removed by the next writer of the same output.
struct AsideFolder: ~Copyable {
  let path: String
  let destination: String

  /// Makes the folder.
  ///
  /// - Throws: ``LayerStoreError/outputExists(file:)`` where the output exists and may not be
  ///   replaced; ``LayerStoreError/notWritten(file:operation:message:)`` where the folder above it
  ///   cannot be written.
  init(for destination: String, replacing: Bool) throws(LayerStoreError) {
    let trimmed = Self.target(
      of: destination.count > 1 && destination.hasSuffix("/")
        ? String(destination.dropLast()) : destination)
    guard Self.isReplaceable(trimmed) else {
      throw .notWritten(
        file: destination, operation: "rename",
        message: "it is a device, pipe or socket, and would become an ordinary file")
    }
    let url = URL(fileURLWithPath: trimmed)
    let parent = url.deletingLastPathComponent().path
    guard replacing || !Self.isOccupied(trimmed) else { throw .outputExists(file: destination) }
    Self.sweep(parent: parent, name: url.lastPathComponent)
    let number = Self.next()
    let folder = "\(parent)/.\(url.lastPathComponent).partial-\(getpid())-\(number)"
    guard unsafe mkdir(folder, 0o777) == 0 else {
      throw .notWritten(file: destination, operation: "mkdir", message: FileSystem.lastMessage)
    }
    path = folder
    self.destination = trimmed
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// What a symbolic link stands for, so that the link stays; other paths as they are.
  private static func target(of path: String) -> String {
    let manager = FileManager.default
    guard (try? manager.destinationOfSymbolicLink(atPath: path)) != nil else { return path }
    return URL(filePath: path).resolvingSymlinksInPath().path
  }

  /// Whether what is there, if anything, is a file or a folder.
  private static func isReplaceable(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return true }
    return status.st_mode & S_IFMT == S_IFREG || status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether something is there that must not be replaced unasked; an empty folder is not.
  private static func isOccupied(_ path: String) -> Bool {
    guard FileManager.default.fileExists(atPath: path) else { return false }
    guard let content = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      return true
    }
    return !content.isEmpty
  }

  /// Removes what dead processes left for the same output.
  private static func sweep(parent: String, name: String) {
    let prefix = ".\(name).partial-"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where name.hasPrefix(prefix) {
      guard
        let process = name.dropFirst(prefix.count).split(separator: "-").first.flatMap({ pid_t($0) }
        ),
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(atPath: "\(parent)/\(name)")
    }
  }

  private static let counter = Counter()
  private static func next() -> Int { counter.next() }
}
