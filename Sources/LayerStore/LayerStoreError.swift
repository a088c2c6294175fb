/// Why a layer could not be read or written.
///
/// Facts only; the front end makes the sentence. Messages are GDAL's own, in English.
package enum LayerStoreError: Error, Equatable, Sendable {
  // MARK: Reading

  /// There is no such file or folder.
  case fileMissing(file: String)
  /// The file exists, but the system does not let it be read.
  case fileNotReadable(file: String, message: String)
  /// The address names a network or virtual file (`http://`, `/vsicurl/`), which is never opened.
  case notALocalFile(address: String)
  /// No driver knows the file's format; an empty file is one of these.
  case unknownFormat(file: String, message: String)
  /// The file holds several layers (or none) and the address names none.
  case layerNotNamed(file: String, available: [String])
  /// The file has no layer of that name.
  case layerMissing(file: String, layer: String, available: [String])
  /// The file is of a known format, but broken.
  case damaged(file: String, layer: String?, message: String)
  /// The text of a JSON file is broken at a place; lines count from 1, bytes from 0.
  case brokenJSON(file: String, line: Int, byte: Int, fault: JSONFault)

  // MARK: Writing

  /// The output exists and replacing it was not asked for.
  case outputExists(file: String)
  /// The format cannot be told from the file's name; the known endings are listed.
  case unknownOutputFormat(file: String, known: [String])
  /// The format cannot hold what was given, such as two layers in a Shapefile.
  case notRepresentable(file: String, layer: String, reason: String)
  /// The system or GDAL failed while writing: folder not writable, disk full.
  case notWritten(file: String, operation: String, message: String)
}

/// What is wrong with the text of a JSON file.
package enum JSONFault: Equatable, Sendable {
  /// Brackets are nested deeper than any geometry needs.
  case nestedTooDeep(limit: Int)
  /// The file ends within an array, an object or a string.
  case truncated
  /// A closing bracket that nothing opened, or of the other kind.
  case unbalanced
  /// A bare word that JSON does not have, such as `NaN` or `Infinity`.
  case notJSON(word: String)
  /// Bytes that are not UTF-8, the only encoding of JSON.
  case notUTF8
}
