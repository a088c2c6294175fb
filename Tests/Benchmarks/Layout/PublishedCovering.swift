import ArgumentParser
import Foundation
import LandModel
import LayoutAnalysis

/// A published maximal covering instance as a plan, from a file that this repository may not hold.
struct PublishedCovering: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "published-covering",
    abstract: "Solves a maximal covering instance of the literature as a plan.",
    discussion: """
      A line for each demand, which is a candidate too: x, y and weight, with spaces or tabs between; other \
      lines are passed over. The instances SJC324 to SJC818 of Lorena and Pereira (2002) come so, for one from \
      github.com/INFORMSJoC/2024.0611 (CC BY-NC-SA 4.0, which is why none is here). The best for SJC324 with 5 \
      of radius 800 is 12152: all demand.
      """)

  @Argument(help: "File of the instance.") var file: String
  @Option(help: "Facilities.") var facilities = 5
  @Option(help: "Radius, in the unit of the coordinates.") var radius = 800.0
  @Option(help: "The objective it must have, or the command fails.") var expect: Double?

  func run() throws {
    let rows = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").compactMap {
      line -> [Double]? in
      let numbers = line.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
      return numbers.count == 3 ? numbers : nil
    }
    let seeds = rows.map { XY($0[0], $0[1]) }
    let resources = rows.enumerated().map { number, row in
      ResourcePoint(
        id: FeatureID("r\(number)"), category: "demand", position: seeds[number], weight: row[2])
    }
    let parameters = LayoutParameters(
      towns: TownQuota(max: facilities), suitabilityWeight: 0,
      coverage: [
        CoverageRule(
          category: "demand", weight: 1,
          rings: [CoverageRing(radius: Metres(radius), share: Ratio(1))])
      ])
    let start = ContinuousClock.now
    let result = try CityLayout(parameters: parameters, solver: LayoutWorker.solver).result(
      delimitation: CoveringSites.delimitation(seeds), resources: resources)
    let wall = (ContinuousClock.now - start) / .seconds(1)
    print(
      "\(rows.count) demands of \(rows.reduce(0) { $0 + $1[2] }), \(facilities) of radius \(radius): "
        + "\(result.objective ?? 0), \(result.status.rawValue), \(ProcessUsage.text(wall)) s")
    if let expect, result.objective != expect || result.status != .optimal {
      throw ValidationError("\(expect) was expected, proven.")
    }
  }
}
