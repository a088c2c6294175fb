/// A place in the text of a JSON file.
package struct JSONPlace: Hashable, Sendable {
  /// Lines count from 1.
  package let line: Int
  /// Bytes of the line, from 1.
  package let column: Int
  /// Bytes of the file, from 0.
  package let byte: Int
  /// The feature, from 1 in the order of the file; nil outside of the features.
  package let feature: Int?

  package init(line: Int, column: Int, byte: Int, feature: Int? = nil) {
    self.line = line
    self.column = column
    self.byte = byte
    self.feature = feature
  }
}

/// What is wrong with the text of a JSON file.
package enum JSONFault: Equatable, Sendable {
  /// Brackets are nested deeper than any geometry needs.
  case nestedTooDeep(limit: Int)
  /// The file ends, or a record separator comes, within an array, an object or a text.
  case truncated
  /// A closing bracket that nothing opened, or of the other kind, or after a comma.
  case unbalanced
  /// A bare word that JSON does not have, such as `NaN` or `Infinity`.
  case notJSON(word: String)
  /// Bytes that are not UTF-8, the only encoding of JSON.
  case notUTF8
  /// UTF-16 or UTF-32.
  case wideEncoding
  /// A number that breaks the grammar, such as `.5`, `01` or `+1`, or stands where none may.
  case number(text: String)
  /// A backslash before something that is no escape.
  case escape
  /// An escaped surrogate without its other half.
  case surrogate
  /// A control character that is not escaped.
  case controlCharacter(code: Int)
  /// A comment, which JSON does not have.
  case comment
  /// Any other character where it may not stand.
  case character(String)
  /// A member of GeoJSON that an object states twice.
  case repeatedMember(name: String)
  /// The member `features` is no array.
  case featuresNotArray
  /// An element of `features` is no feature.
  case notAFeature
  /// The member `properties` is neither an object nor null.
  case propertiesNotObject
  /// More differently named attributes than a table can have.
  case tooManyAttributes(limit: Int)
  /// One feature, or one member outside of the features, is longer than 2 GiB.
  case tooLong
  /// A later text of a sequence is in another reference system than the first.
  case otherReferenceSystem
}

extension JSONFault {
  /// The fault that stopped a cursor.
  init(_ stop: JSONStop, in cursor: JSONCursor) {
    func excerpt(while belongs: (UInt8) -> Bool) -> String {
      var end = stop.position
      while end < cursor.end, end < stop.position + 20, belongs(cursor.byte(at: end)) { end += 1 }
      return unsafe cursor.withBytes(stop.position..<end) {
        unsafe String(decoding: $0, as: UTF8.self)
      }
    }
    switch stop.reason {
    case .endOfBytes, .recordSeparator: self = .truncated
    case .nestedTooDeep: self = .nestedTooDeep(limit: JSONCursor.deepestNesting)
    case .unbalanced: self = .unbalanced
    case .word:
      self = .notJSON(word: excerpt { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) })
    case .notUTF8: self = .notUTF8
    case .number:
      self = .number(
        text: excerpt { "+-.0123456789eE".utf8.contains($0) })
    case .escape: self = .escape
    case .surrogate: self = .surrogate
    case .control: self = .controlCharacter(code: Int(cursor.byte(at: stop.position)))
    case .comment: self = .comment
    case .character:
      self = .character(String(Unicode.Scalar(cursor.byte(at: stop.position))))
    case .repeatedMember: self = .repeatedMember(name: excerpt { $0 != UInt8(ascii: "\"") })
    case .featuresNotArray: self = .featuresNotArray
    case .notAFeature, .notGeoJSON: self = .notAFeature
    case .propertiesNotObject: self = .propertiesNotObject
    case .tooManyAttributes: self = .tooManyAttributes(limit: AttributeColumns.largestCount)
    case .tooLong: self = .tooLong
    case .wideEncoding: self = .wideEncoding
    case .otherReferenceSystem: self = .otherReferenceSystem
    }
  }
}
