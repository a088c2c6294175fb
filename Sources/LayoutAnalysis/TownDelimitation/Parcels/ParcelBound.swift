import LandModel

/// An upper bound on the objective of every region of parcels, connected or not.
///
/// As for cells (``RegionBound``), a share of the borders' price is taken out of the cut and charged for
/// the shortest outline that the smallest area can have: the circle's, 2√(πA⁻).
struct ParcelBound {
  let model: ParcelModel

  /// What bounds the objective, and the sets met on the way.
  func result() -> RegionBound.Proof {
    var proof = RegionBound.Proof(bound: .max, starBound: .max, regions: [])
    let best = OutlineShare.leastBound { share, _ in
      let search = search(share, isStarShaped: false)
      proof.regions += search.regions
      return search.bound - charge(share)
    }
    proof.bound = best.bound
    let star = search(best.share, isStarShaped: true)
    proof.starBound = min(proof.bound, star.bound - charge(best.share))
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

  /// A price above the worth of any unit's area, as far as the network can add up.
  ///
  /// What a sliver is worth for its area knows no bound. Where sums would overflow, slivers stay in the set at
  /// the highest price; any price gives a bound.
  private var extreme: Int {
    var (highest, worths, area) = (1, 0.0, Double(model.size.upperBound))
    for node in model.values.indices {
      let worth =
        abs(model.values[node]) + model.outerBorders[node] + model.borders[node].reduce(0, +)
      highest = max(highest, worth / max(1, model.areas[node]) + 1)
      worths += Double(worth)
      area += Double(model.areas[node])
    }
    let room = (Double(FlowNetwork.unlimited) / 2 - worths) / max(1, area)
    return min(highest, max(1, Int(room)))
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
