import Foundation
import LandModel
import LayerStore
import TestSupport
import Testing

/// Reads every file in `fixtures/formats`; the outcome of each stands in the folder's README.
struct FormatCorpusTests {
  /// Files that accompany another one and are not read by themselves.
  private static let sideFiles: Set<String> = ["shx", "dbf", "prj", "cpg", "md"]

  @Test(arguments: ["formats/good", "formats/broken"])
  func `every file reads as its table says`(folder: String) throws {
    let rows = try Fixtures.table(in: folder)
    try #require(rows.count > 15)
    for row in rows {
      let path = Fixtures.folder(folder).appendingPathComponent(row.file).path
      #expect(row.cells.last == Self.outcome(of: .parse(path)), "\(row.file)")
    }
  }

  @Test(arguments: ["formats/good", "formats/broken"])
  func `every file stands in the table`(folder: String) throws {
    let listed = Set(
      try Fixtures.table(in: folder).map { LayerAddress.parse($0.file).file })
    let files = try FileManager.default.contentsOfDirectory(atPath: Fixtures.folder(folder).path)
    for file in files.sorted()
    where !Self.sideFiles.contains((file as NSString).pathExtension) {
      #expect(listed.contains(file))
    }
  }

  @Test func `every error names its file`() throws {
    for row in try Fixtures.table(in: "formats/broken") {
      let path = Fixtures.folder("formats/broken").appendingPathComponent(row.file).path
      do throws(LayerStoreError) { _ = try LayerReader.read(LayerAddress(file: path)) } catch {
        #expect("\(error)".contains(row.file))
      }
    }
  }

  @Test func `reading says nothing on standard output or error`() async throws {
    let result = await #expect(
      processExitsWith: .success,
      observing: [\.standardErrorContent, \.standardOutputContent]
    ) {
      for folder in ["formats/good", "formats/broken"] {
        for row in try Fixtures.table(in: folder) {
          let path = Fixtures.folder(folder).appendingPathComponent(row.file).path
          _ = Self.outcome(of: .parse(path))
        }
      }
    }
    let said = try #require(result)
    #expect(String(decoding: said.standardErrorContent, as: UTF8.self) == "")
    #expect(String(decoding: said.standardOutputContent, as: UTF8.self) == "")
  }

  /// Messages are kept per thread, so that no reader hears of another's troubles.
  @Test(arguments: [1, 2, 7])
  func `files read side by side read the same`(workers: Int) throws {
    let paths = try ["formats/good", "formats/broken"].flatMap { folder in
      try Fixtures.table(in: folder).map { row in
        (Fixtures.folder(folder).appendingPathComponent(row.file).path, row.cells.last)
      }
    }
    let outcomes = Chunks.map(count: paths.count, size: 1, workers: workers) { rows in
      rows.map { Self.outcome(of: .parse(paths[$0].0)) }
    }
    #expect(outcomes.flatMap(\.self) == paths.map(\.1))
  }

  /// What reading gives, in one line.
  static func outcome(of address: LayerAddress) -> String {
    do throws(LayerStoreError) {
      let layer = try LayerReader.read(address)
      let kinds = Dictionary(grouping: layer.geometry.kinds, by: \.rawValue)
        .sorted { $0.key < $1.key }.map { "\($0.value.count) \($0.key)" }
      let odd = layer.geometry.positions.count { !$0.isFinite }
      let parts = [
        layer.crs?.epsg.map { "EPSG:\($0)" } ?? layer.crs.map { _ in "WKT" } ?? "no CRS",
        kinds.isEmpty ? "no features" : kinds.joined(separator: " and "),
        "\(layer.geometry.positions.count) positions", odd > 0 ? "\(odd) not finite" : "",
        layer.attributes["name"]?.text(at: 0) ?? "",
      ]
      return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    } catch {
      switch error {
      case .brokenJSON(_, let place, let fault):
        let label = "\(fault)".prefix { $0 != "(" }
        return "error: \(label) in line \(place.line)"
      default: return "error: \("\(error)".prefix { $0 != "(" })"
      }
    }
  }
}
