/// Why a run's folder could not be verified at all.
package enum RunRecordError: Error, Equatable {
  /// There is no such folder.
  case folderMissing(path: String)
  /// A file stands where the folder should.
  case notAFolder(path: String)
  /// The folder holds no `run.json`: it is empty, or no run.
  case recordMissing(folder: String)
  /// The system does not let the record be read.
  case notReadable(file: String, reason: String)
  /// Larger than any record of a run.
  case tooLarge(file: String, limit: Int)
  /// Nested deeper than any record of a run.
  case tooDeep(file: String, limit: Int)
  /// The text is not JSON, or breaks off.
  case notJSON(file: String, reason: String)
  /// A member is missing or of another kind.
  case wrongMember(file: String, member: String, reason: String)
  /// The record is of another version of the format.
  case otherVersion(file: String, found: Int, expected: Int)
  /// The plan file that the record names is not there.
  case planMissing(file: String)
}
