import ArgumentParser
import Foundation
import LandModel
import LayerStore

/// Writes the layers of the proximity benchmark as FlatGeobuf files.
struct WriteProximity: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write-proximity", abstract: "Writes seeded parcels, red lines and points.",
    shouldDisplay: false)

  @Argument(help: "The folder to write into.") var folder: String
  @Option(help: "How many parcels.") var parcels = 0
  @Option(help: "How many red lines.") var redLines = 0
  @Option(help: "How many points.") var points = 0
  @Option(help: "How many parcels the smaller file takes.") var nearestParcels: Int
  @Option(help: "A folder whose parcels are taken for the smaller file, and nothing else written.")
  var data: String?

  func run() throws {
    let folder = URL(filePath: folder)
    if let data {
      let file = URL(filePath: data).appending(path: "parcels.fgb").path
      let source = try LayerReader.read(LayerAddress(file: file), options: ReadOptions(fields: []))
      return try write(source.geometry, first: nearestParcels, "few-parcels", folder)
    }
    try SeededCity(seed: 11).write(parcels: parcels, redLines: redLines, into: folder)
    let land = try FlatLayer.read("parcels", from: folder, rows: nil)
    try write(land, "parcels", folder)
    try write(land, first: nearestParcels, "few-parcels", folder)
    try write(FlatLayer.read("red-lines", from: folder, rows: nil), "red-lines", folder)
    try write(seededPoints(round: land), "points", folder)
  }

  /// Half of them anywhere among the parcels, half near one: as dense as parcels are.
  private func seededPoints(round land: GeometryColumn) -> GeometryColumn {
    var random = SeededGenerator(seed: 21)
    var frame = BoundingBox.empty
    for position in land.positions { frame.extend(to: position) }
    func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
    return GeometryColumn(
      (0..<points).lazy.map { number in
        let (x, y) = (random.unit(), random.unit())
        guard number % 2 == 0 else {
          return .point(
            XY(rounded(frame.minX + x * frame.width), rounded(frame.minY + y * frame.height)))
        }
        let near = land.positions[Int(random.next() % UInt64(land.positions.count))]
        return .point(XY(rounded(near.x + 2000 * (x - 0.5)), rounded(near.y + 2000 * (y - 0.5))))
      })
  }

  private func write(
    _ column: GeometryColumn, first count: Int? = nil, _ name: String, _ folder: URL
  ) throws {
    let rows = 0..<min(count ?? column.count, column.count)
    try LayerWriter.write(
      [
        OutputLayer(
          name: name, crs: CRSIdentifier(epsg: 4547),
          geometry: rows.count == column.count ? column : column.selecting(rows: rows))
      ], to: folder.appending(path: "\(name).fgb").path)
  }
}
