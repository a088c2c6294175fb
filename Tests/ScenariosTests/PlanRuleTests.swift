import Foundation
import LandModel
import LayoutAnalysis
import Scenarios
import Testing

/// Rules by class as plan files write them.
struct PlanRuleTests {
  private func plan(_ rule: String) throws -> Plan {
    let text = PlanErrorTests.plan.replacingOccurrences(of: "{rule: forbid}", with: rule)
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try Plan(file: file.path)
  }

  private func rule(_ text: String) throws -> ConstraintRule {
    try #require(try plan(text).constraints.first).rule
  }

  @Test func `a setback has its kind, its attribute and the numbers that go before the table's`()
    throws
  {
    var road = SetbackRule(kind: .road, classField: "grade")
    #expect(try rule("{rule: setback, by: road, attribute: grade}") == .setback(road))
    road.distances = ["national": Metres(30), "unclassified": Metres(100)]
    road.halfWidths = ["national": Metres(6)]
    road.isNewTown = true
    #expect(
      try rule(
        "{rule: setback, by: road, attribute: grade, distances: {national: 30 m, unclassified: 100 m}, "
          + "half-widths: {national: 6 m}, new-town: true}") == .setback(road))
    #expect(road.groups.first { $0.code == "national" }?.distance == Metres(36))
    #expect(road.groups.first { $0.code == "national" }?.confidence == .user)
    #expect(road.groups.last?.distance == Metres(100))
    var railway = SetbackRule(kind: .railway, classField: "class")
    railway.surroundings = .urban
    #expect(
      try rule("{rule: setback, by: railway, attribute: class, surroundings: urban}")
        == .setback(railway))
  }

  @Test func `a conditional layer has its activities, its zone and the values of the core`() throws
  {
    #expect(
      try rule("{rule: conditional, activities: [6, 5, 5], zone: 分区}")
        == .conditional(
          ConditionalRule(allowed: [.visitors, .linearInfrastructure], zoneField: "分区")))
    #expect(
      try rule("{rule: conditional, activities: [], zone: zone, core: [A, B]}")
        == .conditional(ConditionalRule(allowed: [], zoneField: "zone", coreValues: ["A", "B"])))
  }

  @Test func `vintage, source and the width of necks are kept`() throws {
    let text = PlanErrorTests.plan
      .replacingOccurrences(
        of: "role: constraint}", with: "role: constraint, vintage: 2023年变更调查}"
      )
      .replacingOccurrences(
        of: "{rule: forbid}", with: "{rule: forbid, source: 142号}\ncheck: {neck-width: 12 m}")
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let plan = try Plan(file: file.path)
    #expect(plan.layers.first?.vintage == "2023年变更调查")
    #expect(plan.constraints.first?.source == "142号")
    #expect(plan.compliant.neckWidth == Metres(12))
    #expect(plan.compliant.smallestArea == SquareMetres(squareKilometres: 1))
  }

  @Test(arguments: [
    "{rule: setback, attribute: class}", "{rule: setback, by: road}",
    "{rule: setback, by: tram, attribute: class}",
    "{rule: setback, by: road, attribute: class, distances: {motorways: 30 m}}",
    "{rule: setback, by: road, attribute: class, distances: {national: 30}}",
    "{rule: setback, by: road, attribute: class, surroundings: urban}",
    "{rule: setback, by: power-line, attribute: kv, new-town: true}",
    "{rule: setback, by: road, attribute: class, half-widths: {kv-500: 3 m}}",
    "{rule: conditional, zone: zone}", "{rule: conditional, activities: [5]}",
    "{rule: conditional, activities: [0], zone: zone}",
    "{rule: conditional, activities: [11], zone: zone}",
    "{rule: conditional, activities: 5, zone: zone}", "{rule: conditionl}",
  ])
  func `what a rule by class lacks or does not know is an error at its line`(rule: String) throws {
    let error = try #require(try PlanErrorTests.error(replacing: "{rule: forbid}", with: rule))
    #expect(error.place.line == 9 && error.place.path.hasPrefix("constraints.red"))
  }
}
