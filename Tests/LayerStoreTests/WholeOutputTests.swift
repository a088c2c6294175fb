import Foundation
import LandModel
import LayerStore
import TestSupport
import Testing

struct WholeOutputTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  @Test func `a file appears on commit and not before`() throws {
    var file = try WholeFile(folder.path("report.html"))
    try file.write(Data("whole".utf8))
    #expect(!FileManager.default.fileExists(atPath: folder.path("report.html")))
    try file.commit()
    #expect(try names() == ["report.html"])
  }

  @Test func `a file given up leaves nothing behind`() throws {
    func giveUp() throws {
      var file = try WholeFile(folder.path("report.html"))
      try file.write(Data("half".utf8))
    }
    try giveUp()
    #expect(try names() == [])
  }

  @Test func `a pipe stays a pipe, and a link a link to what is written`() throws {
    let pipe = folder.path("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect {
      _ = try WholeFile(pipe, replacing: true)
    } throws: {
      if case .notWritten(pipe, _, _) = $0 as? LayerStoreError { return true }
      return false
    }
    try folder.write("old", to: "target.txt")
    let link = folder.path("link.txt")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "target.txt")
    var file = try WholeFile(link, replacing: true)
    try file.write(Data("new".utf8))
    try file.commit()
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "target.txt")
    #expect(try String(contentsOfFile: folder.path("target.txt"), encoding: .utf8) == "new")
    #expect(try names() == ["link.txt", "pipe", "target.txt"])
  }

  @Test func `a folder replaces the old one whole`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("run"), withIntermediateDirectories: false)
    try folder.write("old", to: "run/old.txt")
    #expect(throws: LayerStoreError.outputExists(file: folder.path("run"))) {
      _ = try WholeFolder(folder.path("run"))
    }
    let output = try WholeFolder(folder.path("run"), replacing: true)
    try Data("new".utf8).write(to: URL(fileURLWithPath: output.path(of: "new.txt")))
    #expect(FileManager.default.fileExists(atPath: folder.path("run/old.txt")))
    try output.commit()
    #expect(try names() == ["run"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("run")) == ["new.txt"])
  }

  @Test func `of two writers of one file the later one stops, unless it may replace`() throws {
    var first = try WholeFile(folder.path("towns.geojson"))
    var second = try WholeFile(folder.path("towns.geojson"))
    try first.write(Data("first".utf8))
    try second.write(Data("second".utf8))
    try first.commit()
    do throws(LayerStoreError) {
      try second.commit()
      Issue.record("The second writer replaced the first one unasked.")
    } catch {
      #expect(error == .outputExists(file: folder.path("towns.geojson")))
    }
    #expect(try String(contentsOfFile: folder.path("towns.geojson"), encoding: .utf8) == "first")
    var third = try WholeFile(folder.path("towns.geojson"), replacing: true)
    try third.write(Data("third".utf8))
    try third.commit()
    #expect(try String(contentsOfFile: folder.path("towns.geojson"), encoding: .utf8) == "third")
    #expect(try names() == ["towns.geojson"])
  }

  @Test func `of two runs into one folder the later one stops, unless it may replace`() throws {
    let first = try WholeFolder(folder.path("run"))
    let second = try WholeFolder(folder.path("run"))
    try Data().write(to: URL(fileURLWithPath: first.path(of: "first.txt")))
    try Data().write(to: URL(fileURLWithPath: second.path(of: "second.txt")))
    try first.commit()
    do throws(LayerStoreError) {
      try second.commit()
      Issue.record("The second run replaced the first one unasked.")
    } catch {
      #expect(error == .outputExists(file: folder.path("run")))
    }
    #expect(try names() == ["run"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("run")) == ["first.txt"])
  }

  @Test func `an empty folder may be filled unasked`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("run"), withIntermediateDirectories: false)
    let output = try WholeFolder(folder.path("run"))
    try Data().write(to: URL(fileURLWithPath: output.path(of: "new.txt")))
    try output.commit()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("run")) == ["new.txt"])
  }

  @Test func `what a killed process left is swept by the next one`() throws {
    // No process has a number above the kernel's limit of 2^22.
    try FileManager.default.createDirectory(
      atPath: folder.path(".run.partial-99999999-1"), withIntermediateDirectories: false)
    let output = try WholeFolder(folder.path("run"))
    try output.commit()
    #expect(try names() == ["run"])
  }

  @Test func `a folder that cannot be made is an error`() throws {
    #expect {
      _ = try WholeFolder(folder.path("absent/run"))
    } throws: { error in
      guard case LayerStoreError.notWritten(_, "mkdir", _) = error else { return false }
      return true
    }
  }

  /// The limit on file size stands in for a full disk: `write` fails in the same place.
  @Test(arguments: ["gpkg", "shp", "fgb", "geojson", "csv", "dxf"])
  func `a full disk is an error and leaves nothing behind`(ending: String) async throws {
    await #expect(processExitsWith: .exitCode(7)) { [ending = ending as String] in
      let folder = try ScratchFolder()
      let column = GeometryColumn((0..<2000).map { .point(XY(Double($0) / 7, 25)) })
      let layer = OutputLayer(name: "a", crs: nil, geometry: column)
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 8192, rlim_max: 8192)
      guard setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else { exit(1) }
      do throws(LayerStoreError) {
        try LayerWriter.write([layer], to: folder.path("a.\(ending)"))
      } catch {
        guard case .notWritten(_, "write", _) = error else { exit(2) }
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        exit(left.isEmpty ? 7 : 3)
      }
    }
  }
}
