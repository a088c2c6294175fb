import ArgumentParser
import LandModel
import LayoutAnalysis
import Scenarios

/// What towns and constraint layers say about themselves.
struct TownFieldOptions: ParsableArguments {
  @Option(help: "Attribute of towns with the activity class, 1 to 10 (conditional).")
  var activity: String?

  @Option(help: "Attribute of towns with the official area that sub-areas must sum to.")
  var officialArea: String?

  @Option(help: "Unit of the official area: m2, ha, mu or km2; default m2.")
  var officialAreaUnit: AreaUnit?

  @Option(help: "State of the constraint data, such as its survey year, for the results.")
  var vintage: String?

  @Option(help: "Where the rule's number comes from, for the results.")
  var source: String?

  func validate() throws {
    guard officialAreaUnit == nil || officialArea != nil else {
      throw ValidationError("--official-area-unit needs --official-area.")
    }
  }

  /// The attributes of towns.
  var fields: TownFields {
    TownFields(
      activity: activity, officialArea: officialArea,
      officialAreaUnit: officialAreaUnit ?? .squareMetre)
  }
}

extension AreaUnit: ExpressibleByArgument {}
