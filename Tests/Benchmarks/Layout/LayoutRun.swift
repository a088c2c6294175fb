import Foundation
import LandModel
import LayoutAnalysis

/// One seeded question put to one tool after the other, each in a process of its own.
struct LayoutRun {
  let sites: Int
  /// Sizes at each site and industry.
  var sizes = 1
  let seed: UInt64
  var limit: Double
  /// Whether it is the covering special case.
  let isCovering: Bool

  /// What a tool found.
  struct Answer {
    let tool: String
    /// Points; nil without a plan.
    let objective: Double?
    /// Points; nil when nothing is proven.
    let bound: Double?
    let cpuSeconds: Double
    let wallSeconds: Double
    let peakMegabytes: Double

    var gap: Double? {
      guard let objective, let bound, objective > 0 else { return nil }
      return (bound - objective) / objective
    }
    var isProven: Bool { gap.map { $0 < 1e-9 } ?? false }
  }

  private static let tolerance = 1e-6

  /// This very program.
  private static let itself = URL(filePath: "/proc/self/exe")

  private var question: [String] {
    ["--sites", "\(sites)", "--seed", "\(seed)", "--sizes", "\(sizes)"]
      + (isCovering ? ["--covering"] : [])
  }

  /// The program, or CBC on the whole program.
  func own(_ method: LayoutMethod) throws -> Answer {
    let isWhole = method == .wholeProgram
    let process = try ChildProcess(
      Self.itself,
      ["measure-layout", "--limit", "\(limit)"] + question + (isWhole ? ["--whole"] : []),
      codes: 0...0)
    let report = try process.lastLine(as: Sample.Report.self)
    return Answer(
      tool: isWhole ? "CBC alone \(CityLayout.solverVersion)" : "TownLayout",
      objective: report.figures["objective"], bound: report.figures["bound"],
      cpuSeconds: report.cpu, wallSeconds: report.figures["wall"] ?? process.wallSeconds,
      peakMegabytes: process.peakMegabytes)
  }

  /// HiGHS on the whole program, one thread, no gap allowed; reading the file included.
  func highs(_ program: URL, in folder: URL) throws -> Answer {
    let (model, options) = (folder.appending(path: "model.mps"), folder.appending(path: "options"))
    let writing = try ChildProcess(
      Self.itself, ["measure-layout", "--mps", model.path] + question, codes: 0...0)
    let units = try writing.lastLine(as: Sample.Report.self).figures["units"] ?? 1
    try "mip_rel_gap = 0\nmip_abs_gap = 0\nthreads = 1\ntime_limit = \(limit)\n"
      .appending("log_file = \(folder.appending(path: "highs.log").path)\n")
      .write(to: options, atomically: true, encoding: .utf8)
    // The library of PyPI's highsbox lies beside the program, where no loader looks.
    let libraries = program.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "lib")
    let process = try ChildProcess(
      URL(filePath: "/usr/bin/env"),
      [
        "LD_LIBRARY_PATH=\(libraries.path)", program.path, "--options_file", options.path,
        model.path,
          // 1 is a warning: the time limit.
      ], codes: 0...1)
    let text = String(decoding: process.output, as: UTF8.self)
    func number(_ title: String) -> Double? {
      let line = text.split(separator: "\n").last {
        $0.drop { $0 == " " }.hasPrefix(title)
      }
      return line?.split(separator: " ").compactMap { Double($0) }.first.flatMap {
        $0.isFinite ? $0 / units : nil
      }
    }
    let version = text.firstMatch(of: /HiGHS ([0-9.]+)/).map { String($0.output.1) } ?? ""
    return Answer(
      tool: "HiGHS \(version)", objective: number("Primal bound"), bound: number("Dual bound"),
      cpuSeconds: process.cpuSeconds, wallSeconds: process.wallSeconds,
      peakMegabytes: process.peakMegabytes)
  }

  /// PySAL spopt's maximal covering model, solved by the CBC that PuLP brings.
  func spopt(_ python: String, in folder: URL) throws -> Answer {
    let covering = SeededCovering(sites: sites)
    let (sites, points) = covering.places(seed: seed)
    let files = (folder.appending(path: "sites.csv"), folder.appending(path: "points.csv"))
    try sites.map { "\($0.x),\($0.y)\n" }.joined()
      .write(to: files.0, atomically: true, encoding: .utf8)
    try points.map { "\($0.position.x),\($0.position.y),\($0.weight)\n" }.joined()
      .write(to: files.1, atomically: true, encoding: .utf8)
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "peers/covering.py")
    let process = try ChildProcess(
      URL(filePath: python),
      [
        script.path, files.0.path, files.1.path, "\(covering.radius)", "\(covering.towns)",
        "\(limit)",
      ], codes: 0...0)
    let report = try process.lastLine(as: Sample.Report.self)
    return Answer(
      tool: "spopt \(report.note)", objective: report.figures["objective"],
      bound: report.figures["bound"], cpuSeconds: report.cpu,
      wallSeconds: report.figures["wall"] ?? process.wallSeconds,
      peakMegabytes: process.peakMegabytes)
  }

  static let head = """
    | question | tool | objective | gap % | wall s | CPU s | peak MB | CPU times ours |
    |---|---|--:|--:|--:|--:|--:|--:|
    """

  /// Prints a row for each answer, the first being ours, and returns what does not fit together.
  static func report(_ answers: [Answer], of run: LayoutRun) -> [String] {
    let title =
      run.isCovering
      ? "covering, \(run.sites) sites"
      : "\(run.sites) sites × 6 industries × \(run.sizes.counted("size"))"
    var differences: [String] = []
    guard let own = answers.first else { return [] }
    for answer in answers {
      let cells = [
        title, answer.tool, answer.objective.map { String(format: "%.4f", $0) } ?? "none",
        answer.gap.map { String(format: "%.4f", 100 * max(0, $0)) } ?? "–",
        ComparisonTable.number(answer.wallSeconds), ComparisonTable.number(answer.cpuSeconds),
        "\(Int(answer.peakMegabytes))", ComparisonTable.number(answer.cpuSeconds / own.cpuSeconds),
      ]
      print("| " + cells.joined(separator: " | ") + " |")
      differences += contradiction(own, answer).map { ["\(title): \($0)"] } ?? []
    }
    return differences
  }

  /// How two answers to one question contradict each other; nil when they don't.
  private static func contradiction(_ own: Answer, _ other: Answer) -> String? {
    guard let objective = own.objective, let bound = own.bound else { return "ours has no plan" }
    let slack = tolerance * max(1, abs(objective))
    if let theirs = other.objective {
      if other.isProven, own.isProven, abs(theirs - objective) > slack {
        return "\(other.tool) proves \(theirs), ours proves \(objective)"
      }
      if theirs > bound + slack { return "\(other.tool) finds \(theirs) above our bound \(bound)" }
    }
    if let theirs = other.bound, objective > theirs + slack {
      return "our plan of \(objective) is above the bound \(theirs) of \(other.tool)"
    }
    return nil
  }
}
