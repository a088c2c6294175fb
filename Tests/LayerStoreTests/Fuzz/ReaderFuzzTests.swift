import Foundation
import LandModel
import LayerStore
import TestSupport
import Testing

/// Spoils well-formed files at seeded places and reads them: a value or a typed error, within a time, and
/// never a crash.
///
/// Each file has a process of its own, so that a crash within the library is a failed test with its seed.
/// `TOWNLAYOUT_FUZZ_MUTATIONS` sets the number of mutations for each file; 12 by default, 1500 with
/// `TOWNLAYOUT_HEAVY_TESTS`.
struct ReaderFuzzTests {
  @Test(arguments: [
    "rfc7946.geojson", "old-crs-member.geojson", "sequence.geojsons", "utf8.shp",
    "gbk-without-cpg.shp", "two-layers.gpkg", "towns.fgb", "towns.gdb", "lines.dxf", "drawing.dxf",
    "towns.kml", "wkt.csv", "arcs.csv", "lon-lat.csv", "survey-gbk.txt", "survey-utf8.txt",
    "survey-east-first.txt", "survey-packed-degrees.txt",
  ])
  func `a spoiled file neither crashes nor hangs the reader`(name: String) async throws {
    let log = FileManager.default.temporaryDirectory
      .appendingPathComponent("townlayout-fuzz-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: log) }
    await #expect(processExitsWith: .success, "\(Self.lastInput(log))") {
      [name = name as String, log = log as String] in
      let mutations = Self.mutationCount
      // A hang ends the process by signal, and so the test.
      alarm(UInt32(60 + mutations))
      let fuzz = try Fuzz(
        source: Fixtures.folder("formats/good").appendingPathComponent(name), log: log)
      for seed in 0..<mutations { try fuzz.readMutation(seed: UInt64(seed)) }
      exit(EXIT_SUCCESS)
    }
  }

  static var mutationCount: Int {
    let environment = ProcessInfo.processInfo.environment
    return environment["TOWNLAYOUT_FUZZ_MUTATIONS"].flatMap { Int($0) }
      ?? (environment["TOWNLAYOUT_HEAVY_TESTS"] == nil ? 12 : 1500)
  }

  /// What the process was at when it ended.
  private static func lastInput(_ log: String) -> String {
    (try? String(contentsOfFile: log, encoding: .utf8)) ?? "no input"
  }
}

/// A file and those that belong to it, mutated one at a time in a scratch folder.
private struct Fuzz {
  private let folder: ScratchFolder
  private let log: String
  private let name: String
  /// Content by name, a geodatabase's tables by path; sorted.
  private let files: [(name: String, content: Data)]

  /// One input may take this long, in an unoptimised build on a busy machine.
  private static let timeLimit = Duration.seconds(20)

  init(source: URL, log: String) throws {
    folder = try ScratchFolder()
    self.log = log
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

  /// Writes the files with one of them spoiled once or twice, and reads every layer.
  func readMutation(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let victim = Int.random(in: files.indices, using: &generator)
    try FileManager.default.createDirectory(
      atPath: (folder.path(files[0].name) as NSString).deletingLastPathComponent,
      withIntermediateDirectories: true)
    for (index, file) in files.enumerated() {
      var content = file.content
      if index == victim {
        for _ in 0..<Int.random(in: 1...2, using: &generator) {
          let mutation = Mutation.allCases.randomElement(using: &generator) ?? .flipBits
          content = mutation.applied(to: content, using: &generator)
        }
      }
      try folder.write(content, to: file.name)
    }
    try Data("\(name), seed \(seed)".utf8).write(to: URL(fileURLWithPath: log))
    let start = ContinuousClock.now
    read(folder.path(name))
    let time = ContinuousClock.now - start
    guard time < Self.timeLimit else {
      try Data("\(name), seed \(seed): \(time)".utf8).write(to: URL(fileURLWithPath: log))
      exit(EXIT_FAILURE)
    }
  }

  /// A value must hold together: one number and one value of each attribute for each row, remarks about
  /// rows that are there.
  private func read(_ path: String) {
    for layer in (try? LayerReader.layerNames(in: path)) ?? [] {
      guard let read = try? LayerReader.read(LayerAddress(file: path, layer: layer)) else {
        continue
      }
      let count = read.geometry.count
      precondition(read.numbers.count == count)
      precondition(read.attributes.columns.allSatisfy { $0.count == count })
      precondition(read.remarks.allSatisfy { $0.rows.allSatisfy((0..<count).contains) })
      precondition((read.geometry.rowEnds.last ?? 0) == read.geometry.partEnds.count)
      precondition((read.geometry.partEnds.last ?? 0) == read.geometry.ringEnds.count)
      precondition((read.geometry.ringEnds.last ?? 0) == read.geometry.positions.count)
    }
  }
}
