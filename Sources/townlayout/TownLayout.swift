import ArgumentParser
import Foundation
import Scenarios

/// The command line: arguments in, one library call, results and an exit code out.
@main
struct TownLayout: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "townlayout",
    abstract: "Lays out the characteristic towns (特色小镇) of a city, and checks their boundaries.",
    discussion: ExitCause.help,
    version: ComponentVersions.townLayout,
    subcommands: [
      PlanCommand.self, ValidateCommand.self, CheckCommand.self, ProximityCommand.self,
      DelimitCommand.self, LayoutCommand.self, ConvertCommand.self, MergeCommand.self,
      SchemaCommand.self,
      DoctorCommand.self,
    ])

  /// Runs the command that the arguments name and ends the process with its exit code.
  static func main() {
    Interruption.watch()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let outcome as ExitCause {
      Foundation.exit(outcome.rawValue)
    } catch  where ErrorText.knows(error) {
      let text = ErrorText(error)
      Interruption.cleanUp()
      Output.write(line: "townlayout: \(text.sentence)\n")
      Foundation.exit(text.cause.rawValue)
    } catch {
      exit(withError: error)
    }
  }
}
