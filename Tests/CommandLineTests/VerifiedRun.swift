import Foundation
import TestSupport
import Testing

/// A copy of a run that holds, and of its plan's folder: tests change one thing each and look at what `verify` says.
struct VerifiedRun {
  let program = BuiltProgram()
  let scratch: ScratchFolder
  let run: URL
  let city: URL

  var plan: URL { city.appending(path: "plan.yaml") }

  init(of sound: SoundRun) throws {
    scratch = try ScratchFolder()
    run = scratch.url.appending(path: "run")
    city = scratch.url.appending(path: "city")
    try FileManager.default.copyItem(at: sound.run, to: run)
    try FileManager.default.copyItem(at: sound.city, to: city)
  }

  // MARK: What is found

  func verified(_ arguments: [String] = []) throws -> BuiltProgram.Outcome {
    try program.run(["verify", run.path, "--plan", plan.path] + arguments)
  }

  /// The answer for machines.
  func answer() throws -> [String: Any] {
    let outcome = try verified(["--json"])
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any],
      "\(outcome.errors)")
    #expect(outcome.code == (object["holds"] as? Bool == true ? 0 : 1), "\(outcome.errors)")
    return object
  }

  /// Texts of what does not hold, by check.
  func faults() throws -> [String: [String]] {
    let answer = try answer()
    var faults: [String: [String]] = [:]
    for check in try #require(answer["checks"] as? [[String: Any]])
    where check["result"] as? String == "broken" {
      let list = try #require(check["faults"] as? [[String: Any]])
      faults[check["check"] as? String ?? ""] = list.map { $0["text"] as? String ?? "" }
    }
    #expect(answer["holds"] as? Bool == faults.isEmpty)
    // What is broken anywhere proves nothing, however well the bound holds.
    let proof = try #require(answer["proof"] as? [String: Any])
    #expect(proof["outcome"] as? String == (faults.isEmpty ? "proven" : "refuted"), "\(faults)")
    return faults
  }

  // MARK: What is changed

  func record() throws -> [String: Any] {
    let data = try Data(contentsOf: run.appending(path: "run.json"))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  func change(
    _ file: String, in folder: URL, _ body: (inout [String: Any]) throws -> Void
  ) throws {
    let url = folder.appending(path: file)
    var object = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
    try body(&object)
    try JSONSerialization.data(withJSONObject: object).write(to: url)
  }

  func replace(_ text: String, with other: String, in url: URL) throws {
    let content = try String(contentsOf: url, encoding: .utf8)
    try #require(content.contains(text), "\(url.lastPathComponent)")
    try Data(content.replacing(text, with: other, maxReplacements: 1).utf8).write(to: url)
  }

  /// Changes one town of `towns.geojson`.
  func changeTown(_ row: Int, _ body: (inout [String: Any]) throws -> Void) throws {
    try change("towns.geojson", in: run) { collection in
      var features = try #require(collection["features"] as? [[String: Any]])
      try body(&features[row])
      collection["features"] = features
    }
  }

  /// Moves a town of `towns.geojson` by degrees.
  func move(_ row: Int, east: Double, north: Double) throws {
    try changeTown(row) { town in
      var geometry = try #require(town["geometry"] as? [String: Any])
      let rings = try #require(geometry["coordinates"] as? [[[Double]]])
      geometry["coordinates"] = rings.map { $0.map { [$0[0] + east, $0[1] + north] } }
      town["geometry"] = geometry
    }
  }

  func outline(_ row: Int) throws -> [[Double]] {
    let data = try Data(contentsOf: run.appending(path: "towns.geojson"))
    let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let features = try #require(object["features"] as? [[String: Any]])
    let geometry = try #require(features[row]["geometry"] as? [String: Any])
    return try #require((geometry["coordinates"] as? [[[Double]]])?.first)
  }

  /// Changes the member at a path of names and places below `certificate`.
  func changeCertificate(_ path: [Any], _ body: (Any) throws -> Any) throws {
    try change("run.json", in: run) { record in
      record["certificate"] = try changed(try #require(record["certificate"]), path[...], body)
    }
  }

  private func changed(
    _ value: Any, _ path: ArraySlice<Any>, _ body: (Any) throws -> Any
  ) throws -> Any {
    guard let step = path.first else { return try body(value) }
    if let name = step as? String {
      var object = try #require(value as? [String: Any])
      object[name] = try changed(try #require(object[name]), path.dropFirst(), body)
      return object
    }
    var list = try #require(value as? [Any])
    let place = try #require(step as? Int)
    list[place] = try changed(list[place], path.dropFirst(), body)
    return list
  }

  func add(_ difference: Int, at path: [Any]) throws {
    try changeCertificate(path) { try #require($0 as? Int) + difference }
  }

  /// The place of a row of the certificate.
  func row(_ code: String, _ subject: String = "") throws -> Int {
    let certificate = try #require(try record()["certificate"] as? [String: Any])
    let rows = try #require(certificate["rows"] as? [[String: Any]])
    return try #require(
      rows.firstIndex {
        $0["code"] as? String == code && $0["subject"] as? String == subject
      })
  }

  func sql(_ statement: String) throws {
    let file = run.appending(path: "proposals.gpkg").path
    _ = try #require(CommandLineTool.output(["ogrinfo", file, "-sql", statement]))
  }
}

/// A run of the small city, made once for all tests.
struct SoundRun: Sendable {
  let run: URL
  let city: URL
  private let scratch: ScratchFolder

  private static let made = Result { try SoundRun(adding: "") }
  private static let madeWithTerms = Result {
    try SoundRun(
      adding: """

          budget: 1500 万元
          cost-per-km2: 200 万元
          equity: {weight: 50, of: area, per: county}
          at-least: {suitability: 100 points, coverage.scenic: 1 point, equity: 40 points}
        """)
  }

  static func shared() throws -> SoundRun { try made.get() }

  /// With budget, least points and equity.
  static func withTerms() throws -> SoundRun { try madeWithTerms.get() }

  /// - Parameter terms: lines of the plan's layout.
  private init(adding terms: String) throws {
    scratch = try ScratchFolder()
    city = scratch.url.appending(path: "city")
    run = scratch.url.appending(path: "run")
    try FileManager.default.copyItem(at: Fixtures.folder("plans/two-counties"), to: city)
    let plan = city.appending(path: "plan.yaml")
    let text = try String(contentsOf: plan, encoding: .utf8)
    try Data(text.replacing("  spacing: 2 km", with: "  spacing: 2 km" + terms).utf8).write(
      to: plan)
    let outcome = try BuiltProgram().run(["plan", plan.path, "--out", run.path])
    try #require(outcome.code == 0, "\(outcome.errors)")
  }
}
