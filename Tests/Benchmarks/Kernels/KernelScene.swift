import Foundation
import LandModel

/// A small fixed scene for counting instructions: one large red line with holes, and towns along its border.
///
/// Coordinates are rounded to a tenth of a millimetre, as survey data comes, on a grid without zone prefix.
struct KernelScene {
  /// One row of 2400 vertices with nine holes.
  let redLine: GeometryColumn
  /// Two hundred rows of 60 vertices; most cross the red line's border, some lie in it or apart.
  let towns: GeometryColumn

  init() {
    var random = SeededGenerator(seed: 71)
    let centre = XY(430_000, 2_850_000)
    var rings = [Self.outline(&random, centre: centre, radius: 9000, corners: 1860)]
    for column in -1...1 {
      for row in -1...1 {
        let hole = XY(centre.x + 2500 * Double(column), centre.y + 2500 * Double(row))
        rings.append(Self.outline(&random, centre: hole, radius: 700, corners: 60))
      }
    }
    redLine = GeometryColumn([.polygon(rings: rings)])
    let border = rings[0]
    towns = GeometryColumn(
      (0..<200).map { number in
        let place = number % 10 == 9 ? centre : border[number * 9]
        return .polygon(rings: [
          Self.outline(&random, centre: place, radius: 300 + 600 * random.unit(), corners: 60)
        ])
      })
  }

  /// A lobed outline whose radius is one function of the angle, so that it does not cross itself.
  private static func outline(
    _ random: inout SeededGenerator, centre: XY, radius: Double, corners: Int
  ) -> [XY] {
    let (first, second) = (6 * random.unit(), 6 * random.unit())
    var ring = (0..<corners).map { corner in
      let angle = Double(corner) / Double(corners) * 2 * .pi
      let lobes = 1 + 0.2 * sin(3 * angle + first) + 0.05 * sin(19 * angle + second)
      let length = radius * (lobes + random.unit() / Double(corners))
      return XY(rounded(centre.x + length * cos(angle)), rounded(centre.y + length * sin(angle)))
    }
    ring.append(ring[0])
    return ring
  }

  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
