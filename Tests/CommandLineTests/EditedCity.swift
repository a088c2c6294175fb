import Foundation
import TestSupport
import Testing

/// A copy of the small city of two counties whose plan a test changes.
struct EditedCity {
  let plan: URL

  /// - Parameter file: a layer beside those of the city.
  init(in scratch: ScratchFolder, adding file: String, _ content: String) throws {
    let folder = scratch.url.appending(path: "city")
    try FileManager.default.copyItem(at: Fixtures.folder("plans/two-counties"), to: folder)
    try Data(content.utf8).write(to: folder.appending(path: file))
    plan = folder.appending(path: "plan.yaml")
  }

  /// Changes the first place of a text in the plan file.
  func replace(_ text: String, with other: String) throws {
    let content = try String(contentsOf: plan, encoding: .utf8)
    try #require(content.contains(text))
    try Data(content.replacing(text, with: other, maxReplacements: 1).utf8).write(to: plan)
  }
}
