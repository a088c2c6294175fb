internal import LandModel
internal import SpatialIndex
internal import Topology

/// Finds out how each town lies to each constraint layer.
///
/// | rule | area that is measured | broken when |
/// |---|---|---|
/// | forbid | town ∩ union of the layer | it is more than a sliver |
/// | limit | the same | it is more than a sliver, and above the share or the area allowed |
/// | buffer | part of the town nearer to the layer than the distance | it is more than a sliver |
/// | inside | town − union of the layer | it is more than a sliver |
///
/// Areas in common come from sums over edges (``SpatialIndex``), which tell towns that are apart, inside
/// or cut; only what is cut is overlaid by GEOS, against the neighbourhood of the town in the feature, and
/// the two areas are held against each other.
package struct RedLineCheck: Sendable {
  package internal(set) var parameters: RedLineParameters

  package init(parameters: RedLineParameters = RedLineParameters()) {
    self.parameters = parameters
  }

  /// The result for every town and every constraint layer whose rule knows no classes.
  ///
  /// Features of one layer that overlap are counted once. Touching is not an overlap; an area exactly at
  /// the smallest one counts, and so does a distance exactly at "near". A town at exactly the distance of
  /// a `buffer` keeps it. An empty layer is clear for all rules but `inside`, where the whole town lies
  /// outside.
  ///
  /// - Parameters:
  ///   - towns: polygons in metres.
  ///   - constraints: layers in the same reference system, in the order of the plan.
  ///   - workers: how many tasks at once; nil for one per processor. The result is the same for any.
  /// - Throws: ``TopologyError`` when GEOS fails on a geometry that passed validation.
  /// - Complexity: O((n + m) log m) for n towns and m edges of the layers, plus the edges near each other.
  func measured(
    towns: CheckedLayer, constraints: [Constraint], workers: Int? = nil
  ) throws(TopologyError) -> RedLineResult {
    for constraint in constraints {
      precondition(constraint.layer.grid == towns.grid, "Layers share one reference system.")
    }
    let indexes = constraints.map { ConstraintIndex($0, workers: workers) }
    // Towns near each other go to one worker, which keeps what it cut out of the red lines.
    let order = towns.rowsInCurveOrder
    let size = max(8, min(1024, towns.count / 64))
    let chunks = try Chunks.map(count: towns.count, size: size, workers: workers) {
      places throws(TopologyError) in
      let worker = TownWorker(towns: towns, indexes: indexes, parameters: parameters)
      var results: [TownResult] = []
      results.reserveCapacity(places.count)
      for place in places { results.append(try worker.result(ofTown: order[place])) }
      return results
    }
    var byTown = [TownResult?](repeating: nil, count: towns.count)
    for (place, result) in chunks.joined().enumerated() { byTown[order[place]] = result }
    return RedLineResult(
      townsChecked: towns.count,
      results: byTown.flatMap { $0?.results ?? [] },
      overlappingPairs: byTown.reduce(0) { $0 + ($1?.overlappingPairs ?? 0) })
  }
}

/// The results of one town, by constraint.
struct TownResult: Sendable {
  let results: [ConstraintResult]
  let overlappingPairs: Int
}
