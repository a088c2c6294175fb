import Foundation
import TestSupport
import Testing

/// A check that shares a mistake with the search finds nothing: the two share no type but values.
struct CertificateApartTests {
  private static let sources = Fixtures.folder("..").appending(path: "Sources").standardized

  private static func files(in folder: String) throws -> [(name: String, text: String)] {
    let found = FileManager.default.enumerator(
      at: sources.appending(path: folder), includingPropertiesForKeys: nil)
    var files: [(name: String, text: String)] = []
    for case let file as URL in try #require(found) where file.pathExtension == "swift" {
      files.append((file.lastPathComponent, try String(contentsOf: file, encoding: .utf8)))
    }
    return files
  }

  /// The words of a text, without its comments.
  private static func words(of text: String) -> Set<Substring> {
    let code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
    return Set(code.flatMap { $0.split { !$0.isLetter && !$0.isNumber } })
  }

  /// The types that a text declares, those within others left out.
  private static func types(in text: String) -> [Substring] {
    text.split(separator: "\n").compactMap { line in
      guard line.first?.isLetter == true else { return nil }
      let words = line.split { !$0.isLetter && !$0.isNumber }
      let kind = words.firstIndex { ["struct", "class", "enum"].contains($0) }
      return kind.flatMap { words.dropFirst($0 + 1).first }
    }
  }

  @Test func `the certificate uses no type of the search`() throws {
    let search = [
      "LayoutAnalysis/CityLayout/Instance", "LayoutAnalysis/CityLayout/Model",
      "LayoutAnalysis/CityLayout/Search", "LayoutAnalysis/CityLayout/Proof",
      "LayoutAnalysis/CityLayout/Answers", "LayoutAnalysis/CityLayout/Audit",
      "LayoutAnalysis/TownDelimitation/Cells", "LayoutAnalysis/TownDelimitation/Regions",
      "LayoutAnalysis/TownDelimitation/Sites", "LayoutAnalysis/TownDelimitation/Drawing",
      "LayoutAnalysis/TownDelimitation/Suitability", "Optimization", "SpatialIndex",
    ]
    var types: Set<Substring> = ["Optimization", "SpatialIndex"]
    for folder in search {
      for file in try Self.files(in: folder) { types.formUnion(Self.types(in: file.text)) }
    }
    #expect(
      types.isSuperset(of: [
        "ConflictGraph", "CliqueCover", "CoverageGroups", "CellWindow", "LagrangianBound",
        "LayoutRelaxation", "DualAscent", "LayoutCertificate",
      ]))
    let files =
      try Self.files(in: "LayoutAnalysis/PlanCertificate")
      + Self.files(in: "Scenarios/Verification")
    #expect(files.count > 35)
    for file in files {
      let shared = Self.words(of: file.text).intersection(types)
      #expect(shared.isEmpty, "\(file.name) uses \(shared.sorted())")
    }
  }
}
