/// A set of nodes, what it measures and what it is worth.
struct PricedSet {
  let region: [Bool]
  /// In the unit that the price is for: cells, or area.
  let size: Int
  let objective: Int

  /// The worth at a price of size.
  func value(at price: Int) -> Int { objective - price * size }
}

/// The price of area at which the best region has the wanted size, and the bound it proves.
///
/// For any price μ of a unit of size, max F(x) − μ·size(x) is one minimum cut, and D(μ) = that + μ·n⁺
/// (μ ≥ 0) or μ·n⁻ (μ < 0) is no less than F of any region within the limits of size (Lagrange). D is
/// convex and piecewise linear in μ: each cut gives a line, and the next price is where the lines on either
/// side of the wanted size cross (Eisner and Severance 1976), until a cut lies on both.
struct AreaPriceSearch {
  /// No set of nodes within the limits of size has a greater F; with star rows, no star-shaped one.
  let bound: Int
  /// The price of the least bound.
  let price: Int
  /// The sets met at the ends of the search, nested, from the smallest: with star rows each is
  /// connected.
  let regions: [[Bool]]

  /// More cuts than the lines of any instance seen (about ten); a guard, since any μ gives a bound.
  private static let mostCuts = 60

  init(_ model: RegionModel, isStarShaped: Bool) {
    var cut = HexagonCut(model, isStarShaped: isStarShaped)
    self.init(
      size: model.size,
      extreme: (model.values.map { abs($0) }.max() ?? 0) + 6 * model.sidePrice + 1
    ) { price in
      let region = cut.region(areaPrice: price)
      return PricedSet(
        region: region, size: region.trueCount, objective: model.objective(of: region))
    }
  }

  /// - Parameters:
  ///   - size: the limits.
  ///   - extreme: a price above the worth of every unit of size; below its negative every node is worth
  ///     taking.
  ///   - cut: the best set at a price.
  init(size: ClosedRange<Int>, extreme: Int, cut: (Int) -> PricedSet) {
    var least = (bound: Int.max, price: 0)
    func evaluate(_ price: Int) -> PricedSet {
      let line = cut(price)
      let bound =
        line.value(at: price) + price * (price < 0 ? size.lowerBound : size.upperBound)
      if bound < least.bound { least = (bound, price) }
      return line
    }
    let unpriced = evaluate(0)
    guard !size.contains(unpriced.size) else {
      (bound, price) = least
      regions = [unpriced.region]
      return
    }
    let wanted = unpriced.size > size.upperBound ? size.upperBound : size.lowerBound
    // At a price above every value the cut keeps what is forced; below every value, all.
    var (larger, smaller) =
      unpriced.size > wanted
      ? (unpriced, evaluate(extreme)) : (evaluate(-extreme), unpriced)
    for _ in 0..<Self.mostCuts where larger.size > wanted && smaller.size < wanted {
      let price = floorQuotient(larger.objective - smaller.objective, larger.size - smaller.size)
      let line = evaluate(price)
      if line.size == larger.size || line.size == smaller.size { break }
      if line.size >= wanted { larger = line }
      if line.size <= wanted { smaller = line }
    }
    (bound, price) = least
    regions = larger.size == smaller.size ? [larger.region] : [smaller.region, larger.region]
  }
}

/// The quotient rounded towards −∞, for a positive divisor.
private func floorQuotient(_ dividend: Int, _ divisor: Int) -> Int {
  let quotient = dividend / divisor
  return dividend % divisor < 0 ? quotient - 1 : quotient
}
