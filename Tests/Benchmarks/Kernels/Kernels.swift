import ArgumentParser
import Foundation

/// Small fixed cases of the kernels, for counting their instructions.
struct Kernels: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernels",
    abstract: "Runs small fixed cases of the kernels, for .ci/budgets to count their instructions.")

  @Argument(help: "Cases to run, in this order; all when none is named.")
  var names: [String] = []
  @Option(name: .customLong("repeat"), help: "How often each is run after a first time.")
  var times = 1

  func validate() throws {
    let known = KernelCase.all.map(\.name)
    if let unknown = names.first(where: { !known.contains($0) }) {
      throw ValidationError("No case \(unknown); there are \(known.joined(separator: ", ")).")
    }
    if times < 1 { throw ValidationError("A case runs at least once: --repeat 1 or more.") }
  }

  /// Prints a line for each case: its name, and what it worked out.
  ///
  /// Each is run once before it is counted, so that libraries are loaded and memory is there. Counters may
  /// stop at ``KernelMark``: before and after each case.
  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "townlayout-kernels-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let wanted = names.isEmpty ? KernelCase.all.map(\.name) : names
    var marks = 0
    for name in wanted {
      guard let kernel = KernelCase.all.first(where: { $0.name == name }) else { continue }
      let work = try kernel.prepare(folder)
      var sum = try work()
      KernelMark.pass(&marks)
      for _ in 0..<times { sum = try work() }
      KernelMark.pass(&marks)
      print("\(name) \(sum)")
    }
    precondition(marks == 2 * wanted.count, "A mark before and after each case.")
  }
}
