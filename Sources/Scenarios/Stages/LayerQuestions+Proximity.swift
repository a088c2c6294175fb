import LandModel
package import LayoutAnalysis
import Projections

extension LayerQuestions {
  /// Kinds beyond which an attribute tells no kinds apart, but features.
  static let mostKinds = 1000

  /// Measures how far towns are from layers and points.
  ///
  /// - Throws: ``ScenarioError``, ``ProjectionError`` or ``LayerStoreError`` for the first layer that cannot
  ///   be used: not readable, without features or reference system, points that are none, an attribute that
  ///   is missing or no weight.
  package func proximity(_ query: ProximityQuery) throws -> Answer<ProximityResult> {
    let declared = [query.towns] + query.layers + query.points
    let intake = try declared.map { try MeasuredLayer($0) }
    guard let first = intake.first else {
      preconditionFailure("A question is asked about at least one layer.")
    }
    let grid =
      try crs.map { try WorkingGrid.resolve($0) }
      ?? GridChoice.grid(for: first.source.geometry.positions, in: first.system)
    let inputs = try intake.map { try $0.input(on: grid) }
    for layer in intake.suffix(query.points.count) { try layer.requirePoints() }
    let outcome = try BoundaryValidation(parameters: MeasuredLayer.parameters).result(
      of: inputs, workers: workers)
    let checked = outcome.layers
    for (layer, left) in zip(intake, checked) where left.count == 0 {
      throw ScenarioError.nothingValid(key: layer.declared.key, address: layer.source.address)
    }
    let points = try zip(intake, checked).suffix(query.points.count).map { layer, checked in
      try layer.kindedPoints(checked)
    }
    var result = Proximity(parameters: query.parameters).result(
      towns: checked[0], layers: Array(checked[1..<(1 + query.layers.count)]), points: points,
      workers: workers)
    if query.measuresGeodesics {
      let geodesic = Geodesic()
      result = result.measuringGeodesics { geodesic.length(from: $0, to: $1, on: grid) }
    }
    return Answer(grid: grid, result: result, validation: outcome.result)
  }
}
