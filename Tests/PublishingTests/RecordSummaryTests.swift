import Foundation
import LandModel
import LayoutAnalysis
import Publishing
import Scenarios
import Testing

struct RecordSummaryTests {
  private let grid = GaussKrugerGrid(
    crs: CRSIdentifier(epsg: 4547), centralMeridian: 114, falseEasting: Metres(500_000))

  private func result(_ area: Double, _ rule: ConstraintRule = .forbid) -> ConstraintResult {
    ConstraintResult(
      townID: "A", constraint: "red", rule: rule, situation: .encroaches, isBreach: true,
      planarArea: SquareMetres(area), ellipsoidalArea: SquareMetres(2 * area),
      share: Ratio(0.5), width: nil, pieces: [], featureIDs: [], nearestDistance: .zero)
  }

  private func record(
    _ state: TownStream.State = .checked, _ results: [ConstraintResult] = []
  ) -> TownStream.Record {
    TownStream.Record(
      number: 1, id: "A", isNamed: true, state: state,
      fault: state == .unreadable ? LocalizedText(english: "no", chinese: "否") : nil, findings: [],
      results: results, overlappingPairs: results.count)
  }

  private func object(_ line: [UInt8]) throws -> [String: Any] {
    let text = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
    return try #require(text)
  }

  @Test(arguments: [
    (0.0, "0"), (0.004, "0"), (0.005, "0.01"), (0.1, "0.1"), (12.34, "12.34"),
    (1e12, "1000000000000"),
  ])
  func `areas are added as they are printed`(area: Double, text: String) throws {
    var summary = RecordSummary(.check)
    summary.add(record(.checked, [result(area), result(7, .inside)]))
    let line = String(decoding: summary.line, as: UTF8.self)
    #expect(line.contains(#""planar_overlap_m2":\#(text),"#))
    #expect(line.contains(#""breaches":2"#))
  }

  @Test func `a million small areas lose nothing in the sum`() throws {
    var summary = RecordSummary(.check)
    let one = record(.checked, [result(0.07)])
    for _ in 0..<100_000 { summary.add(one) }
    #expect(String(decoding: summary.line, as: UTF8.self).contains(#""planar_overlap_m2":7000,"#))
  }

  @Test func `lines have the members of their schemas and no other`() throws {
    func members(_ name: String, _ schema: ResultSchema) throws -> Set<String> {
      let whole = try object(Array(schema.text.utf8))
      let entry = try #require((whole["$defs"] as? [String: Any])?[name] as? [String: Any])
      let properties = try #require(entry["properties"] as? [String: Any])
      #expect(Set(entry["required"] as? [String] ?? []) == Set(properties.keys))
      return Set(properties.keys)
    }
    for state in TownStream.State.allCases {
      let line = RecordJSON.line(
        record(state, state == .checked ? [result(3)] : []), on: grid, in: .english)
      #expect(try Set(object(line).keys) == members("record", .checkLines))
      let entries = try object(line)["results"] as? [[String: Any]]
      #expect((entries == nil) == (state != .checked))
      if let entry = entries?.first {
        #expect(try Set(entry.keys) == members("result", .checkLines))
      }
    }
    for (question, schema) in [
      (RecordSummary.Question.check, ResultSchema.checkLines), (.validate, .validateLines),
    ] {
      let line = try object(RecordSummary(question).line)
      let summary = try #require(line["summary"] as? [String: Any])
      #expect(try Set(summary.keys) == members("summary", schema))
    }
    let finding = StreamValidation.Record(
      number: 1, id: nil, isNamed: true,
      findings: [
        Finding(
          rule: "source.broken-record", severity: .error, layer: "-", featureIDs: [],
          message: LocalizedText(english: "no", chinese: "否"))
      ], grid: nil)
    let line = try object(RecordJSON.line(finding, in: .english))
    #expect(try Set(line.keys) == members("record", .validateLines))
    let entry = try #require((line["findings"] as? [[String: Any]])?.first)
    #expect(try Set(entry.keys) == members("finding", .validateLines))
  }
}
