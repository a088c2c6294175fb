import Foundation
import TestSupport
import Testing

/// The files of a batch: table, package, comparison, folders.
struct BatchOutputTests {
  @Test func `the package opens elsewhere, with a row for every town of every plan`() throws {
    let sample = try BatchSample()
    try sample.run("out")
    let package = sample.scratch.path("out/scenarios.gpkg")
    func count(_ layer: String) -> String {
      CommandLineTool.output(["ogrinfo", "-so", package, layer])?.split(separator: "\n").first {
        $0.hasPrefix("Feature Count")
      }.map(String.init) ?? ""
    }
    let rows = try sample.rows("out")
    let towns = rows.values.compactMap { Int($0["towns"] ?? "") }.reduce(0, +)
    #expect(count("scenarios") == "Feature Count: \(rows.count)")
    #expect(count("scenario_towns") == "Feature Count: \(towns)")
    #expect(count("candidates") == "Feature Count: 6")
    #expect(count("counties") == "Feature Count: 2")
    let fields = CommandLineTool.output(["ogrinfo", "-so", package, "scenarios"]) ?? ""
    for field in ["set_layout_spacing: String", "objective: Real", "jaccard_with_base: Real"] {
      #expect(fields.contains(field), "\(field)")
    }
    #expect(fields.contains("Geometry: None"), "\(fields)")
    #expect(
      CommandLineTool.output(["ogrinfo", "-so", package, "candidates"])?.contains("Point") == true)
  }

  @Test(arguments: ["en", "zh"])
  func `the comparison needs nothing else, in both languages`(language: String) throws {
    let sample = try BatchSample()
    try sample.run("out", ["--language", language])
    let html = String(decoding: try sample.data("out", "comparison.html"), as: UTF8.self)
    #expect(html.contains("lang=\"\(language == "zh" ? "zh-CN" : "en")\""))
    for part in ["id=\"front\"", "id=\"frequency\"", "class=\"matrix\"", "id=\"terms\"", "<svg"] {
      #expect(html.contains(part), "\(part)")
    }
    #expect(html.contains(language == "zh" ? "候选入选频率" : "How often candidates are chosen"))
    for part in ["src=", "href=\"http", "@import", "url("] {
      #expect(!html.contains(part), "\(part)")
    }
    #expect(html.contains("T99"))
    #expect(
      html.components(separatedBy: "<svg").count == html.components(separatedBy: "</svg>").count)
  }

  @Test(arguments: ["en", "zh"])
  func `what must be known of the base plan is told, by a batch, a shard and a merge`(
    language: String
  )
    throws
  {
    let sample = try BatchSample(
      scenarios: """
        townlayout-scenarios: 1
        scenarios:
          one: {set: {layout.spacing: 1 km}}
          two: {set: {layout.spacing: 2 km}}

        """)
    try sample.scratch.write(
      #"{"type": "FeatureCollection", "features": []}"#, to: "city/red-line.geojson")
    let words = language == "en" ? "warning: constraint layer “red-line”" : "警告：约束图层“red-line”"
    let whole = try sample.run("out", ["--language", language])
    #expect(whole.errors.contains(words), "\(whole.errors)")
    for part in 1...2 {
      let outcome = try sample.run(
        "part-\(part)", ["--shard", "\(part)/2", "--language", language])
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
    let merged = try sample.program.run([
      "batch", "merge", sample.scratch.path("part-1"), sample.scratch.path("part-2"), "--out",
      sample.scratch.path("merged"), "--language", language,
    ])
    #expect(merged.code == 0 && merged.errors.contains(words), "\(merged.errors)")
    for out in ["out", "merged"] {
      let html = String(decoding: try sample.data(out, "comparison.html"), as: UTF8.self)
      #expect(html.contains(#"class="warnings""#) && html.contains("“red-line”"), "\(out)")
    }
  }

  @Test func `many plans are shown by their distribution`() throws {
    let sample = try BatchSample(
      scenarios: """
        townlayout-scenarios: 1
        scenarios:
          many:
            sample: {count: 70, values: {layout.coverage-weight: {from: 0, to: 90}}}

        """)
    let outcome = try sample.run("out")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let html = String(decoding: try sample.data("out", "comparison.html"), as: UTF8.self)
    #expect(!html.contains("class=\"matrix\""))
    #expect(html.contains("Likeness of every two plans"))
    // Sixty rows are printed; the others are for the screen.
    #expect(html.components(separatedBy: "<tr class=\"beyond\"").count > 11)
  }

  @Test func `folders of runs can be verified, and are made again where they are missing`() throws {
    let sample = try BatchSample()
    try sample.run("plain")
    try sample.run("out", ["--folders"])
    try sample.expectSame("plain", "out")
    let folders = sample.scratch.path("out/folders")
    let names = try FileManager.default.contentsOfDirectory(atPath: folders).sorted()
    #expect(names.count == 14 && names.contains("base") && !names.contains("absent"))
    for name in ["dense", "land.wanted-2p2km2", "weights.s1"] {
      let outcome = try sample.program.run(["verify", "\(folders)/\(name)"])
      #expect(outcome.code == 0, "\(name): \(outcome.output) \(outcome.errors)")
    }
    try FileManager.default.removeItem(atPath: "\(folders)/dense")
    try sample.run("out", ["--resume", "--folders"])
    #expect(FileManager.default.fileExists(atPath: "\(folders)/dense/run.json"))
    try sample.expectSame("plain", "out")
  }
}
