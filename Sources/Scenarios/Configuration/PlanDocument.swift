import Foundation
import Yams

/// A plan file as a tree of values, each checked against ``PlanKeys``.
package struct PlanDocument {
  package let root: PlanValue
  package let file: String
  /// The file's bytes, for its checksum.
  package let bytes: [UInt8]

  /// A plan is written by hand: a megabyte is far beyond any, and a guard against a wrong file.
  private static let largestFile = 1_000_000
  /// A plan nests six levels deep.
  private static let deepestNesting = 50

  /// Reads and checks a plan file.
  ///
  /// - Throws: ``PlanError`` for a missing or unreadable file, broken YAML, unknown or repeated keys,
  ///   missing keys, and values of the wrong kind, unit or range; the first in file order.
  ///
  /// - Parameter section: the keys that the file may have; a plan's by default.
  package init(file: String, section: PlanSection = PlanKeys.plan) throws(PlanError) {
    let data = try Self.data(file: file)
    let node = try Self.node(of: data, file: file)
    try self.init(node, file: file, bytes: [UInt8](data), section: section)
  }

  /// Checks a tree that was made from files.
  init(
    _ node: Node, file: String, bytes: [UInt8], section: PlanSection = PlanKeys.plan
  ) throws(PlanError) {
    try PlanChecker(file: file).check(node, is: .section(section), path: "")
    self.file = file
    self.bytes = bytes
    root = PlanValue(checked: node, file: file, path: "")
  }

  /// The tree of a file, of which nothing is checked yet.
  static func node(of data: Data, file: String) throws(PlanError) -> Node {
    func failure(_ cause: PlanError.Cause, line: Int? = nil, column: Int? = nil) -> PlanError {
      PlanError(place: PlanPlace(file: file, line: line, column: column), cause: cause)
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw failure(.syntax("the file is not UTF-8 text"))
    }
    guard Self.nesting(of: text) <= Self.deepestNesting else {
      throw failure(.tooDeep(limit: Self.deepestNesting))
    }
    do { return try Yams.compose(yaml: text) ?? Node([Node]()) } catch let error as YamlError {
      let mark = error.mark
      throw failure(.syntax(error.reason), line: mark?.line, column: mark?.column)
    } catch {
      throw failure(.syntax("\(error)"))
    }
  }

  /// The bytes of a file that someone wrote by hand.
  static func data(file: String) throws(PlanError) -> Data {
    func failure(_ cause: PlanError.Cause) -> PlanError {
      PlanError(place: PlanPlace(file: file), cause: cause)
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
      throw failure(.unreadable("there is no such file"))
    }
    guard !isFolder.boolValue else {
      throw failure(.unreadable("this is a folder; name the file in it"))
    }
    let data: Data
    do { data = try Data(contentsOf: URL(filePath: file)) } catch {
      throw failure(.unreadable((error as NSError).localizedDescription))
    }
    guard data.count <= largestFile else { throw failure(.tooLarge(limit: largestFile)) }
    return data
  }

  /// An upper limit of how deep the parser would have to recurse, by brackets and by dashes.
  private static func nesting(of text: String) -> Int {
    var (depth, deepest) = (0, 0)
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      var dashes = 0
      for byte in line {
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") { dashes += 1 }
        if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
        if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth -= 1 }
        deepest = max(deepest, depth)
        if byte != UInt8(ascii: "-") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: " ") {
          deepest = max(deepest, dashes)
          dashes = 0
        }
      }
    }
    return deepest
  }
}

extension YamlError {
  /// Where the parser stopped.
  fileprivate var mark: Mark? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark
    case .duplicatedKeysInMapping(_, let context): context.mark
    default: nil
    }
  }

  /// What the parser found wrong, without the source text.
  fileprivate var reason: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      problem
    case .reader(let problem, _, _, _): problem
    case .duplicatedKeysInMapping(let keys, _):
      "keys stand twice in one mapping: \(keys.joined(separator: ", "))"
    default: "\(self)"
    }
  }
}
