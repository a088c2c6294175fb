import ArgumentParser
import Foundation
import LandModel
import LayoutAnalysis

/// One layout in a process of its own, so that its time and memory are its own.
struct MeasureLayout: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-layout", abstract: "One seeded layout, for layout-peers.",
    shouldDisplay: false)

  @Option var sites = 500
  @Option var seed: UInt64 = 1
  @Option var sizes = 1
  @Option var limit = 120.0
  @Flag(help: "The covering special case.") var covering = false
  @Flag(help: "By CBC, which gets the whole program.") var whole = false
  @Option(help: "Only write the whole program into a file.") var mps: String?

  func run() throws {
    var (delimitation, resources, parameters) = try question()
    parameters.timeLimit = .seconds(limit)
    if let mps {
      let text = try CityLayout(parameters: parameters).programText(
        delimitation: delimitation, resources: resources)
      try text.mps.write(toFile: mps, atomically: false, encoding: .utf8)
      try Sample.Report(cpu: 0, figures: ["units": text.unitsPerPoint]).print()
      return
    }
    let (cpu, start) = (ProcessUsage.cpuSeconds, ContinuousClock.now)
    let result = try layout(parameters, delimitation, resources)
    let wall = (ContinuousClock.now - start) / .seconds(1)
    // The worker has ended with the layout, so its time counts among that of children.
    var report = Sample.Report(
      cpu: ProcessUsage.cpuSeconds - cpu + ProcessUsage.children.cpuSeconds,
      figures: ["wall": wall, "columns": Double(result.columnCount)])
    report.figures["objective"] = result.objective
    report.figures["bound"] = result.bound
    try report.print()
  }

  private func layout(
    _ parameters: LayoutParameters, _ delimitation: DelimitationResult,
    _ resources: [ResourcePoint]
  ) throws -> LayoutResult {
    try CityLayout(
      parameters: parameters, method: whole ? .wholeProgram : .bounded,
      solver: whole ? .inProcess : LayoutWorker.solver
    ).result(delimitation: delimitation, resources: resources)
  }

  private func question() throws -> (DelimitationResult, [ResourcePoint], LayoutParameters) {
    if covering { return SeededCovering(sites: sites).question(seed: seed) }
    guard var size = Layouts.scales.first(where: { $0.sites == sites }) else {
      let known = Layouts.scales.map { "\($0.sites)" }.joined(separator: ", ")
      throw ValidationError("--sites is one of \(known).")
    }
    size.sizes = sizes
    return size.question(seed: seed)
  }
}

/// The solver's own process, which is this program started again.
struct LayoutWorker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve-program", abstract: "The solver's own process.", shouldDisplay: false)

  static let solver = LayoutSolver.worker(
    executable: "/proc/self/exe", arguments: ["solve-program"])

  func run() throws { try LayoutSolver.serve() }
}
