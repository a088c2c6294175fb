import Foundation
import LandModel
import LayoutAnalysis
import Testing

/// The cases of `fixtures/cases/check`; each folder's note says why its answer is the answer.
struct RedLineCaseTests {
  static let folders: [URL] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "fixtures/cases/check")
    let found = try? FileManager.default.contentsOfDirectory(
      at: root, includingPropertiesForKeys: nil)
    return (found ?? []).sorted { $0.path < $1.path }
  }()

  @Test func `there are cases`() { #expect(Self.folders.count >= 8) }

  @Test(arguments: folders)
  func `a case has the result its note explains`(folder: URL) throws {
    func read<Value: Decodable>(_ name: String, _ type: Value.Type) throws -> Value {
      try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: name)))
    }
    let input = try read("input.geojson", CaseInput.self)
    let parameters = try read("parameters.json", CaseParameters.self)
    let constraints = try parameters.constraints.map {
      RedLineSamples.constraint(input.layer($0.layer), try $0.asked())
    }
    let found = try RedLineCheck().result(
      towns: input.layer("town"), constraints: constraints,
      fields: TownFields(activity: parameters.activity))
    let expected = try read("expected.json", [CaseResult].self)
    #expect(found.results.count == expected.count)
    for (result, answer) in zip(found.results, expected) {
      #expect(result.townID.text == answer.town && result.constraint == answer.constraint)
      #expect(result.situation == answer.situation && result.isBreach == answer.breach)
      #expect(result.featureIDs.map(\.text) == answer.features)
      #expect(abs(result.planarArea.value - answer.planar_area_m2) < 1e-5)
      #expect(result.pieces.count == answer.pieces)
      #expect(abs((result.nearestDistance?.value ?? -1) - answer.nearest_m) < 2e-6)
      if let conclusion = answer.conclusion {
        #expect(result.conclusion == conclusion && result.severity == answer.severity)
        #expect(result.pieces.map(\.classCode) == answer.classes ?? [])
      }
      guard let area = answer.ellipsoidal_area_m2 else { continue }
      // Edges are straight on the grid here, every 10 m in the answers; what is left is their bow within
      // the window.
      #expect(abs(result.ellipsoidalArea.value - area) < 2e-4 + 5e-7 * area)
    }
  }
}

private struct CaseInput: Decodable {
  struct Feature: Decodable {
    struct Properties: Decodable {
      let layer: String
      let id: String
      let activity: String?
      let zone: String?
      let `class`: String?
    }
    struct Outline: Decodable {
      let geometry: Geometry

      private enum Keys: String, CodingKey { case type, coordinates }

      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        func position(_ pair: [Double]) -> XY { XY(pair[0], pair[1]) }
        switch try container.decode(String.self, forKey: .type) {
        case "LineString":
          geometry = .line(
            try container.decode([[Double]].self, forKey: .coordinates).map(position))
        default:
          geometry = .polygon(
            rings: try container.decode([[[Double]]].self, forKey: .coordinates).map {
              $0.map(position)
            })
        }
      }
    }
    let properties: Properties
    let geometry: Outline
  }
  let features: [Feature]

  func layer(_ key: String) -> CheckedLayer {
    let chosen = features.filter { $0.properties.layer == key }
    let projected = ProjectedLayer(
      key: key, grid: RedLineSamples.grid,
      geometry: GeometryColumn(chosen.map(\.geometry.geometry)),
      ids: chosen.map { FeatureID($0.properties.id) },
      attributes: AttributeTable(
        names: ["activity", "zone", "class"],
        columns: [
          .text(chosen.map(\.properties.activity)), .text(chosen.map(\.properties.zone)),
          .text(chosen.map(\.properties.class)),
        ]))
    return CheckedLayer(projected, keepingValidRows: Array(chosen.indices))
  }
}

private struct CaseParameters: Decodable {
  struct Rule: Decodable {
    let layer: String
    let rule: String
    let metres: Double?
    let share: Double?
    let activities: [ActivityClass]?
    let zone: String?
    let by: SetbackKind?
    let `class`: String?
    let new_town: Bool?
    let distances: [String: Metres]?
    let half_widths: [String: Metres]?

    func asked() throws -> ConstraintRule {
      switch rule {
      case "forbid": .forbid
      case "inside": .inside
      case "limit": .limit(share: share.map { Ratio($0) }, area: nil)
      case "conditional":
        .conditional(
          ConditionalRule(allowed: try #require(activities), zoneField: try #require(zone)))
      case "setback": .setback(try setback())
      default: .buffer(Metres(try #require(metres)))
      }
    }

    private func setback() throws -> SetbackRule {
      var rule = SetbackRule(kind: try #require(by), classField: try #require(self.class))
      rule.isNewTown = new_town ?? false
      rule.distances = distances ?? [:]
      rule.halfWidths = half_widths ?? [:]
      return rule
    }
  }
  let constraints: [Rule]
  let activity: String?
}

private struct CaseResult: Decodable {
  let town: String
  let constraint: String
  let situation: Situation
  let breach: Bool
  let features: [String]
  let planar_area_m2: Double
  let ellipsoidal_area_m2: Double?
  let pieces: Int
  let nearest_m: Double
  let conclusion: Conclusion?
  let severity: Severity?
  let classes: [String?]?
}
