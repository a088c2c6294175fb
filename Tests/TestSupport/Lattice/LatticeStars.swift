package import LandModel

/// Polygons on the lattice whose boundary is seen whole from one position, and needles.
package enum LatticeStars {
  /// A star round the origin, within a square of this half side.
  ///
  /// One without a wide empty angle may get a hole, an island in it, and a hole in that, all of its own
  /// shape: they nest because each ray from the origin meets each ring once.
  package static func star(
    _ random: inout SeededGenerator, corners: Int, reach: Int
  ) -> LatticePolygon {
    let rings = nestedRings(&random, corners: corners, reach: reach)
    switch rings.count {
    case 1: return LatticePolygon(rings[0])
    case 2: return LatticePolygon(parts: [rings])
    case 3: return LatticePolygon(parts: [[rings[0], rings[1]], [rings[2]]])
    default: return LatticePolygon(parts: [[rings[0], rings[1]], [rings[2], rings[3]]])
    }
  }

  /// A triangle as thin as the lattice allows, half a unit of area, and long.
  package static func needle(_ random: inout SeededGenerator, reach: Int) -> LatticePolygon {
    while true {
      let tip = LatticePoint(random.whole(-reach...reach), random.whole(-reach...reach))
      let other = tip + LatticePoint(random.whole(-3...3), random.whole(-3...3))
      if abs(tip.cross(other)) == 1 {
        return LatticePolygon([LatticePoint(0, 0), tip, other])
      }
    }
  }

  private static func nestedRings(
    _ random: inout SeededGenerator, corners: Int, reach: Int
  ) -> [[LatticePoint]] {
    while true {
      let depth = random.whole(0...3)
      let ring = ring(&random, corners: corners, reach: max(2, reach / (depth + 1)))
      let gaps = ring.indices.filter { ring[$0].cross(ring[($0 + 1) % ring.count]) <= 0 }
      if ring.count >= 3, gaps.isEmpty {
        return (0...depth).map { level in ring.map { (depth + 1 - level) * $0 } }
      }
      // The origin as a corner closes the one wide angle.
      if ring.count >= 2, gaps.count == 1 {
        let after = gaps[0]
        return [Array(ring[...after]) + [LatticePoint(0, 0)] + Array(ring[(after + 1)...])]
      }
    }
  }

  /// Positions ordered by direction from the origin, one for each direction.
  private static func ring(
    _ random: inout SeededGenerator, corners: Int, reach: Int
  ) -> [LatticePoint] {
    var points = (0..<corners).map { _ in
      LatticePoint(random.whole(-reach...reach), random.whole(-reach...reach))
    }.filter { $0 != LatticePoint(0, 0) }
    func isUpper(_ p: LatticePoint) -> Bool { p.y > 0 || (p.y == 0 && p.x > 0) }
    func isBefore(_ a: LatticePoint, _ b: LatticePoint) -> Bool {
      isUpper(a) != isUpper(b) ? isUpper(a) : a.cross(b) > 0
    }
    points.sort(by: isBefore)
    var ring: [LatticePoint] = []
    for point in points where ring.last.map({ isBefore($0, point) }) ?? true { ring.append(point) }
    return ring
  }
}
