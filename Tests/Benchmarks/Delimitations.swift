import ArgumentParser
import Foundation
import LandModel
import LayoutAnalysis

/// Boundaries of towns: many of the usual size, and single ones on large windows.
struct Delimitations: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delimit",
    abstract: "Draws the boundaries of seeded towns on seeded land, with gaps and peak memory.")

  @Option(help: "Towns of 3 km² on cells of 100 m.") var towns = 100
  @Option(help: "Towns on windows of 5000 cells.") var windows = 10
  @Option(help: "Towns of 3 km² made of parcels of a hectare.") var parcels = 20
  @Option(help: "Workers; default one for each processor.") var workers: Int?

  /// What is asked for on two processors: 100 towns, and one window.
  private static let secondsAllowed = (towns: 20.0, window: 0.5)
  /// A goal of our own for a town of parcels: nobody asked for one.
  private static let secondsForParcels = 1.0

  func run() throws {
    try measure(
      "\(towns) towns of 3 km², 100 m", SeededSites(count: towns, wanted: 3, seed: 1),
      workers: workers, allowed: Self.secondsAllowed.towns, each: false)
    // 14.14 km² with a reach of 1.75 radii are 5000 cells of 0.866 ha.
    try measure(
      "\(windows) windows of 5000 cells", SeededSites(count: windows, wanted: 14.14, seed: 2),
      workers: 1, allowed: Self.secondsAllowed.window, each: true)
    try measure(
      "\(parcels) towns of parcels",
      SeededSites(count: parcels, wanted: 3, seed: 3, hasParcels: true),
      workers: 1, allowed: Self.secondsForParcels, each: true)
  }

  private func measure(
    _ name: String, _ sites: SeededSites, workers: Int?, allowed: Double, each: Bool
  ) throws {
    let (cpu, start) = (ProcessUsage.cpuSeconds, ContinuousClock.now)
    let result = try sites.result(workers: workers)
    let wall = (ContinuousClock.now - start) / .seconds(1)
    let gaps = result.proposals.map(\.gap.percent).sorted()
    let objectives = result.proposals.map(\.objective).reduce(0, +)
    let count = Double(max(1, result.proposals.count + result.refusals.count))
    print(
      "\(name): \(ProcessUsage.text(each ? wall / count : wall)) s\(each ? " each" : "") "
        + "(allowed \(allowed)), \(ProcessUsage.text(ProcessUsage.cpuSeconds - cpu)) CPU s, peak "
        + "\(ProcessUsage.text(ProcessUsage.peakMegabytes)) MB; \(result.proposals.count) drawn, "
        + "\(result.refusals.count) refused, \(ProcessUsage.text(objectives)) points, gap median "
        + "\(ProcessUsage.text(gaps.isEmpty ? 0 : gaps[gaps.count / 2])) %, greatest "
        + "\(ProcessUsage.text(gaps.last ?? 0)) %")
  }
}
