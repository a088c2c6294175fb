import ArgumentParser
import Foundation
import LandModel
import LayerStore
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
      PlanCommand.self, BatchCommand.self, VerifyCommand.self, ValidateCommand.self,
      CheckCommand.self,
      ProximityCommand.self,
      DelimitCommand.self, LayoutCommand.self, ConvertCommand.self, MergeCommand.self,
      SchemaCommand.self,
      DoctorCommand.self, SolveProgramCommand.self,
    ])

  /// Runs the command that the arguments name and ends the process with its exit code.
  static func main() {
    // A worker ends with the program that started it, which an interruption reaches as well.
    if !SolveProgramCommand.isMeant { Interruption.watch() }
    do {
      try refuseEmptyArguments()
      var command = try parseAsRoot()
      try command.run()
    } catch let outcome as ExitCause {
      Foundation.exit(outcome.rawValue)
    } catch LayerStoreError.notWritten(StandardOutput.name, _, String(cString: strerror(EPIPE))) {
      // Nobody reads any more, as in `townlayout … | head`.
      Foundation.exit(ExitCause.writing.rawValue)
    } catch  where ErrorText.knows(error) {
      let text = ErrorText(error)
      Interruption.cleanUp()
      Output.write(line: "\(text.line(in: language))\n")
      Foundation.exit(text.cause.rawValue)
    } catch  where language == .chinese && exitCode(for: error) == .validationFailure {
      let message = fullMessage(for: error).replacing("Error: ", with: "错误：", maxReplacements: 1)
      Output.write(line: message.replacing("\nUsage: ", with: "\n用法：") + "\n")
      Foundation.exit(ExitCause.usage.rawValue)
    } catch {
      exit(withError: error)
    }
  }

  /// Refuses options and arguments without a word: a file of no name would be looked for, or results written,
  /// wherever the path of nothing leads.
  private static func refuseEmptyArguments() throws {
    var before = ""
    for argument in CommandLine.arguments.dropFirst() {
      let isOption = argument.hasPrefix("--") && argument.hasSuffix("=")
      if argument.isEmpty || isOption {
        let name = isOption ? String(argument.dropLast()) : before
        throw ValidationError(
          name.hasPrefix("--")
            ? "\(name) is empty; give it a value." : "An argument is empty; give it a name.")
      }
      before = argument
    }
  }

  /// The language asked for, also where the arguments cannot be parsed.
  private static var language: Language {
    let arguments = CommandLine.arguments
    for (place, argument) in arguments.enumerated() {
      if argument == "--language=zh" { return .chinese }
      if argument == "--language", arguments.dropFirst(place + 1).first == "zh" { return .chinese }
    }
    return .english
  }
}
