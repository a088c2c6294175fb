import Foundation
import LandModel

/// Polygons of which one in a hundred is invalid, in eight ways in turn; one in ten has a hole.
///
/// Outlines are ragged stars of 8 to 40 vertices, rounded to 0.1 mm as cadastral data is.
struct SeededPolygons {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func column(_ count: Int) -> GeometryColumn {
    var column = GeometryColumn()
    column.reserveCapacity(rows: count, positions: count * 28)
    for row in 0..<count {
      let isBad = row % 100 == 99
      column.append(isBad ? invalid(kind: row / 100 % 8) : sound(hasHole: row % 10 == 3))
    }
    return column
  }

  private mutating func sound(hasHole: Bool) -> Geometry {
    let (middle, shell) = outline()
    guard hasHole else { return .polygon(rings: [shell]) }
    return .polygon(rings: [shell, scaled(shell, middle, 0.3)])
  }

  /// Bow-tie, spike, hole outside, duplicate ring, nested holes, shell run back along itself, overlapping
  /// parts, too few points.
  private mutating func invalid(kind: Int) -> Geometry {
    let (middle, shell) = outline()
    let hole = scaled(shell, middle, 0.3)
    switch kind {
    case 0:
      var ring = Array(shell.dropLast())
      ring.swapAt(1, ring.count / 2)
      return .polygon(rings: [ring + [ring[0]]])
    case 1:
      let far = scaled([shell[1]], middle, 3)
      return .polygon(rings: [shell[...1] + far + shell[1...]])
    case 2: return .polygon(rings: [shell, shell.map { XY($0.x + 5000, $0.y) }])
    case 3: return .polygon(rings: [shell, hole, hole])
    case 4: return .polygon(rings: [shell, scaled(shell, middle, 0.4), scaled(shell, middle, 0.2)])
    case 5:
      let inner = scaled(shell, middle, 0.9)
      return .polygon(rings: [shell + inner.reversed() + [shell[0]]])
    case 6: return .multiPolygon([[shell], [shell.map { XY($0.x + 8, $0.y) }]])
    default: return .polygon(rings: [[shell[0], shell[1], shell[0], shell[0]]])
    }
  }

  private mutating func outline() -> (middle: XY, ring: [XY]) {
    let middle = XY(430_000 + 140_000 * random.unit(), 2_700_000 + 200_000 * random.unit())
    let count = 8 + 2 * Int(random.next() % 17)
    let size = 20 + 80 * random.unit()
    let phase = 2 * Double.pi * random.unit()
    let ring = (0..<count).map { index in
      let angle =
        2 * Double.pi * (Double(index) + 0.7 * random.unit() - 0.35) / Double(count) + phase
      let radius = size * (0.75 + 0.5 * random.unit())
      return Self.rounded(XY(middle.x + radius * cos(angle), middle.y + radius * sin(angle)))
    }
    return (middle, ring + [ring[0]])
  }

  private func scaled(_ ring: [XY], _ middle: XY, _ factor: Double) -> [XY] {
    ring.map {
      Self.rounded(
        XY(middle.x + ($0.x - middle.x) * factor, middle.y + ($0.y - middle.y) * factor))
    }
  }

  private static func rounded(_ position: XY) -> XY {
    XY((position.x * 10_000).rounded() / 10_000, (position.y * 10_000).rounded() / 10_000)
  }
}
