import ArgumentParser
import Foundation
import LandModel
import LayoutAnalysis

/// The layout, from a city of 60 sites to a province of 5000.
struct Layouts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout",
    abstract: "Chooses towns among seeded sites with six industries each, and proves the plan.")

  @Option(help: "Seeds for each size.") var seeds = 3
  @Option(help: "Seconds for each search.") var limit = 120.0
  @Option(help: "Only the city of so many sites.") var sites: Int?
  @Option(help: "Sizes at each site and industry, of 1, 2, … km²: 1 to 8; with 1 all are of 2 km².")
  var sizes = 1
  @Option(
    help: "Part of the resources that towns of every industry reach, so that towns share them.")
  var shared = 0.0
  @Flag(help: "Every site offers all sizes, not the smaller ones of a number drawn for it.")
  var allSizes = false

  static let scales = [
    SeededLayout(
      sites: 60, towns: 8, resources: 600, width: 40_000, height: 40_000, counties: 5, clusters: 8,
      spacing: 5000, industrySpacing: 10_000, reach: 6000),
    SeededLayout(
      sites: 500, towns: 30, resources: 5000, width: 110_000, height: 100_000, counties: 12,
      clusters: 40, spacing: 7000, industrySpacing: 18_000, reach: 8000),
    SeededLayout(
      sites: 2000, towns: 60, resources: 20_000, width: 240_000, height: 200_000, counties: 36,
      clusters: 120, spacing: 8000, industrySpacing: 20_000, reach: 8000),
    SeededLayout(
      sites: 5000, towns: 110, resources: 100_000, width: 400_000, height: 300_000, counties: 90,
      clusters: 300, spacing: 8000, industrySpacing: 20_000, reach: 8000),
  ]

  func validate() throws {
    guard (1...8).contains(sizes) else { throw ValidationError("--sizes takes 1 to 8.") }
    guard (0...1).contains(shared) else { throw ValidationError("--shared takes 0 to 1.") }
  }

  func run() throws {
    print(
      "CBC \(CityLayout.solverVersion); sites × 6 industries × \(sizes.counted("size")), "
        + "everything but reading")
    for var size in Self.scales where sites ?? size.sites == size.sites {
      size.sizes = sizes
      size.shared = shared
      size.offersAllSizes = allSizes
      for seed in 1...UInt64(max(1, seeds)) {
        try measure(size, seed)
      }
    }
  }

  private func measure(_ size: SeededLayout, _ seed: UInt64) throws {
    let (delimitation, resources, given) = size.question(seed: seed)
    var parameters = given
    parameters.timeLimit = .seconds(limit)
    let (cpu, start) = (Self.cpuSeconds, ContinuousClock.now)
    let result = try CityLayout(parameters: parameters, solver: LayoutWorker.solver).result(
      delimitation: delimitation, resources: resources)
    let wall = (ContinuousClock.now - start) / .seconds(1)
    print(
      "\(size.sites) sites, seed \(seed): \(result.status.rawValue), "
        + "\(result.chosen.count) towns, \(result.objective ?? 0) points, "
        + "gap \((result.gap ?? .zero).percent) %, \(result.columnCount) columns, "
        + "\(result.rowCount) rows, \(result.nodeCount) nodes, \(ProcessUsage.text(wall)) s, "
        + "\(ProcessUsage.text(Self.cpuSeconds - cpu)) CPU s, peak "
        + "\(ProcessUsage.text(ProcessUsage.peakMegabytes)) MB")
  }

  /// Of this process and of solvers' processes that have ended, as they do with the layout.
  private static var cpuSeconds: Double {
    ProcessUsage.cpuSeconds + ProcessUsage.children.cpuSeconds
  }
}
