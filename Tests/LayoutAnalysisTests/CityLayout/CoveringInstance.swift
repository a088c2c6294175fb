import LandModel
import TestSupport
import Testing

@testable import LayoutAnalysis

/// A covering problem of the literature: the fewest places of which one reaches every demand.
struct CoveringInstance: Sendable, CustomTestStringConvertible {
  let name: String
  /// The fewest places.
  let optimum: Int
  /// For each demand the places that reach it.
  let reach: [[Int]]
  /// For problems of the plane, the places, which are the demands too, and how far one reaches.
  var plane: (places: [XY], radius: Metres)?

  var testDescription: String { name }

  /// The most demands that some towns can cover, as a plan.
  ///
  /// In the plane, the demands are points of one category with one radius. Elsewhere every place is an industry of
  /// its own, every demand a category, and its rule names the industries that reach it.
  func question(towns: Int) -> LayoutCase {
    var question = LayoutCase()
    question.parameters.towns = TownQuota(max: towns)
    question.parameters.suitabilityWeight = 0
    if let plane {
      for (number, place) in plane.places.enumerated() {
        question.add("\(number)", at: place, scores: [("any", 0)], side: 1)
        question.addResource("\(number)", at: place, weight: 1)
      }
      question.parameters.coverage = [
        CoverageRule(
          category: "r", weight: 1, rings: [CoverageRing(radius: plane.radius, share: Ratio(1))])
      ]
      return question
    }
    for place in Set(reach.joined()).sorted() {
      question.add(
        "\(place)", at: XY(10 * Double(place), 0), scores: [("v\(place)", 0)], side: 1)
    }
    for (demand, places) in reach.enumerated() {
      question.addResource("\(demand)", at: XY(500, 0), category: "\(demand)", weight: 1)
      question.parameters.coverage.append(
        CoverageRule(
          category: "\(demand)", weight: 1,
          rings: [CoverageRing(radius: Metres(10_000), share: Ratio(1))],
          industries: places.map { "v\($0)" }))
    }
    return question
  }
}

extension CoveringInstance {
  /// Vertices of a graph with a town within a distance of each.
  static func center(
    _ distances: [[Int]], within distance: Int, towns: Int
  ) -> CoveringInstance {
    CoveringInstance(
      name: "center \(distance)", optimum: towns,
      reach: distances.map { row in row.indices.filter { row[$0] <= distance } })
  }
}
