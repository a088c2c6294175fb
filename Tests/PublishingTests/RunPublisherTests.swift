import Foundation
import LandModel
import Publishing
import Scenarios
import TestSupport
import Testing

/// What is written for the sample run, read back with Foundation.
struct RunPublisherTests {
  @Test func `every file of a run is written`() throws {
    let folder = try ScratchFolder()
    try RunPublisher.write(SampleRun.make(), into: folder.url, language: .chinese)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(
      names == [
        "candidates.geojson", "compliant.geojson", "conflicts.geojson", "findings.geojson",
        "plan.gpkg", "proposals.geojson", "proposals.gpkg", "report.html",
        "run.json", "service-areas.geojson", "towns.geojson",
      ])
  }

  @Test func `the same run gives the same bytes`() throws {
    let (first, second) = (try ScratchFolder(), try ScratchFolder())
    try RunPublisher.write(SampleRun.make(), into: first.url, language: .english)
    try RunPublisher.write(SampleRun.make(), into: second.url, language: .english)
    let names = try FileManager.default.contentsOfDirectory(atPath: first.url.path)
    #expect(names.count == 11)
    for name in names {
      let files = [first, second].map { $0.url.appendingPathComponent(name) }
      #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]), "\(name)")
    }
  }

  @Test func `only the times in the run record differ between runs`() throws {
    let (first, second) = (try ScratchFolder(), try ScratchFolder())
    try RunPublisher.write(SampleRun.make(seconds: 1), into: first.url, language: .english)
    try RunPublisher.write(SampleRun.make(seconds: 2), into: second.url, language: .english)
    for name in try FileManager.default.contentsOfDirectory(atPath: first.url.path) {
      let files = try [first, second].map {
        try Data(contentsOf: $0.url.appendingPathComponent(name))
      }
      #expect((files[0] == files[1]) == (name != "run.json"), "\(name)")
    }
    let records = try [first, second].map { folder in
      var record = try object(in: folder.url.appendingPathComponent("run.json"))
      record["timings"] = nil
      return NSDictionary(dictionary: record)
    }
    #expect(records[0] == records[1])
  }

  @Test func `a folder that is not there is an error that names the file`() throws {
    let folder = URL(fileURLWithPath: "/nonexistent/folder")
    let error = #expect(throws: PublishingError.self) {
      try RunPublisher.write(SampleRun.make(), into: folder, language: .english)
    }
    guard case .fileNotWritten(let path, _) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(path == "/nonexistent/folder/towns.geojson")
  }

  private func object(in file: URL) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    return try #require(json as? [String: Any])
  }
}
