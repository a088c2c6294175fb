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
    /// The limits of size in pieces whose bounds are above what was found.
    var pieces: [Piece] = []
  }

  /// A range of sizes and what cuts prove of it.
  struct Piece {
    let model: RegionModel
    /// For each share of the outline's price that was tried, what no region exceeds before the charge for the
    /// shortest outline.
    fileprivate(set) var lines: [(share: Int, bound: Int)]

    /// No region whose outline has so many sides more than the shortest exceeds it.
    ///
    /// - Parameter excess: sides.
    func bound(excess: Int = 0) -> Int {
      let sides = RegionBound.shortestOutline(of: model.size.lowerBound) + excess
      return lines.map { $0.bound - model.charge($0.share) * sides }.min() ?? .max
    }
  }

  /// The bound, and the regions met on the way.
  ///
  /// - Parameters:
  ///   - found: a region's count and objective: limits of size that hold it come first, and others are looked at
  ///     only as long as they might hold more.
  ///   - keepsAll: whether limits of size are looked at even where others are known to hold no less.
  func result(found: (count: Int, objective: Int), keepsAll: Bool) -> Proof {
    var proof = Proof(bound: found.objective, starBound: .min, regions: [])
    let pieces = sizes.sorted { left, _ in left.contains(found.count) }
    for size in pieces {
      var part = model
      part.size = size
      let piece = RegionBound(model: part).proof(
        above: keepsAll ? found.objective : proof.bound)
      proof.bound = max(proof.bound, piece.bound)
      proof.starBound = max(proof.starBound, piece.starBound)
      proof.regions += piece.regions
      proof.pieces += piece.pieces
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
    var piece = Piece(model: model, lines: [])
    let best = OutlineShare.leastBound { share, least in
      guard least > known else { return nil }
      let search = AreaPriceSearch(model.charging(share), isStarShaped: false)
      proof.regions += search.regions
      piece.lines.append((share, search.bound))
      return search.bound - model.charge(share) * shortest
    }
    proof.bound = best.bound
    guard proof.bound > known else {
      proof.starBound = proof.bound
      return proof
    }
    proof.pieces = [piece]
    let star = AreaPriceSearch(model.charging(best.share), isStarShaped: true)
    proof.starBound = min(proof.bound, star.bound - model.charge(best.share) * shortest)
    proof.regions += star.regions
    return proof
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

extension RegionModel {
  /// The part of a side's price that is charged for the shortest outline.
  ///
  /// - Parameter share: eighths.
  func charge(_ share: Int) -> Int { sidePrice * share / 8 }

  /// The model with that part left out.
  func charging(_ share: Int) -> RegionModel {
    var relaxed = self
    relaxed.sidePrice = sidePrice - charge(share)
    return relaxed
  }
}
