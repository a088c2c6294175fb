import ArgumentParser
import LandModel
import LayerStore

/// Writes the seeded polygons of the validity benchmark.
struct WritePolygons: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write-polygons", abstract: "Writes seeded polygons with numbered ids.",
    shouldDisplay: false)

  @Argument(help: "The file to write.") var file: String
  @Option(help: "How many.") var polygons: Int

  func run() throws {
    var generator = SeededPolygons(seed: 14)
    let geometry = generator.column(polygons)
    let ids = AttributeColumn.integer((0..<polygons).map { Int64($0) })
    _ = try LayerWriter.write(
      [
        OutputLayer(
          name: "polygons", crs: CRSIdentifier(epsg: 4547), geometry: geometry,
          attributes: AttributeTable(names: ["id"], columns: [ids]))
      ], to: file)
  }
}
