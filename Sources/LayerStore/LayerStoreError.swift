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
  /// The text of a JSON file is broken at a place.
  case brokenJSON(file: String, place: JSONPlace, fault: JSONFault)
  /// A survey text (勘测定界 TXT) cannot be read at a line, counted from 1; `parcel` is its name.
  case brokenSurveyText(file: String, line: Int, parcel: String?, fault: SurveyTextFault)
  /// No such encoding is known.
  case unknownEncoding(file: String, encoding: String)

  // MARK: Writing

  /// The output exists and replacing it was not asked for.
  case outputExists(file: String)
  /// A folder stands where the output file is to be.
  case outputIsFolder(file: String)
  /// The format cannot be told from the file's name; the known endings are listed.
  case unknownOutputFormat(file: String, known: [String])
  /// The format cannot hold what was given, such as two layers in a Shapefile.
  case notRepresentable(file: String, layer: String, reason: String)
  /// The system or GDAL failed while writing: folder not writable, disk full.
  case notWritten(file: String, operation: String, message: String)
}
