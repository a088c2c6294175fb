import Foundation
import TestSupport
import Testing

/// Survey texts through the program, as any other layer.
struct SurveyTextTests {
  private let program = BuiltProgram()
  private let scratch: ScratchFolder
  private let survey = Fixtures.folder("formats/good").appending(path: "survey-gbk.txt").path

  init() throws { scratch = try ScratchFolder() }

  private func convert(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try program.run(["convert"] + arguments)
  }

  private func text(_ path: String) throws -> String {
    let outcome = try #require(CommandLineTool.output(["iconv", "-f", "GBK", "-t", "UTF-8", path]))
    return outcome
  }

  @Test func `a survey text comes back through every format that keeps its attributes`() throws {
    for ending in ["gpkg", "fgb", "geojson"] {
      let (middle, back) = (scratch.path("middle.\(ending)"), scratch.path("\(ending).txt"))
      let there = try convert(survey, middle, "--to", "EPSG:4526")
      #expect(there.code == 0, "\(there.errors)")
      let home = try convert(middle, back)
      #expect(home.code == 0, "\(home.errors)")
      #expect(home.output.contains("EPSG:4526 to EPSG:4526"))
      let sorted = { (text: String) in text.split(separator: "\r\n").sorted() }
      // FlatGeobuf orders features by place.
      #expect(try sorted(text(back)) == sorted(text(survey)))
    }
  }

  @Test func `degrees on the way cost no more than their decimals`() throws {
    let (middle, back) = (scratch.path("degrees.geojson"), scratch.path("back.txt"))
    #expect(try convert(survey, middle).code == 0)
    let home = try convert(middle, back, "--zone", "38")
    #expect(home.code == 0, "\(home.errors)")
    let (before, after) = (try text(survey), try text(back))
    // Seven decimals of a degree are a centimetre.
    for (old, new) in zip(before.split(separator: "\r\n"), after.split(separator: "\r\n")) {
      let (a, b) = (old.split(separator: ","), new.split(separator: ","))
      guard a.count == 4, b.count == 4, let x = Double(a[3]), let u = Double(b[3]) else {
        #expect(old == new)
        continue
      }
      #expect(a[0] == b[0] && a[1] == b[1] && abs(x - u) < 0.02, "\(old) \(new)")
    }
  }

  @Test func `the zone and its place are options`() throws {
    let out = scratch.path("out.txt")
    for (options, line, zone) in [
      (["--no-zone-prefix"], ",2851811.000,402694.000", "38"),
      (["--zone", "37", "--zone-prefix"], ",37", "37"),
      (["--to", "EPSG:4490"], "25.76", ""),
    ] {
      let outcome = try program.run(
        ["convert", survey, out, "--overwrite", "--output-encoding", "utf8"] + options)
      #expect(outcome.code == 0, "\(outcome.errors)")
      let text = try String(contentsOfFile: out, encoding: .utf8)
      #expect(text.contains(line))
      #expect(text.contains("带号=\(zone)\r\n"))
    }
  }

  @Test func `zones that do not exist or go to no survey text are refused`() throws {
    for arguments in [
      [survey, scratch.path("a.txt"), "--zone", "24"],
      [survey, scratch.path("a.txt"), "--zone", "38", "--to", "EPSG:4526"],
      [survey, scratch.path("a.gpkg"), "--zone", "38"],
      [survey, scratch.path("a.gpkg"), "--output-encoding", "UTF-8"],
    ] {
      #expect(try program.run(["convert"] + arguments).code == 64)
    }
  }

  @Test func `validation reads a survey text and tells what was assumed`() throws {
    let outcome = try program.run(["validate", survey, "--id", "地块编号"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("source.guess"))
    #expect(outcome.output.contains("read as GBK"))
    #expect(outcome.output.contains("do not repeat their first point"))
  }

  @Test func `a broken survey text gives one sentence with file, line and parcel`() throws {
    let folder = Fixtures.folder("formats/broken")
    for (file, words) in [
      ("survey-truncated.txt", [":24:", "2 热水镇", "界址点数 says 4", "2 points follow"]),
      ("survey-word.txt", [":16:", "1 飞天山镇", "28516l1.000", "not a number"]),
      ("survey-utf16.txt", ["UTF-16", "save the file as GBK"]),
    ] {
      let outcome = try program.run(["validate", folder.appending(path: file).path])
      #expect(outcome.code == 65)
      #expect(outcome.errors.split(separator: "\n").count == 1)
      for word in words + [file] { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
    }
  }

  @Test func `an encoding that nobody knows is an error, an unused one is told`() throws {
    let layer = Fixtures.folder("formats/good").appending(path: "rfc7946.geojson").path
    let unknown = try convert(layer, scratch.path("a.gpkg"), "--encoding", "NOPE")
    #expect(unknown.code == 64)
    #expect(unknown.errors.contains("“NOPE” is no encoding"))
    let unused = try convert(layer, scratch.path("a.gpkg"), "--encoding", "GBK")
    #expect(unused.code == 0)
    #expect(unused.errors.contains("GBK that was asked for is not used"))
  }

  @Test func `a drawing's arcs are findings of the features that have them`() throws {
    let drawing = Fixtures.folder("formats/good").appending(path: "drawing.dxf").path
    let outcome = try program.run([
      "validate", "\(drawing):地块", "--layer-crs", "EPSG:4547", "--id", "EntityHandle",
    ])
    #expect(outcome.errors.isEmpty)
    for text in ["geometry.curve", "A4", "A5", "A6", "greatest gap is 0.004", "attribute Text"] {
      #expect(outcome.output.contains(text), "\(outcome.output)")
    }
  }

  @Test func `a Shapefile without code page file is read by a guess, which is a finding`() throws {
    let shapefile = Fixtures.folder("formats/good").appending(path: "gbk-without-cpg.shp").path
    let guessed = try program.run(["validate", shapefile])
    #expect(guessed.output.contains("source.guess"))
    #expect(guessed.output.contains("read as GBK because they are not valid UTF-8"))
    let told = try program.run(["validate", shapefile, "--encoding", "GBK"])
    #expect(!told.output.contains("source.guess"))
  }
}
