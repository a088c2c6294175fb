/// A region of parcels that was found, and how far from the best it can be.
struct FoundParcels {
  let isInside: [Bool]
  /// 0.01 m².
  let area: Int
  let objective: Int
  /// No region of the same limits has more.
  let bound: Int
  /// No star-shaped one has more.
  let starBound: Int
}

/// Finds a connected region of parcels without holes of great objective, and a bound on all of them.
///
/// Sets from cuts with and without star rows, growth from the start and round sets elsewhere are brought to size and improved
/// at the boundary; each goes on past its local optimum for a while, and the best region met is kept. Where the area cannot be reached, the region is as large as it can
/// be made.
struct ParcelSearch {
  let model: ParcelModel
  /// A set that the solver found, looked at beside the others.
  let hint: [Bool]?

  init(_ model: ParcelModel, hint: [Bool]? = nil) {
    self.model = model
    self.hint = hint
  }

  /// Moves past a local optimum: enough for the best of sixteen parcels in nearly all of the seeded maps, few
  /// beside the cuts.
  private static let steps = 60
  /// Round regions looked at beside the cuts.
  private static let discs = 6

  /// - Complexity: about fifty maximum flows on the graph.
  func result() -> FoundParcels {
    let proof = ParcelBound(model: model).result()
    var best = ParcelShape(model)
    best.insert(allOf: model.isForced)
    consider([], &best)
    for (place, region) in proof.regions.enumerated()
    where !proof.regions[..<place].contains(region) {
      consider(region, &best)
    }
    for region in model.roundRegions(Self.discs) { consider(region, &best) }
    if let hint { consider(hint, &best) }
    var (bound, starBound) = (max(proof.bound, best.objective), proof.starBound)
    if !model.size.contains(best.area) {
      bound = looseBound(for: best)
      starBound = bound
    }
    return FoundParcels(
      isInside: best.isInside, area: best.area, objective: best.objective, bound: bound,
      starBound: starBound)
  }

  private func consider(_ region: [Bool], _ best: inout ParcelShape) {
    var shape = ParcelShape(model)
    shape.insert(allOf: model.isForced)
    shape.insert(allOf: region)
    shape.shrink(within: model.size)
    shape.grow(within: model.size)
    if model.size.contains(shape.area) {
      shape.improve(within: model.size)
      shape.wander(within: model.size, steps: Self.steps)
    }
    if isBetter(shape, than: best) { best = shape }
  }

  /// What is forced comes first, then the area while it is below its limit, then F.
  private func isBetter(_ shape: ParcelShape, than other: ParcelShape) -> Bool {
    func rank(_ shape: ParcelShape) -> (Int, Int, Int, Int) {
      let held = shape.isInside.indices.count { model.isForced[$0] && shape.isInside[$0] }
      return (
        held, shape.area <= model.size.upperBound ? 1 : 0,
        min(shape.area, model.size.lowerBound), shape.objective
      )
    }
    return rank(shape) > rank(other)
  }

  /// Where the area was missed, the bound is over all that is at least as large as was found.
  private func looseBound(for shape: ParcelShape) -> Int {
    let low = min(shape.area, model.size.lowerBound)
    let wider = ParcelModel(
      graph: model.graph, values: model.values, areas: model.areas, metrePrice: model.metrePrice,
      size: low...max(low, model.size.upperBound))
    return max(ParcelBound(model: wider).result().bound, shape.objective)
  }
}
