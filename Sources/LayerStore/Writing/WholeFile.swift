package import Foundation

/// A file, or a file and its side files, that appears when complete or not at all.
package struct WholeFile: ~Copyable {
  private let aside: AsideFolder
  private let isReplacing: Bool
  private var names: [String] = []

  /// Prepares to write a file; nothing is visible under its name until ``commit()``.
  ///
  /// - Throws: ``LayerStoreError/outputExists(file:)`` unless `replacing`;
  ///   ``LayerStoreError/notWritten(file:operation:message:)``.
  package init(_ file: String, replacing: Bool = false) throws(LayerStoreError) {
    aside = try AsideFolder(for: file, replacing: replacing)
    isReplacing = replacing
  }

  /// The hidden folder that holds what is written until the commit.
  package var stagingPath: String { aside.path }

  /// The file's name without folders.
  private var name: String { (aside.destination as NSString).lastPathComponent }

  /// Writes the content and forces it to the disk.
  ///
  /// - Throws: ``LayerStoreError/notWritten(file:operation:message:)``, also when the disk is full.
  package mutating func write(_ content: Data) throws(LayerStoreError) {
    let name = name
    let outcome = unsafe content.withUnsafeBytes { bytes in
      Result { () throws(LayerStoreError) in try unsafe write(bytes, named: name) }
    }
    try outcome.get()
  }

  /// Opens the file for writing in pieces; it must be closed before the commit.
  mutating func stream() throws(LayerStoreError) -> FileStream {
    let stream = try FileStream("\(aside.path)/\(name)", as: aside.destination)
    names.append(name)
    return stream
  }

  /// Writes the file or one beside it, such as a Shapefile's table.
  mutating func write(
    _ bytes: UnsafeRawBufferPointer, named name: String
  ) throws(LayerStoreError) {
    try unsafe FileSystem.write(bytes, to: "\(aside.path)/\(name)", as: aside.destination)
    names.append(name)
  }

  /// Lets the file appear, side files first, in place of what was there.
  ///
  /// - Throws: ``LayerStoreError/outputExists(file:)`` where another process made it meanwhile and it
  ///   may not be replaced; ``LayerStoreError/notWritten(file:operation:message:)``.
  package consuming func commit() throws(LayerStoreError) {
    let parent = (aside.path as NSString).deletingLastPathComponent
    let main = name
    for name in names.filter({ $0 != main }) + names.filter({ $0 == main }) {
      try FileSystem.rename(
        "\(aside.path)/\(name)", to: "\(parent)/\(name)", replacing: isReplacing,
        as: aside.destination)
    }
    FileSystem.synchronise(folder: parent)
  }
}
