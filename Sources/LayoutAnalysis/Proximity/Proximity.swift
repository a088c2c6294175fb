package import LandModel
import SpatialIndex

/// Measures how far towns are from layers and points, and what lies within several distances of them.
///
/// Distances are straight lines on the working grid, edge to edge: zero where a town and a feature have a
/// position in common or one lies inside the other. No pairs are listed and no buffers are built.
package struct Proximity: Sendable {
  package let parameters: ProximityParameters

  package init(parameters: ProximityParameters = ProximityParameters()) {
    self.parameters = parameters
  }

  /// The nearest feature of each target for every town, and the points within each radius.
  ///
  /// - Parameters:
  ///   - towns: points, lines or polygons in metres.
  ///   - layers: layers of any kind in the same reference system, each one target.
  ///   - points: layers of points, each kind of which is a target.
  ///   - workers: how many tasks at once; nil for one per processor. The result is the same for any.
  /// - Complexity: O((n + m) log m) for n towns and m edges and points, plus the edges near each other.
  package func result(
    towns: CheckedLayer, layers: [CheckedLayer], points: [KindedPoints] = [], workers: Int? = nil
  ) -> ProximityResult {
    for layer in layers + points.map(\.layer) {
      precondition(layer.grid == towns.grid, "Layers share one reference system.")
    }
    let indexes =
      layers.map { TargetIndex(layer: $0) } + points.flatMap { TargetIndex.indexes(of: $0) }
    // Towns near each other are looked at one after the other: what they are near to is at hand.
    let order = towns.rowsInCurveOrder(towns.geometry.boundingBoxes)
    let size = max(8, min(1024, towns.count / 64))
    let chunks = Chunks.map(count: towns.count, size: size, workers: workers) { places in
      var worker = ProximityWorker(towns: towns, indexes: indexes, radii: parameters.radii)
      return places.map { worker.entries(ofTown: order[$0]) }
    }
    var byTown = [[ProximityEntry]](repeating: [], count: towns.count)
    for (place, entries) in chunks.joined().enumerated() { byTown[order[place]] = entries }
    return ProximityResult(
      townsMeasured: towns.count, radii: parameters.radii, targets: indexes.map(\.target),
      entries: byTown.flatMap { $0 },
      scale: scale(
        over: [towns.geometry] + (layers + points.map(\.layer)).map(\.geometry), on: towns.grid))
  }

  private func scale(over columns: [GeometryColumn], on grid: GaussKrugerGrid) -> GridScale? {
    var box = BoundingBox.empty
    for column in columns {
      for position in column.positions { box.extend(to: position) }
    }
    return grid.scale(over: box)
  }
}
