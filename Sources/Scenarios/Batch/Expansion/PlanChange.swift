import LandModel
import Yams

/// A change that a scenario makes to a plan: a value, or a section to be merged, at a path of keys.
struct PlanChange {
  /// Keys from the plan's root on.
  let path: [String]
  /// What comes there; `~` takes the key away, a mapping is merged into the one there.
  let value: Node
  /// Where the change is written.
  let place: PlanPlace

  /// The path as it is written.
  var dotted: String { path.joined(separator: ".") }

  /// Reads a dotted path.
  ///
  /// - Throws: ``PlanError`` for a path with an empty key.
  init(_ dotted: String, _ value: Node, place: PlanPlace) throws(PlanError) {
    path = dotted.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    self.value = value
    self.place = place
    guard path.allSatisfy({ !$0.isEmpty }) else {
      throw PlanError(
        place: place,
        cause: .wrongValue(
          expected: "a path of keys set apart by points, such as layout.spacing",
          found: "“\(dotted)”"))
    }
  }

  /// The paths of the single values of the change, and where each stands.
  var leaves: [(path: String, place: PlanPlace)] { Self.leaves(of: value, dotted, place) }

  private static func leaves(
    of node: Node, _ path: String, _ place: PlanPlace
  ) -> [(path: String, place: PlanPlace)] {
    let own = PlanPlace(
      file: place.file, line: node.mark?.line ?? place.line,
      column: node.mark?.column ?? place.column, path: path)
    guard let mapping = node.mapping, !mapping.isEmpty else { return [(path, own)] }
    return mapping.flatMap { key, value in
      leaves(of: value, "\(path).\(key.scalar?.string ?? "")", own)
    }
  }
}

extension Node {
  /// Whether the value is left out on purpose: `~` or `null`, not in quotes.
  var isNothing: Bool {
    guard let scalar, scalar.style != .singleQuoted, scalar.style != .doubleQuoted else {
      return false
    }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// The value in one line, for ids and tables.
  var plainText: String {
    switch self {
    case .scalar(let scalar): isNothing ? "" : scalar.string
    case .sequence(let list): list.map(\.plainText).joined(separator: " ")
    case .mapping(let mapping):
      mapping.map { "\($0.key.plainText) \($0.value.plainText)" }.joined(separator: " ")
    case .alias: ""
    }
  }
}
