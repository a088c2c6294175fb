import ArgumentParser
import LandModel
import Publishing
import Scenarios

/// `townlayout convert`: any format and reference system to any other.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write a layer in another format or reference system.",
    discussion: """
      The format follows the ending: geojson, geojsons, gpkg, shp, fgb, dxf, csv. GeoJSON is written \
      in degrees on WGS 84 unless --to says otherwise.
      """)

  @Argument(help: "Layer to read: FILE, or FILE:LAYER.")
  var input: String

  @Argument(help: "File to write.")
  var output: String

  @Option(help: "Reference system to write, such as EPSG:4547; default the input's.")
  var to: String?

  @Option(help: "Reference system of an input that states none, or a wrong one.")
  var layerCrs: String?

  @Option(help: "Encoding of Shapefile attributes, such as GBK.")
  var encoding: String?

  @Flag(help: "Replace the output file when it exists.")
  var overwrite = false

  @Flag(help: "Print one JSON object for machines.")
  var json = false

  @Option(help: "Language of remarks: en or zh.")
  var language: Language = .english

  func run() throws {
    let conversion = LayerConversion(
      source: input, sourceCRS: layerCrs.map(CRSIdentifier.init), encoding: encoding,
      targetCRS: to.map(CRSIdentifier.init))
    let report = try conversion.write(to: output, replacing: overwrite)
    guard !json else { return try Output.write(ResultJSON.convert(report, in: language)) }
    for remark in report.remarks { Output.note(remark.text(in: language)) }
    let way = report.operation.map { " (\($0))" } ?? ""
    try Output.write(
      "\(report.featureCount) features from \(report.from.text) to \(report.to.text)\(way)\n")
  }
}
