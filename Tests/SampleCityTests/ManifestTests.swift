import Foundation
import LandModel
import Testing

@testable import SampleCityKit

struct ManifestTests {
  private struct Manifest: Decodable {
    struct Entry: Decodable {
      let file: String
      let synthetic: Bool
      let seed: UInt64?
      let sha256: String
      let rows: Int
      let steps: [String]
    }
    let files: [Entry]
  }

  @Test func `the manifest lists each data file with its checksum`() throws {
    let data = try Data(contentsOf: ChenzhouData.folder.appending(path: "manifest.json"))
    let manifest = try JSONDecoder().decode(Manifest.self, from: data)
    for entry in manifest.files {
      let bytes = try Data(contentsOf: ChenzhouData.folder.appending(path: entry.file))
      #expect(SHA256.hexadecimal(of: Array(bytes)) == entry.sha256, "\(entry.file)")
      #expect(entry.synthetic == (entry.seed != nil))
      #expect(entry.rows > 0 && !entry.steps.isEmpty)
    }
    let listed = Set(manifest.files.map(\.file))
    let present = try FileManager.default.contentsOfDirectory(atPath: ChenzhouData.folder.path)
      .filter { $0.hasSuffix(".geojson") || $0.hasSuffix(".csv") }
    #expect(Set(present) == listed)
  }

  /// One of the eleven counties, because the whole city takes a minute without optimisation.
  @Test func `the same seed gives the same bytes, another seed others`() throws {
    func texts(seed: UInt64) throws -> [String] {
      let real = try RealLayers(
        folder: ChenzhouData.folder, countyCodes: ["156431024"])
      let writer = GeoJSONLayerText(seed: 1)
      return try LayerCatalogue(City(real, seed: seed)).soundLayers().map(writer.text)
    }
    let first = try texts(seed: 5)
    #expect(try texts(seed: 5) == first)
    let second = try texts(seed: 6)
    #expect(second[0] != first[0])
  }

  /// A minute without optimisation, so only when the heavy tests are asked for.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["TOWNLAYOUT_HEAVY_TESTS"] != nil))
  func `the folder in the repository is what the generator makes, byte for byte`() throws {
    let folder = CityFolder(source: ChenzhouData.folder, seed: CityFolder.defaultSeed)
    for file in try folder.files() {
      let kept = try Data(contentsOf: ChenzhouData.folder.appending(path: file.name))
      #expect(kept == file.data, "\(file.name)")
    }
  }
}
