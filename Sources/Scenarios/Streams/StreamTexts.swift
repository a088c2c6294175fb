import LandModel
import LayerStore

/// Findings on records that cannot be read, in words.
enum StreamTexts {
  /// - Parameter byte: place in the record's own text, so that it is the same wherever the record stands.
  static func text(of fault: GeometryFault, atByte byte: Int) -> LocalizedText {
    LocalizedText(
      english: "byte \(byte) of the record: the geometry is none "
        + "(\(fault.english)); the feature is taken without it",
      chinese: "记录第 \(byte) 字节：几何不成立（\(fault.chinese)），按无几何处理")
  }

  /// - Parameter byte: place in the record's own text.
  static func text(of fault: JSONFault, atByte byte: Int) -> LocalizedText {
    LocalizedText(
      english: "byte \(byte) of the record: it cannot be read: \(fault.english)",
      chinese: "记录第 \(byte) 字节：无法读取：\(fault.chinese)")
  }
}

extension JSONFault {
  /// A word or two for a finding; the error text of the program says more.
  fileprivate var english: String {
    switch self {
    case .truncated: "it ends in the middle"
    case .notJSON(let word): "“\(word)” is not JSON"
    case .notUTF8: "it is not UTF-8"
    case .number(let text): "“\(text)” is no number of JSON"
    case .character(let character): "“\(character)” where it may not stand"
    case .notAFeature: "it is no feature"
    case .nestedTooDeep(let limit): "brackets are nested deeper than \(limit) levels"
    case .repeatedMember(let name): "“\(name)” stands twice"
    case .featuresNotArray, .propertiesNotObject: "a member is of the wrong kind"
    case .otherReferenceSystem: "its reference system differs from that before"
    case .tooLong, .tooManyAttributes: "it is too large"
    case .unbalanced, .wideEncoding, .escape, .surrogate, .controlCharacter, .comment:
      "it is not JSON"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .truncated: "内容不完整"
    case .notJSON(let word): "“\(word)”不是 JSON"
    case .notUTF8: "不是 UTF-8 编码"
    case .number(let text): "“\(text)”不是 JSON 数字"
    case .character(let character): "“\(character)”位置有误"
    case .notAFeature: "不是要素"
    case .nestedTooDeep(let limit): "括号嵌套超过 \(limit) 层"
    case .repeatedMember(let name): "“\(name)”重复"
    case .featuresNotArray, .propertiesNotObject: "成员类型有误"
    case .otherReferenceSystem: "坐标系与前文不同"
    case .tooLong, .tooManyAttributes: "内容过大"
    case .unbalanced, .wideEncoding, .escape, .surrogate, .controlCharacter, .comment:
      "不符合 JSON 语法"
    }
  }
}

extension GeometryFault {
  fileprivate var english: String {
    switch self {
    case .notAnObject: "something else than an object"
    case .typeMissing: "no type"
    case .unknownType: "an unknown type"
    case .coordinatesMissing: "no coordinates"
    case .notAnArray: "coordinates that are no array"
    case .coordinates(let type): "coordinates that are none of a \(type)"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .notAnObject: "不是对象"
    case .typeMissing: "缺少类型"
    case .unknownType: "类型未知"
    case .coordinatesMissing: "缺少坐标"
    case .notAnArray: "坐标不是数组"
    case .coordinates(let type): "坐标不合 \(type) 的要求"
    }
  }
}
