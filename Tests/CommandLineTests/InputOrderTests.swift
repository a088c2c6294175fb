import Foundation
import TestSupport
import Testing

/// The order of files and lists decides nothing, not even between plans of the same objective.
@Suite struct InputOrderTests {
  private let program = BuiltProgram()

  /// The plan's chosen towns and outcome, as printed for machines.
  private func layout(_ folder: URL) throws -> [String: Any] {
    let outcome = try program.run(["layout", folder.appending(path: "plan.yaml").path, "--json"])
    try #require(outcome.code == 0, "\(outcome.errors)")
    return try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  private func text(_ value: Any?) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: try #require(value), options: [.sortedKeys, .fragmentsAllowed])
    return String(decoding: data, as: UTF8.self)
  }

  /// Reorders the features of a layer.
  private func reorder(_ file: URL, _ change: ([Any]) -> [Any]) throws {
    var collection = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    collection["features"] = change(try #require(collection["features"] as? [Any]))
    try JSONSerialization.data(withJSONObject: collection).write(to: file)
  }

  @Test(arguments: [false, true])
  func `features and industries in another order give the same plan`(isTied: Bool) throws {
    let scratch = try ScratchFolder()
    let sound = scratch.url.appending(path: "sound")
    try FileManager.default.copyItem(at: Fixtures.folder("plans/two-counties"), to: sound)
    let planFile = sound.appending(path: "plan.yaml")
    if isTied {
      // Suitability and coverage count nothing: all plans are worth the same, and only their order decides.
      let plan = try String(contentsOf: planFile, encoding: .utf8)
      try (plan + "  suitability-weight: 0\n  coverage-weight: 0\n").write(
        to: planFile, atomically: true, encoding: .utf8)
    }
    let expected = try layout(sound)
    for turn in 1...3 {
      let other = scratch.url.appending(path: "turn-\(turn)")
      try FileManager.default.copyItem(at: sound, to: other)
      for name in ["candidates", "counties", "resources", "red-line", "roads"] {
        try reorder(other.appending(path: "\(name).geojson")) { features in
          let middle = features.count * turn / 4
          return Array(features[middle...] + features[..<middle]).reversed()
        }
      }
      let file = other.appending(path: "plan.yaml")
      var lines = try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      let first = try #require(lines.firstIndex { $0.hasPrefix("  tourism:") })
      lines.swapAt(first, first + 1)
      try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
      let found = try layout(other)
      for key in ["status", "objective", "rules", "chosen", "rejected", "model"] {
        #expect(try text(found[key]) == text(expected[key]), "\(key), turn \(turn)")
      }
    }
  }
}
