/// The nested star-shaped regions that are best at some price of area, as the price falls.
///
/// One minimum cut for each price; where the lines of two regions cross, either a region between them is
/// better there, or none is at any price between (Eisner and Severance 1976).
struct SizeBreakpoints {
  /// From the smallest, within the limits of size and the nearest beyond them.
  let regions: [[Bool]]

  /// Regions that differ by less than this share of the most cells are not told apart.
  private static let finest = 0.02

  init(_ model: RegionModel) {
    var cut = HexagonCut(model, isStarShaped: true)
    func line(_ price: Int) -> Line {
      let region = cut.region(areaPrice: price)
      return Line(
        region: region, count: region.trueCount, objective: model.objective(of: region))
    }
    let size = model.size
    let step = max(1, Int(Self.finest * Double(size.upperBound)))
    func between(_ small: Line, _ large: Line) -> [Line] {
      guard large.count - small.count > step, small.count < size.upperBound,
        large.count > size.lowerBound
      else { return [] }
      let price = Int(
        (Double(large.objective - small.objective) / Double(large.count - small.count))
          .rounded(.down))
      let middle = line(price)
      guard middle.count > small.count, middle.count < large.count else { return [] }
      return between(small, middle) + [middle] + between(middle, large)
    }
    // At a price above every value the cut keeps the start alone; below every value, all.
    let extreme = (model.values.map { abs($0) }.max() ?? 0) + 6 * model.sidePrice + 1
    let (least, most) = (line(extreme), line(-extreme))
    regions = ([least] + between(least, most) + [most]).map(\.region)
  }

  private struct Line {
    let region: [Bool]
    let count: Int
    let objective: Int
  }
}
