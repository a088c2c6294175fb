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

  /// What bounds the objective, and the regions met on the way.
  struct Proof {
    /// No region has more.
    var bound: Int
    /// No region that holds each node's parent has more.
    var starBound: Int
    var regions: [[Bool]]
  }

  /// The bound, and the regions met on the way.
  ///
  /// - Parameter found: a region's count and objective: limits of size that hold it come first, and
  ///   others are looked at only as long as they might hold more.
  func result(found: (count: Int, objective: Int)) -> Proof {
    var proof = Proof(bound: found.objective, starBound: .min, regions: [])
    let pieces = sizes.sorted { left, _ in left.contains(found.count) }
    for size in pieces {
      var part = model
      part.size = size
      let piece = RegionBound(model: part).proof(above: proof.bound)
      proof.bound = max(proof.bound, piece.bound)
      proof.starBound = max(proof.starBound, piece.starBound)
      proof.regions += piece.regions
    }
    return proof
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
  ///
  /// With the best share the star rows are put back for their own bound.
  private func proof(above known: Int) -> Proof {
    let shortest = Self.shortestOutline(of: model.size.lowerBound)
    var proof = Proof(bound: .max, starBound: .max, regions: [])
    let best = OutlineShare.leastBound { share, least in
      guard least > known else { return nil }
      let search = AreaPriceSearch(charging(share), isStarShaped: false)
      proof.regions += search.regions
      return search.bound - charge(share) * shortest
    }
    proof.bound = best.bound
    guard proof.bound > known else {
      proof.starBound = proof.bound
      return proof
    }
    let star = AreaPriceSearch(charging(best.share), isStarShaped: true)
    proof.starBound = min(proof.bound, star.bound - charge(best.share) * shortest)
    proof.regions += star.regions
    return proof
  }

  private func charge(_ share: Int) -> Int { model.sidePrice * share / 8 }

  /// The model with a share of the outline's price left out.
  private func charging(_ share: Int) -> RegionModel {
    var relaxed = model
    relaxed.sidePrice = model.sidePrice - charge(share)
    return relaxed
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
