import Foundation
import LandModel
import Topology

/// A fault put into the submitted boundaries on purpose, with what a check must find.
struct PlantedFault: Sendable {
  /// What is wrong, such as `red-line-encroachment`.
  let kind: String
  /// The rule or constraint that finds it.
  let rule: String
  /// Rows of the candidates layer, counted from zero.
  let rows: [Int]
  let ids: [String]
  /// The size of the fault as the written files hold it.
  let measures: [(name: String, value: PropertyValue)]
  /// Features of other layers that take part.
  var others: [String] = []
  let note: LocalizedText
}

/// Puts the faults of real submissions into the declared boundaries, each into towns of its own.
struct CandidateFaults {
  var towns: [CandidateTown]
  private(set) var faults: [PlantedFault] = []

  let terrain: Terrain
  let settlements: [Settlement]
  let free: FreeLand
  /// Land of the red lines as a reader of the file sees it, with the features' ids.
  let redLines: GeometryColumn
  let redLineIDs: [String]
  let rounding: OrdinateRounding
  let workspace = Workspace()
  /// Towns that have their fault, or are hard already.
  var isUsed: [Bool]
  var generator: SeededGenerator

  init(_ city: City, redLines layer: OutputLayer) {
    terrain = city.terrain
    settlements = city.settlements
    free = city.free
    towns = city.towns
    let readable = OrdinateRounding(construction: terrain.counties.grid, epsg: layer.epsg)
    redLines = GeometryColumn(layer.features.map { $0.geometry.mapPositions(readable.read) })
    redLineIDs = layer.features.map(\.id)
    rounding = OrdinateRounding(construction: terrain.counties.grid, epsg: 4526)
    isUsed = towns.map { $0.ground != .open }
    generator = terrain.generator(0xFA17)
  }

  /// Plants every fault once.
  mutating func plantAll() throws {
    for depth in [0.01, 1, 50] { try encroach(by: depth) }
    try overlap()
    try crossCityBorder()
    claimNeighbouringCounty()
    try addSpike()
    try addBowTie()
    declareWrongAreas()
    repeatID()
  }

  /// A ring as the file will hold it, in the grid of construction.
  func asRead(_ ring: [XY]) -> Geometry {
    .polygon(rings: [ring.map { rounding.read(rounding.rounded($0)) }])
  }

  mutating func note(
    _ kind: String, rule: String, rows: [Int], measures: [(name: String, value: PropertyValue)],
    others: [String] = [], _ text: LocalizedText
  ) {
    for row in rows { isUsed[row] = true }
    faults.append(
      PlantedFault(
        kind: kind, rule: rule, rows: rows, ids: rows.map { towns[$0].id }, measures: measures,
        others: others, note: text))
  }
}
