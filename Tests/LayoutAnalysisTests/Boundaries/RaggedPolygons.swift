import Foundation
import LandModel

/// Random star-shaped polygons with deep bays, as ragged as boundaries along rivers are.
struct RaggedPolygons {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// One polygon of 8 to 60 vertices and some 5 to 200 m across, sound and with vertices in any order of
  /// distance from its middle.
  mutating func next() -> Geometry {
    let count = 8 + Int(random.next() % 53)
    let size = 5 + 100 * random.unit() * random.unit()
    let middle = XY(450_000 + 1000 * random.unit(), 2_850_000 + 1000 * random.unit())
    var ring = (0..<count).map { index in
      let angle = 2 * Double.pi * (Double(index) + 0.8 * random.unit()) / Double(count)
      let radius = size * (0.15 + 0.85 * random.unit())
      return XY(middle.x + radius * cos(angle), middle.y + radius * sin(angle))
    }
    ring.append(ring[0])
    return .polygon(rings: [ring])
  }
}
