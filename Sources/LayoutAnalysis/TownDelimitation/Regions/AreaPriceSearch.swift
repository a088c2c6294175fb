/// The price of area at which the best region has the wanted size, and the bound it proves.
///
/// For any price μ of a cell, max F(x) − μ·Σx is one minimum cut, and D(μ) = that + μ·n⁺ (μ ≥ 0) or
/// μ·n⁻ (μ < 0) is no less than F of any region within the limits of size (Lagrange). D is convex and
/// piecewise linear in μ: each cut gives a line, and the next price is where the lines on either side
/// of the wanted size cross (Eisner and Severance 1976), until a cut lies on both.
struct AreaPriceSearch {
  /// No set of nodes within the limits of size has a greater F; with star rows, no star-shaped one.
  let bound: Int
  /// The sets met at the ends of the search, nested, from the smallest: with star rows each is
  /// connected.
  let regions: [[Bool]]

  /// More cuts than the lines of any instance seen (about ten); a guard, since any μ gives a bound.
  private static let mostCuts = 60

  init(_ model: RegionModel, isStarShaped: Bool) {
    var cut = HexagonCut(model, isStarShaped: isStarShaped)
    let size = model.size
    var bound = Int.max
    func evaluate(_ price: Int) -> Line {
      let line = Line(cut.region(areaPrice: price), of: model)
      bound = min(
        bound, line.value(at: price) + price * (price < 0 ? size.lowerBound : size.upperBound))
      return line
    }
    let unpriced = evaluate(0)
    guard !size.contains(unpriced.count) else {
      self.bound = bound
      regions = [unpriced.region]
      return
    }
    let wanted = unpriced.count > size.upperBound ? size.upperBound : size.lowerBound
    // At a price above every value the cut keeps what is forced; below every value, all.
    let extreme = (model.values.map { abs($0) }.max() ?? 0) + 6 * model.sidePrice + 1
    var (larger, smaller) =
      unpriced.count > wanted
      ? (unpriced, evaluate(extreme)) : (evaluate(-extreme), unpriced)
    for _ in 0..<Self.mostCuts where larger.count > wanted && smaller.count < wanted {
      let price = floorQuotient(
        larger.objective - smaller.objective, larger.count - smaller.count)
      let line = evaluate(price)
      if line.count == larger.count || line.count == smaller.count { break }
      if line.count >= wanted { larger = line }
      if line.count <= wanted { smaller = line }
    }
    self.bound = bound
    regions = larger.count == smaller.count ? [larger.region] : [smaller.region, larger.region]
  }

  /// F and size of a set: its worth at any price.
  private struct Line {
    let region: [Bool]
    let count: Int
    let objective: Int

    init(_ region: [Bool], of model: RegionModel) {
      self.region = region
      count = region.trueCount
      objective = model.objective(of: region)
    }

    func value(at price: Int) -> Int { objective - price * count }
  }
}

/// The quotient rounded towards −∞, for a positive divisor.
private func floorQuotient(_ dividend: Int, _ divisor: Int) -> Int {
  let quotient = dividend / divisor
  return dividend % divisor < 0 ? quotient - 1 : quotient
}
