import Foundation
import LandModel

/// Families of seeded random polygons that are hard to judge: touches on a lattice at several places and
/// sizes, stars, and rings whose vertices are nearly on a line.
enum ValidityFamily: String, CaseIterable {
  case lattice, shifted, tiny, huge, turned, star, nearlyFlat

  /// The polygons of a seed.
  func polygons(_ count: Int, seed: UInt64) -> [Geometry] {
    var lattice = RandomPolygons(seed: seed)
    var random = SeededGenerator(seed: seed &+ 77)
    return (0..<count).map { _ in
      switch self {
      case .lattice: lattice.onLattice()
      case .shifted: lattice.onLattice().mapPositions { XY($0.x + 4e7, $0.y + 4e7) }
      case .tiny: lattice.onLattice().mapPositions { XY($0.x * 1e-9, $0.y * 1e-9) }
      case .huge: lattice.onLattice().mapPositions { XY($0.x * 1e15, $0.y * 1e15) }
      case .turned:
        lattice.onLattice().mapPositions { XY($0.x * 0.6 - $0.y * 0.8, $0.x * 0.8 + $0.y * 0.6) }
      case .star: Self.star(&random)
      case .nearlyFlat: Self.nearlyFlat(&random)
      }
    }
  }

  /// A star with up to three holes about its middle, some too large, and a second star beside it.
  private static func star(_ random: inout SeededGenerator) -> Geometry {
    func ring(_ x: Double, _ y: Double, _ size: Double) -> [XY] {
      let count = 3 + Int(random.next() % 30)
      let ring = UnitCircle.vertices(count).map { vertex in
        let radius = size * (0.4 + 0.6 * random.unit())
        return XY(x + radius * vertex.x, y + radius * vertex.y)
      }
      return ring + [ring[0]]
    }
    var parts = [[ring(0, 0, 10)]]
    for _ in 0..<(random.next() % 4) {
      parts[0].append(ring(8 * random.unit() - 4, 8 * random.unit() - 4, 3))
    }
    if random.next() % 3 == 0 { parts.append([ring(14 + 6 * random.unit(), 0, 8)]) }
    return .multiPolygon(parts)
  }

  /// Vertices within a few units in the last place of a line far from the origin.
  private static func nearlyFlat(_ random: inout SeededGenerator) -> Geometry {
    let ring = (0..<(3 + random.next() % 4)).map { _ in
      let step = Double(random.next() % 64)
      var position = XY(38_500_000 + step * 0.1, 2_800_000 + step * 0.3)
      for _ in 0..<(random.next() % 3) { position.y = position.y.nextUp }
      for _ in 0..<(random.next() % 2) { position.x = position.x.nextDown }
      return position
    }
    return .polygon(rings: [ring + [ring[0]]])
  }
}

/// Whether a ring is simple, by comparing all edges in integers: right, and slow.
enum ExactSimplicity {
  /// - Parameter ring: closed, its ordinates multiples of 2⁻³¹ and nearer to each other than 2²⁴.
  static func isSimple(_ ring: [XY]) -> Bool {
    let first = ring[0]
    var points: [(x: Int128, y: Int128)] = []
    for position in ring {
      let point = (
        x: Int128((position.x - first.x) * 0x1p31), y: Int128((position.y - first.y) * 0x1p31)
      )
      if let last = points.last, last == point { continue }
      points.append(point)
    }
    points.removeLast()
    guard points.count >= 3 else { return false }
    func point(_ index: Int) -> (x: Int128, y: Int128) { points[index % points.count] }
    func side(_ a: Int, _ b: Int, _ c: Int) -> Int {
      let (a, b, c) = (point(a), point(b), point(c))
      return ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)).signum() == 0
        ? 0 : (b.x - a.x) * (c.y - a.y) > (b.y - a.y) * (c.x - a.x) ? 1 : -1
    }
    func isOn(_ a: Int, _ b: Int, _ c: Int) -> Bool {
      let (p, q, r) = (point(a), point(b), point(c))
      return side(a, b, c) == 0 && min(p.x, q.x) <= r.x && r.x <= max(p.x, q.x)
        && min(p.y, q.y) <= r.y && r.y <= max(p.y, q.y)
    }
    for edge in points.indices {
      // The next edge leaves this one at their vertex; it must not run back along it.
      let next = edge + 1
      if isOn(edge, next, edge + 2) || isOn(next, edge + 2, edge) { return false }
      for other in points.indices where other > edge + 1 && (other + 1) % points.count != edge {
        let meets =
          side(edge, next, other) * side(edge, next, other + 1) < 0
          && side(other, other + 1, edge) * side(other, other + 1, next) < 0
          || isOn(edge, next, other) || isOn(edge, next, other + 1)
          || isOn(other, other + 1, edge) || isOn(other, other + 1, next)
        if meets { return false }
      }
    }
    return true
  }
}
