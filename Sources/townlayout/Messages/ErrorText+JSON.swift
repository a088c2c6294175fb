import LayerStore

extension ErrorText {
  /// What is wrong with the text of a JSON file, and what to do.
  static func text(_ fault: JSONFault) -> String {
    switch fault {
    case .nestedTooDeep(let limit): "brackets are nested deeper than \(limit) levels"
    case .truncated: "the text ends in the middle; ask for a complete copy"
    case .unbalanced: "a closing bracket where a value or its opening bracket is missing"
    case .notJSON(let word): "“\(word)” is not JSON; write a number or null"
    case .notUTF8: "these bytes are not UTF-8, the encoding of JSON; save the file as UTF-8"
    case .wideEncoding: "the file is in UTF-16 or UTF-32; save it as UTF-8, the encoding of JSON"
    case .number(let text):
      "“\(text)” is no number of JSON, or stands where none may; write numbers as -0.5"
    case .escape: "a backslash that begins no escape; write it twice"
    case .surrogate: "half of a surrogate pair; write the character itself"
    case .controlCharacter(let code):
      "a control character (code \(code)) that is not escaped; leave it out or write it as an escape"
    case .comment: "a comment, which JSON does not have; remove it"
    case .character(let character):
      "“\(character)” where it may not stand; is a comma, colon or quotation mark missing?"
    case .repeatedMember(let name): "“\(name)” stands twice in one object; remove the wrong one"
    case .featuresNotArray: "a feature collection without an array “features”"
    case .notAFeature: "not a feature; each needs “type”: “Feature”, a geometry and properties"
    case .propertiesNotObject: "the properties are neither an object nor null"
    case .tooManyAttributes(let limit):
      "more than \(limit) different attributes; are values written as names?"
    case .tooLong: "a single feature longer than 2 GiB, or a bracket that never closes"
    case .otherReferenceSystem:
      "another reference system than in the texts before; make a file for each"
    }
  }
}
