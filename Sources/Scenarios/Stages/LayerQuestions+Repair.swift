import LandModel
import LayerStore
package import LayoutAnalysis
import Projections

extension LayerQuestions {
  /// Validates a layer, repairs what was asked for, and validates the result by the same rules.
  ///
  /// Repair decides in the working grid; positions of untouched vertices are those of the file, and only
  /// new vertices are transformed back.
  package func repair(
    of declared: PlanLayer, beside: LayersBeside = LayersBeside(),
    parameters: BoundaryParameters = BoundaryParameters(), repair: RepairParameters
  ) throws -> RepairRun {
    let (grid, intake, units, context) = try load([declared], beside: beside, isGuessing: false)
    guard let layer = intake.first else { preconditionFailure("One layer for each declared.") }
    let before = try validate([layer], context: context, parameters: parameters)
    let result = try BoundaryRepair(parameters: repair).result(
      for: layer.projection.layer, allowedGaps: context.allowedGaps, workers: workers)
    let geometry = try sourceGeometry(of: result.repaired, from: layer)
    let rows = result.repaired.sourceRows
    let source = SourceLayer(
      address: layer.source.address, crs: layer.source.crs, geometry: geometry,
      numbers: rows.map { layer.source.numbers[$0] },
      attributes: layer.source.attributes.selecting(rows: rows),
      remarks: layer.source.remarks.compactMap { $0.selecting(rows: rows) })
    let projection = try LayerProjection(
      of: source, key: declared.key, idAttribute: declared.attributes["id"],
      declaredCRS: declared.crs, to: grid)
    let repaired = LayerIntake.Layer(
      declared: declared, address: layer.address, source: source, projection: projection,
      sha256: layer.sha256)
    let after = try validate([repaired], context: context, parameters: parameters)
    return RepairRun(
      grid: grid, crs: layer.projection.source, parameters: repair, source: layer.source.address,
      before: before.result, repair: result,
      rest: ValidationRun(
        grid: grid, result: after.result,
        layers: zip([repaired], after.layers).map { RunLayer($0, checked: $1) },
        administrative: units.map(RunLayer.init(unchecked:)), parameters: parameters),
      geometry: geometry,
      attributes: source.attributes,
      numbers: layer.source.statedNumbers.map { numbers in rows.map { numbers[$0] } })
  }

  /// The repaired geometries in the reference system of the file.
  private func sourceGeometry(
    of repaired: RepairedLayer, from layer: LayerIntake.Layer
  ) throws -> GeometryColumn {
    let (given, column) = (layer.source.geometry.positions, repaired.layer.geometry)
    let new = column.positions.indices.filter { repaired.origins[$0] == nil }
    var made = new.map { column.positions[$0] }
    let (grid, system) = (repaired.layer.grid.crs, layer.projection.source)
    if grid != system, !made.isEmpty {
      let lost = try Projector(from: grid, to: system).transform(&made)
      guard lost == 0 else {
        throw ScenarioError.positionsLost(
          address: layer.address, count: lost, from: grid, to: system)
      }
    }
    var positions = column.positions
    for (index, origin) in repaired.origins.enumerated() {
      if let origin { positions[index] = given[Int(origin)] }
    }
    for (index, position) in zip(new, made) {
      positions[index] = position
    }
    return column.replacingPositions(positions)
  }
}
