/// Finds the encoding of a survey text and brings it to UTF-8.
///
/// GBK, with GB 2312 within it, is the rule and UTF-8 with or without a byte-order mark the exception
/// (domain facts §3.4); no file says which. GBK text of a few characters is never valid UTF-8, so
/// strict decoding tells them apart. GB 18030 holds all of GBK.
struct SurveyTextEncoding: Equatable {
  /// UTF-8 without a byte-order mark.
  let bytes: [UInt8]
  /// What was assumed about it.
  let assumption: Assumption

  enum Assumption: Equatable {
    /// Nothing but ASCII, a byte-order mark, or an encoding that was asked for.
    case none
    case utf8
    case gbk
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// - Parameter encoding: the one to use; nil to find out.
  init(_ content: [UInt8], encoding: String?) throws(SurveyTextFailure) {
    if let zero = content.firstIndex(of: 0) {
      throw SurveyTextFailure(line: Self.line(of: zero, in: content), fault: .notText)
    }
    let isMarked = content.starts(with: Self.byteOrderMark)
    if let encoding, !isMarked {
      guard let text = TextRecoder.utf8(content, from: encoding) else {
        throw Self.failure(content, as: encoding)
      }
      (bytes, assumption) = (text, .none)
      return
    }
    let text = isMarked ? Array(content.dropFirst(3)) : content
    if String(validating: text, as: UTF8.self) != nil {
      let isASCII = text.allSatisfy { $0 < 0x80 }
      (bytes, assumption) = (text, isMarked || isASCII ? .none : .utf8)
      return
    }
    // Broken UTF-8 is often well-formed GBK of nonsense; the format's own words tell.
    guard !isMarked, !Self.contains(content, Array("地块".utf8)) else {
      throw Self.failure(content, as: "UTF-8")
    }
    guard let recoded = TextRecoder.utf8(content, from: "GB18030") else {
      throw Self.failure(content, as: nil)
    }
    (bytes, assumption) = (recoded, .gbk)
  }

  /// Names the first line that is not text of the encoding.
  private static func failure(_ content: [UInt8], as encoding: String?) -> SurveyTextFailure {
    let lines = content.split(separator: 0x0A, omittingEmptySubsequences: false)
    let broken = lines.firstIndex { line in
      if line.allSatisfy({ $0 < 0x80 }) { return false }
      return encoding == "UTF-8"
        ? String(validating: line, as: UTF8.self) == nil
        : TextRecoder.utf8(Array(line), from: encoding ?? "GB18030") == nil
    }
    return SurveyTextFailure(line: (broken ?? 0) + 1, fault: .notEncoded(as: encoding))
  }

  private static func line(of place: Int, in content: [UInt8]) -> Int {
    content[..<place].count { $0 == 0x0A } + 1
  }

  private static func contains(_ content: [UInt8], _ word: [UInt8]) -> Bool {
    var start = 0
    while let found = content[start...].firstIndex(of: word[0]) {
      if content[found...].starts(with: word) { return true }
      start = found + 1
    }
    return false
  }
}
