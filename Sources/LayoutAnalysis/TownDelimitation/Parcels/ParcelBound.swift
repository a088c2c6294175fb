import LandModel

/// An upper bound on the objective of every region of parcels, connected or not.
///
/// As for cells (``RegionBound``), a share of the borders' price is taken out of the cut and charged for
/// the shortest outline that the smallest area can have: the circle's, 2√(πA⁻).
struct ParcelBound {
  let model: ParcelModel
  private static let shares = [8, 7, 6, 4, 0]

  /// What bounds the objective, and the sets met on the way.
  func result() -> RegionBound.Proof {
    var proof = RegionBound.Proof(bound: .max, starBound: .max, regions: [])
    var bestShare = 0
    func lowers(_ share: Int) -> Bool {
      let search = search(share, isStarShaped: false)
      proof.regions += search.regions
      let bound = search.bound - charge(share)
      guard bound < proof.bound else { return false }
      (proof.bound, bestShare) = (bound, share)
      return true
    }
    // Bounds are convex in the share: no better than a neighbour, no better beyond it.
    let middle = 2
    _ = lowers(Self.shares[middle])
    let before = Self.shares[..<middle].reversed().prefix(while: lowers)
    if before.isEmpty { _ = Self.shares[(middle + 1)...].prefix(while: lowers) }
    let star = search(bestShare, isStarShaped: true)
    proof.starBound = min(proof.bound, star.bound - charge(bestShare))
    proof.regions += star.regions
    return proof
  }

  private func search(_ share: Int, isStarShaped: Bool) -> AreaPriceSearch {
    let relaxed = model.leavingOut(share)
    return AreaPriceSearch(size: model.size, extreme: extreme) { price in
      let region = relaxed.best(areaPrice: price, isStarShaped: isStarShaped)
      return PricedSet(
        region: region, size: relaxed.area(of: region), objective: relaxed.objective(of: region))
    }
  }

  /// A price above the worth of any unit's area.
  private var extreme: Int {
    model.values.indices.reduce(1) { most, node in
      let worth =
        abs(model.values[node]) + model.outerBorders[node]
        + model.borders[node].reduce(0, +)
      return max(most, worth / max(1, model.areas[node]) + 1)
    }
  }

  private func charge(_ share: Int) -> Int { model.shortestOutline(share: share) }
}

extension ParcelModel {
  /// What a region's outline is charged at least, of so many eighths of its price, less what rounding of each
  /// border may hide.
  func shortestOutline(share: Int) -> Int {
    let area = Double(size.lowerBound) / ParcelMeasure.areaUnits
    let shortest = 2 * (Double.pi * area).squareRoot()
    let borders = graph.neighbours.elements.count + graph.count
    return max(0, Int(metrePrice * shortest * Double(share) / 8) - 2 * borders)
  }

  /// The same question for the solver.
  var program: RegionProgram {
    var all: [RegionProgram.Border] = []
    for node in 0..<graph.count {
      for (other, price) in zip(graph.neighbours[node], borders[node]) where Int(other) > node {
        all.append(RegionProgram.Border(first: node, second: Int(other), price: price))
      }
    }
    return RegionProgram(
      values: values, outerPrices: outerBorders, borders: all, sizes: areas, size: size,
      isForced: isForced, shortestOutline: shortestOutline(share: 8))
  }
}
