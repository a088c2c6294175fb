import ArgumentParser
import Foundation
import LandModel
import LayerStore
import LayoutAnalysis
import Publishing
import Scenarios

/// `townlayout proximity`: how far towns are from layers and points, and what lies round them.
struct ProximityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proximity",
    abstract: "Measure how far towns are from layers, and count points round them.",
    discussion: """
      Distances are straight lines on the working grid, zero where a town and a feature have a position in \
      common or one lies inside the other; how far the grid's lengths are off is printed. A point at \
      exactly a radius counts.
      """)

  @Argument(help: "Layer of towns (points, lines or polygons): FILE, or FILE:LAYER.")
  var towns: String

  @Option(
    parsing: .upToNextOption, help: "Layers whose nearest feature is wanted: FILE, or FILE:LAYER.")
  var to: [String] = []

  @Option(
    parsing: .upToNextOption, help: "Layers of points to find and to count: FILE, or FILE:LAYER.")
  var points: [String] = []

  @Option(help: "Attribute of the points that tells kinds apart; each kind is measured by itself.")
  var kind: String?

  @Option(help: "Attribute of the points to sum up: numbers of 0 or more.")
  var weight: String?

  @Option(help: "Reference system of the points, where theirs is another than --layer-crs.")
  var pointsCrs: String?

  @Option(
    help: "Column of the points' longitude or easting, in a CSV table that names it otherwise.")
  var lon: String?

  @Option(help: "Column of the points' latitude or northing.")
  var lat: String?

  @Option(
    help: ArgumentHelp(
      "Radius within which points are counted, such as '1 km'; may be given several times.",
      valueName: "length"))
  var within: [String] = []

  @Flag(
    help: """
      Measure the geodesic between the two nearest positions too. They are found on the grid; their \
      distance is then measured on the ellipsoid.
      """)
  var geodesic = false

  @Option(help: "Attribute that identifies a town.")
  var id: String?

  @Option(help: "Attribute that identifies a feature of the other layers.")
  var toId: String?

  @Flag(help: "Print sums and counts of all towns together, without a line for each.")
  var summary = false

  @Option(
    help: ArgumentHelp(
      "File to write a line between each town and its nearest features to, such as near.geojson.",
      discussion: "With - they go to standard output as a GeoJSON text sequence.",
      valueName: "file"))
  var out: String?

  @Flag(help: "Replace the output file when it exists.")
  var overwrite = false

  @OptionGroup var reading: LayerOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if to.isEmpty, points.isEmpty {
      throw ValidationError("Name layers to measure to, by --to or --points.")
    }
    if points.isEmpty, pointsCrs != nil || !pointAttributes.isEmpty || !within.isEmpty {
      throw ValidationError(
        "--kind, --weight, --points-crs, --lon, --lat and --within are about --points; name a layer."
      )
    }
    if weight != nil, within.isEmpty {
      throw ValidationError(
        "--weight is summed within radii; name one by --within, such as '1 km'.")
    }
    _ = try radii()
    try PrintedOutput.refuseSeveral(of: [("--out", out)], json: common.json)
  }

  func run() throws {
    if let out {
      try refuseInput(out)
      try ProximityFile.prepare(out, replacing: overwrite)
    }
    let query = try ProximityQuery(
      towns: layer(towns, id: id), layers: to.map { layer($0, id: toId) },
      points: points.map { layer($0, id: toId, crs: pointsCrs, of: pointAttributes) },
      parameters: ProximityParameters(radii: radii()), measuresGeodesics: geodesic)
    let answer = try LayerQuestions(crs: reading.crs, workers: common.workers).proximity(query)
    if let out {
      try ProximityFile.write(answer.result, on: answer.grid, to: out, replacing: overwrite)
    }
    try Output.write(
      common.json
        ? ResultJSON.proximity(answer.result, on: answer.grid, isSummary: summary)
        : ProximityList(
          result: answer.result, grid: answer.grid, language: common.language,
          isSummary: summary || out != nil
        ).text, beside: [out])
    let findings = answer.validation.findings
    for finding in findings where finding.concernsMeasures {
      Output.note(finding, in: common.language)
    }
    // Nearest of what is left: never fine where a feature is missing.
    if findings.contains(where: { $0.severity == .error }) { throw ExitCause.findings }
  }

  private func radii() throws -> [Metres] {
    try within.map { text in
      guard let length = Quantity.length(text) else {
        throw ValidationError("--within is a length with its unit, such as '1 km'.")
      }
      guard Quantity.lengths.contains(length) else {
        throw ValidationError("--within is out of range: \(Quantity.lengthRange).")
      }
      return length
    }
  }

  private func refuseInput(_ file: String) throws {
    func resolved(_ path: String) -> URL { URL(filePath: path).resolvingSymlinksInPath() }
    guard
      StandardOutput.isMeant(by: file)
        || !([towns] + to + points).contains(where: { resolved($0) == resolved(file) })
    else {
      throw ScenarioError.outputIsInput(file: file)
    }
  }

  private var pointAttributes: [String: String] {
    ["category": kind, "weight": weight, "lon": lon, "lat": lat].compactMapValues { $0 }
  }

  private func layer(
    _ address: String, id: String?, crs: String? = nil, of uses: [String: String] = [:]
  ) -> PlanLayer {
    let addresses = [towns] + to + points
    let keys = Dictionary(
      zip(addresses, PlanLayer.keys(of: addresses)), uniquingKeysWith: { first, _ in first })
    var attributes = uses
    attributes["id"] = id
    return PlanLayer(
      key: keys[address] ?? PlanLayer.key(of: address), role: .constraint, file: address,
      crs: (crs ?? reading.layerCrs).map { CRSIdentifier($0) }, encoding: reading.encoding,
      attributes: attributes)
  }
}
