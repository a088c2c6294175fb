import LandModel
import Yams

/// Puts changes into a plan's tree, key by key along the plan's own definition.
///
/// What the values may be is left to the plan's checks, which the changed tree goes through as if it had been
/// written so.
struct PlanPatch {
  /// The tree with a change.
  ///
  /// - Throws: ``PlanError`` for a key that no plan has, with the nearest that one has; for a path that goes on
  ///   below a single value; and for one into an entry that the plan does not have and that cannot be made from
  ///   parts, such as a layer.
  static func applying(_ change: PlanChange, to root: Node) throws(PlanError) -> Node {
    let changed = try PlanPatch(change: change).node(
      root, .section(PlanKeys.plan), change.path[...], change.value, walked: "")
    return changed ?? root
  }

  private let change: PlanChange

  /// The node that comes in place of one; nil for none.
  private func node(
    _ old: Node?, _ kind: PlanValueKind, _ path: ArraySlice<String>, _ value: Node, walked: String
  ) throws(PlanError) -> Node? {
    guard let key = path.first else { return try merged(old, kind, value, walked: walked) }
    let inner = try kindBelow(kind, key: key, in: old, goesOn: path.count > 1, walked: walked)
    var pairs = old?.mapping.map { Array($0) } ?? []
    let place = pairs.firstIndex { $0.key.scalar?.string == key }
    let new = try node(
      place.map { pairs[$0].value }, inner, path.dropFirst(), value, walked: join(walked, key))
    if let place {
      if let new { pairs[place].value = new } else { pairs.remove(at: place) }
    } else if let new {
      pairs.append((key: Node(key), value: new))
    }
    return mapping(pairs, like: old)
  }

  /// A value in place of a node: mappings are merged, everything else replaces.
  private func merged(
    _ old: Node?, _ kind: PlanValueKind, _ value: Node, walked: String
  ) throws(PlanError) -> Node? {
    guard !value.isNothing else { return nil }
    guard let additions = value.mapping else { return value }
    switch kind {
    case .section, .table: break
    default: return value
    }
    var result = old?.mapping == nil ? Node([(Node, Node)]()) : old
    for (key, addition) in additions {
      result = try node(
        result, kind, [key.scalar?.string ?? ""][...], addition, walked: walked)
    }
    return old == nil ? result.map { mapping(Array($0.mapping ?? [:]), like: value) } : result
  }

  /// What the value of a key may be.
  private func kindBelow(
    _ kind: PlanValueKind, key: String, in old: Node?, goesOn: Bool, walked: String
  ) throws(PlanError) -> PlanValueKind {
    switch kind {
    case .section(let section):
      guard let found = section[key] else {
        throw error(
          .unknownKey(key, nearest: NearestName.of(key, in: section.keys.map(\.name))),
          at: walked)
      }
      return found.kind
    case .table(let inner):
      let names = old?.mapping?.keys.compactMap { $0.scalar?.string } ?? []
      if goesOn, !names.contains(key), case .section(let section) = inner,
        section.keys.contains(where: \.isRequired)
      {
        throw error(
          .unknownName(
            kind: "entry of \(walked)", name: key, nearest: NearestName.of(key, in: names)),
          at: join(walked, key))
      }
      return inner
    case .localizedText: return .text
    default:
      throw error(
        .contradiction("“\(walked)” is a single value or a list; a path cannot go on below it"),
        at: join(walked, key))
    }
  }

  private func error(_ cause: PlanError.Cause, at path: String) -> PlanError {
    PlanError(
      place: PlanPlace(
        file: change.place.file, line: change.place.line, column: change.place.column, path: path),
      cause: cause)
  }

  private func join(_ path: String, _ key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }

  /// A mapping where another was, so that errors about it name that one's place.
  private func mapping(_ pairs: [(key: Node, value: Node)], like old: Node?) -> Node {
    .mapping(
      Node.Mapping(pairs.map { ($0.key, $0.value) }, .implicit, .any, old?.mapping?.mark))
  }
}
