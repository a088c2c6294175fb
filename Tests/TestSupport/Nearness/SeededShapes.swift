import Foundation
package import LandModel

/// Shapes of every kind at places of a square, the same for a seed everywhere.
package struct SeededShapes {
  /// What a shape is.
  package enum Kind: CaseIterable, Sendable {
    case point, points, line, lines, polygon, polygonWithHole, polygons
  }

  private var random: SeededGenerator
  private let origin: XY
  private let side: Double
  private let size: Double
  /// Positions are multiples of this, so that shapes touch and are equally near; nil for any position.
  private let lattice: Double?

  package init(
    seed: UInt64, origin: XY = XY(0, 0), side: Double = 1000, size: Double = 60,
    lattice: Double? = nil
  ) {
    random = SeededGenerator(seed: seed)
    self.origin = origin
    self.side = side
    self.size = size
    self.lattice = lattice
  }

  /// Shapes of the kinds given, in turn.
  package mutating func column(_ count: Int, of kinds: [Kind] = Kind.allCases) -> GeometryColumn {
    GeometryColumn((0..<count).map { shape(kinds[$0 % kinds.count]) })
  }

  package mutating func shape(_ kind: Kind) -> Geometry {
    let middle = position()
    switch kind {
    case .point: return .point(middle)
    case .points:
      let places = (0..<3).map { _ in near(middle) }
      return Geometry(kind: .point, positions: places, ringEnds: [1, 2, 3], partEnds: [1, 2, 3])
    case .line: return .line(walk(from: middle))
    case .lines: return .multiLine([walk(from: middle), walk(from: near(middle))])
    case .polygon: return .polygon(rings: [ring(middle, size)])
    case .polygonWithHole: return .polygon(rings: [ring(middle, size), ring(middle, size * 0.4)])
    case .polygons:
      return .multiPolygon([
        [ring(middle, size * 0.4)], [ring(XY(middle.x + 2 * size, middle.y), size * 0.4)],
      ])
    }
  }

  private mutating func position() -> XY {
    rounded(XY(origin.x + side * random.unit(), origin.y + side * random.unit()))
  }

  private mutating func near(_ place: XY) -> XY {
    rounded(
      XY(
        place.x + 2 * size * (random.unit() - 0.5), place.y + 2 * size * (random.unit() - 0.5)))
  }

  private mutating func walk(from start: XY) -> [XY] {
    var line = [start]
    for _ in 0..<(2 + Int(random.next() % 24)) {
      let last = line[line.count - 1]
      line.append(
        rounded(
          XY(
            last.x + size * 0.5 * (random.unit() - 0.5), last.y + size * 0.5 * (random.unit() - 0.5)
          )
        ))
    }
    return line
  }

  /// Round a middle at 0.6 to 1 of a radius: simple, and a smaller one of 0.4 lies inside.
  private mutating func ring(_ middle: XY, _ radius: Double) -> [XY] {
    let count = 4 + Int(random.next() % 40)
    var ring = (0..<count).map { corner in
      let angle = 2 * Double.pi * Double(corner) / Double(count)
      let length = radius * (0.6 + 0.4 * random.unit())
      return rounded(XY(middle.x + length * cos(angle), middle.y + length * sin(angle)))
    }
    ring.append(ring[0])
    return ring
  }

  private func rounded(_ place: XY) -> XY {
    guard let lattice else { return place }
    return XY((place.x / lattice).rounded() * lattice, (place.y / lattice).rounded() * lattice)
  }
}
