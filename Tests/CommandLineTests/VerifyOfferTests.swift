import Foundation
import TestSupport
import Testing

/// Boundaries offered that were changed, and certificates that are none.
struct VerifyOfferTests {
  private let sample: VerifiedRun

  init() throws { sample = try VerifiedRun(of: .shared()) }

  @Test func `a boundary of another area by 1 m², and one left out, are found`() throws {
    try sample.sql("UPDATE proposals SET area_m2 = area_m2 + 1 WHERE \"column\" = 4")
    var found = try sample.faults()
    #expect(found.keys.sorted() == ["proposals"])
    #expect(found["proposals"]?.first?.contains("The area of T3 is stated as") == true)
    try sample.sql("UPDATE proposals SET score = score + 0.001 WHERE \"column\" = 5")
    found = try sample.faults()
    #expect(found["proposals"]?.contains { $0.hasPrefix("The score of T3 is stated as") } == true)
    try sample.sql("DELETE FROM proposals WHERE \"column\" = 9")
    found = try sample.faults()
    #expect(
      found["proposals"]?.first
        == "Column 9 of run.json, T5/tourism, is not in proposals.gpkg.")
    #expect(found["proposals"]?.contains { $0.contains("The corners of proposals.gpkg") } == true)
  }

  @Test func `a proposal left out everywhere is found by the site that lacks it`() throws {
    try sample.sql("DELETE FROM proposals WHERE \"column\" = 9")
    for list in ["site", "industry", "size", "value", "land", "construction"] {
      try sample.changeCertificate(["columns", list]) {
        Array(try #require($0 as? [Any]).dropLast())
      }
    }
    try sample.changeCertificate(["rows"]) { rows in
      try #require(rows as? [[String: Any]]).map {
        var row = $0
        if let columns = row["columns"] as? [Int] { row["columns"] = columns.filter { $0 != 9 } }
        return row
      }
    }
    try sample.changeCertificate(["cliques", "columns"]) { cliques in
      try #require(cliques as? [[Int]]).map { $0.filter { $0 != 9 } }
    }
    try sample.changeCertificate(["selection"]) { try #require($0 as? [Int]).filter { $0 != 9 } }
    let found = try sample.faults()
    #expect(
      found["proposals"]?.contains(
        "For T5/tourism there is neither a boundary nor a refusal: a proposal was left out.")
        == true, "\(found)")
  }

  @Test func `changed files of boundaries are found`() throws {
    let file = sample.run.appending(path: "proposals.geojson")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("T1", with: "T2", maxReplacements: 1).utf8).write(to: file)
    #expect(
      try sample.faults()["proposals"] == [
        "proposals.geojson was changed after the run: its SHA-256 is another."
      ])
    try FileManager.default.removeItem(at: file)
    #expect(try sample.faults()["proposals"] == ["proposals.geojson is missing."])
    try FileManager.default.removeItem(at: sample.run.appending(path: "proposals.gpkg"))
    let outcome = try sample.verified()
    #expect(outcome.code == 66)
    #expect(outcome.errors.contains("proposals.gpkg"), "\(outcome.errors)")
  }

  @Test func `a certificate that is missing, cut or of the wrong kind is told`() throws {
    let file = sample.run.appending(path: "run.json")
    let sound = try Data(contentsOf: file)
    func refused(_ path: [Any], _ word: String, _ value: Any) throws {
      try sound.write(to: file)
      try sample.changeCertificate(path) { _ in value }
      let outcome = try sample.verified()
      #expect(outcome.code == 65, "\(word): \(outcome.output)")
      #expect(outcome.errors.contains(word), "\(word): \(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    }
    try refused(["columns", "value", 3], "certificate.columns.value.[3]", "many")
    try refused(["columns", "value", 3], "certificate.columns.value.[3]", 1e300)
    try refused(["columns", "value", 3], "certificate.columns.value.[3]", 1.5)
    try refused(["rows", 1, "limit"], "certificate.rows.[1].limit", 1e19)
    try refused(["bounds"], "certificate.bounds", [])
    try refused(["cliques", "columns", 0, 0], "certificate.cliques.columns.[0].[0]", [1])
    let deep = String(repeating: "[", count: 100_000)
    try Data(
      String(decoding: sound, as: UTF8.self).replacing(
        "\"selection\": [", with: "\"selection\": [\(deep)"
      ).utf8
    ).write(to: file)
    #expect(try sample.verified().errors.contains("nested deeper"))
  }

  @Test func `lists that do not fit each other, and numbers of nothing, are named`() throws {
    try sample.changeCertificate(["columns", "land"]) {
      Array(try #require($0 as? [Any]).dropLast())
    }
    var found = try sample.faults()
    #expect(
      found["dual"] == [
        "The lists of “certificate.columns” have different lengths: 10, 10, 10, 10, 9, 10."
      ])
    try sample.changeCertificate(["columns", "land"]) { try #require($0 as? [Any]) + [19816] }
    try sample.changeCertificate(["selection", 0]) { _ in -1 }
    found = try sample.faults()
    #expect(
      found["dual"] == ["“certificate.selection” names number -1, but there are 10."], "\(found)")
  }

  @Test func `a record without its certificate does not hold`() throws {
    var record = try sample.record()
    record["certificate"] = NSNull()
    try JSONSerialization.data(withJSONObject: record).write(
      to: sample.run.appending(path: "run.json"))
    #expect(try sample.faults() == ["dual": ["run.json has no certificate of its bound."]])
    record.removeValue(forKey: "certificate")
    try JSONSerialization.data(withJSONObject: record).write(
      to: sample.run.appending(path: "run.json"))
    #expect(try sample.faults().keys.sorted() == ["dual"])
  }
}
