import ArgumentParser
import LayoutAnalysis

/// `townlayout solve-program`: the worker that other commands start.
///
/// It solves what comes on standard input. Not for people, and not in the help.
struct SolveProgramCommand: ParsableCommand {
  static let name = "solve-program"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Solve the programs that come on standard input, for another townlayout.",
    shouldDisplay: false)

  /// The solver of this program's own layouts: this very executable in a process of its own.
  ///
  /// The link names the file that runs, also where its path has since been given to another.
  static let solver = LayoutSolver.worker(executable: "/proc/self/exe", arguments: [name])

  /// Whether this process was started as a worker.
  static var isMeant: Bool { CommandLine.arguments.dropFirst().first == name }

  func run() throws { try LayoutSolver.serve() }
}
