import Foundation
import LandModel
import LayerStore

/// What a batch is made from: plan, scenarios, inputs and programs, by checksum.
package struct BatchManifest: Codable, Sendable, Equatable {
  /// A file that went in.
  package struct Input: Codable, Sendable, Equatable {
    /// As the plan writes it.
    package let name: String
    /// Nil where it was missing when the batch began, which is told by the scenarios that name it.
    package let sha256: String?
  }

  /// Version of the batch folder's format.
  package let version: Int
  /// Names without folders, so that a batch is the same wherever it runs.
  package let plan: Input
  package let scenarios: Input
  /// By name.
  package let inputs: [Input]
  /// By component.
  package let versions: [String: String]
  /// How many scenarios the file asks for, the base not counted.
  package let count: Int
  /// `K/N` of a part.
  package let shard: String?

  /// Version of the batch folder's format that this program writes.
  static let currentVersion = 1

  init(_ set: ScenarioSet, inputs: [Input], shard: Shard?) {
    version = Self.currentVersion
    func input(_ file: String, _ bytes: [UInt8]) -> Input {
      Input(
        name: URL(filePath: file).lastPathComponent, sha256: SHA256.hexadecimal(of: bytes))
    }
    plan = input(set.base.file, set.base.bytes)
    scenarios = input(set.file.file, set.file.bytes)
    self.inputs = inputs
    versions = Dictionary(
      ComponentVersions.all.map { ($0.component, $0.version) }, uniquingKeysWith: { $1 })
    count = set.scenarios.count - 1
    self.shard = shard?.text
  }

  /// The manifest of the whole batch that a part is of.
  var whole: BatchManifest { BatchManifest(self, shard: nil) }

  private init(_ other: BatchManifest, shard: String?) {
    (version, plan, scenarios) = (other.version, other.plan, other.scenarios)
    (inputs, versions, count) = (other.inputs, other.versions, other.count)
    self.shard = shard
  }

  /// A checksum of everything but the shard, which records carry.
  var identity: String {
    let parts =
      ["\(version)", plan.sha256 ?? "", scenarios.sha256 ?? "", "\(count)"]
      + inputs.flatMap { [$0.name, $0.sha256 ?? "missing"] }
      + versions.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    return SHA256.hexadecimal(of: Array(parts.joined(separator: "\n").utf8))
  }

  /// The first thing in which another manifest differs, the shard left out.
  package func difference(from other: BatchManifest) -> ManifestDifference? {
    if version != other.version {
      return ManifestDifference(.format, "\(version)", "\(other.version)")
    }
    for key in Set(versions.keys).union(other.versions.keys).sorted()
    where versions[key] != other.versions[key] {
      return ManifestDifference(.version(of: key), versions[key], other.versions[key])
    }
    func checksum(_ input: Input?) -> String? {
      input?.sha256.map { "SHA-256 \($0.prefix(12))…" }
    }
    for (what, mine, theirs) in [
      (.plan(plan.name), plan, other.plan),
      (.scenarios(scenarios.name), scenarios, other.scenarios),
    ] as [(ManifestDifference.Part, Input, Input)] where mine.sha256 != theirs.sha256 {
      return ManifestDifference(what, checksum(mine), checksum(theirs))
    }
    let (mine, theirs) = (Self.byName(inputs), Self.byName(other.inputs))
    for name in Set(mine.keys).union(theirs.keys).sorted()
    where mine[name]?.sha256 != theirs[name]?.sha256 || (mine[name] == nil) != (theirs[name] == nil)
    {
      return ManifestDifference(.input(name), checksum(mine[name]), checksum(theirs[name]))
    }
    return count == other.count
      ? nil : ManifestDifference(.count, "\(count)", "\(other.count)")
  }

  private static func byName(_ inputs: [Input]) -> [String: Input] {
    Dictionary(inputs.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Plan {
  /// Every file that the plan names, as it names it: layers, waivers and tables of totals.
  var inputFiles: [String] { layers.map(\.file) + tableFiles }

  /// Waivers and tables of totals that the plan names, as it names them.
  var tableFiles: [String] {
    settings.filter { setting in
      setting.path == "validate.waivers-file"
        || (setting.path.hasPrefix("layers.") && setting.path.hasSuffix("].file"))
    }.map(\.value)
  }

  /// Checksum of a file that the plan names; nil where there is none.
  func checksum(ofInput name: String) throws -> String? {
    let isWhole = name.hasPrefix("/") || name.contains("://")
    let path =
      isWhole
      ? name
      : URL(filePath: file).deletingLastPathComponent().appending(path: name)
        .path(percentEncoded: false)
    let address = LayerAddress.parse(path)
    guard FileManager.default.fileExists(atPath: address.file) else { return nil }
    return try Checksum.sha256(ofLayerFile: address.file)
  }
}
