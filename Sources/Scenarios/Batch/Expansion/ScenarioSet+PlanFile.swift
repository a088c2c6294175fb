import Foundation
import LandModel
import Yams

extension ScenarioSet {
  /// The plan of a scenario as a file of its own, and the bytes of that file.
  ///
  /// Files that the plan names are named from the new file's folder, so that both can be moved together.
  ///
  /// - Parameter file: where the plan is to be written.
  /// - Throws: as ``plan(of:)``.
  func plan(of scenario: Scenario, asFile file: String) throws -> Plan {
    let here = Self.folder(of: base.file)
    let there = Self.folder(of: file)
    let known = Set(try plan(of: scenario).layers.map(\.key))
    let tree = Self.mapped(try plan(of: scenario) { $0 }, path: []) { path, text in
      guard Self.isFile(path, text, layers: known), !text.hasPrefix("/"), !text.contains("://")
      else { return text }
      return Self.path(of: here.appending(path: text), from: there)
    }
    let text = try Yams.serialize(node: tree, width: -1, allowUnicode: true)
    let bytes = Array(text.utf8)
    return try Plan(
      PlanDocument(
        try PlanDocument.node(of: Data(bytes), file: file), file: file, bytes: bytes))
  }

  /// Whether a text of the plan names a file.
  private static func isFile(_ path: [String], _ text: String, layers: Set<String>) -> Bool {
    switch (path.first, path.last) {
    case ("layers", "file"), ("validate", "waivers-file"): true
    // These name a layer by its key, or else a file.
    case ("validate", "study-area"), ("validate", "allowed-gaps"): !layers.contains(text)
    default: false
    }
  }

  /// A tree with other texts; the path of a list's element is that of the list.
  private static func mapped(
    _ node: Node, path: [String], _ change: ([String], String) -> String
  ) -> Node {
    switch node {
    case .mapping(var mapping):
      for (key, value) in mapping {
        mapping[key] = mapped(value, path: path + [key.scalar?.string ?? ""], change)
      }
      return .mapping(mapping)
    case .sequence(let list):
      return Node(list.map { mapped($0, path: path, change) })
    case .scalar(var scalar):
      let text = change(path, scalar.string)
      if text != scalar.string { scalar.string = text }
      return .scalar(scalar)
    case .alias: return node
    }
  }

  private static func folder(of file: String) -> URL {
    URL(filePath: file).deletingLastPathComponent().resolvingSymlinksInPath()
  }

  /// The way from a folder to a file.
  private static func path(of file: URL, from folder: URL) -> String {
    let (to, from) = (file.standardized.pathComponents, folder.standardized.pathComponents)
    let shared = zip(to, from).prefix { $0 == $1 }.count
    return (from.dropFirst(shared).map { _ in ".." } + to.dropFirst(shared)).joined(separator: "/")
  }
}

extension ValidatedCity {
  /// The same city as layers of a plan file elsewhere.
  func named(by plan: Plan) -> ValidatedCity {
    let files = Dictionary(
      plan.layers.map { ($0.key, $0.file) }, uniquingKeysWith: { first, _ in first })
    return ValidatedCity(
      grid: grid,
      layers: layers.map { layer in
        RunLayer(
          key: layer.key, title: layer.title, role: layer.role,
          address: LayerAddress(
            file: files[layer.key] ?? layer.address.file, layer: layer.address.layer),
          source: layer.source, attributes: layer.attributes, sourceCRS: layer.sourceCRS,
          operation: layer.operation, sha256: layer.sha256, remarks: layer.remarks,
          projected: layer.projected, checked: layer.checked)
      },
      administrative: administrative, validation: validation, timings: timings)
  }
}
