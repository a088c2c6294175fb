import Foundation
import LandModel
import LayoutAnalysis
import Testing

@testable import Scenarios

/// Fields and totals of a layer, as a plan file declares them.
struct PlanFieldsTests {
  private static func plan(_ layer: String) -> String {
    PlanErrorTests.plan.replacingOccurrences(
      of: "  red: {file: red.geojson, role: constraint}\n",
      with: "  red:\n    file: red.geojson\n    role: constraint\n\(layer)\n")
  }

  private static func layer(_ text: String) throws -> PlanLayer {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
    try Data(plan(text).utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try #require(try Plan(file: file.path).layers.first)
  }

  @Test func `fields are read with all that they may declare`() throws {
    let layer = try Self.layer(
      """
          fields:
            - {name: XZQDM, required: true, unique: true, administrative-code: true,
               pattern: '43\\d{4}', name-field: XZQMC, names-from: administrative}
            - {name: KIND, values: {01: 制造, '02': 旅游}, name-field: LABEL, max-length: 2}
            - {name: FLOORS, type: integer, min: -2, max: 30}
      """)
    let pattern = try TextPattern(#"43\d{4}"#)
    let kinds = [DomainValue(code: "01", name: "制造"), DomainValue(code: "02", name: "旅游")]
    #expect(
      layer.fields == [
        FieldExpectation(
          name: "XZQDM", isRequired: true, isUnique: true, pattern: pattern, nameField: "XZQMC",
          reference: .administrative, isAdministrativeCode: true),
        FieldExpectation(name: "KIND", allowedValues: kinds, longest: 2, nameField: "LABEL"),
        FieldExpectation(name: "FLOORS", type: .integer, smallest: -2, largest: 30),
      ])
    #expect(layer.expectation.fields == layer.fields)
  }

  @Test func `totals are read for the layer, for groups and for units`() throws {
    let layer = try Self.layer(
      """
          totals:
            - {unit: ha, total: 120.5, tolerance: 0.1}
            - {field: people, by: county, groups: {431002: 10, '431003': 20}}
            - {field: area, unit: mu, by: county, administrative-attribute: area_mu}
      """)
    #expect(
      layer.expectation.totals == [
        ControlTotal(
          summand: .ellipsoidalArea, areaUnit: .hectare, totals: .layer(120.5), tolerance: 0.1),
        ControlTotal(
          summand: .field("people"), groupField: "county",
          totals: .groups([.init(key: "431002", total: 10), .init(key: "431003", total: 20)])),
        ControlTotal(
          summand: .field("area"), areaUnit: .mu, groupField: "county",
          totals: .administrative(field: "area_mu")),
      ])
  }

  /// A plan beside a table of totals.
  private static func totals(_ table: String) throws -> [ControlTotal] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(table.utf8).write(to: folder.appending(path: "totals.csv"))
    let text =
      "    totals: [{unit: ha, by: county, table: {file: totals.csv, key: 代码, total: ha}}]"
    try Data(plan(text).utf8).write(to: folder.appending(path: "plan.yaml"))
    let plan = try Plan(file: folder.appending(path: "plan.yaml").path(percentEncoded: false))
    return try #require(plan.layers.first).totals
  }

  @Test func `totals may stand in a table beside the plan`() throws {
    let totals = try Self.totals("\u{FEFF}代码,名称,ha\r\n431002,北湖区,10.5\r\n431003,苏仙区,20\r\n,,\r\n")
    #expect(
      totals == [
        ControlTotal(
          summand: .ellipsoidalArea, areaUnit: .hectare, groupField: "county",
          totals: .groups([
            .init(key: "431002", total: 10.5), .init(key: "431003", total: 20),
          ]))
      ])
  }

  @Test(arguments: [
    ("代码,area\n1,2\n", 9), ("代码,ha\n1,about 2\n", 2), ("代码,ha\n1,2\n1,3\n", 3),
    ("代码,ha\n,3\n", 2), ("", 9),
  ])
  func `a table that says nothing clear is refused at its line`(_ table: String, _ line: Int) {
    let error = #expect(throws: PlanError.self) { try Self.totals(table) }
    #expect(error?.place.line == line)
  }

  @Test(arguments: [
    ("{pattern: a}", PlanError.Cause.missingKey("name")),
    ("{name: a, min: 3, max: 2}", .contradiction("min is 3, but max is 2")),
    ("{name: a, name-field: b}", .missingKey("values")),
    (
      "{name: a, pattern: '(x'}",
      .wrongValue(expected: "a pattern (a group is not closed, at sign 3)", found: "“(x”")
    ),
  ])
  func `a field that says nothing clear is refused`(_ text: String, _ cause: PlanError.Cause) throws
  {
    let error = try #require(try PlanErrorTests.error(of: Self.plan("    fields: [\(text)]")))
    #expect(error.cause == cause)
    #expect(error.place.line == 9)
  }

  @Test(arguments: [
    ("{total: 3}", PlanError.Cause.missingKey("unit")), ("{unit: ha}", .missingKey("total")),
    ("{unit: ha, groups: {a: 1}}", .missingKey("by")),
    (
      "{unit: ha, total: 1, by: a, groups: {a: 1}}",
      .contradiction("total and groups both say what the sum should be")
    ),
  ])
  func `a total that says nothing clear is refused`(_ text: String, _ cause: PlanError.Cause) throws
  {
    let error = try #require(try PlanErrorTests.error(of: Self.plan("    totals: [\(text)]")))
    #expect(error.cause == cause)
  }
}
