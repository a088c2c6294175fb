import Foundation
import LandModel
import TestSupport
import Testing

@testable import LayoutAnalysis

/// A hand-made case of `fixtures/cases/repair`: a layer, what is asked for, and the layer wanted.
struct RepairCase: CustomTestStringConvertible {
  let folder: URL

  /// All cases, by name.
  static let all: [RepairCase] = {
    let root = Fixtures.folder("cases/repair")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.sorted().map { RepairCase(folder: root.appendingPathComponent($0)) }
  }()

  var testDescription: String { folder.lastPathComponent }

  /// What `case.json` states; everything but the fixes and the features may be left out.
  struct Statement: Decodable {
    struct Feature: Decodable {
      let id: String
      let applied: [RuleCode]
      /// Rule, reason, what was measured and the limit.
      let refused: [Refusal]?
      let removed: Int
      let added: Int
      let shift: Double
      let duplicateOf: String?
    }

    struct Refusal: Decodable, Equatable {
      let rule: String
      let reason: String
      let measured: Double?
      let limit: Double?

      init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        rule = try list.decode(String.self)
        reason = try list.decode(String.self)
        measured = try list.decodeIfPresent(Double.self)
        limit = try list.decodeIfPresent(Double.self)
      }

      init(_ refused: RefusedRepair) {
        rule = refused.rule.text
        switch refused.refusal {
        case .areaChange(let change, let limit):
          (reason, measured, self.limit) = ("area-change", change.value, limit.value)
        case .breaksApart(let from, let into):
          (reason, measured, limit) = ("breaks-apart", Double(into), Double(from))
        case .tooFar(let distance, let limit):
          (reason, measured, self.limit) = ("too-far", distance.value, limit.value)
        case .vanishes: (reason, measured, limit) = ("vanishes", nil, nil)
        case .becomesInvalid: (reason, measured, limit) = ("becomes-invalid", nil, nil)
        case .inexact: (reason, measured, limit) = ("inexact", nil, nil)
        case .unsettled: (reason, measured, limit) = ("unsettled", nil, nil)
        }
      }
    }

    let fixes: [RuleCode]
    let thresholds: [String: [String: Double]]?
    let tolerance: Double?
    let winner: BorderWinner?
    let maxAreaChange: Double?
    let maxAreaShare: Double?
    let features: [Feature]

    var parameters: RepairParameters {
      var parameters = RepairParameters(fixes: Set(fixes))
      for (code, thresholds) in thresholds ?? [:] {
        parameters.rules.overrides[RuleCode(code)] = RuleOverride(thresholds: thresholds)
      }
      if let tolerance { parameters.borderTolerance = Metres(tolerance) }
      if let winner { parameters.winner = winner }
      if let maxAreaChange { parameters.largestAreaChange = SquareMetres(maxAreaChange) }
      if let maxAreaShare { parameters.largestAreaShare = Ratio(maxAreaShare) }
      return parameters
    }
  }

  func statement() throws -> Statement {
    try JSONDecoder().decode(
      Statement.self, from: Data(contentsOf: folder.appendingPathComponent("case.json")))
  }

  func layer(_ file: String) throws -> ProjectedLayer {
    let fixture = try GeoJSONFixture(contentsOf: folder.appendingPathComponent(file))
    let ids = try #require(fixture.attributes["id"])
    return ProjectedLayer(
      key: "towns", grid: try #require(GaussKrugerGrid(epsg: 4547)),
      geometry: GeometryColumn(fixture.geometries),
      ids: fixture.geometries.indices.map { FeatureID(ids.text(at: $0) ?? "") },
      attributes: fixture.attributes)
  }
}
