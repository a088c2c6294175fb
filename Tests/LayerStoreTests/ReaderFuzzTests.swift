import Foundation
import LandModel
import LayerStore
import TestSupport
import Testing

/// Flips bytes of well-formed files at seeded places and reads them: any outcome but a crash or a hang.
///
/// `TOWNLAYOUT_FUZZ_MUTATIONS` sets the number of mutations per file; 40 by default.
struct ReaderFuzzTests {
  @Test(arguments: [
    "rfc7946.geojson", "sequence.geojsons", "old-crs-member.geojson", "utf8.shp",
    "gbk-without-cpg.shp", "two-layers.gpkg",
    "towns.fgb", "towns.gdb", "lines.dxf", "towns.kml", "wkt.csv", "arcs.csv", "lon-lat.csv",
  ])
  func `a file with flipped bytes neither crashes nor hangs the reader`(name: String) async {
    await #expect(processExitsWith: .success) { [name = name as String] in
      let environment = ProcessInfo.processInfo.environment["TOWNLAYOUT_FUZZ_MUTATIONS"]
      let mutations = environment.flatMap { Int($0) } ?? 40
      // A hang ends the process by signal, and so the test.
      alarm(UInt32(60 + mutations))
      let source = Fixtures.folder("formats/good").appendingPathComponent(name)
      let fuzz = try Fuzz(source: source)
      for seed in 0..<mutations { try fuzz.readMutation(seed: UInt64(seed)) }
      exit(EXIT_SUCCESS)
    }
  }
}

/// A file and those that belong to it, mutated one at a time in a scratch folder.
private struct Fuzz {
  private let folder = try? ScratchFolder()
  private let name: String
  /// Content by name, a geodatabase's tables by path; sorted.
  private let files: [(name: String, content: Data)]

  init(source: URL) throws {
    name = source.lastPathComponent
    let parent = source.deletingLastPathComponent()
    let stem = source.deletingPathExtension().lastPathComponent
    var names: [String] = []
    if name.hasSuffix(".gdb") {
      names = try FileManager.default.contentsOfDirectory(atPath: source.path)
        .map { "\(source.lastPathComponent)/\($0)" }
    } else if name.hasSuffix(".shp") {
      names = ["shp", "shx", "dbf"].map { "\(stem).\($0)" }
    } else {
      names = [name]
    }
    files = try names.sorted().map { name in
      (name, try Data(contentsOf: parent.appendingPathComponent(name)))
    }
  }

  /// Writes the files with one to eight bytes of one of them changed, or its end cut off, and reads.
  func readMutation(seed: UInt64) throws {
    guard let folder else { throw CocoaError(.fileWriteUnknown) }
    var generator = SeededGenerator(seed: seed)
    let victim = Int.random(in: files.indices, using: &generator)
    try FileManager.default.createDirectory(
      atPath: (folder.path(files[0].name) as NSString).deletingLastPathComponent,
      withIntermediateDirectories: true)
    for (index, file) in files.enumerated() {
      var content = file.content
      if index == victim, !content.isEmpty {
        for _ in 0..<Int.random(in: 1...8, using: &generator) {
          // Headers are small and decide most: half of the changes fall into the first 200 bytes.
          let bound = Bool.random(using: &generator) ? content.count : min(content.count, 200)
          content[Int.random(in: 0..<bound, using: &generator)] = UInt8.random(
            in: .min ... .max, using: &generator)
        }
        if Int.random(in: 0..<8, using: &generator) == 0 {
          content = content.prefix(Int.random(in: 0..<content.count, using: &generator))
        }
      }
      try folder.write(content, to: file.name)
    }
    let path = folder.path(name)
    for layer in (try? LayerReader.layerNames(in: path)) ?? [] {
      _ = try? LayerReader.read(LayerAddress(file: path, layer: layer))
    }
    if name.contains(".geojson") { readStream(path) }
  }

  /// Pulls features on behind every fault; what is broken must not make a stream endless.
  private func readStream(_ path: String) {
    guard var stream = try? FeatureStream(file: path) else { return }
    for _ in 0..<10_000 {
      do throws(LayerStoreError) {
        guard try stream.next() != nil else { return }
      } catch { continue }
    }
    preconditionFailure("A stream of a small file does not end.")
  }
}
