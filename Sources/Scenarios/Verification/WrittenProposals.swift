import Foundation
import LandModel
import LayerStore
import LayoutAnalysis
import Projections

/// The boundaries offered to the layout, as the files of a run hold them.
struct WrittenProposals {
  let proposals: StatedProposals
  private static let sealedFile = "proposals.geojson"

  /// - Throws: ``LayerStoreError`` or ``ProjectionError`` for a file that is missing or cannot be used,
  ///   ``ScenarioError`` for an attribute that is missing or holds what cannot be used.
  init(folder: URL, on grid: GaussKrugerGrid) throws {
    let file = "proposals.gpkg"
    let drawn = try WrittenLayer(file, named: "proposals", in: folder, on: grid)
    let building = try WrittenLayer(file, named: "construction_land", in: folder, on: grid)
    var rowOfColumn: [Int: Int] = [:]
    for row in building.rows { rowOfColumn[try building.whole("column", row)] = row }
    let columns = try drawn.rows.map { try drawn.whole("column", $0) }
    let towns = try drawn.rows.map { row in
      let construction = rowOfColumn[columns[row]].map { building.geometry($0) } ?? .null
      return try drawn.town(row, boundary: drawn.geometry(row), construction: construction)
    }
    let sealed = folder.appending(path: Self.sealedFile).path(percentEncoded: false)
    let isThere = FileManager.default.fileExists(atPath: sealed)
    proposals = StatedProposals(
      towns: towns, columns: columns,
      fileSHA256: isThere ? try Checksum.sha256(ofLayerFile: sealed) : nil)
  }
}

extension WrittenLayer {
  /// A whole number of a row.
  func whole(_ field: String, _ row: Int) throws -> Int {
    let value = try number(field, row)
    guard let whole = Int(exactly: value) else {
      throw wrong(field, row, found: "\(value)", expected: "a whole number")
    }
    return whole
  }
}
