/// The keys of the files that `townlayout validate` takes beside layers, in the words of the plan file.
extension PlanKeys {
  /// A settings file: a plan's `validate` section, and what a plan says about layers.
  package static let settings = PlanSection([
    PlanKey("townlayout", .integer(1...1), required: true, "Version of the settings format: 1."),
    PlanKey(
      "crs", .text, "Working reference system, as in a plan; default the first layer's zone."),
    PlanKey("validate", .section(rules), "Profile, rules and waivers, as in a plan."),
    PlanKey("layer", .section(declaredLayer), "What holds for every layer, as in a plan's layer."),
    PlanKey(
      "layers", .table(of: .section(declaredLayer)),
      "What holds for one layer, by its file name; goes before `layer`."),
    PlanKey(
      "administrative", .section(contextLayer), "The units that features must lie in."),
    PlanKey(
      "study-area", .section(contextLayer),
      "The land that coverages must fill: its outline is no gap."),
    PlanKey(
      "allowed-gaps", .section(contextLayer), "Land that may stay open in a coverage."),
    PlanKey(
      "reference", .section(contextLayer),
      "Boundaries of known position, which shifted layers are compared with."),
  ])

  /// A plan's `validate` section, less what names layers of the plan.
  private static let rules = PlanSection(
    validate.keys.filter { !["reference", "study-area", "allowed-gaps"].contains($0.name) })

  /// A file of waivers.
  package static let waiverFile = PlanSection([
    PlanKey("townlayout", .integer(1...1), "Version of the waiver format: 1."),
    PlanKey("waivers", .list(of: .section(waiver)), required: true, "The waivers, in order."),
  ])

  /// Findings that are accepted.
  static let waiver = PlanSection([
    PlanKey("rule", .text, required: true, "Code of the rule, such as geometry.multipart."),
    PlanKey("layer", .text, "Key of the layer, or its file name; default every layer."),
    PlanKey(
      "features", .list(of: .text), required: true,
      "Ids of the features, all that the finding concerns; ['*'] for every feature."),
    PlanKey("near", .section(waiverPlace), "A circle that the finding must reach into."),
    PlanKey("until", .text, "Until when it is meant to hold; printed, never compared with a date."),
    PlanKey("reason", .text, required: true, "Why the finding is accepted."),
    PlanKey("author", .text, required: true, "Who accepts it."),
  ])

  private static let waiverPlace = PlanSection([
    PlanKey("lon", .number(-180...180), required: true, "Longitude of the centre in degrees."),
    PlanKey("lat", .number(-90...90), required: true, "Latitude of the centre in degrees."),
    PlanKey("within", .length, required: true, "Radius of the circle."),
  ])

  /// A plan's layer without its file, which stands on the command line.
  private static let declaredLayer = PlanSection(
    layer.keys.filter { $0.name != "file" }.map {
      PlanKey($0.name, $0.kind, required: false, $0.summary)
    })

  /// A layer that others are judged by.
  private static let contextLayer = PlanSection(
    layer.keys.filter { $0.name != "role" }.map {
      PlanKey($0.name, $0.kind, required: $0.isRequired, $0.summary)
    })
}
