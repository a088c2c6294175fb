import ArgumentParser
import Scenarios

/// What is declared about the layers to validate, in the words of a plan's layer.
struct DeclarationOptions: ParsableArguments {
  @Option(help: "Attribute that identifies a feature.")
  var id: String?

  @Option(help: "Layer of administrative units that features must lie in.")
  var administrative: String?

  @Option(help: "Attribute of the administrative layer with the unit's code.")
  var administrativeId: String?

  @Option(help: "Layer of known position that shifted layers are compared with.")
  var reference: String?

  @Option(help: "Layer of the land that features must cover; its outline is no gap.")
  var studyArea: String?

  @Option(help: "Layer of land that may stay open between features.")
  var allowedGaps: String?

  @Option(help: "Attribute with the code of the unit that a feature claims to lie in.")
  var county: String?

  @Option(help: "Attribute with the declared area.")
  var declaredArea: String?

  @Option(help: "Unit of the declared area: m2, ha, mu or km2; default m2.")
  var declaredAreaUnit: String?

  @Flag(help: "Features should meet without gaps, as parcels or counties do.")
  var coverage = false

  func validate() throws {
    guard let declaredAreaUnit else { return }
    guard Quantity.areaUnits.contains(declaredAreaUnit) else {
      throw ValidationError(
        "--declared-area-unit is one of \(Quantity.areaUnits.joined(separator: ", ")).")
    }
    guard declaredArea != nil else {
      throw ValidationError("--declared-area-unit needs --declared-area.")
    }
  }

  /// The first option given that says something about a layer as a whole; nil for none.
  var needingLayer: String? {
    let given: [(name: String, isGiven: Bool)] = [
      ("--administrative", administrative != nil), ("--reference", reference != nil),
      ("--study-area", studyArea != nil), ("--allowed-gaps", allowedGaps != nil),
      ("--county", county != nil), ("--declared-area", declaredArea != nil),
      ("--coverage", coverage),
    ]
    return given.first(where: \.isGiven)?.name
  }

  /// The options as keys of a plan's layer.
  var values: ValidationSettings.Options {
    var values: ValidationSettings.Options = []
    if let id { values.append(("id", id)) }
    if let county { values.append(("county", county)) }
    if let declaredArea {
      values.append(("declared-area.attribute", declaredArea))
      values.append(("declared-area.unit", declaredAreaUnit ?? "m2"))
    }
    if coverage { values.append(("coverage", "true")) }
    return values
  }

  /// The options about a layer that others are judged by, as keys of a plan's layer.
  func referenceValues(_ reading: LayerOptions) -> ValidationSettings.Options {
    reading.encoding.map { [("encoding", $0)] } ?? []
  }

  /// The options about the administrative layer, as keys of a plan's layer.
  func administrativeValues(_ reading: LayerOptions) -> ValidationSettings.Options {
    var values: ValidationSettings.Options = []
    if let administrativeId { values.append(("id", administrativeId)) }
    if let encoding = reading.encoding { values.append(("encoding", encoding)) }
    return values
  }
}

extension LayerOptions {
  /// The options as keys of a plan's layer.
  var values: ValidationSettings.Options {
    var values: ValidationSettings.Options = []
    if let layerCrs { values.append(("crs", layerCrs)) }
    if let encoding { values.append(("encoding", encoding)) }
    return values
  }
}
