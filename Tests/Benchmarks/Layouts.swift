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
  @Flag(help: "Also by CBC alone, which gets the whole program.") var alone = false

  static let sizes = [
    SeededLayout(sites: 60, towns: 12, resources: 400, width: 60_000, counties: 5),
    SeededLayout(sites: 500, towns: 30, resources: 5000, width: 110_000, counties: 11),
    SeededLayout(sites: 2000, towns: 60, resources: 20_000, width: 220_000, counties: 30),
    SeededLayout(sites: 5000, towns: 150, resources: 100_000, width: 350_000, counties: 80),
  ]

  func run() throws {
    print("CBC \(CityLayout.solverVersion); sites × 6 industries, everything but reading")
    let methods: [(name: String, method: LayoutMethod)] =
      [("own bound", .bounded)] + (alone ? [("CBC alone", .wholeProgram)] : [])
    for size in Self.sizes where sites ?? size.sites == size.sites {
      for seed in 1...UInt64(max(1, seeds)) {
        for (name, method) in methods { try measure(size, seed, name, method) }
      }
    }
  }

  private func measure(
    _ size: SeededLayout, _ seed: UInt64, _ name: String, _ method: LayoutMethod
  ) throws {
    let (delimitation, resources, given) = size.question(seed: seed)
    var parameters = given
    parameters.timeLimit = .seconds(limit)
    let (cpu, start) = (ProcessUsage.cpuSeconds, ContinuousClock.now)
    let result = try CityLayout(
      parameters: parameters, method: method, solver: LayoutWorker.solver
    ).result(
      delimitation: delimitation, resources: resources)
    let wall = (ContinuousClock.now - start) / .seconds(1)
    print(
      "\(size.sites) sites, seed \(seed), \(name): \(result.status.rawValue), "
        + "\(result.chosen.count) towns, \(result.objective ?? 0) points, "
        + "gap \((result.gap ?? .zero).percent) %, \(result.columnCount) columns, "
        + "\(result.rowCount) rows, \(result.nodeCount) nodes, \(ProcessUsage.text(wall)) s, "
        + "\(ProcessUsage.text(ProcessUsage.cpuSeconds - cpu)) CPU s, peak "
        + "\(ProcessUsage.text(ProcessUsage.peakMegabytes)) MB")
  }
}
