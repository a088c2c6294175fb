import Foundation
import LandModel
import TestSupport
import Testing

@testable import LayoutAnalysis

/// Instances of the literature as plans.
@Suite struct PublishedInstanceTests {
  @Test func `a p-median problem of OR-Library has its published optimum`() throws {
    // Elloumi's radius formulation: a demand whose nearest town lies at its k-th distance saves, of its
    // greatest distance, the steps from the k-th on. Each step is a resource that the towns within
    // reach cover, so a plan of p towns that covers most has the least sum of distances. The graph has no
    // place in the plane: every vertex is an industry of its own, and a rule names those that reach.
    let (distances, p) = try OrLibrary.distances("pmed1.txt")
    var question = LayoutCase()
    for vertex in distances.indices {
      question.add(
        "\(vertex)", at: XY(10 * Double(vertex), 0), scores: [("v\(vertex)", 0)], side: 1)
    }
    question.parameters.towns = TownQuota(min: p, max: p)
    question.parameters.suitabilityWeight = 0
    var farthest = 0
    for (demand, row) in distances.enumerated() {
      let steps = Set(row).sorted()
      farthest += steps.last ?? 0
      for (near, far) in zip(steps, steps.dropFirst()) {
        let category = "\(demand).\(near)"
        question.addResource(
          category, at: XY(500, 0), category: category, weight: Double(far - near))
        question.parameters.coverage.append(
          CoverageRule(
            category: category, weight: 1,
            rings: [CoverageRing(radius: Metres(10_000), share: Ratio(1))],
            industries: row.indices.filter { row[$0] <= near }.map { "v\($0)" }))
      }
    }
    let result = try question.result()
    #expect(result.status == .optimal)
    #expect(result.chosen.count == p)
    #expect(result.objective == Double(farthest - 5819))
    // The same from the towns and the distances alone.
    let towns = result.chosen.map { question.proposals[$0].site }
    let sum = distances.reduce(0) { sum, row in sum + (towns.map { row[$0] }.min() ?? 0) }
    #expect(sum == 5819)
  }

  @Test func `an instance without a known optimum has that of enumeration`() throws {
    // 20 places of a seeded plane, 60 weighted demands, 3 towns of radius 2 km: all 1140 choices tried.
    for seed in 1...5 {
      var random = SeededGenerator(seed: UInt64(seed))
      func place() -> XY { XY(12_000 * random.unit(), 12_000 * random.unit()) }
      var question = LayoutCase()
      for number in 0..<20 {
        question.add("\(number)", at: place(), scores: [("any", 0)], side: 0.5)
      }
      for number in 0..<60 {
        question.addResource("\(number)", at: place(), weight: 1 + (99 * random.unit()).rounded())
      }
      question.parameters.towns = TownQuota(max: 3)
      question.parameters.suitabilityWeight = 0
      question.parameters.coverage = [
        CoverageRule(
          category: "r", weight: 1, rings: [CoverageRing(radius: Metres(2000), share: Ratio(1))])
      ]
      var best = 0.0
      for one in 0..<20 {
        for two in one..<20 {
          for three in two..<20 {
            let covered = question.resources.filter { resource in
              [one, two, three].contains {
                question.sites[$0].seed.distance(to: resource.position) <= 2000
              }
            }
            best = max(best, covered.reduce(0) { $0 + $1.weight })
          }
        }
      }
      let result = try question.result()
      #expect(result.objective == best, "seed \(seed)")
      #expect(result.status == .optimal)
    }
  }
}
