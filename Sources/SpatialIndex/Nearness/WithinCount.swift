import LandModel

/// Sums by the first distance that points are within; those beyond all are left out.
struct WithinCount: Sendable {
  private(set) var distances: [Double] = []
  /// The greatest squares whose roots are within the distances.
  private(set) var squares: [Double] = []
  /// Squares and distances that the screen decides by, however ordinates are rounded.
  private(set) var innerSquares: [Double] = []
  private(set) var outer: [Double] = []
  var screen = ProbeScreen()
  private(set) var first: [PointSum] = []
  private var rounding = -1.0

  /// Begins anew for a row and points in a box.
  mutating func restart(_ distances: [Double], of probe: ProbeEdges, among box: BoundingBox) {
    var all = box
    all.join(probe.box)
    let rounding = 10 * PointTree.rounding(all)
    if distances != self.distances || rounding != self.rounding {
      self.distances = distances
      self.rounding = rounding
      squares = distances.map(Square.bound)
      innerSquares = distances.map { $0 > rounding ? ($0 - rounding) * ($0 - rounding) : -1 }
      outer = distances.map { $0 + rounding }
      first = distances.map { _ in PointSum() }
    }
    for index in first.indices { first[index] = PointSum() }
    screen.load(probe)
  }

  mutating func add(_ sum: PointSum, _ distance: Int) {
    guard distance < first.count else { return }
    first[distance].count += sum.count
    first[distance].weight += sum.weight
  }
}
