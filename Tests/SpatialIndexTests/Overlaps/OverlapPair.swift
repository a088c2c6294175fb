import LandModel
import TestSupport

/// Kinds of pairs that an overlay finds hard, each made from a seed.
enum OverlapPairKind: String, CaseIterable, Sendable {
  /// Cells of one irregular grid: shared edges, holes, parts, corners that touch.
  case blocks
  /// Stars with holes and islands in general position.
  case stars
  /// A star over cells of a grid, with corners of both on common lines.
  case starOnBlocks
  case identical
  /// One is exactly a hole of the other.
  case filledHole
  /// One lies inside a hole of the other, apart from its boundary or touching it.
  case inHole
  /// One is the other without its holes.
  case solidShell
  /// A corner of one lies on an edge of the other.
  case cornerOnEdge
  /// An edge of one runs along an edge of the other, beyond its end.
  case alongEdge
  case needles
  /// A corner in common and nothing else, or everything.
  case touchingCorner
  /// The same line cut into edges of very different number.
  case unevenEdges
  /// Upright rectangles on common lines.
  case rectangles

  /// A seed of the kind's own.
  var seed: UInt64 { rawValue.utf8.reduce(7) { 31 &* $0 &+ UInt64($1) } }
}

/// Two polygons on the lattice, both valid.
struct OverlapPair: Sendable {
  let left: LatticePolygon
  let right: LatticePolygon

  init(_ kind: OverlapPairKind, _ random: inout SeededGenerator) {
    switch kind {
    case .blocks: (left, right) = Self.blocks(&random)
    case .stars: (left, right) = (Self.star(&random), Self.star(&random))
    case .starOnBlocks:
      (left, right) = (Self.star(&random).moved(by: LatticePoint(7, 6)), Self.blocks(&random).0)
    case .identical:
      left = random.unit() < 0.5 ? Self.star(&random) : Self.blocks(&random).0
      right = left
    case .filledHole: (left, right) = Self.filledHole(&random)
    case .inHole: (left, right) = Self.inHole(&random)
    case .solidShell:
      left = Self.starWithHole(&random)
      right = LatticePolygon(left.parts[0][0])
    case .cornerOnEdge: (left, right) = Self.onEdge(&random, isAlong: false)
    case .alongEdge: (left, right) = Self.onEdge(&random, isAlong: true)
    case .needles:
      (left, right) = (
        LatticeStars.needle(&random, reach: 60), LatticeStars.needle(&random, reach: 60)
      )
    case .touchingCorner:
      let (a, b) = (Self.star(&random), Self.star(&random))
      left = a
      right = b.moved(
        by: a.points[random.whole(0...(a.points.count - 1))]
          - b.points[random.whole(0...(b.points.count - 1))])
    case .unevenEdges:
      let (a, b) = Bool.random(using: &random) ? Self.blocks(&random) : Self.twoStars(&random)
      left = a.scaled(by: 24).subdivided(by: [12, 24][random.whole(0...1)])
      right = b.scaled(by: 24)
    case .rectangles: (left, right) = (Self.rectangle(&random), Self.rectangle(&random))
    }
  }

  private static func blocks(_ random: inout SeededGenerator) -> (LatticePolygon, LatticePolygon) {
    let grid = LatticeBlocks(
      &random, columns: random.whole(2...7), rows: random.whole(2...7), step: 4)
    return (
      grid.polygon(&random, share: 0.3 + 0.5 * random.unit()),
      grid.polygon(&random, share: 0.3 + 0.5 * random.unit())
    )
  }

  private static func star(_ random: inout SeededGenerator) -> LatticePolygon {
    LatticeStars.star(&random, corners: random.whole(3...14), reach: random.whole(2...24))
  }

  private static func twoStars(
    _ random: inout SeededGenerator
  ) -> (LatticePolygon, LatticePolygon) { (star(&random), star(&random)) }

  private static func starWithHole(_ random: inout SeededGenerator) -> LatticePolygon {
    while true {
      let star = star(&random)
      if star.parts[0].count > 1 { return star }
    }
  }

  private static func filledHole(
    _ random: inout SeededGenerator
  ) -> (LatticePolygon, LatticePolygon) {
    let frame = LatticePolygon(parts: [starWithHole(&random).parts[0]])
    return (frame, LatticePolygon(frame.parts[0][1]))
  }

  /// A square frame, and a star in its hole that may reach the hole's boundary.
  private static func inHole(_ random: inout SeededGenerator) -> (LatticePolygon, LatticePolygon) {
    let inner = LatticeStars.star(&random, corners: random.whole(3...14), reach: 12)
    let reach = inner.points.map { max(abs($0.x), abs($0.y)) }.max() ?? 12
    let gap = random.whole(0...2)
    let hole = LatticePolygon.rectangleRing(
      -reach - gap, -reach - gap, 2 * (reach + gap), 2 * (reach + gap))
    let shell = LatticePolygon.rectangleRing(-40, -40, 80, 80)
    return (LatticePolygon(parts: [[shell, hole]]), inner)
  }

  /// A triangle that starts in the middle of an edge; along it, one side of the triangle runs on it.
  private static func onEdge(
    _ random: inout SeededGenerator, isAlong: Bool
  ) -> (LatticePolygon, LatticePolygon) {
    let base = Bool.random(using: &random) ? star(&random) : blocks(&random).0
    let polygon = base.scaled(by: 2)
    let edges = polygon.edges
    let (p, q) = edges[random.whole(0...(edges.count - 1))]
    let middle = LatticePoint((p.x + q.x) / 2, (p.y + q.y) / 2)
    while true {
      let second =
        isAlong
        ? q + random.whole(0...2) * LatticePoint((q.x - p.x) / 2, (q.y - p.y) / 2)
        : LatticePoint(random.whole(-40...40), random.whole(-40...40))
      let third = LatticePoint(random.whole(-40...40), random.whole(-40...40))
      if (second - middle).cross(third - middle) != 0 {
        return (polygon, LatticePolygon([middle, second, third]))
      }
    }
  }

  private static func rectangle(_ random: inout SeededGenerator) -> LatticePolygon {
    .rectangle(
      random.whole(0...6), random.whole(0...6), random.whole(1...6), random.whole(1...6))
  }
}
