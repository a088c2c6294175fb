/// The area that polygons on the lattice have in common, by exact decisions: the oracle of the area kernels.
///
/// A sweep over slabs. The abscissae of all vertices and of all crossings, as fractions, cut the plane into
/// slabs within which no two edges cross; in each the edges are ordered by their heights in the middle, and
/// land is told by the parity of the edges below. Nothing of it is in the kernels: they neither find a
/// crossing nor order edges, and this neither integrates a lower height nor looks at a winding.
///
/// With ordinates below 2^16 after moving to the common corner, a crossing is a fraction of 49 bits over 33;
/// heights in a slab compare as products of 115 bits at most, and a distance of heights is a fraction of 116
/// bits over 99. All fit 128 bits; what did not would stop the test, for whole numbers trap on overflow.
/// Only the sum rounds: each trapezoid falls short by less than 2^-46, against areas of up to 2^32.
package enum ExactOverlap {
  /// Ordinates may differ by less than this.
  package static let greatestExtent = 1 << 16

  /// The area of what lies in any polygon of one list and in any of the other.
  ///
  /// - Complexity: O(e² + s e log e) for e edges and s slabs.
  package static func area(of left: [LatticePolygon], with right: [LatticePolygon]) -> Double {
    let polygons = left + right
    let points = polygons.flatMap(\.points)
    guard let first = points.first else { return 0 }
    let corner = points.reduce(first) { LatticePoint(min($0.x, $1.x), min($0.y, $1.y)) }
    let far = points.reduce(first) { LatticePoint(max($0.x, $1.x), max($0.y, $1.y)) }
    precondition(
      max(far.x - corner.x, far.y - corner.y) < greatestExtent, "The lattice is too large.")
    let sides = [left, right].map { side in side.flatMap(\.points).map { $0.x - corner.x } }
    guard let low = sides.compactMap({ $0.min() }).max(),
      let high = sides.compactMap({ $0.max() }).min(), !sides.contains([]), low < high
    else { return 0 }
    let edges = polygons.enumerated().flatMap { owner, polygon in
      polygon.edges.compactMap { SweepEdge($0.0 - corner, $0.1 - corner, owner: owner) }
    }.filter { $0.from.x < high && $0.to.x > low }
    let cuts = abscissae(of: edges, from: low, to: high)
    var sum: UInt128 = 0
    for (a, b) in zip(cuts, cuts.dropFirst()) {
      sum += area(from: a, to: b, edges, polygons: polygons.count, leftCount: left.count)
    }
    return Double(sum) * 0x1p-88
  }

  /// The area of one polygon with another.
  package static func area(of left: LatticePolygon, with right: LatticePolygon) -> Double {
    area(of: [left], with: [right])
  }

  /// Where slabs begin and end, ascending, each once.
  private static func abscissae(of edges: [SweepEdge], from low: Int, to high: Int) -> [Abscissa] {
    var found = Set<Int>([low, high])
    for edge in edges {
      for x in [edge.from.x, edge.to.x] where low < x && x < high { found.insert(x) }
    }
    var cuts = found.map { Abscissa(numerator: $0, denominator: 1) }
    for (place, edge) in edges.enumerated() {
      for other in edges[..<place] where other.owner != edge.owner {
        guard let cut = edge.crossing(other), cut > low, cut < high else { continue }
        cuts.append(cut)
      }
    }
    cuts.sort()
    var distinct: [Abscissa] = []
    for cut in cuts where distinct.last.map({ $0 < cut }) ?? true { distinct.append(cut) }
    return distinct
  }

  /// The area in one slab, in units of 2^-88.
  private static func area(
    from a: Abscissa, to b: Abscissa, _ edges: [SweepEdge], polygons: Int, leftCount: Int
  ) -> UInt128 {
    // The middle of the slab is `middle / scale`.
    let scale = 2 * Int128(a.denominator) * Int128(b.denominator)
    let middle =
      Int128(a.numerator) * Int128(b.denominator) + Int128(b.numerator) * Int128(a.denominator)
    let crossed = edges.filter { !(a < $0.from.x) && !(b > $0.to.x) }
      .map { Height(of: $0, middle: middle, scale: scale) }.sorted()
    let width = fixed(
      Int128(b.numerator) * Int128(a.denominator) - Int128(a.numerator) * Int128(b.denominator),
      over: scale / 2)
    var isInside = [Bool](repeating: false, count: polygons)
    var sum: UInt128 = 0
    for (below, above) in zip(crossed, crossed.dropFirst()) {
      isInside[below.owner].toggle()
      guard isInside[..<leftCount].contains(true), isInside[leftCount...].contains(true) else {
        continue
      }
      let height = fixed(
        above.numerator * below.run - below.numerator * above.run,
        over: below.run * above.run * scale)
      let product = height.multipliedFullWidth(by: width)
      sum += product.high << 88 | product.low >> 40
    }
    return sum
  }

  /// A fraction that is not negative, in units of 2^-64, rounded down.
  private static func fixed(_ numerator: Int128, over denominator: Int128) -> UInt128 {
    let magnitude = UInt128(numerator)
    return UInt128(denominator).dividingFullWidth((magnitude >> 64, magnitude << 64)).quotient
  }
}

/// A place on the axis of eastings, as a fraction with a positive denominator.
private struct Abscissa: Comparable {
  let numerator: Int
  let denominator: Int

  static func < (a: Abscissa, b: Abscissa) -> Bool {
    Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
  }
  static func == (a: Abscissa, b: Abscissa) -> Bool { !(a < b) && !(b < a) }
  static func < (a: Abscissa, x: Int) -> Bool { a.numerator < x * a.denominator }
  static func > (a: Abscissa, x: Int) -> Bool { a.numerator > x * a.denominator }
}

/// An edge that is not vertical, from left to right.
private struct SweepEdge {
  let from: LatticePoint
  let to: LatticePoint
  /// The number of its polygon.
  let owner: Int

  /// Nil for a vertical edge: no slab is crossed by it.
  init?(_ a: LatticePoint, _ b: LatticePoint, owner: Int) {
    if a.x == b.x { return nil }
    (from, to) = a.x < b.x ? (a, b) : (b, a)
    self.owner = owner
  }

  /// The abscissa where two edges cross or one ends on the other; nil where they do not or are parallel.
  func crossing(_ other: SweepEdge) -> Abscissa? {
    guard from.x < other.to.x, other.from.x < to.x,
      min(from.y, to.y) <= max(other.from.y, other.to.y),
      min(other.from.y, other.to.y) <= max(from.y, to.y)
    else { return nil }
    let (run, otherRun) = (to - from, other.to - other.from)
    var denominator = run.cross(otherRun)
    if denominator == 0 { return nil }
    var numerator = from.x * denominator + run.x * (other.from - from).cross(otherRun)
    if denominator < 0 { (numerator, denominator) = (-numerator, -denominator) }
    let place = Abscissa(numerator: numerator, denominator: denominator)
    let isOnBoth =
      !(place < from.x) && !(place > to.x) && !(place < other.from.x) && !(place > other.to.x)
    return isOnBoth ? place : nil
  }
}

/// How high an edge runs in the middle of a slab: `numerator` over `run` and the slab's scale.
private struct Height: Comparable {
  let numerator: Int128
  let run: Int128
  let owner: Int

  init(of edge: SweepEdge, middle: Int128, scale: Int128) {
    run = Int128(edge.to.x - edge.from.x)
    numerator =
      Int128(edge.from.y) * run * scale
      + Int128(edge.to.y - edge.from.y) * (middle - Int128(edge.from.x) * scale)
    owner = edge.owner
  }

  static func < (a: Height, b: Height) -> Bool { a.numerator * b.run < b.numerator * a.run }
  static func == (a: Height, b: Height) -> Bool { a.numerator * b.run == b.numerator * a.run }
}
