import ArgumentParser
import Publishing
import Scenarios

/// `townlayout schema`: the JSON Schemas of the plan file, of what validation takes beside layers, and of `--json` results.
struct SchemaCommand: ParsableCommand {
  /// What there is a schema of.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case plan, scenarios, settings, waivers, validate, validity, check, pairs, proximity, delimit,
      layout,
      convert, run, verify, batch
    case validateLines = "validate-lines"
    case checkLines = "check-lines"
  }

  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract:
      "Print a JSON Schema: of the plan, scenarios, settings or waiver file, or of what --json prints."
  )

  @Argument(
    help: """
      plan, scenarios, settings, waivers, validate, validity (of --rules ogc), check, pairs (of check --pairs), \
      proximity, delimit, layout, convert, run, verify, batch, validate-lines or check-lines (one line).
      """)
  var subject: Subject

  func run() throws {
    switch subject {
    case .plan: try Output.write(PlanSchema.text)
    case .scenarios: try Output.write(PlanSchema.scenarios)
    case .settings: try Output.write(PlanSchema.settings)
    case .waivers: try Output.write(PlanSchema.waivers)
    case .validate: try Output.write(ResultSchema.validate.text)
    case .validity: try Output.write(ResultSchema.validity.text)
    case .check: try Output.write(ResultSchema.check.text)
    case .pairs: try Output.write(ResultSchema.pairs.text)
    case .validateLines: try Output.write(ResultSchema.validateLines.text)
    case .checkLines: try Output.write(ResultSchema.checkLines.text)
    case .proximity: try Output.write(ResultSchema.proximity.text)
    case .delimit: try Output.write(ResultSchema.delimit.text)
    case .layout: try Output.write(ResultSchema.layout.text)
    case .convert: try Output.write(ResultSchema.convert.text)
    case .run: try Output.write(ResultSchema.run.text)
    case .verify: try Output.write(ResultSchema.verify.text)
    case .batch: try Output.write(ResultSchema.batch.text)
    }
  }
}
