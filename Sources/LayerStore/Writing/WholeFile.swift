package import Foundation

/// A file, or a file and its side files, that appears when complete or not at all.
package struct WholeFile: ~Copyable {
  private let aside: AsideFolder
  private let isReplacing: Bool
  /// Whether the content goes to standard output, which it does whole as well.
  private let isPrinted: Bool
  private var names: [String] = []

  /// Prepares to write a file; nothing is visible under its name until ``commit()``.
  ///
  /// - Parameter file: ``StandardOutput/name`` for standard output: made in the folder for temporary files.
  /// - Throws: ``LayerStoreError/outputExists(file:)`` unless `replacing`;
  ///   ``LayerStoreError/outputIsFolder(file:)``;
  ///   ``LayerStoreError/notWritten(file:operation:message:)``.
  package init(_ file: String, replacing: Bool = false) throws(LayerStoreError) {
    // First: nothing of a value that is not copied may be set when an initialiser throws.
    aside = try Self.aside(file, replacing: replacing)
    isPrinted = StandardOutput.isMeant(by: file)
    isReplacing = replacing
  }

  private static func aside(
    _ file: String, replacing: Bool
  ) throws(LayerStoreError) -> AsideFolder {
    guard !StandardOutput.isMeant(by: file) else {
      let folder = FileManager.default.temporaryDirectory
      return try AsideFolder(
        for: folder.appending(path: "townlayout-output").path, replacing: true)
    }
    guard !FileSystem.isFolder(file) else { throw .outputIsFolder(file: file) }
    return try AsideFolder(for: file, replacing: replacing)
  }

  /// Refuses early, before hours of work, what would be refused at the end.
  ///
  /// - Throws: as ``init(_:replacing:)``.
  package static func prepare(_ file: String, replacing: Bool) throws(LayerStoreError) {
    _ = try WholeFile(file, replacing: replacing)
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
    guard !isPrinted else { return try FileStream.print(contentOf: "\(aside.path)/\(main)") }
    for name in names.filter({ $0 != main }) + names.filter({ $0 == main }) {
      try FileSystem.rename(
        "\(aside.path)/\(name)", to: "\(parent)/\(name)", replacing: isReplacing,
        as: aside.destination)
    }
    FileSystem.synchronise(folder: parent)
  }
}
