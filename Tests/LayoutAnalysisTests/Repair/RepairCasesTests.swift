import Foundation
import LandModel
import Testing

@testable import LayoutAnalysis

struct RepairCasesTests {
  @Test func `there are cases, and each says why its answer is right`() throws {
    #expect(RepairCase.all.count >= 10)
    for each in RepairCase.all {
      let note = try String(
        contentsOf: each.folder.appendingPathComponent("note.md"), encoding: .utf8)
      #expect(note.count > 40, "\(each)")
    }
  }

  @Test func `every way of mending has a case, and every rule with one says so`() throws {
    let asked = Set(try RepairCase.all.flatMap { try $0.statement().fixes })
    for step in RepairStep.allCases {
      let rules = step.rules.filter { BoundaryRules.rule($0) != nil }
      #expect(rules.isEmpty || rules.contains(where: asked.contains), "\(step)")
    }
    for rule in BoundaryRules.all {
      #expect(
        (rule.repair != nil) == (RepairStep(answering: rule.code) != nil), "\(rule.code.text)")
    }
  }

  @Test(arguments: RepairCase.all)
  func `a case becomes the layer wanted`(_ each: RepairCase) throws {
    let statement = try each.statement()
    let (given, wanted) = (try each.layer("input.geojson"), try each.layer("wanted.geojson"))
    let result = try BoundaryRepair(parameters: statement.parameters).result(for: given, workers: 1)
    let repaired = result.repaired
    #expect(repaired.layer.ids == wanted.ids)
    #expect(repaired.layer.attributes == wanted.attributes)
    try #require(repaired.layer.count == wanted.count)
    for row in 0..<wanted.count {
      let (made, expected) = (
        repaired.layer.geometry.geometry(ofRow: row), wanted.geometry.geometry(ofRow: row)
      )
      #expect(made == expected, "row \(row): \(made)")
    }
    try #require(
      result.features.map(\.id.text) == statement.features.map(\.id), "\(result.features)")
    for (feature, expected) in zip(result.features, statement.features) {
      #expect(feature.applied == expected.applied)
      #expect(feature.verticesRemoved == expected.removed, "\(feature)")
      #expect(feature.verticesAdded == expected.added, "\(feature)")
      #expect(abs(feature.largestShift.value - expected.shift) < 1e-6, "\(feature)")
      #expect(feature.duplicateOf?.text == expected.duplicateOf)
      let refused = feature.refused.map(RepairCase.Statement.Refusal.init)
      try #require(refused.count == expected.refused?.count ?? 0, "\(refused)")
      for (made, stated) in zip(refused, expected.refused ?? []) {
        #expect(made.rule == stated.rule && made.reason == stated.reason, "\(refused)")
        #expect(abs((made.measured ?? 0) - (stated.measured ?? 0)) < 1e-6, "\(refused)")
        #expect(abs((made.limit ?? 0) - (stated.limit ?? 0)) < 1e-6, "\(refused)")
      }
    }
  }

  @Test(arguments: RepairCase.all)
  func `positions with an origin are those of the layer given, bit for bit`(
    _ each: RepairCase
  ) throws {
    let given = try each.layer("input.geojson")
    let repaired = try BoundaryRepair(parameters: each.statement().parameters)
      .result(for: given).repaired
    let column = repaired.layer.geometry
    #expect(repaired.origins.count == column.positions.count)
    for (index, origin) in repaired.origins.enumerated() {
      guard let origin else { continue }
      #expect(column.positions[index] == given.geometry.positions[Int(origin)])
    }
  }

  @Test(arguments: RepairCase.all)
  func `a second repair changes nothing`(_ each: RepairCase) throws {
    let repair = BoundaryRepair(parameters: try each.statement().parameters)
    let once = try repair.result(for: try each.layer("input.geojson"))
    let twice = try repair.result(for: once.repaired.layer)
    #expect(twice.repaired.layer == once.repaired.layer)
    #expect(twice.features.allSatisfy { !$0.isChanged })
    #expect(twice.features.map(\.refused) == once.features.map(\.refused).filter { !$0.isEmpty })
  }

  @Test(arguments: RepairCase.all)
  func `a case gives the same with one, two and seven workers`(_ each: RepairCase) throws {
    let repair = BoundaryRepair(parameters: try each.statement().parameters)
    let layer = try each.layer("input.geojson")
    let one = try repair.result(for: layer, workers: 1)
    #expect(try repair.result(for: layer, workers: 2) == one)
    #expect(try repair.result(for: layer, workers: 7) == one)
  }
}
