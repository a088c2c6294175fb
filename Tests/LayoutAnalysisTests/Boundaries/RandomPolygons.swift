import LandModel

/// Random polygonal geometries on a small lattice, where every way of touching happens often.
struct RandomPolygons {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// One geometry: some tangled, some of rectangles and diamonds that touch and nest, some of both.
  mutating func next() -> Geometry { placed(onLattice()) }

  /// One geometry with whole ordinates from 0 to 16.
  mutating func onLattice() -> Geometry {
    let parts = integer(0..<4) == 0 ? 2 + integer(0..<2) : 1
    return .multiPolygon(
      (0..<parts).map { _ in
        let holes = integer(0..<2) == 0 ? 0 : integer(1..<4)
        return [ring(isShell: true)] + (0..<holes).map { _ in ring(isShell: false) }
      })
  }

  mutating func integer(_ range: Range<Int>) -> Int {
    range.lowerBound + Int(random.next() % UInt64(range.count))
  }

  private mutating func ring(isShell: Bool) -> [XY] {
    switch integer(0..<8) {
    case 0: tangle()
    case 1: triangle()
    case 2: diamond()
    default: rectangle(isLarge: isShell && integer(0..<3) > 0)
    }
  }

  private mutating func rectangle(isLarge: Bool) -> [XY] {
    let (x, y) = isLarge ? (0, 0) : (integer(0..<6), integer(0..<6))
    let (w, h) = isLarge ? (8, 8) : (integer(1..<4), integer(1..<4))
    return closed([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])
  }

  private mutating func diamond() -> [XY] {
    let (x, y, r) = (integer(1..<8), integer(1..<8), integer(1..<3))
    return closed([(x + r, y), (x, y + r), (x - r, y), (x, y - r)])
  }

  private mutating func triangle() -> [XY] {
    closed((0..<3).map { _ in (integer(0..<9), integer(0..<9)) })
  }

  private mutating func tangle() -> [XY] {
    closed((0..<integer(4..<8)).map { _ in (integer(0..<9), integer(0..<9)) })
  }

  /// Closes a ring, from any start and in any direction, now and then with a repeated vertex.
  private mutating func closed(_ vertices: [(Int, Int)]) -> [XY] {
    var ring = vertices.map { XY(Double($0.0), Double($0.1)) }
    let start = integer(0..<ring.count)
    ring = Array(ring[start...] + ring[..<start])
    if integer(0..<2) == 0 { ring.reverse() }
    if integer(0..<12) == 0 { ring.insert(ring[1], at: 1) }
    return ring + [ring[0]]
  }

  /// Moved off the lattice in half of all cases, so that positions on a line are so only nearly.
  private mutating func placed(_ geometry: Geometry) -> Geometry {
    switch integer(0..<4) {
    case 0: geometry.mapPositions { XY($0.x * 0.1 + 38_500_000.3, $0.y * 0.1 + 2_800_000.7) }
    case 1: geometry.mapPositions { XY($0.x * 0.6 - $0.y * 0.8, $0.x * 0.8 + $0.y * 0.6) }
    default: geometry
    }
  }
}
