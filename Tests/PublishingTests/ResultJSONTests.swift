import Foundation
import LandModel
import LayoutAnalysis
import Publishing
import Scenarios
import Testing

struct ResultJSONTests {
  private let run = SampleRun.make()

  private func object(_ text: String) throws -> [String: Any] {
    #expect(text.hasSuffix("}\n"))
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// The names that a schema allows for an object, and those it asks for.
  private func schema(_ schema: ResultSchema) throws -> (all: Set<String>, required: Set<String>) {
    let object = try object(schema.text)
    let properties = try #require(object["properties"] as? [String: Any])
    return (Set(properties.keys), Set(object["required"] as? [String] ?? []))
  }

  private func entry(_ name: String, of schema: ResultSchema) throws -> Set<String> {
    let definitions = try object(schema.text)["$defs"] as? [String: Any]
    let definition = try #require(definitions?[name] as? [String: Any])
    let properties = try #require(definition["properties"] as? [String: Any])
    let required = Set(definition["required"] as? [String] ?? [])
    // Only of a plan whose boundaries follow features.
    #expect(Set(properties.keys).subtracting(["followed", "followed_share"]) == required)
    return required
  }

  @Test func `validate prints counts and findings with their places`() throws {
    let result = try object(
      ResultJSON.validate(run.validation, on: run.grid, in: .english))
    #expect(try Set(result.keys) == schema(.validate).required)
    #expect(result["features_checked"] as? Int == 52)
    #expect(
      result["findings_by_rule"] as? [String: Int] == [
        "attribute.area": 1, "layer.overlap": 1, "ogc.self-intersection": 1,
      ])
    let findings = try #require(result["findings"] as? [[String: Any]])
    #expect(try Set(findings[0].keys) == entry("finding", of: .validate))
    #expect(findings[0]["value"] as? Double == 91_000)
    #expect((findings[0]["geometry"] as? [String: Any])?["type"] as? String == "Polygon")
    #expect(findings[2]["geometry"] is NSNull)
  }

  @Test func `check prints totals over what forbids and limits`() throws {
    let result = try object(
      ResultJSON.check(run.submittedCheck, on: run.grid, parameters: RedLineParameters()))
    #expect(try Set(result.keys) == schema(.check).required)
    #expect(result["towns_checked"] as? Int == 4)
    #expect(result["overlapping_pairs"] as? Int == 1)
    #expect(result["planar_overlap_m2"] as? Double == 10_000)
    let area = try #require(result["overlap_m2"] as? Double)
    #expect(area < 10_000 && area > 9_990)
    let results = try #require(result["results"] as? [[String: Any]])
    #expect(results.count == 2)
    #expect(try Set(results[1].keys) == entry("result", of: .check))
    #expect((results[1]["pieces"] as? [[String: Any]])?.count == 1)
  }

  @Test func `run json has every member of its schema and no other`() throws {
    let record = String(decoding: RunRecord.sampleBytes(of: run), as: UTF8.self)
    let object = try object(record)
    #expect(try Set(object.keys) == schema(.run).all)
    #expect(try schema(.run).all == schema(.run).required)
    #expect(object["seed"] as? String == "18446744073709551615")
    #expect((object["objective"] as? [String: Any])?["value"] as? Double == 143.75)
    let inputs = try #require(object["inputs"] as? [[String: Any]])
    #expect(inputs.map { $0["synthetic"] as? Bool } == [false, true, false, false, false])
  }

  @Test func `delimit, layout and plan print the chosen towns`() throws {
    let delimited = try object(
      ResultJSON.delimit(run.delimitation, on: run.grid, in: .english))
    #expect((delimited["proposals"] as? [Any])?.count == 4)
    let refusals = try #require(delimited["refusals"] as? [[String: Any]])
    #expect(refusals[0]["town_id"] as? String == "T03")
    let layout = try object(
      ResultJSON.layout(run.layout, of: run.delimitation, in: .chinese))
    #expect((layout["chosen"] as? [[String: Any]])?.count == 2)
    #expect((layout["rejected"] as? [[String: Any]])?[0]["text"] as? String == "名额已满")
    #expect(try Set(delimited.keys) == schema(.delimit).required)
    #expect(try Set(layout.keys) == schema(.layout).required)
    for (value, name, part) in [
      (delimited["proposals"], "proposal", ResultSchema.delimit),
      (delimited["refusals"], "refusal", .delimit), (layout["chosen"], "town", .layout),
      (layout["rejected"], "rejected", .layout),
    ] {
      let entries = try #require(value as? [[String: Any]])
      #expect(try Set(entries[0].keys) == entry(name, of: part))
    }
    let plan = try object(ResultJSON.plan(run, in: .english))
    #expect(plan["status"] as? String == "optimal")
    #expect((plan["check"] as? [String: Any])?.keys.sorted() == ["planned", "submitted"])
  }
}
