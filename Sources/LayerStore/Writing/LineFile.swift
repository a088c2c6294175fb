/// A text file written line by line that appears when complete or not at all.
package struct LineFile: ~Copyable {
  private let file: WholeFile
  private var stream: FileStream

  /// Prepares to write a file; nothing is visible under its name until ``commit()``.
  ///
  /// - Throws: ``LayerStoreError/outputExists(file:)`` unless `replacing`;
  ///   ``LayerStoreError/notWritten(file:operation:message:)``.
  package init(_ path: String, replacing: Bool = false) throws(LayerStoreError) {
    var file = try WholeFile(path, replacing: replacing)
    stream = try file.stream()
    self.file = file
  }

  /// The hidden folder that holds the file so far, to be removed where the program is interrupted.
  package var stagingPath: String { file.stagingPath }

  /// Writes bytes behind those before.
  ///
  /// - Throws: ``LayerStoreError/notWritten(file:operation:message:)``, also when the disk is full.
  package mutating func write(_ bytes: [UInt8]) throws(LayerStoreError) {
    let outcome = unsafe bytes.withUnsafeBytes { bytes in
      Result { () throws(LayerStoreError) in try unsafe stream.write(bytes) }
    }
    try outcome.get()
  }

  /// Forces the file to the disk and lets it appear.
  ///
  /// - Throws: as ``WholeFile/commit()``.
  package consuming func commit() throws(LayerStoreError) {
    try stream.close()
    try file.commit()
  }
}
