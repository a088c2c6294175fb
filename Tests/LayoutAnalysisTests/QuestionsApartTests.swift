import Foundation
import TestSupport
import Testing

/// A planning question never calls another one: their order is decided in `Scenarios` alone.
struct QuestionsApartTests {
  /// The entry of each question, by its folder.
  private static let entries = [
    "Boundaries": "BoundaryValidation", "RedLines": "RedLineCheck",
    "TownDelimitation": "TownDelimitation", "CityLayout": "CityLayout",
    "Services": "ServiceAreas", "Proximity": "Proximity", "PlanCertificate": "PlanCertificate",
  ]

  @Test func `no question makes another one`() throws {
    let sources = Fixtures.folder("..").appending(path: "Sources/LayoutAnalysis").standardized
    var fileCount = 0
    for folder in Self.entries.keys.sorted() {
      let files = FileManager.default.enumerator(
        at: sources.appending(path: folder), includingPropertiesForKeys: nil)
      for case let file as URL in try #require(files) where file.pathExtension == "swift" {
        fileCount += 1
        let text = try String(contentsOf: file, encoding: .utf8)
        for (other, entry) in Self.entries where other != folder {
          #expect(!text.contains("\(entry)("), "\(file.lastPathComponent) makes a \(entry)")
        }
      }
    }
    #expect(fileCount > 50)
  }
}
