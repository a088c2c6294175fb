import LandModel
import LayerStore
package import LayoutAnalysis
import Projections

/// Measurements of towns against constraint layers.
extension LayerQuestions {
  /// Checks towns against constraint layers, one rule for each.
  ///
  /// Of the attributes only those that layers and rules name are read, and of the rules of validation only
  /// ``RuleSelection/beforeMeasuring`` are asked.
  ///
  /// - Parameters:
  ///   - fields: attributes of the towns that rules and levelling read.
  ///   - proposing: how compliant boundaries are drawn; nil for none.
  package func check(
    towns: PlanLayer, fields: TownFields = TownFields(),
    against constraints: [(layer: PlanLayer, rule: ConstraintRule)],
    parameters: RedLineParameters = RedLineParameters(), proposing: CompliantParameters? = nil
  ) throws -> CheckAnswer {
    let checked = try checked(towns: towns, fields: fields, against: constraints)
    let rules = constraints.indices.map { place in
      let declared = constraints[place]
      return Constraint(
        layer: checked.layers[place], title: declared.layer.title, rule: declared.rule,
        source: declared.layer.source, vintage: declared.layer.vintage,
        unmeasured: checked.unmeasured[place])
    }
    let result = try RedLineCheck(parameters: parameters).result(
      towns: checked.towns, constraints: rules, fields: fields, workers: workers)
    let proposals = try proposing.map { proposing in
      try CompliantProposals(
        parameters: proposing, check: parameters, constraints: rules, fields: fields,
        workers: workers
      ).result(for: checked.towns, check: result)
    }
    return CheckAnswer(
      grid: checked.grid, result: result, proposals: proposals, validation: checked.validation)
  }

  /// Measures each town against each feature alone.
  package func pairs(
    of towns: PlanLayer, with layers: [PlanLayer], listsPairs: Bool
  ) throws -> Answer<PairTable> {
    let checked = try checked(
      towns: towns, fields: TownFields(), against: layers.map { ($0, .forbid) })
    var measurement = PairMeasurement()
    measurement.listsPairs = listsPairs
    let overlaps = try measurement.result(
      towns: checked.towns, layers: checked.layers, workers: workers)
    return Answer(
      grid: checked.grid,
      result: PairTable(
        townIDs: checked.towns.ids, layers: overlaps, isListed: listsPairs,
        leftOut: checked.leftOut),
      validation: checked.validation)
  }

  /// Towns and constraint layers on one grid, without what is invalid.
  private struct CheckedLayers {
    let grid: GaussKrugerGrid
    let towns: CheckedLayer
    let layers: [CheckedLayer]
    /// For each constraint layer, what was left out of it.
    let unmeasured: [UnmeasuredFeatures]
    let validation: BoundaryResult
    /// Features of all layers that were left out.
    let leftOut: LeftOutFeatures
  }

  private func checked(
    towns: PlanLayer, fields: TownFields,
    against constraints: [(layer: PlanLayer, rule: ConstraintRule)]
  ) throws -> CheckedLayers {
    let (grid, intake) = try load(
      [towns] + constraints.map(\.layer),
      measuring: [fields.names] + constraints.map(\.rule.fields))
    if let layer = intake.first {
      try layer.projection.layer.requirePolygons(
        key: layer.declared.key, address: layer.address)
      try fields.requireAttributes(
        of: layer.source.attributes, key: towns.key, address: layer.address)
    }
    try requireFit(of: intake.dropFirst(), for: constraints.map(\.rule))
    let outcome = try validate(
      intake, parameters: BoundaryParameters(selection: .beforeMeasuring))
    guard let checkedTowns = outcome.layers.first else {
      preconditionFailure("Validation returns a layer for each it was given.")
    }
    try requireUsable(outcome.layers.dropFirst(), of: intake.dropFirst())
    return CheckedLayers(
      grid: grid, towns: checkedTowns, layers: Array(outcome.layers.dropFirst()),
      unmeasured: zip(intake, outcome.layers).dropFirst().map { layer, checked in
        UnmeasuredFeatures(of: layer.projection.layer, leftOutOf: checked)
      },
      validation: outcome.result,
      leftOut: outcome.leftOut)
  }

  /// Refuses constraint layers that their rules cannot judge.
  func requireFit(
    of layers: some Sequence<LayerIntake.Layer>, for rules: [ConstraintRule]
  ) throws {
    for (layer, rule) in zip(layers, rules) {
      try rule.requireAttributes(
        of: layer.source.attributes, key: layer.declared.key, address: layer.address)
      try rule.requireGeometry(
        of: layer.projection.layer, key: layer.declared.key, address: layer.address)
    }
  }

  /// Refuses constraint layers of which validation left nothing: towns would all be clear of them.
  func requireUsable(
    _ checked: some Sequence<CheckedLayer>, of layers: some Sequence<LayerIntake.Layer>
  ) throws {
    for (checked, layer) in zip(checked, layers)
    where !checked.geometry.kinds.contains(where: { $0 != .null }) {
      throw ScenarioError.nothingValid(key: layer.declared.key, address: layer.address)
    }
  }
}
