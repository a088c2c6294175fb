import Foundation
import LandModel
import LayoutAnalysis
import Publishing
import Testing

/// Every object of the answer to `check` has the members that its schema states, and no other.
struct CheckJSONTests {
  private let grid = SampleRun.grid

  private func layer(
    _ key: String, _ boxes: [(Double, Double, Double, Double)], _ attributes: [String: [String?]]
  ) -> CheckedLayer {
    let geometries = boxes.map { x, y, width, height in
      let (west, south) = (400_000 + x, 2_850_000 + y)
      return Geometry.polygon(rings: [
        [
          XY(west, south), XY(west + width, south), XY(west + width, south + height),
          XY(west, south + height), XY(west, south),
        ]
      ])
    }
    let names = attributes.keys.sorted()
    return CheckedLayer(
      ProjectedLayer(
        key: key, grid: grid, geometry: GeometryColumn(geometries),
        ids: boxes.indices.map { FeatureID("\(key)-\($0)") },
        attributes: AttributeTable(
          names: names, columns: names.map { .text(attributes[$0] ?? []) })),
      keepingValidRows: Array(boxes.indices))
  }

  /// An answer in which every member has a value somewhere.
  private func answer() throws -> [String: Any] {
    let towns = layer(
      "town", [(0, 0, 1000, 1000), (5000, 0, 1000, 1000), (9000, 0, 1000, 1000)],
      ["activity": ["5", "13", nil], "area": ["1000100", "1", nil]])
    let zones = layer(
      "red-line", [(900, 0, 200, 500), (5900, 0, 200, 500)], ["zone": ["core", "outside"]])
    let roads = layer("road", [(1010, 0, 5, 1000)], ["class": ["国道"]])
    var setback = SetbackRule(kind: .road, classField: "class")
    setback.halfWidths = ["national": Metres(2)]
    func constraint(_ layer: CheckedLayer, _ rule: ConstraintRule) -> Constraint {
      Constraint(
        layer: layer, title: LocalizedText(english: layer.key, chinese: layer.key), rule: rule,
        source: "source", vintage: "2023")
    }
    let check = try RedLineCheck().result(
      towns: towns,
      constraints: [
        constraint(
          zones, .conditional(ConditionalRule(allowed: [.visitors], zoneField: "zone"))),
        constraint(roads, .setback(setback)),
      ], fields: TownFields(activity: "activity", officialArea: "area"))
    let proposals = try CompliantBoundaries().result(for: towns, check: check)
    let text = ResultJSON.check(
      check, on: grid, parameters: RedLineParameters(), proposals: proposals, in: .chinese)
    return try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func schema() throws -> [String: Any] {
    try #require(
      JSONSerialization.jsonObject(with: Data(ResultSchema.check.text.utf8)) as? [String: Any])
  }

  /// Whether a value is what a part of the schema allows: types, members, lists and choices.
  private func mismatches(
    _ value: Any, _ part: [String: Any], _ root: [String: Any], path: String = ""
  ) -> [String] {
    var part = part
    if let reference = part["$ref"] as? String {
      let name = reference.replacing("#/$defs/", with: "")
      part = (root["$defs"] as? [String: Any])?[name] as? [String: Any] ?? [:]
    }
    if let choices = part["enum"] as? [Any] {
      let isChoice = choices.contains { ($0 as? NSObject) == (value as? NSObject) }
      return isChoice ? [] : ["\(path) is \(value)"]
    }
    let types = (part["type"] as? [String]) ?? (part["type"] as? String).map { [$0] } ?? []
    switch value {
    case is NSNull: return types.contains("null") ? [] : ["\(path) is null"]
    case let object as [String: Any]:
      guard types.contains("object") else { return ["\(path) is an object"] }
      let properties = part["properties"] as? [String: [String: Any]]
      let required = Set(part["required"] as? [String] ?? [])
      var found = required.subtracting(object.keys).map { "\(path).\($0) is missing" }
      for (key, child) in object {
        if let known = properties?[key] {
          found += mismatches(child, known, root, path: "\(path).\(key)")
        } else if part["additionalProperties"] as? Bool == false {
          found.append("\(path).\(key) is not in the schema")
        }
      }
      return found
    case let list as [Any]:
      guard types.contains("array") else { return ["\(path) is a list"] }
      guard let items = part["items"] as? [String: Any] else { return [] }
      return list.flatMap { mismatches($0, items, root, path: "\(path)[]") }
    case is String: return types.contains("string") ? [] : ["\(path) is a text"]
    default:
      return types.contains("number") || types.contains("integer") || types.contains("boolean")
        ? [] : ["\(path) is a number"]
    }
  }

  @Test func `the answer to check is what its schema says`() throws {
    let (answer, schema) = (try answer(), try schema())
    #expect(mismatches(answer, schema, schema) == [])
    // The comparison finds what is wrong.
    var broken = answer
    broken["breaches"] = "two"
    broken["method"] = nil
    broken["more"] = 1
    #expect(mismatches(broken, schema, schema).count == 3)
  }

  @Test func `a constraint tells its classes, and a proposal its cost`() throws {
    let answer = try answer()
    let constraints = try #require(answer["constraints"] as? [[String: Any]])
    let zones = try #require(constraints[0]["classes"] as? [[String: Any]])
    #expect(zones.map { $0["class"] as? String } == ["core", "outside-core"])
    let national = try #require((constraints[1]["classes"] as? [[String: Any]])?.first)
    #expect(national["distance_m"] as? Double == 22 && national["half_width_m"] as? Double == 2)
    #expect(national["confidence"] as? String == "K+")
    let compliant = try #require(answer["compliant"] as? [[String: Any]])
    let areas = compliant.map { $0["planar_area_m2"] as? Double }
    // 100 m × 500 m of the core, and 12 m of the road's setback beside and above it.
    #expect(abs((areas[0] ?? 0) - (1_000_000 - 50_000 - 6000)) < 0.01)
    #expect(areas[1] == 950_000 && areas[2] == 1_000_000)
    #expect(answer["breach_warnings"] as? Int == 1 && answer["breaches"] as? Int == 3)
  }
}
