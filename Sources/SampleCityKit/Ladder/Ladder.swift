package import Foundation
import LandModel
import LayerStore

/// A rung of the scale ladder for benchmarks: parcels and red lines of a size, as FlatGeobuf.
package struct Ladder {
  private let source: URL
  private let parcelCount: Int
  private let seed: UInt64
  /// The counties to fill; nil for all.
  private let countyCodes: Set<String>?

  /// - Parameter source: the folder that holds the real layers.
  package init(source: URL, parcelCount: Int, seed: UInt64) {
    self.init(source: source, parcelCount: parcelCount, seed: seed, countyCodes: nil)
  }

  init(source: URL, parcelCount: Int, seed: UInt64, countyCodes: Set<String>?) {
    self.source = source
    self.parcelCount = parcelCount
    self.seed = seed
    self.countyCodes = countyCodes
  }

  /// What a rung holds, for the terminal.
  package struct Summary: Sendable {
    package let file: String
    package let features: Int
    package let vertices: Int
    package let greatestVertexCount: Int
    package let holes: Int
  }

  /// Writes `parcels.fgb` and `red-lines.fgb` in EPSG:4547, replacing files of these names.
  package func write(to folder: URL) throws -> [Summary] {
    let real = try RealLayers(folder: source, countyCodes: countyCodes)
    let terrain = Terrain(counties: real.counties, elevation: real.elevation, seed: seed)
    var plan = SettlementPlan(terrain, Drainage(terrain), reservedNames: [])
    let parcels = ParcelLadder(
      counties: real.counties, settlements: plan.settlements(seats: real.seats),
      parcelCount: parcelCount, seed: seed
    ).parcels()
    let codes = parcels.counties.map { real.counties.counties[$0].code }
    let first = try write(
      "parcels", id: "parcel_id", parcels.geometry, [("county", .text(codes))], to: folder)
    let redLines = RedLineLadder(terrain: terrain, cell: redLineCell).polygons()
    return [first, try write("red-lines", id: "redline_id", redLines, [], to: folder)]
  }

  /// The finer, the more red lines, and the longer the longest boundary: 50 000 vertices at 34 m.
  private var redLineCell: Double {
    parcelCount <= 20_000 ? 120 : parcelCount <= 200_000 ? 45 : 34
  }

  private func write(
    _ name: String, id: String, _ geometry: GeometryColumn,
    _ columns: [(String, AttributeColumn)], to folder: URL
  ) throws -> Summary {
    let ids = (1...max(geometry.count, 1)).prefix(geometry.count).map { Optional("\($0)") }
    let rows = AttributeColumn.integer(
      Array(repeating: 1, count: geometry.count))
    let layer = LayerStore.OutputLayer(
      name: name, crs: CRSIdentifier(epsg: RealLayers.constructionCode), geometry: geometry,
      attributes: AttributeTable(
        names: [id] + columns.map(\.0) + ["synthetic"],
        columns: [.text(ids)] + columns.map(\.1) + [rows]), kind: .polygon)
    let file = folder.appending(path: "\(name).fgb").path
    try LayerWriter.write([layer], to: file, replacing: true)
    let counts = (0..<geometry.count).map { geometry.range(ofRow: $0).count }
    return Summary(
      file: file, features: geometry.count, vertices: geometry.positions.count,
      greatestVertexCount: counts.max() ?? 0,
      holes: geometry.ringEnds.count - geometry.partEnds.count)
  }
}
