import ArgumentParser
import Foundation
import LandModel
import LayerStore

/// Areas of pairs by the kernel against GEOS, Shapely and the published formula: a proof, not a race.
struct PairAreas: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pair-areas",
    abstract: "Measures every pair of a town and a red line by the kernel and by GEOS, one by one.")

  @Option(
    help: "File of the towns, on EPSG:4547 or like it; with --lines, in place of seeded layers.")
  var towns: String?
  @Option(help: "File of the red lines.") var lines: String?
  @Option(help: "Seeded parcels.") var parcels = 100_000
  @Option(help: "Seeded red lines.") var redLines = 5000
  @Option(
    help: "A Python interpreter with shapely, pyproj and pyogrio, for the layers of a city too.")
  var python: String?
  @Option(help: "Folder of the city whose candidates are measured beside Python.")
  var city = "gis-data/chenzhou"
  @Option(help: "Tasks at once; default one per processor.") var workers: Int?

  func validate() throws {
    if (towns == nil) != (lines == nil) {
      throw ValidationError("--towns and --lines are given together.")
    }
  }

  func run() throws {
    let (land, closed) = try layers()
    let pairs = try MeasuredPair.pairs(of: land, with: closed, workers: workers)
    print("\(land.count) towns, \(closed.count) red lines: the kernel against GEOS, m²")
    AreaDifferences(pairs.map { ($0.kernel, $0.overlay) }).report("GEOS")
    guard let python else {
      print("Shapely: not run; give an interpreter that can import it with --python.")
      return
    }
    try CityPairs(folder: URL(filePath: city), python: python, workers: workers).report()
  }

  /// The files' polygons, or seeded ones.
  private func layers() throws -> (GeometryColumn, GeometryColumn) {
    if let towns, let lines {
      let options = ReadOptions(fields: [])
      return (
        try LayerReader.read(LayerAddress(file: towns), options: options).geometry,
        try LayerReader.read(LayerAddress(file: lines), options: options).geometry
      )
    }
    let city = SeededCity(seed: 11)
    let land = city.parcels(parcels)
    return (land, city.redLines(redLines, copying: land))
  }
}
