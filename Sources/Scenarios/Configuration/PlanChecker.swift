import LandModel
import Yams

/// Checks a YAML tree against the definition of the plan file.
struct PlanChecker {
  let file: String

  /// Checks one node and what is below it.
  func check(_ node: Node, is kind: PlanValueKind, path: String) throws(PlanError) {
    switch kind {
    case .section(let section): try checkSection(node, section, path: path)
    case .table(let inner): try checkTable(node, of: inner, path: path)
    case .list(let inner):
      guard let sequence = node.sequence else { throw wrong(node, kind, path) }
      for (index, child) in sequence.enumerated() {
        try check(child, is: inner, path: "\(path)[\(index)]")
      }
    case .anything: break
    case .localizedText:
      guard node.mapping != nil else { return try checkScalar(node, is: .text, path: path) }
      try checkSection(
        node, PlanSection([PlanKey("zh", .text, ""), PlanKey("en", .text, "")]), path: path)
    default: try checkScalar(node, is: kind, path: path)
    }
  }

  private func checkSection(
    _ node: Node, _ section: PlanSection, path: String
  ) throws(PlanError) {
    guard let mapping = node.mapping else { throw wrong(node, .section(section), path) }
    let names = section.keys.map(\.name)
    for (keyNode, child) in mapping {
      let name = keyNode.scalar?.string ?? ""
      guard let key = section[name] else {
        throw error(
          keyNode, path, .unknownKey(name, nearest: NearestName.of(name, in: names)))
      }
      try check(child, is: key.kind, path: join(path, name))
    }
    for key in section.keys where key.isRequired && mapping[Node(key.name)] == nil {
      throw error(node, path, .missingKey(key.name))
    }
  }

  private func checkTable(
    _ node: Node, of inner: PlanValueKind, path: String
  ) throws(PlanError) {
    guard let mapping = node.mapping else { throw wrong(node, .table(of: inner), path) }
    var names: Set<String> = []
    for (keyNode, child) in mapping {
      guard let name = keyNode.scalar?.string, !name.isEmpty else {
        throw wrong(keyNode, .text, path)
      }
      // The parser finds repeated keys, but takes 1 and '1' for two.
      guard names.insert(name).inserted else {
        throw error(keyNode, path, .contradiction("the key “\(name)” stands here twice"))
      }
      try check(child, is: inner, path: join(path, name))
    }
  }

  private func checkScalar(
    _ node: Node, is kind: PlanValueKind, path: String
  ) throws(PlanError) {
    guard let text = node.scalar?.string else { throw wrong(node, kind, path) }
    func range(_ allowed: String) -> PlanError {
      error(node, path, .outOfRange(found: text, allowed: allowed))
    }
    switch kind {
    case .integer(let limits):
      guard let number = Int(text) else { throw wrong(node, kind, path) }
      guard limits.contains(number) else {
        throw range("\(limits.lowerBound) to \(limits.upperBound)")
      }
    case .number(let limits):
      guard let number = Double(text), number.isFinite else { throw wrong(node, kind, path) }
      guard limits.contains(number) else {
        throw range("\(limits.lowerBound) to \(limits.upperBound)")
      }
    case .length:
      guard let length = Quantity.length(text) else { throw wrong(node, kind, path) }
      guard Quantity.lengths.contains(length) else { throw range(Quantity.lengthRange) }
    case .area:
      guard let area = Quantity.area(text) else { throw wrong(node, kind, path) }
      guard Quantity.areas.contains(area) else { throw range("0 m2 to 1e9 km2") }
    case .ratio:
      guard let ratio = Quantity.ratio(text) else { throw wrong(node, kind, path) }
      guard (0...1).contains(ratio.value) else { throw range("0 to 1, or 0 % to 100 %") }
    case .duration:
      guard let seconds = Quantity.seconds(text) else { throw wrong(node, kind, path) }
      guard seconds > 0, seconds <= Quantity.longestDuration else {
        throw range("more than 0 s, at most 1e9 s")
      }
    case .money:
      guard let money = Quantity.money(text) else { throw wrong(node, kind, path) }
      guard Quantity.amounts.contains(money) else { throw range("0 to 1e12 万元") }
    case .points:
      guard let points = Quantity.points(text) else { throw wrong(node, kind, path) }
      guard (0...Quantity.mostPoints).contains(points) else { throw range("0 to 1e12 points") }
    case .switchOrCount(let limits):
      guard node.bool == nil || Int(text) != nil else { return }
      guard let number = Int(text) else { throw wrong(node, kind, path) }
      guard limits.contains(number) else {
        throw range("true, false, or \(limits.lowerBound) to \(limits.upperBound)")
      }
    case .boolean: guard node.bool != nil else { throw wrong(node, kind, path) }
    case .choice(let names):
      guard names.contains(text) else {
        throw error(
          node, path,
          .unknownName(
            kind: "value", name: text, nearest: NearestName.of(text, in: names) ?? names.first))
      }
    default: guard !text.isEmpty else { throw wrong(node, kind, path) }
    }
  }

  private func join(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }

  private func wrong(_ node: Node, _ kind: PlanValueKind, _ path: String) -> PlanError {
    let found: String =
      switch node {
      case .mapping: "a mapping"
      case .sequence: "a list"
      default: node.scalar.map { $0.string.isEmpty ? "nothing" : "“\($0.string)”" } ?? "nothing"
      }
    return error(node, path, .wrongValue(expected: kind.expectation, found: found))
  }

  private func error(_ node: Node, _ path: String, _ cause: PlanError.Cause) -> PlanError {
    PlanError(
      place: PlanPlace(
        file: file, line: node.mark?.line, column: node.mark?.column, path: path),
      cause: cause)
  }
}
