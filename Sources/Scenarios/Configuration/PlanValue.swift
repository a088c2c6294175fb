import Foundation
package import LandModel
import Yams

/// A value of the plan file, checked against its kind, that knows where it stands.
package struct PlanValue {
  private let node: Node
  private let file: String
  package let path: String

  /// Takes a checked node over; ``PlanDocument`` is the one caller outside this file.
  init(checked node: Node, file: String, path: String) {
    self.node = node
    self.file = file
    self.path = path
  }

  /// The value of a key in a section or table; nil where it is left out.
  package subscript(key: String) -> PlanValue? {
    // By text and not by node: YAML takes `431001` and `'431001'` for a number and a text, and a plan
    // means one county by both.
    guard let pair = node.mapping?.first(where: { $0.key.scalar?.string == key }) else {
      return nil
    }
    return child(pair.value, key: key)
  }

  private func child(_ node: Node, key: String) -> PlanValue {
    PlanValue(checked: node, file: file, path: path.isEmpty ? key : "\(path).\(key)")
  }

  /// Keys and values of a table in file order.
  package var entries: [(key: String, value: PlanValue)] {
    (node.mapping ?? [:]).compactMap { key, value in
      key.scalar.map { ($0.string, child(value, key: $0.string)) }
    }
  }

  package var elements: [PlanValue] {
    (node.sequence ?? []).enumerated().map { index, child in
      PlanValue(checked: child, file: file, path: "\(path)[\(index)]")
    }
  }

  package var text: String { node.scalar?.string ?? "" }
  package var integer: Int { Int(text) ?? 0 }
  package var number: Double { Double(text) ?? 0 }
  package var boolean: Bool { node.bool ?? false }
  package var length: Metres { Quantity.length(text) ?? .zero }
  package var area: SquareMetres { Quantity.area(text) ?? .zero }
  package var ratio: Ratio { Quantity.ratio(text) ?? .zero }
  package var money: Money { Quantity.money(text) ?? .zero }
  package var points: Double { Quantity.points(text) ?? 0 }
  package var seconds: Double { Quantity.seconds(text) ?? 0 }
  /// The path of a file that the value names: relative to the file that it stands in.
  package var filePath: String {
    guard !text.hasPrefix("/") else { return text }
    return URL(filePath: file).deletingLastPathComponent().appending(path: text)
      .path(percentEncoded: false)
  }
  package var localizedText: LocalizedText {
    let plain = text
    let english = self["en"]?.text ?? self["zh"]?.text ?? plain
    return LocalizedText(english: english, chinese: self["zh"]?.text ?? english)
  }

  /// Where the value stands, for errors found later.
  package var place: PlanPlace {
    PlanPlace(file: file, line: node.mark?.line, column: node.mark?.column, path: path)
  }

  /// An error at this value.
  package func error(_ cause: PlanError.Cause) -> PlanError {
    PlanError(place: place, cause: cause)
  }

  /// An error for a name that refers to nothing, with the nearest name that does.
  package func unknown(_ kind: String, among names: [String]) -> PlanError {
    error(.unknownName(kind: kind, name: text, nearest: NearestName.of(text, in: names)))
  }

  /// Every scalar below this value, as path and text, in file order.
  package var leaves: [(path: String, value: String)] {
    switch node {
    case .mapping: entries.flatMap(\.value.leaves)
    case .sequence: elements.flatMap(\.leaves)
    default: [(path, text)]
    }
  }
}

extension PlanValue {
  /// The value as the parser gave it, to be written into another tree.
  var tree: Node { node }

  /// The section with the other one's keys, which go before its own.
  func overlaid(by other: PlanValue) -> PlanValue {
    var mapping = node.mapping ?? [:]
    for (key, value) in other.node.mapping ?? [:] { mapping[key] = value }
    return PlanValue(checked: .mapping(mapping), file: other.file, path: other.path)
  }

  /// The section with a text at a path of keys below it.
  func setting(_ text: String, at path: ArraySlice<String>) -> PlanValue {
    guard let key = path.first else { return self }
    var mapping = node.mapping ?? [:]
    let rest = path.dropFirst()
    let inner = self[key] ?? emptySection
    mapping[Node(key)] = rest.isEmpty ? Node(text) : inner.setting(text, at: rest).node
    return PlanValue(checked: .mapping(mapping), file: file, path: self.path)
  }

  /// A section without keys at this value's place, for a section that was left out.
  var emptySection: PlanValue {
    PlanValue(checked: Node([(Node, Node)]()), file: file, path: path)
  }
}
