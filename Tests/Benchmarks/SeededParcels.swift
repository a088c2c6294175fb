import Foundation
import LandModel
import LayerStore

/// Land-use parcels in degrees with the attributes of a survey, the same for a seed everywhere.
///
/// Longitude and latitude carry twelve decimals, as data that was projected back does.
struct SeededParcels {
  private static let uses = ["水田", "旱地", "果园", "乔木林地", "城镇住宅用地", "农村宅基地", "工业用地", "河流水面"]
  private let features: Int
  private let seed: UInt64

  init(features: Int, seed: UInt64) {
    self.features = features
    self.seed = seed
  }

  func layer() -> OutputLayer {
    var coverage = SeededCoverage(cells: features, seed: seed)
    let cells = coverage.column()
    // Not a projection: only as many digits as one leaves.
    let degrees = cells.replacingPositions(
      cells.positions.map { XY(111 + $0.x / 101_234.567, $0.y / 110_987.654) })
    return OutputLayer(
      name: "f", crs: CRSIdentifier(epsg: 4490), geometry: degrees,
      attributes: attributes(rows: cells.count))
  }

  private func attributes(rows: Int) -> AttributeTable {
    var random = SeededGenerator(seed: seed + 1)
    var (uses, codes, remarks): ([String?], [String?], [String?]) = ([], [], [])
    var (areas, shares, grades): ([Double?], [Double?], [Int64?]) = ([], [], [])
    for _ in 0..<rows {
      uses.append(Self.uses.randomElement(using: &random))
      codes.append(
        "4413\(Int.random(in: 100_000_000_000_000...999_999_999_999_999, using: &random))")
      areas.append((Double.random(in: 100...3e6, using: &random) * 100).rounded() / 100)
      shares.append((Double.random(in: 0...1, using: &random) * 10_000).rounded() / 10_000)
      grades.append(Int64.random(in: 1...5, using: &random))
      remarks.append(Int.random(in: 0..<5, using: &random) == 0 ? nil : "二〇二五年变更调查")
    }
    return AttributeTable(
      names: ["DLMC", "ZLDWDM", "TBMJ", "KCXS", "PDJB", "remark"],
      columns: [
        .text(uses), .text(codes), .real(areas), .real(shares), .integer(grades), .text(remarks),
      ])
  }
}
