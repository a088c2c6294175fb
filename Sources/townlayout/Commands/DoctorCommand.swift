import ArgumentParser
import Foundation
import Scenarios

/// `townlayout doctor`: versions, what is missing, and how to get it.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Print versions of the libraries, and what is missing.")

  func run() throws {
    let report = Doctor.report(solver: SolveProgramCommand.solver)
    let width = report.map(\.component.count).max() ?? 0
    for row in report {
      let name = row.component.padding(toLength: width, withPad: " ", startingAt: 0)
      try Output.write("\(row.isFine ? "ok     " : "MISSING") \(name) \(row.detail)\n")
    }
    if report.contains(where: { !$0.isFine }) { throw ExitCause.missingInput }
  }
}
