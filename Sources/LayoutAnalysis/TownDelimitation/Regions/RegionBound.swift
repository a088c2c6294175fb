/// An upper bound on the objective of every region of a model, connected or not.
///
/// The price of area alone bounds badly where the outline weighs much: half of a large round region
/// costs less outline there than a small round one, which no true region does. So the outline's price
/// g is split: the cut charges (1 − θ)·g for each side, and the rest is charged for the shortest
/// outline that n cells can have, 2⌈√(12n − 3)⌉ sides (Harary and Harborth 1976, "Extremal animals").
/// Each θ gives a valid bound, which is convex in θ; the best of a few is kept.
///
/// Where the size is free within wide limits, they are cut into narrow ones, because the shortest
/// outline is that of the fewest cells; the bound is the greatest over the parts.
struct RegionBound {
  let model: RegionModel

  /// Widest limits of size taken in one piece, as the quotient of most and fewest cells.
  private static let widest = 1.2
  /// Shares of the outline's price that are charged for the shortest outline, in eighths.
  private static let shares = [8, 7, 6, 4, 0]

  /// The bound, and the regions met on the way.
  ///
  /// - Parameter found: a region's count and objective: limits of size that hold it come first, and
  ///   others are looked at only as long as they might hold more.
  func result(found: (count: Int, objective: Int)) -> (bound: Int, regions: [[Bool]]) {
    var bound = found.objective
    var regions: [[Bool]] = []
    let pieces = sizes.sorted { left, _ in left.contains(found.count) }
    for size in pieces {
      var part = model
      part.size = size
      let proof = RegionBound(model: part).bound(above: bound)
      bound = max(bound, proof.bound)
      regions += proof.regions
    }
    return (bound, regions)
  }

  /// The limits of size in pieces, ascending.
  private var sizes: [ClosedRange<Int>] {
    var pieces: [ClosedRange<Int>] = []
    var first = model.size.lowerBound
    while first <= model.size.upperBound {
      let last = min(model.size.upperBound, max(first, Int(Double(first) * Self.widest)))
      pieces.append(first...last)
      first = last + 1
    }
    return pieces
  }

  /// The least bound over the shares of price; ends early once it is below what is known already.
  private func bound(above known: Int) -> (bound: Int, regions: [[Bool]]) {
    var bound = Int.max
    var regions: [[Bool]] = []
    let shortest = Self.shortestOutline(of: model.size.lowerBound)
    for share in Self.shares where bound > known {
      var relaxed = model
      let charged = model.sidePrice * share / 8
      relaxed.sidePrice = model.sidePrice - charged
      let search = AreaPriceSearch(relaxed, isStarShaped: false)
      bound = min(bound, search.bound - charged * shortest)
      regions += search.regions
    }
    return (bound, regions)
  }

  /// Sides of the shortest outline of a number of cells.
  static func shortestOutline(of cells: Int) -> Int {
    let square = 12 * cells - 3
    var root = Int(Double(square).squareRoot())
    while root * root < square { root += 1 }
    while (root - 1) * (root - 1) >= square { root -= 1 }
    return 2 * root
  }
}
