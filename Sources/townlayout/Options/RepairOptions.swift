import ArgumentParser
import LandModel
import LayerStore
import LayoutAnalysis
import Scenarios

/// What `validate` may mend, and how far it may go.
struct RepairOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write the layer, repaired, to a new file; the ending names the format.",
      discussion: "With - it goes to standard output as a GeoJSON text sequence.",
      valueName: "out"))
  var repair: String?

  @Option(
    help: ArgumentHelp(
      "Rules to repair, with commas between: codes, a group such as ogc, or safe.",
      discussion: "“safe” is what removes no land and no feature. Nothing is repaired unasked.",
      valueName: "codes"))
  var fix: String?

  @Flag(help: "Print what repair would change, and write nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "Widest overlap or gap that repair closes, such as “0.2 m”.", valueName: "length"))
  var repairTolerance = "0.2 m"

  @Option(
    help: ArgumentHelp(
      "Who takes a closed sliver: longest-border, larger-area or first.", valueName: "rule"))
  var winner = BorderWinner.longestBorder

  @Option(
    help: ArgumentHelp(
      "Refuse a repair that changes a feature's area by more; 1 m2 always passes.",
      valueName: "area"))
  var maxAreaChange = "400 m2"

  @Option(
    help: ArgumentHelp(
      "Refuse a repair that changes more than this share of a feature's area.", valueName: "share"))
  var maxAreaShare = "0.1 %"

  /// Whether the command is to repair, or to say what it would.
  var isAsked: Bool { repair != nil || dryRun }

  func validate() throws {
    if fix != nil, !isAsked {
      throw ValidationError("--fix needs --repair OUT, or --dry-run to see what it would change.")
    }
    _ = try rules()
    guard let tolerance = Quantity.length(repairTolerance),
      tolerance > .zero, tolerance <= Metres(10)
    else {
      throw ValidationError(
        "--repair-tolerance is a length above 0 m, of 10 m at most: “0.2 m”.")
    }
    guard let area = Quantity.area(maxAreaChange), area >= .zero else {
      throw ValidationError("--max-area-change is an area: “400 m2”.")
    }
    guard let share = Quantity.ratio(maxAreaShare), (0...1).contains(share.value) else {
      throw ValidationError("--max-area-share is a share: “0.1 %”.")
    }
  }

  /// Refuses early what would be refused when all is repaired.
  func prepare(replacing: Bool) throws {
    guard let repair, !dryRun else { return }
    _ = try OutputFormat(file: repair)
    try WholeFile.prepare(repair, replacing: replacing)
  }

  /// The parameters of repair, over the thresholds that validation uses.
  func parameters(over rules: BoundaryParameters) throws -> RepairParameters {
    var parameters = RepairParameters(fixes: Set(try self.rules()), rules: rules, winner: winner)
    if let length = Quantity.length(repairTolerance) { parameters.borderTolerance = length }
    if let area = Quantity.area(maxAreaChange) { parameters.largestAreaChange = area }
    if let share = Quantity.ratio(maxAreaShare) { parameters.largestAreaShare = share }
    return parameters
  }

  /// The rules named by `--fix`, in the order of the table of rules.
  private func rules() throws -> [RuleCode] {
    let possible = RepairStep.possibleRules
    var chosen: Set<RuleCode> = []
    for name in (fix ?? "").split(separator: ",").map({ $0.filter { $0 != " " } }) {
      let meant =
        name == "safe"
        ? RepairStep.safeRules
        : possible.filter { $0.text == name || $0.text.hasPrefix("\(name).") }
      guard !meant.isEmpty else {
        throw ValidationError(
          "--fix: there is no repair for “\(name)”; there is for safe, "
            + possible.map(\.text).joined(separator: ", ") + ".")
      }
      chosen.formUnion(meant)
    }
    return possible.filter(chosen.contains)
  }
}

extension BorderWinner: ExpressibleByArgument {}
