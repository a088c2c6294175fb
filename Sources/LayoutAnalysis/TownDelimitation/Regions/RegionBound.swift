/// An upper bound on the objective of every region of a model, connected or not.
///
/// The price of area alone bounds badly where the outline weighs much: half of a large round region
/// costs less outline there than a small round one, which no true region does. So the outline's price
/// g is split: the cut charges (1 − θ)·g for each side, and the rest is charged for the shortest
/// outline that n cells can have, 2⌈√(12n − 3)⌉ sides (Harary and Harborth 1976, "Extremal animals").
/// Each θ gives a valid bound, which is convex in θ; the best of a few is kept.
struct RegionBound {
  let model: RegionModel

  /// The bound, and the regions met on the way.
  func result() -> (bound: Int, regions: [[Bool]]) {
    var bound = Int.max
    var regions: [[Bool]] = []
    for eighth in [0, 4, 6, 7, 8] {
      var relaxed = model
      let charged = model.sidePrice * eighth / 8
      relaxed.sidePrice = model.sidePrice - charged
      let search = AreaPriceSearch(relaxed, isStarShaped: false)
      let shortest = Self.shortestOutline(of: model.size.lowerBound)
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
