package import LandModel

/// A position whose ordinates are whole numbers, so that geometry on it can be decided exactly.
package struct LatticePoint: Hashable, Sendable {
  package var x: Int
  package var y: Int

  package init(_ x: Int, _ y: Int) {
    self.x = x
    self.y = y
  }

  package static func + (a: LatticePoint, b: LatticePoint) -> LatticePoint {
    LatticePoint(a.x + b.x, a.y + b.y)
  }
  package static func - (a: LatticePoint, b: LatticePoint) -> LatticePoint {
    LatticePoint(a.x - b.x, a.y - b.y)
  }
  package static func * (factor: Int, a: LatticePoint) -> LatticePoint {
    LatticePoint(factor * a.x, factor * a.y)
  }

  /// Twice the signed area of the triangle from the origin to this position and another.
  package func cross(_ other: LatticePoint) -> Int { x * other.y - y * other.x }
}

/// A valid polygon with holes and parts on the lattice.
package struct LatticePolygon: Hashable, Sendable {
  /// Parts of rings, each part its shell first; rings do not repeat their first position.
  package var parts: [[[LatticePoint]]]

  package init(parts: [[[LatticePoint]]]) { self.parts = parts }

  /// One part without holes.
  package init(_ shell: [LatticePoint]) { parts = [[shell]] }

  package static func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> LatticePolygon {
    LatticePolygon(rectangleRing(x, y, width, height))
  }

  package static func rectangleRing(_ x: Int, _ y: Int, _ width: Int, _ height: Int)
    -> [LatticePoint]
  {
    [
      LatticePoint(x, y), LatticePoint(x + width, y), LatticePoint(x + width, y + height),
      LatticePoint(x, y + height),
    ]
  }

  package var rings: [[LatticePoint]] { parts.flatMap { $0 } }
  package var points: [LatticePoint] { rings.flatMap { $0 } }

  /// All edges, as pairs of positions.
  package var edges: [(LatticePoint, LatticePoint)] {
    rings.flatMap { ring in
      ring.indices.map { (ring[$0], ring[($0 + 1) % ring.count]) }
    }
  }

  /// The polygon with each position mapped; the map must keep it valid.
  package func map(_ transform: (LatticePoint) -> LatticePoint) -> LatticePolygon {
    LatticePolygon(parts: parts.map { $0.map { $0.map(transform) } })
  }

  /// The polygon with each ring changed; the changed ring must bound the same land.
  package func mapRings(_ transform: ([LatticePoint]) -> [LatticePoint]) -> LatticePolygon {
    LatticePolygon(parts: parts.map { $0.map(transform) })
  }

  package func moved(by step: LatticePoint) -> LatticePolygon { map { $0 + step } }

  package func scaled(by factor: Int) -> LatticePolygon { map { factor * $0 } }

  /// Turned by the angle of the triangle with sides 3, 4 and 5, and five times as large: still exact.
  package var turned: LatticePolygon {
    map { LatticePoint(3 * $0.x - 4 * $0.y, 4 * $0.x + 3 * $0.y) }
  }

  /// The same land with each edge cut into so many; needs coordinates that are multiples of it.
  package func subdivided(by count: Int) -> LatticePolygon {
    mapRings { ring in
      ring.indices.flatMap { index in
        let (a, b) = (ring[index], ring[(index + 1) % ring.count])
        return (0..<count).map { step in
          LatticePoint(a.x + (b.x - a.x) / count * step, a.y + (b.y - a.y) / count * step)
        }
      }
    }
  }

  /// The polygon in the plane: each ordinate times the scale, plus the origin.
  package func geometry(scale: Double = 1, origin: XY = XY(0, 0)) -> Geometry {
    .multiPolygon(
      parts.map { part in
        part.map { ring in
          (ring + [ring[0]]).map {
            XY(origin.x + scale * Double($0.x), origin.y + scale * Double($0.y))
          }
        }
      })
  }
}
