import Foundation
import LandModel
import LayoutAnalysis
import Publishing
import Scenarios
import TestSupport
import Testing

/// What is written of questions beside the plan.
@Suite struct SensitivityOutputTests {
  private func record(_ run: RunResult, _ language: Language = .english) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(
      with: Data(RunRecord.sampleBytes(of: run, in: language)))
    return try #require(json as? [String: Any])
  }

  private func schema() throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(ResultSchema.run.text.utf8))
    return try #require(json as? [String: Any])
  }

  /// Names of an object that its schema does not have, and required ones it lacks, at any depth.
  private func differences(
    _ value: Any, _ schema: [String: Any], _ root: [String: Any], path: String = ""
  ) -> [String] {
    if let reference = schema["$ref"] as? String, let name = reference.split(separator: "/").last {
      let all = root["$defs"] as? [String: Any]
      return differences(value, all?[String(name)] as? [String: Any] ?? [:], root, path: path)
    }
    if let any = (schema["anyOf"] as? [[String: Any]])?.first {
      return value is NSNull ? [] : differences(value, any, root, path: path)
    }
    if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
      return list.flatMap { differences($0, items, root, path: "\(path)[]") }
    }
    guard let object = value as? [String: Any],
      let properties = schema["properties"] as? [String: [String: Any]]
    else { return [] }
    let required = Set(schema["required"] as? [String] ?? [])
    return required.subtracting(object.keys).map { "\(path) lacks \($0)" }
      + object.flatMap { name, inner in
        properties[name].map { differences(inner, $0, root, path: "\(path).\(name)") }
          ?? (schema["additionalProperties"] as? Bool == false ? ["\(path) has \(name)"] : [])
      }
  }

  @Test(arguments: [TownQuota(max: 1), TownQuota(min: 4)])
  func `the record holds the answers as its schema says`(towns: TownQuota) throws {
    let record = try record(SampleRun.asked(towns: towns))
    let schema = try schema()
    #expect(differences(record, schema, schema) == [])
    let isFeasible = towns.min == 0
    #expect((record["relaxation"] is NSNull) == isFeasible)
    #expect((record["stability"] is NSNull) != isFeasible)
    if isFeasible {
      let costs = try #require(record["cost_of_forcing"] as? [[String: Any]])
      #expect(costs.count == 2)
      #expect(costs.allSatisfy { $0["at_least"] as? Double == $0["at_most"] as? Double })
      let plans = (record["alternatives"] as? [String: Any])?["plans"] as? [[String: Any]]
      #expect(plans?.map { $0["number"] as? Int } == [1, 2])
    } else {
      #expect(
        (record["contradicting_rules"] as? [[String: Any]])?.map { $0["code"] as? String }
          == ["towns.min"])
      let least = (record["relaxation"] as? [String: Any])?["least"] as? [String: Any]
      #expect(least?["status"] as? String == "optimal")
      let change = (least?["changes"] as? [[String: Any]])?.first
      #expect(
        change?["text"] as? String == "Lower the minimum of the city from 4 to 3 towns.")
    }
  }

  @Test func `layout prints the same answers`() throws {
    let run = try SampleRun.asked()
    let text = ResultJSON.layout(run.layout, of: run.delimitation, in: .english)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let schema = try JSONSerialization.jsonObject(with: Data(ResultSchema.layout.text.utf8))
    let root = try #require(schema as? [String: Any])
    #expect(differences(try #require(object), root, root) == [])
  }

  @Test func `candidates carry cost and frequency, those left out by validation neither`() throws {
    let run = try SampleRun.asked()
    let table = OutputTable.candidates(of: run, in: .english)
    func reals(_ name: String) -> [Double?] {
      guard case .real(let values, _) = table.fields.first(where: { $0.name == name })?.values
      else { return [] }
      return values
    }
    let costs = reals("cost_of_choosing")
    #expect(costs.count == 5)
    // The plan's own town, the one without a boundary and the invalid one have none.
    #expect(costs.map { $0 == nil } == [true, false, true, false, true])
    #expect(reals("cost_of_choosing_at_least") == costs)
    let frequencies = reals("selection_frequency")
    #expect(frequencies[4] == nil && frequencies[2] == 0)
    #expect(abs(frequencies.compactMap { $0 }.reduce(0, +) - 1) < 1e-9)
  }

  @Test func `other plans are a layer of their own, by plan and town`() throws {
    let run = try SampleRun.asked()
    let table = OutputTable.alternatives(of: run)
    #expect(table.count == 2)
    guard case .integer(let plans) = table.fields.first?.values else {
      Issue.record("no plan numbers")
      return
    }
    #expect(plans == [1, 2])
    let folder = try ScratchFolder()
    try RunPublisher.write(run, into: folder.url, language: .english)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(names.contains("alternatives.geojson"))
  }

  @Test func `the report shows them in each language, and layers that are off`() throws {
    let run = try SampleRun.asked()
    let texts = [Language.english, .chinese].map {
      String(decoding: HTMLReport.bytes(of: run, in: $0), as: UTF8.self)
    }
    for text in texts {
      #expect(text.contains("id=\"alternatives\""))
      #expect(text.contains("plan:alternative:1") && text.contains("plan:frequency"))
      #expect(!text.contains("%@") && !text.contains("$@"))
    }
    #expect(texts[0].contains("Cost of choosing") && texts[1].contains("强制入选代价"))
    #expect(texts[0].contains("Forcing it in costs") && texts[1].contains("强制入选将损失"))
    let heading = /<h[23][^>]*>([^<]+)</
    let headings = texts.map { text in Set(text.matches(of: heading).map { "\($0.1)" }) }
    #expect(headings[0].isDisjoint(with: headings[1]))
  }

  @Test func `a report without a plan says what must give way`() throws {
    let run = try SampleRun.asked(towns: TownQuota(min: 4))
    let english = String(decoding: HTMLReport.bytes(of: run, in: .english), as: UTF8.self)
    #expect(english.contains("The least change that leaves a plan:"))
    #expect(english.contains("Lower the minimum of the city from 4 to 3 towns."))
    let chinese = String(decoding: HTMLReport.bytes(of: run, in: .chinese), as: UTF8.self)
    #expect(chinese.contains("将全市的下限由 4 个降为 3 个小镇。"))
  }
}
