import LandModel
import LayoutAnalysis

/// The keys of the plan file: what is read, what is refused, and what the published schema says.
package enum PlanKeys {
  /// The whole file.
  package static let plan = PlanSection([
    PlanKey("townlayout", .integer(1...1), required: true, "Version of the plan format: 1."),
    PlanKey("title", .localizedText, required: true, "Title of the plan, for reports."),
    PlanKey(
      "crs", .text, required: true,
      "Working reference system: a CGCS2000 Gauss–Krüger grid such as EPSG:4547, or its PROJ text."),
    PlanKey(
      "profile", .choice(Profile.keys), required: true,
      "Profile that the rule numbers come from; the plan's own numbers go before it."),
    PlanKey("seed", .integer(0...Int(UInt32.max)), "Seed of every random choice; default 1."),
    PlanKey(
      "layers", .table(of: .section(layer)), required: true,
      "Layers by key; files are relative to the plan file."),
    PlanKey("constraints", .table(of: .section(constraint)), "Rules by constraint layer's key."),
    PlanKey("check", .section(check), "When a town is near a constraint, when overlap is noise."),
    PlanKey("validate", .section(validate), "Thresholds and severities of validation."),
    PlanKey("industries", .table(of: .section(industry)), "Industries by key; one for each town."),
    PlanKey(
      "suitability", .table(of: .section(factor)), "Factors of suitability by name, each 0 to 1."),
    PlanKey("delimitation", .section(delimitation), "How a town's boundary is drawn."),
    PlanKey("layout", .section(layout), "What the citywide layout must keep to."),
  ])

  static let layer = PlanSection([
    PlanKey("file", .text, required: true, "Path, with :layer where the file holds several."),
    PlanKey(
      "role", .choice(PlanRole.allCases.map(\.rawValue)), required: true,
      "Its use: county units, candidates, resource points, settlements, heights, lines that towns "
        + "gain from being near to, land that a constraint speaks of, parcels that towns may be made "
        + "of, or drawn on the map only."),
    PlanKey("title", .localizedText, "Name on maps and in tables; default the key."),
    PlanKey("source", .text, "Who made the data and under which licence, for the report."),
    PlanKey("crs", .text, "Reference system of the file, where it states none or a wrong one."),
    PlanKey("where", .table(of: .text), "Keep only features whose attributes have these values."),
    PlanKey("encoding", .text, "Encoding of a Shapefile's attributes, such as GBK."),
    PlanKey("id", .text, "Attribute with the feature's id."),
    PlanKey("name", .text, "Attribute with the feature's name."),
    PlanKey("vintage", .text, "State of the data, such as its survey year, for results."),
    PlanKey("county", .text, "Attribute with the county's id (candidates)."),
    PlanKey(
      "activity", .text,
      "Attribute with the activity class, 1 to 10, for conditional layers (candidates)."),
    PlanKey("category", .text, "Attribute with the category (resources)."),
    PlanKey("weight", .text, "Attribute with the weight (resources); default 1 each."),
    PlanKey("cost", .text, "Attribute with the cost of a town in 10 000 yuan (candidates)."),
    PlanKey("population", .text, "Attribute with the population (settlements)."),
    PlanKey("height", .text, "Attribute with the height in metres (elevation)."),
    PlanKey("industries", .text, "Attribute with allowed industries, separated by commas."),
    PlanKey("lon", .text, "Column of longitude, or easting, in a CSV file."),
    PlanKey("lat", .text, "Column of latitude, or northing, in a CSV file."),
    PlanKey("declared-area", .section(declaredArea), "Attribute with the declared area."),
    PlanKey("fields", .list(of: .section(field)), "What single fields must hold."),
    PlanKey("totals", .list(of: .section(total)), "Totals that sums must agree with."),
    PlanKey("coverage", .boolean, "Whether features should meet without gap; default false."),
    PlanKey(
      "control-line", .choice(ControlLine.allCases.map(\.rawValue)),
      "Which of the three control lines the layer is; layers of different ones may not overlap."),
    PlanKey(
      "matches", .list(of: .text),
      "Keys of layers that this one's borders and lines must meet, as a neighbouring county's; two "
        + "coverages are compared in any case."),
  ])

  private static let declaredArea = PlanSection([
    PlanKey("attribute", .text, required: true, "Attribute with the area as declared."),
    PlanKey("unit", .choice(Quantity.areaUnits), required: true, "Unit it is declared in."),
  ])

  static let constraint = PlanSection(
    [
      PlanKey(
        "rule", .choice(ConstraintRule.names), required: true,
        "Land is closed (forbid), open up to a share or an area (limit), open outside its core to stated "
          + "activity classes (conditional), to be kept away from (buffer), the same by class (setback), "
          + "or to be stayed in (inside)."),
      PlanKey("share", .ratio, "Greatest share of the town in the layer (limit)."),
      PlanKey("area", .area, "Greatest area of the town in the layer (limit)."),
      PlanKey("distance", .length, "Least distance from the layer (buffer)."),
    ] + ruleByClass + [
      PlanKey(
        "applies-to", .choice(["town", "construction"]),
        "Whether the whole town or only its construction land must keep the rule; default town."),
      PlanKey("source", .text, "Where the rule's number comes from, for the report."),
    ])

  static let check = PlanSection([
    PlanKey("near", .length, "Distance up to which a clear town counts as near; default 500 m."),
    PlanKey(
      "sliver-width", .length,
      "Overlap at most this wide, and at most sliver-area, is noise; default 0.2 m."),
    PlanKey(
      "neck-width", .length,
      "Land narrower than this does not connect a compliant boundary; default 20 m."),
    PlanKey(
      "sliver-area", .area, "Overlap at most this large is noise where narrow; default 400 m2."),
  ])

  static let validate = PlanSection([
    PlanKey(
      "profile", .choice(RuleProfile.keys),
      "Choices about rules for a kind of delivery; the plan's own go before them."),
    PlanKey("rules", .table(of: .section(rule)), "Changes to rules by code, as ogc.unclosed-ring."),
    PlanKey(
      "study-area", .text,
      "Layer by its key, or a file, of the land that coverages must fill: its outline is no gap."),
    PlanKey(
      "allowed-gaps", .text,
      "Layer by its key, or a file, of land that may stay open in a coverage."),
    PlanKey(
      "reference", .text,
      "Key of a layer of known position, which shifted layers are compared with; default none."),
    PlanKey("findings-per-rule", .integer(1...10_000_000), "Findings kept in full; default 10000."),
    PlanKey("waivers", .list(of: .section(waiver)), "Findings that are accepted, with a reason."),
    PlanKey("waivers-file", .text, "A file of waivers, YAML or CSV, relative to this file."),
  ])

  private static let rule = PlanSection([
    PlanKey("enabled", .boolean, "Whether the rule is looked at; default as the rule has it."),
    PlanKey(
      "severity", .choice(Severity.allCases.map(\.rawValue)),
      "How grave a finding is; default as the rule has it."),
    PlanKey("thresholds", .table(of: .number(0...1e12)), "Values by name, in the rule's unit."),
  ])

  static let industry = PlanSection([
    PlanKey("title", .localizedText, "Name in tables; default the key."),
    PlanKey(
      "weights", .table(of: .number(0...1e6)), required: true,
      "Weights of suitability factors by name; divided by their sum."),
    PlanKey("town-area", .section(area), "Town areas of this industry, where they differ."),
    PlanKey(
      "construction-area", .section(area), "Construction areas of this industry, where they differ."
    ),
  ])

  static let factor = PlanSection([
    PlanKey(
      "kind", .choice(["resource", "settlement", "access", "relief"]), required: true,
      "Where the value comes from."),
    PlanKey("category", .text, "Category of resource points (resource)."),
    PlanKey("layer", .text, "Key of a layer of role access (access)."),
    PlanKey(
      "half-distance", .length, "Distance at which the worth is one half (resource, settlement)."),
    PlanKey("decay", .choice(["exponential", "linear"]), "How it falls; default exponential."),
    PlanKey("saturation", .number(1...1e9), "People near that make one half (settlement)."),
    PlanKey("full", .length, "Distance up to which access is full (access)."),
    PlanKey("none", .length, "Distance from which there is none (access)."),
  ])

  static let delimitation = PlanSection([
    PlanKey("cell-size", .length, "Width of a hexagon cell between sides; default 100 m."),
    PlanKey("town-area", .section(area), "Areas of a town; default the profile's."),
    PlanKey("construction-area", .section(area), "Construction land; default the profile's."),
    PlanKey(
      "compactness", .ratio, "Mean suitability given up for a compact shape; default 0.2."),
    PlanKey(
      "reach", .number(1...10),
      "Greatest distance from the seed to the boundary, in radii of a circle of the wanted area; "
        + "default 1.75."),
    PlanKey(
      "boundary", .choice(BoundaryLine.allCases.map(\.rawValue)),
      "How a boundary of cells is drawn: smooth, with the cells' area and out of closed land, or along "
        + "the cells; default smooth."),
    PlanKey(
      "follow", .list(of: .text),
      "Keys of layers of lines or polygons that a smooth boundary runs along exactly, where it lies within "
        + "half a cell of them for three cells or more and no closed land is in the way; default none."
    ),
    PlanKey(
      "units", .section(units), "What towns are made of instead of hexagon cells: whole parcels."),
    PlanKey(
      "proof-nodes", .integer(0...10_000_000),
      "Nodes of the solver's search, in each round, by which the bound of every town of the plan is "
        + "proven more closely; default 0, the bound by cuts alone."),
    PlanKey("seed-tolerance", .length, "How far free land may lie from the seed; default 500 m."),
    PlanKey("stay-in-county", .boolean, "Whether towns stay in their county; default true."),
    PlanKey(
      "steepest-building-slope", .number(0...90),
      "Land steeper than this many degrees is closed to building; default 25."),
    PlanKey(
      "price-of-land", .ratio,
      "When given, the size is free: land is added while its suitability exceeds the price."),
    PlanKey(
      "sizes", .list(of: .area),
      "Sizes of which a boundary is drawn for each, within town-area; the layout then chooses the size "
        + "with site and industry. Default one boundary of the wanted area."),
  ])

  private static let units = PlanSection([
    PlanKey("layer", .text, required: true, "Key of a layer of role parcels."),
    PlanKey(
      "gap", .length,
      "Corners and edges no farther apart than this are one, at most 10 m; default 0.1 m."),
    PlanKey(
      "area-tolerance", .ratio,
      "How far a town's area may be from the wanted one, as a share of it; default 0.05."),
  ])

  private static let area = PlanSection([
    PlanKey("min", .area, "Smallest area allowed."),
    PlanKey("wanted", .area, "Area to be reached where land allows."),
    PlanKey("max", .area, "Largest area allowed."),
  ])

  static let layout = PlanSection(layoutKeys + layoutTerms + searchKeys + sensitivity)

  private static let layoutKeys = [
    PlanKey("towns", .section(quota), "Towns in the whole city."),
    PlanKey("spacing", .length, "Least distance between two towns' boundaries; default 0 m."),
    PlanKey(
      "industry-spacing", .length, "The same for two towns of one industry; default as spacing."),
    PlanKey("county", .section(quota), "Towns in each county that `counties` does not name."),
    PlanKey("counties", .table(of: .section(quota)), "Towns by county id."),
    PlanKey("industry", .section(quota), "Towns of each industry that `industries` does not name."),
    PlanKey("industries", .table(of: .section(quota)), "Towns by industry key."),
    PlanKey("land", .area, "Greatest sum of town areas; default no limit."),
    PlanKey("construction-land", .area, "Greatest sum of construction areas; default no limit."),
    PlanKey("locked-in", .list(of: .section(locked)), "Sites that must become towns."),
    PlanKey(
      "locked-out", .list(of: .section(locked)), "Sites, or industries at sites, that must not."),
    PlanKey(
      "suitability-weight", .number(0...1e6), "Points for a point of suitability; default 1."),
    PlanKey(
      "coverage-weight", .number(0...1e6), "Points for a unit of resource reached; default 1."),
    PlanKey("coverage", .table(of: .section(coverage)), "Reaching resources, by category."),
  ]

  private static let searchKeys = [
    PlanKey("time-limit", .duration, "Longest search; default 60 s."),
    PlanKey(
      "node-limit", .integer(1...2_000_000_000),
      "Most nodes of a search tree, which end a search at the same plan on any machine; default none."
    ),
    PlanKey("gap", .ratio, "The search may end this near the best; default 0."),
  ]

  private static let quota = PlanSection([
    PlanKey("min", .integer(0...100_000), "At least; default 0."),
    PlanKey("max", .integer(0...100_000), "At most; default no limit."),
  ])

  private static let locked = PlanSection([
    PlanKey("site", .text, required: true, "Id of the candidate."),
    PlanKey(
      "industry", .text, "Key of the industry; default any (locked-in), or all (locked-out)."),
    PlanKey(
      "size", .area,
      "One of the sizes of delimitation; default any (locked-in), or all (locked-out)."
    ),
  ])

  private static let coverage = PlanSection([
    PlanKey("weight", .number(0...1e6), "Factor on the resources' weights; default 1."),
    PlanKey("radius", .length, required: true, "Distance at which nothing is reached any more."),
    PlanKey("steps", .integer(1...20), "Rings of equal width with falling share; default 1."),
    PlanKey("industries", .list(of: .text), "Industries that reach the category; default all."),
  ])
}
