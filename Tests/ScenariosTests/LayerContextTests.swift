import Foundation
import LandModel
import LayoutAnalysis
import TestSupport
import Testing

@testable import Scenarios

struct LayerContextTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// A layer of rectangles by their corners, in metres from a corner of the city.
  private func layer(_ rectangles: [(Int, Int, Int, Int)]) -> String {
    let features = rectangles.enumerated().map { number, box in
      let (west, south) = (450_000 + box.0, 2_850_000 + box.1)
      let (east, north) = (450_000 + box.2, 2_850_000 + box.3)
      return """
        {"type":"Feature","properties":{"id":"\(number + 1)"},"geometry":{"type":"Polygon",\
        "coordinates":[[[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],\
        [\(west),\(north)],[\(west),\(south)]]]}}
        """
    }
    return """
      {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4547"}},\
      "features":[\(features.joined(separator: ","))]}
      """
  }

  private func plan(_ text: String) throws -> Plan {
    let head = """
      townlayout: 1
      title: t
      crs: EPSG:4547
      profile: national-2021
      layers:
        counties: {file: counties.geojson, role: administrative, matches: [red]}
        red: {file: red.geojson, role: constraint, control-line: ecological-red-line}
        farmland: {file: farmland.geojson, role: constraint, control-line: basic-farmland}

      """
    return try Plan(file: scratch.write(head + text, to: "plan.yaml"))
  }

  @Test func `a plan names layers or files that others are judged by`() throws {
    let plan = try plan("validate: {study-area: counties, allowed-gaps: water/lakes.gpkg}\n")
    #expect(plan.studyArea == "counties")
    #expect(plan.allowedGaps == "lakes.gpkg")
    #expect(plan.layers.map(\.key) == ["counties", "red", "farmland", "lakes.gpkg"])
    #expect(plan.layers.last?.file == "water/lakes.gpkg")
    #expect(
      plan.layers.map(\.expectation.controlLine) == [
        nil, .ecologicalRedLine, .basicFarmland, nil,
      ])
    #expect(plan.layers.first?.expectation.edgeMatches == ["red"])
  }

  @Test func `a layer can only match layers of the plan`() throws {
    let text =
      "townlayout: 1\ntitle: t\ncrs: EPSG:4547\nprofile: national-2021\n"
      + "layers:\n  towns: {file: a.geojson, role: candidates, matches: [town]}\n"
    #expect(throws: PlanError.self) {
      try Plan(file: scratch.write(text, to: "wrong.yaml"))
    }
  }

  @Test func `a settings file gives study area and allowed gaps to a validation`() throws {
    let towns = try scratch.write(layer([(0, 0, 500, 1000), (500, 0, 1000, 700)]), to: "a.geojson")
    try scratch.write(layer([(0, 0, 1000, 1000)]), to: "area.geojson")
    try scratch.write(layer([(500, 900, 1000, 1000)]), to: "lakes.geojson")
    let text = """
      townlayout: 1
      study-area: {file: area.geojson}
      allowed-gaps: {file: lakes.geojson}
      layer: {id: id, coverage: true}

      """
    let settings = try ValidationSettings(file: scratch.write(text, to: "settings.yaml"))
    let run = try LayerQuestions().validation(
      of: settings.layers([towns]), studyArea: settings.studyArea(nil, options: []),
      allowedGaps: settings.allowedGaps(nil, options: []), parameters: settings.parameters)
    let open = run.result.findings.filter { $0.rule == "layer.uncovered" }
    #expect(open.map { $0.value?.rounded() } == [100_000])
    #expect(open.first?.featureIDs.map(\.text) == ["1", "2"])
    #expect(run.layers.map(\.key) == ["a.geojson"])
  }

  @Test func `control lines declared by settings may not overlap`() throws {
    let red = try scratch.write(layer([(0, 0, 500, 500)]), to: "red.geojson")
    let farmland = try scratch.write(layer([(400, 0, 900, 500)]), to: "farmland.geojson")
    let text = """
      townlayout: 1
      layers:
        red.geojson: {id: id, role: constraint, control-line: ecological-red-line}
        farmland.geojson: {id: id, role: constraint, control-line: basic-farmland}

      """
    let settings = try ValidationSettings(file: scratch.write(text, to: "settings.yaml"))
    let run = try LayerQuestions().validation(
      of: settings.layers([red, farmland]), parameters: settings.parameters)
    let conflict = try #require(run.result.findings.first { $0.rule == "layers.control-lines" })
    #expect(conflict.value.map { abs($0 - 50_000) < 1e-6 } == true)
    #expect(conflict.layer == "red.geojson" && conflict.otherLayer == "farmland.geojson")
  }

  @Test func `plan and validate say the same of towns and the counties they claim`() throws {
    let counties = layer([(0, 0, 5000, 5000), (5000, 0, 10_000, 5000)])
      .replacingOccurrences(of: #""id":"1""#, with: #""id":"431002""#)
      .replacingOccurrences(of: #""id":"2""#, with: #""id":"431003""#)
    // Inside, in the other county, across the border, out of the city, with an unknown code, with none.
    let towns = zip(
      ["431002", "431002", "431003", "431003", "439999", ""],
      [
        (0, 0, 900, 900), (6000, 0, 6900, 900), (4500, 2000, 5400, 2900), (0, -3000, 900, -2100),
        (8000, 2000, 8900, 2900), (4500, 4000, 5400, 4900),
      ])
    let text = zip(1..., towns).reduce(layer(towns.map(\.1))) {
      $0.replacingOccurrences(
        of: "\"id\":\"\($1.0)\"", with: "\"id\":\"\($1.0)\",\"county\":\"\($1.1.0)\"")
    }
    let file = try scratch.write(text, to: "towns.geojson")
    let units = try scratch.write(counties, to: "counties.geojson")
    let plan = try Plan(
      file: scratch.write(
        """
        townlayout: 1
        title: t
        crs: EPSG:4547
        profile: national-2021
        layers:
          counties: {file: counties.geojson, role: administrative, id: id}
          towns: {file: towns.geojson, role: candidates, id: id, county: county}

        """, to: "plan.yaml"))
    let planned = try PlanRun(plan: plan).validated().validation.findings
      .filter { $0.layer == "towns" }
    let settings = try ValidationSettings(file: nil, options: [("id", "id"), ("county", "county")])
    let answer = try LayerQuestions(crs: "EPSG:4547").validation(
      of: settings.layers([file]),
      administrative: settings.administrative(units, options: [("id", "id")]))
    let asked = answer.result.findings
    let rules = planned.map { "\($0.rule.text) \($0.featureIDs.map(\.text).joined())" }
    #expect(
      rules == [
        "administrative.crossing 3", "administrative.outside 2", "administrative.outside 4",
        "administrative.unknown-county 5", "administrative.unknown-county 6",
      ])
    #expect(asked.map(\.rule) == planned.map(\.rule))
    #expect(asked.map(\.featureIDs) == planned.map(\.featureIDs))
    #expect(asked.map(\.value) == planned.map(\.value))
    #expect(asked.map(\.message) == planned.map(\.message))
    #expect(asked.map(\.geometry) == planned.map(\.geometry))
  }
}
