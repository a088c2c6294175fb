import ArgumentParser
import Foundation
import LandModel
import LayerStore

/// The layers of the workloads, each the same for a seed everywhere; named as their files are.
enum SeededLayer: String, CaseIterable, ExpressibleByArgument {
  /// Parcels of 1 to 300 ha, and a million small ones.
  case parcels = "a1"
  case smallParcels = "a2"
  /// What they are held against.
  case redLines = "red"
  case cells = "c"
  /// Polygons of which one in a hundred is invalid.
  case polygons = "b"
  case points = "pts"
  /// Lines in degrees.
  case tracks = "e"
  /// Parcels in degrees with the attributes of a survey.
  case survey = "f"

  var fileName: String { rawValue + (self == .survey ? ".geojson" : ".fgb") }

  /// Features at full scale.
  var count: Int {
    switch self {
    case .parcels: 100_000
    case .smallParcels, .points, .polygons: 1_000_000
    case .redLines: 5000
    case .cells, .survey: 200_000
    case .tracks: 20_000
    }
  }

  func output(scale: Double) -> OutputLayer {
    let rows = max(1, Int(Double(count) * scale))
    let city = SeededCity(seed: 11)
    switch self {
    case .parcels: return numbered(city.parcels(rows))
    case .smallParcels: return numbered(city.smallParcels(rows))
    case .redLines:
      // All parcels at that scale, for one red line in twenty copies one.
      let parcels = max(1, Int(Double(Self.parcels.count) * scale))
      return numbered(city.redLines(rows, copying: city.parcels(parcels)))
    case .cells:
      var coverage = SeededCoverage(cells: rows, seed: 15)
      return numbered(coverage.column())
    case .polygons:
      var polygons = SeededPolygons(seed: 14)
      return numbered(polygons.column(rows))
    case .points: return numbered(city.points(rows))
    case .tracks: return numbered(SeededTracks(seed: 18).column(rows), epsg: 4490)
    case .survey: return SeededParcels(features: rows, seed: 19).layer()
    }
  }

  private func numbered(_ geometry: GeometryColumn, epsg: Int = 4547) -> OutputLayer {
    let ids = AttributeColumn.integer((0..<geometry.count).map { Int64($0) })
    return OutputLayer(
      name: rawValue, crs: CRSIdentifier(epsg: epsg), geometry: geometry,
      attributes: AttributeTable(names: ["id"], columns: [ids]))
  }
}

/// Writes one layer of the workloads.
struct MakeLayer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make-layer", abstract: "Writes a seeded layer.", shouldDisplay: false)

  @Argument var layer: SeededLayer
  @Argument var file: String
  @Option var scale: Double

  func run() throws {
    _ = try LayerWriter.write(
      [layer.output(scale: scale)], to: file, precision: .decimals(12))
  }
}
