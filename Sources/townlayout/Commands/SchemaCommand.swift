import ArgumentParser
import Publishing
import Scenarios

/// `townlayout schema`: the JSON Schemas of the plan file and of `--json` results.
struct SchemaCommand: ParsableCommand {
  /// What there is a schema of.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case plan, validate, check, run
  }

  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print a JSON Schema: of the plan file, or of what a command prints with --json.")

  @Argument(help: "plan, validate, check or run.")
  var subject: Subject

  func run() throws {
    switch subject {
    case .plan: try Output.write(PlanSchema.text)
    case .validate: try Output.write(ResultSchema.validate.text)
    case .check: try Output.write(ResultSchema.check.text)
    case .run: try Output.write(ResultSchema.run.text)
    }
  }
}
