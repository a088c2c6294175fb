/// The names and ring numbers of a parcel's points as one attribute text, so that they survive formats
/// that know positions only.
///
/// Rings are parted by semicolons; each is its number, its direction (顺 clockwise, 逆 anticlockwise, 线 for
/// what has none), a colon and the names with runs shortened: `1顺:J1-J4,J1;2逆:J5-J8,J5`.
struct SurveyPointNames: Equatable {
  struct Ring: Equatable {
    let number: Int
    /// Nil for points and lines.
    let isClockwise: Bool?
    let names: [String]
  }

  var rings: [Ring] = []

  init(_ rings: [Ring]) { self.rings = rings }

  // MARK: Writing

  var text: String {
    rings.map { ring in
      let direction = ring.isClockwise.map { $0 ? "顺" : "逆" } ?? "线"
      return "\(ring.number)\(direction):" + Self.shortened(ring.names).joined(separator: ",")
    }.joined(separator: ";")
  }

  private static func shortened(_ names: [String]) -> [String] {
    let numbers = names.map(numbered)
    var tokens: [String] = []
    var index = 0
    while index < names.count {
      var end = index
      while end + 1 < names.count, let this = numbers[end], let next = numbers[end + 1],
        next.number == this.number + 1, next.stem == this.stem
      { end += 1 }
      // Two in a row are as short written out.
      if end > index + 1 {
        tokens.append("\(escaped(names[index]))-\(escaped(names[end]))")
      } else {
        end = index
        tokens.append(escaped(names[index]))
      }
      index = end + 1
    }
    return tokens
  }

  /// A name's stem and number, where the number is written without leading zeros.
  private static func numbered(_ name: String) -> (stem: Substring, number: Int)? {
    let digits = name.utf8.reversed().prefix {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    let start = name.utf8.index(name.utf8.endIndex, offsetBy: -digits.count)
    guard start < name.utf8.endIndex, digits.count < 18,
      digits.count == 1 || name.utf8[start] != UInt8(ascii: "0"), let number = Int(name[start...])
    else { return nil }
    return (name[..<start], number)
  }

  private static let marks: [(Character, String)] = [
    ("%", "%25"), ("-", "%2D"), (";", "%3B"), (":", "%3A"), (",", "%2C"),
  ]

  private static func escaped(_ name: String) -> String {
    guard name.utf8.contains(where: { "%-;:,".utf8.contains($0) }) else { return name }
    return marks.reduce(name) { $0.replacing(String($1.0), with: $1.1) }
  }

  private static func unescaped(_ name: Substring) -> String {
    guard name.utf8.contains(UInt8(ascii: "%")) else { return String(name) }
    return marks.reversed().reduce(String(name)) { $0.replacing($1.1, with: String($1.0)) }
  }

  // MARK: Reading

  /// Reads the text for rings of given numbers of positions, the closing one included.
  ///
  /// - Returns: nil where it is not of this form, or not of these rings: the geometry was edited since.
  init?(_ text: String, positionCounts: [Int]) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    guard parts.count == positionCounts.count else { return nil }
    for (part, count) in zip(parts, positionCounts) {
      guard let colon = part.firstIndex(of: ":"), let mark = part[..<colon].last,
        let number = Int(part[..<colon].dropLast()), "顺逆线".contains(mark),
        let names = Self.names(part[part.index(after: colon)...], atMost: count),
        names.count == count || mark != "线" && names.count == count - 1
      else { return nil }
      rings.append(
        Ring(number: number, isClockwise: mark == "线" ? nil : mark == "顺", names: names))
    }
  }

  private static func names(_ text: Substring, atMost limit: Int) -> [String]? {
    var names: [String] = []
    for token in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = token.split(separator: "-", omittingEmptySubsequences: false)
      switch ends.count {
      case 1: names.append(unescaped(token))
      case 2:
        guard let (stem, first) = numbered(unescaped(ends[0])),
          let (other, last) = numbered(unescaped(ends[1])), stem == other, first < last,
          last - first < limit
        else { return nil }
        names += (first...last).map { "\(stem)\($0)" }
      default: return nil
      }
      if names.count > limit { return nil }
    }
    return names
  }
}
