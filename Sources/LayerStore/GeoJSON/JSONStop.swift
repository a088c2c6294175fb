/// Why a scan of JSON text stopped: a few bytes, so that throwing it costs nothing where text is right.
struct JSONStop: Error, Equatable {
  enum Reason: UInt8 {
    /// The bytes at hand end within a value; more may come.
    case endOfBytes
    case nestedTooDeep
    case unbalanced
    case word
    case notUTF8
    case number
    case escape
    case surrogate
    case control
    case comment
    case recordSeparator
    case character
    case repeatedMember
    case featuresNotArray
    case notAFeature
    case propertiesNotObject
    case tooManyAttributes
    case otherReferenceSystem
    /// No fault of the text: it is JSON, but of another kind than GeoJSON.
    case notGeoJSON
    /// A single feature longer than any reader takes.
    case tooLong
    case wideEncoding
  }

  let reason: Reason
  /// Place in the window, in bytes from its start.
  let position: Int
}
