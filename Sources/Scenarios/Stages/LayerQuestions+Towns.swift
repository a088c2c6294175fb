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
  /// Without ``crs`` the first constraint layer chooses the grid, so that the same layers give the same
  /// grid whichever towns follow.
  ///
  /// - Throws: ``LayerStoreError``, ``ProjectionError`` or ``ScenarioError`` for the first layer that
  ///   cannot be used.
  package func townSession(
    against constraints: [(layer: PlanLayer, rule: ConstraintRule)],
    parameters: RedLineParameters = RedLineParameters()
  ) throws -> TownSession {
    let (grid, intake) = try load(constraints.map(\.layer))
    let outcome = try validate(intake, parameters: BoundaryParameters())
    let rules = zip(constraints, outcome.layers).map { declared, layer in
      Constraint(layer: layer, title: declared.layer.title, rule: declared.rule)
    }
    return TownSession(
      grid: grid,
      session: RedLineSession(rules, parameters: parameters, workers: workers),
      constraints: zip(intake, constraints).map { layer, declared in
        // The rule as Swift prints it: every value that it holds, those of rules to come as well.
        InputIdentity(
          name: layer.declared.key, sha256: layer.sha256, rule: "\(declared.rule)")
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
  package let rule: String?

  package init(name: String, sha256: String, rule: String? = nil) {
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
