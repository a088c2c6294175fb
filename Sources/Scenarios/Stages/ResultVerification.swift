import LandModel
import LayoutAnalysis

/// Puts the chosen towns through the validation and the check that submitted boundaries go through.
struct ResultVerification {
  /// What the chosen towns' own validation and check found.
  struct Outcome {
    let validation: BoundaryResult
    let check: RedLineResult
  }

  /// Key of the layer of chosen towns in findings.
  static let layerKey = "planned-towns"

  let run: PlanRun
  let city: ValidatedCity
  let layout: LaidOutCity

  /// - Throws: ``ScenarioError/ownResultBreaksRules(_:)`` for an error among the findings or a breach
  ///   of a constraint.
  func outcome() throws -> Outcome {
    let towns = layer(key: Self.layerKey, \.boundary)
    let expectation = LayerExpectation(
      idField: "town_id",
      countyField: run.plan.delimitation.staysInCounty ? "county" : nil,
      liesInAdministrativeBoundary: true, excludesOverlap: true)
    let outcome = try BoundaryValidation(parameters: run.plan.validate).result(
      of: [LayerInput(layer: towns, expectation: expectation)],
      context: BoundaryContext(administrative: city.administrative),
      workers: run.workers)
    let check = try run.checked(
      outcome.layers.first ?? CheckedLayer(towns, keepingValidRows: []), in: city)
    let construction = layer(key: "construction-land", \.constructionBoundary)
    let building = try run.checkedConstruction(
      CheckedLayer(construction, keepingValidRows: Array(0..<construction.count)), in: city)
    let broken =
      outcome.result.findings.filter { $0.severity == .error }.map(\.message)
      + (check.results + building.results).filter(\.isBreach).map { breach in
        LocalizedText(
          english: "town \(breach.townID.text) breaks the rule of \(breach.constraint)",
          chinese: "小镇 \(breach.townID.text) 违反 \(breach.constraint) 规则")
      }
      + (try audit())
    guard broken.isEmpty else { throw ScenarioError.ownResultBreaksRules(broken) }
    return Outcome(validation: outcome.result, check: check)
  }

  /// What a second path, which shares nothing with the search, finds wrong with the layout.
  private func audit() throws -> [LocalizedText] {
    let inputs = layout.delimited.inputs
    return try PlanAudit(parameters: run.plan.layout).findings(
      of: layout.layout, delimitation: layout.delimited.delimitation, resources: inputs.resources,
      counties: inputs.countyList)
  }

  /// The chosen towns' boundaries of one kind as a layer, in the order of their proposals.
  private func layer(key: String, _ boundary: KeyPath<TownProposal, Geometry>) -> ProjectedLayer {
    let proposals = layout.layout.chosen.map { layout.delimited.delimitation.proposals[$0] }
    let sites = proposals.map { layout.delimited.delimitation.sites[$0.site] }
    return ProjectedLayer(
      key: key, grid: city.grid, geometry: GeometryColumn(proposals.map { $0[keyPath: boundary] }),
      ids: sites.map(\.id),
      attributes: AttributeTable(
        names: ["town_id", "name", "county", "industry"],
        columns: [
          .text(sites.map(\.id.text)), .text(sites.map(\.name)), .text(sites.map(\.county.text)),
          .text(proposals.map(\.industry)),
        ]))
  }
}
