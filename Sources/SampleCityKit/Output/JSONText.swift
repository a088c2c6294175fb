import LandModel

/// A JSON value whose members keep their order, written with two spaces of indentation.
indirect enum JSONText {
  case value(PropertyValue)
  case list([JSONText])
  case object([(String, JSONText)])

  static func text(_ text: String) -> JSONText { .value(.text(text)) }
  static func integer(_ number: Int) -> JSONText { .value(.integer(number)) }

  /// The text, with `depth` steps of indentation after line ends; lists of plain values stay on a line.
  func written(depth: Int = 0) -> String {
    let pad = String(repeating: "  ", count: depth + 1)
    let end = "\n" + String(repeating: "  ", count: depth)
    switch self {
    case .value(let value): return GeoJSONLayerText.text(value)
    case .list(let items) where items.allSatisfy(\.isPlain):
      return "[" + items.map { $0.written() }.joined(separator: ", ") + "]"
    case .list(let items):
      let lines = items.map { pad + $0.written(depth: depth + 1) }
      return "[\n" + lines.joined(separator: ",\n") + end + "]"
    case .object(let members):
      let lines = members.map { name, value in
        "\(pad)\(quoted(name)): \(value.written(depth: depth + 1))"
      }
      return "{\n" + lines.joined(separator: ",\n") + end + "}"
    }
  }

  private var isPlain: Bool {
    if case .value = self { true } else { false }
  }
}

extension JSONText {
  init(_ text: LocalizedText) {
    self = .object([("zh", .text(text.chinese)), ("en", .text(text.english))])
  }
}
