import Foundation
import LandModel

/// The files of all workloads in one folder, made from seeds where they are missing.
///
/// Each is written by a process of its own: a child's peak memory counts from what its parent holds.
struct BenchmarkFiles {
  let folder: URL
  /// Share of the full number of features.
  let scale: Double
  /// Whether the folder was given; nothing is made in it then.
  let isGiven: Bool
  let workers: Int

  /// The program under test, beside this one.
  static let program = executable.deletingLastPathComponent().appending(path: "townlayout")
  static let executable = URL(filePath: CommandLine.arguments[0])

  /// The path of a layer.
  func path(_ layer: SeededLayer) throws -> String {
    let file = folder.appending(path: layer.fileName)
    guard !FileManager.default.fileExists(atPath: file.path) else { return file.path }
    if isGiven { throw MissingLayer(path: file.path) }
    _ = try ChildProcess(
      Self.executable, ["make-layer", layer.rawValue, file.path, "--scale", "\(scale)"],
      codes: 0...0)
    return file.path
  }

  /// A path for something that is written.
  func output(_ name: String) -> String {
    FileManager.default.temporaryDirectory.appending(
      path: "townlayout-benchmark-\(ProcessInfo.processInfo.processIdentifier)-\(name)"
    ).path
  }

  struct MissingLayer: Error, CustomStringConvertible {
    let path: String

    var description: String { "the folder of data has no \(path)" }
  }
}
