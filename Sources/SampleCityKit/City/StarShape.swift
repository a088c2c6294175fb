import Foundation
import LandModel

/// An irregular shape round a centre, given by its radius in each direction: simple whatever the radii.
struct StarShape: Sendable {
  let centre: XY
  /// Radii in metres, by direction from east anticlockwise in equal steps.
  var radii: [Double]

  /// A shape of about the radius given, bulging by a few low waves.
  init(
    centre: XY, radius: Double, directions: Int, roughness: Double,
    generator: inout SeededGenerator
  ) {
    self.centre = centre
    var waves: [(order: Double, height: Double, phase: Double)] = []
    for order in 2...6 {
      waves.append(
        (
          Double(order), roughness * (0.4 + generator.unit()) / Double(order),
          generator.unit() * 2 * .pi
        ))
    }
    radii = (0..<directions).map { index in
      let angle = 2 * .pi * Double(index) / Double(directions)
      var factor = 1.0
      for wave in waves { factor += wave.height * cos(wave.order * angle + wave.phase) }
      return radius * max(factor, 0.35) * (0.97 + 0.06 * generator.unit())
    }
  }

  func direction(_ index: Int) -> XY {
    let angle = 2 * .pi * Double(index) / Double(radii.count)
    return XY(cos(angle), sin(angle))
  }

  func vertex(_ index: Int) -> XY {
    let towards = direction(index)
    return XY(centre.x + radii[index] * towards.x, centre.y + radii[index] * towards.y)
  }

  /// The closed ring, anticlockwise, without the vertices that hardly bend it.
  func ring(tolerance: Double = 0) -> [XY] {
    var ring = radii.indices.map(vertex)
    ring.append(ring[0])
    return tolerance > 0 ? Smoothing.simplified(ring, tolerance: tolerance) : ring
  }

  /// Metres from a position to the shape's edge along its direction; negative inside.
  func excess(at position: XY) -> Double {
    let (dx, dy) = (position.x - centre.x, position.y - centre.y)
    let turn = atan2(dy, dx) / (2 * .pi) + 1
    let place = (turn - turn.rounded(.down)) * Double(radii.count)
    let index = Int(place) % radii.count
    let t = place - place.rounded(.down)
    let radius = (1 - t) * radii[index] + t * radii[(index + 1) % radii.count]
    return (dx * dx + dy * dy).squareRoot() - radius
  }
}
