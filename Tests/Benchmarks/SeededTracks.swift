import Foundation
import LandModel

/// Lines in degrees of a thousand positions each, as a surveyor walks; the same for a seed everywhere.
struct SeededTracks {
  private static let positions = 1000
  let seed: UInt64

  func column(_ count: Int) -> GeometryColumn {
    var random = SeededGenerator(seed: seed)
    var column = GeometryColumn()
    column.reserveCapacity(rows: count, positions: count * Self.positions)
    for _ in 0..<count {
      var place = XY(112.6 + 2.8 * random.unit(), 22.6 + 1.8 * random.unit())
      for _ in 0..<Self.positions {
        place.x += 2e-5 * (random.unit() - 0.5)
        place.y += 2e-5 * (random.unit() - 0.5)
        column.append(XY(rounded(place.x), rounded(place.y)))
      }
      column.endRing()
      column.endPart()
      column.endRow(.line)
    }
    return column
  }

  /// To nine decimals.
  private func rounded(_ value: Double) -> Double { (value * 1e9).rounded() / 1e9 }
}
