package import LandModel
import LayerStore
package import LayoutAnalysis
import Projections

extension LayerQuestions {
  /// Constraint layers ready for towns that come one by one.
  package struct TownSession: Sendable {
    package let grid: GaussKrugerGrid
    package let session: RedLineSession
    /// In the order given.
    package let constraints: [InputIdentity]
    /// What validation found in the constraint layers; what is invalid is left out, and this says what.
    package let validation: BoundaryResult
  }

  /// Reads, validates and indexes constraint layers once.
  ///
  /// By the rules of ``LayoutAnalysis/RuleSelection/beforeMeasuring``, as ``check(towns:fields:against:parameters:proposing:)``.
  ///
  /// Without ``crs`` the first constraint layer chooses the grid, so that the same layers give the same
  /// grid whichever towns follow.
  ///
  /// - Throws: ``LayerStoreError``, ``ProjectionError`` or ``ScenarioError`` for the first layer that
  ///   cannot be used.
  package func townSession(
    against constraints: [(layer: PlanLayer, rule: ConstraintRule)],
    parameters: RedLineParameters = RedLineParameters(), fields: TownFields = TownFields()
  ) throws -> TownSession {
    let (grid, intake) = try load(
      constraints.map(\.layer), measuring: constraints.map(\.rule.fields))
    try requireFit(of: intake, for: constraints.map(\.rule))
    let outcome = try validate(
      intake, parameters: BoundaryParameters(selection: .beforeMeasuring))
    try requireUsable(outcome.layers, of: intake)
    let rules = constraints.indices.map { place in
      let (declared, layer) = (constraints[place], outcome.layers[place])
      return Constraint(
        layer: layer, title: declared.layer.title, rule: declared.rule,
        source: declared.layer.source, vintage: declared.layer.vintage,
        unmeasured: UnmeasuredFeatures(
          of: intake[place].projection.layer, leftOutOf: layer))
    }
    return TownSession(
      grid: grid,
      session: RedLineSession(
        rules, parameters: parameters, fields: fields, workers: workers),
      constraints: try zip(intake, constraints).map { layer, declared in
        InputIdentity(
          name: layer.declared.key,
          sha256: try Checksum.sha256(ofLayerFile: layer.address.file),
          rule: declared.rule)
      },
      validation: outcome.result)
  }
}

/// An input of a run, told by its content: two runs of equal inputs and parameters answer alike.
package struct InputIdentity: Sendable, Equatable {
  /// Key of the layer.
  package let name: String
  package let sha256: String
  /// The rule it stands for, with its values; nil for what is judged.
  package let rule: ConstraintRule?

  package init(name: String, sha256: String, rule: ConstraintRule? = nil) {
    self.name = name
    self.sha256 = sha256
    self.rule = rule
  }

  /// The identity of a layer's file.
  ///
  /// - Throws: where the file cannot be read.
  package init(file layer: PlanLayer) throws {
    let address = LayerAddress.parse(layer.file)
    self.init(name: layer.key, sha256: try Checksum.sha256(ofLayerFile: address.file))
  }
}
