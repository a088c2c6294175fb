import ArgumentParser
import LandModel
import LayerStore
import Publishing
import Scenarios

/// `townlayout convert`: any format and reference system to any other.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write a layer in another format or reference system.",
    discussion: """
      The format follows the ending: geojson, geojsons (text sequence), geojsonl (lines), gpkg, shp, \
      fgb, dxf, csv, txt. GeoJSON is written in degrees on WGS 84 unless --to says otherwise. A survey \
      text (勘测定界 TXT) is written in the input's Gauss–Krüger zone, or the 3° zone that holds its \
      middle, with the zone's number before the eastings.
      """)

  @Argument(help: "Layer to read: FILE, or FILE:LAYER.")
  var input: String

  @Argument(
    help: "File to write; - for standard output, as a GeoJSON text sequence.")
  var output: String

  @Option(help: "Reference system to write, such as EPSG:4547; default the input's.")
  var to: String?

  @Option(help: "Reference system of an input that states none, or a wrong one.")
  var layerCrs: String?

  @Option(help: "Encoding of Shapefile attributes or a survey text, such as GBK.")
  var encoding: String?

  @Option(help: "Zone of a survey text, 25 to 45 of 3° or 13 to 23 of 6°.")
  var zone: Int?

  @Flag(
    inversion: .prefixedNo,
    help: "Whether eastings of a survey text begin with the zone's number.")
  var zonePrefix: Bool?

  @Option(help: "Encoding of a survey text: GBK or UTF-8.")
  var outputEncoding: SurveyTextOptions.Encoding = .gbk

  @Option(
    help: ArgumentHelp(
      "Decimals of GeoJSON, 0 to 15, or shortest for all digits that a number has; default 7 on WGS 84, "
        + "9 in other degrees, 4 in metres.",
      valueName: "digits"))
  var decimals: GeoJSONPrecision?

  @Flag(help: "Replace the output file when it exists.")
  var overwrite = false

  @Flag(help: "Print one JSON object for machines.")
  var json = false

  @Option(help: "Language of remarks: en or zh.")
  var language: Language = .english

  func validate() throws {
    try PrintedOutput.refuseSeveral(of: [("the output", output)], json: json)
    if to != nil, zone != nil || zonePrefix != nil {
      throw ValidationError("--to says zone and prefix itself; leave out --zone and --zone-prefix.")
    }
    if let zone, !(13...23).contains(zone), !(25...45).contains(zone) {
      throw ValidationError("--zone is 25 to 45 (3°) or 13 to 23 (6°).")
    }
    if decimals != nil, let format = try? OutputFormat(file: output), !format.isGeoJSON {
      throw ValidationError("--decimals is for GeoJSON only.")
    }
    let isSurveyText = output.lowercased().hasSuffix(".txt")
    if !isSurveyText, zone != nil || zonePrefix != nil || outputEncoding != .gbk {
      throw ValidationError(
        "--zone, --zone-prefix and --output-encoding are for survey texts (.txt) only.")
    }
  }

  func run() throws {
    let conversion = LayerConversion(
      source: input, sourceCRS: layerCrs.map(CRSIdentifier.init), encoding: encoding,
      targetCRS: to.map(CRSIdentifier.init), zone: (zone, zonePrefix),
      outputEncoding: outputEncoding, precision: decimals)
    let report = try conversion.write(to: output, replacing: overwrite)
    guard !json else { return try Output.write(ResultJSON.convert(report, in: language)) }
    for remark in report.remarks { Output.note(remark.text(in: language)) }
    let way = report.operation.map { " (\($0))" } ?? ""
    try Output.write(
      language == .chinese
        ? "\(report.featureCount) 个要素，由 \(report.from.text) 转为 \(report.to.text)\(way)\n"
        : "\(report.featureCount.counted("feature")) from \(report.from.text) to \(report.to.text)\(way)\n",
      beside: [output])
  }
}

extension SurveyTextOptions.Encoding: ExpressibleByArgument {
  /// Case does not matter, nor does the hyphen.
  init?(argument: String) {
    switch argument.uppercased() {
    case "GBK", "GB2312", "GB18030": self = .gbk
    case "UTF-8", "UTF8": self = .utf8
    default: return nil
    }
  }
}

extension GeoJSONPrecision: ExpressibleByArgument {
  init?(argument: String) {
    if argument == "shortest" {
      self = .shortest
    } else if let decimals = Int(argument), (0...15).contains(decimals) {
      self = .decimals(decimals)
    } else {
      return nil
    }
  }
}
