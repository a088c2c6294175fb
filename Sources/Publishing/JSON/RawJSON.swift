/// Takes compact JSON text apart without reading its values: what it gives are stretches of the text.
///
/// For text that this program wrote: white space between tokens is none of it, and is refused like any
/// other damage.
enum RawJSON {
  /// The members of an object in their order; nil where the text is no object.
  static func members(of text: [UInt8]) -> [(name: String, value: [UInt8])]? {
    guard let parts = parts(of: text, in: (UInt8(ascii: "{"), UInt8(ascii: "}"))) else {
      return nil
    }
    var members: [(name: String, value: [UInt8])] = []
    for part in parts {
      guard part.first == UInt8(ascii: "\""), let end = end(ofValueAt: part.startIndex, in: part),
        end + 1 < part.endIndex, part[end] == UInt8(ascii: ":")
      else { return nil }
      let name = String(decoding: part[(part.startIndex + 1)..<(end - 1)], as: UTF8.self)
      members.append((name, Array(part[(end + 1)...])))
    }
    return members
  }

  /// The elements of an array in their order; nil where the text is no array.
  static func elements(of text: [UInt8]) -> [[UInt8]]? {
    parts(of: text, in: (UInt8(ascii: "["), UInt8(ascii: "]")))?.map(Array.init)
  }

  /// What stands between the commas of the outermost brackets.
  private static func parts(
    of text: [UInt8], in brackets: (open: UInt8, close: UInt8)
  ) -> [ArraySlice<UInt8>]? {
    guard text.count >= 2, text.first == brackets.open, text.last == brackets.close,
      end(ofValueAt: 0, in: text[...]) == text.count
    else { return nil }
    let inner = text[1..<(text.count - 1)]
    var parts: [ArraySlice<UInt8>] = []
    var start = inner.startIndex
    var place = start
    while place < inner.endIndex {
      if inner[place] == UInt8(ascii: ",") {
        parts.append(inner[start..<place])
        place += 1
        start = place
      } else {
        guard let next = end(ofValueAt: place, in: inner) else { return nil }
        // A name is followed by its colon and its value.
        place = next < inner.endIndex && inner[next] == UInt8(ascii: ":") ? next + 1 : next
      }
    }
    if !inner.isEmpty { parts.append(inner[start...]) }
    return parts.contains(where: \.isEmpty) ? nil : parts
  }

  /// The place behind the value that begins at a place; nil where it does not end.
  private static func end(ofValueAt start: Int, in text: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    var place = start
    while place < text.endIndex {
      switch text[place] {
      case UInt8(ascii: "\""):
        guard let end = end(ofTextAt: place, in: text) else { return nil }
        place = end
        if depth == 0 { return place }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        place += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard depth > 0 else { return place > start ? place : nil }
        depth -= 1
        place += 1
        if depth == 0 { return place }
      case UInt8(ascii: ",") where depth == 0: return place > start ? place : nil
      case 0...0x20: return nil
      default: place += 1
      }
    }
    return depth == 0 && place > start ? place : nil
  }

  private static func end(ofTextAt start: Int, in text: ArraySlice<UInt8>) -> Int? {
    var place = start + 1
    while place < text.endIndex {
      if text[place] == UInt8(ascii: "\"") { return place + 1 }
      place += text[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }
}
