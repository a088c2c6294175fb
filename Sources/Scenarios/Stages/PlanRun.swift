import Foundation
package import LandModel
import LayerStore
package import LayoutAnalysis
import Projections

/// Answers a plan's questions in their order: the one place that decides it.
///
/// Each step takes what the earlier ones gave: `layers → findings and checked layers → red-line check →
/// delimitation → layout → verification of the result`.
package struct PlanRun: Sendable {
  package let plan: Plan
  /// Parallel workers, nil for one per processor; the result is the same for any number.
  package let workers: Int?
  /// Where the layout's programs are solved; one process solves those of one run at a time.
  package let solver: LayoutSolver
  let progress: ProgressHandler

  package init(
    plan: Plan, workers: Int? = nil, solver: LayoutSolver = .inProcess,
    progress: @escaping ProgressHandler = { _ in }
  ) {
    self.plan = plan
    self.workers = workers
    self.solver = solver
    self.progress = progress
  }

  /// Reads and validates the plan's layers.
  ///
  /// - Throws: the reader's, the projection's or a ``ScenarioError`` for a layer that cannot be used.
  package func validated() throws -> ValidatedCity {
    var clock = StageClock()
    let grid = try WorkingGrid.resolve(plan.crs.text)
    let intake = try LayerIntake(
      declared: plan.layers, folder: URL(filePath: plan.file).deletingLastPathComponent()
    ).layers(on: grid, progress: progress)
    clock.end(.read)
    progress(RunProgress(stage: .validate, done: 0, total: 1))
    let administrative = intake.first { $0.declared.role == .administrative }.map {
      AdministrativeBoundary(
        layer: $0.projection.layer, codeField: $0.declared.attributes["id"],
        nameField: $0.declared.attributes["name"])
    }
    if let administrative { try requireNear(administrative.layer) }
    func layer(_ key: String?) -> ProjectedLayer? {
      intake.first { $0.declared.key == key }?.projection.layer
    }
    let context = BoundaryContext(
      administrative: administrative, studyArea: layer(plan.studyArea),
      allowedGaps: layer(plan.allowedGaps), reference: layer(plan.referenceLayer))
    let outcome = try BoundaryValidation(parameters: plan.validate).result(
      of: intake.map(\.input), context: context, workers: workers)
    let layers = zip(intake, outcome.layers).map { RunLayer($0, checked: $1) }
    try ConstraintPlacement(plan: plan, layers: layers, findings: outcome.result.findings)
      .requireReferenceSystems()
    try requireWholeConstraints(layers)
    clock.end(.validate)
    return ValidatedCity(
      grid: grid, layers: layers, administrative: administrative, validation: outcome.result,
      timings: clock.timings)
  }

  /// Half the width of the widest zones in use, 6°, in degrees (domain facts §3.1).
  ///
  /// There a length on the grid is 0.11 % too long; at 38° from the meridian it would be 20 %.
  private static let farthestFromMeridian = 3.0

  /// Refuses a working grid whose central meridian is far from the middle of the city.
  private func requireNear(_ city: ProjectedLayer) throws {
    var box = BoundingBox.empty
    for row in 0..<city.count { box.extend(to: city.geometry.boundingBox(ofRow: row)) }
    guard !box.isEmpty else { return }
    let longitude = city.grid.geodetic(box.centre).x
    guard abs(longitude - city.grid.centralMeridian) <= Self.farthestFromMeridian else {
      throw ScenarioError.gridTooFar(
        grid: city.grid.crs, centralMeridian: city.grid.centralMeridian, cityLongitude: longitude)
    }
  }

  /// Refuses to plan beside constraint features that are left out because they failed validation.
  ///
  /// A candidate left out is a candidate less; a red line left out would count as free land.
  private func requireWholeConstraints(_ layers: [RunLayer]) throws {
    for constraint in plan.constraints {
      guard let layer = layers.first(where: { $0.key == constraint.layer }) else { continue }
      let kept = Set(layer.checked.sourceRows)
      let lost = layer.projected.ids.indices.filter {
        !kept.contains($0) && layer.projected.geometry.kinds[$0] != .null
      }
      guard lost.isEmpty else {
        throw ScenarioError.constraintIncomplete(
          key: layer.key, address: layer.address, features: lost.map { layer.projected.ids[$0] })
      }
    }
  }

  /// Draws the boundaries for all candidates and industries.
  ///
  /// - Parameter known: the boundaries, where they were drawn before with what ``StageKeys`` calls the same.
  package func delimited(
    _ city: ValidatedCity, known: DrawnBoundaries? = nil
  ) throws -> DelimitedCity {
    var clock = StageClock()
    let inputs = try CityInputs(plan: plan, layers: city.layers)
    let warnings = try ConstraintPlacement(
      plan: plan, layers: city.layers, findings: city.validation.findings
    ).warnings()
    // Of towns of parcels that are drawn already only proofs look at the parcels.
    let parcels =
      known == nil || plan.delimitation.proofNodes > 0
      ? try ParcelScreening(run: self, city: city, inputs: inputs).land() : nil
    let land = inputs.land(on: city.grid, parcels: parcels)
    if let known {
      return DelimitedCity(
        grid: city.grid, inputs: inputs, land: land, drawn: known, warnings: warnings,
        timings: city.timings)
    }
    let counter = StageCounter(.delimit, total: inputs.sites.count, handler: progress)
    var parameters = plan.delimitation
    // By key, as sites and resources go by id: the order of the plan file decides no tie.
    parameters.industries.sort { $0.key < $1.key }
    let drawn = try TownDelimitation(parameters: parameters).result(
      sites: inputs.sites, land: land, workers: workers, siteDone: counter.advance)
    let result = try screening(of: city.grid, inputs).screened(drawn)
    clock.end(.delimit)
    return DelimitedCity(
      grid: city.grid, inputs: inputs, land: land, drawn: DrawnBoundaries(result),
      warnings: warnings,
      timings: city.timings + clock.timings)
  }

  /// What takes drawn towns out that break a limit.
  func screening(of grid: GaussKrugerGrid, _ inputs: CityInputs) -> LimitScreening {
    LimitScreening(
      run: self, grid: grid, constraints: inputs.constraints,
      buildingConstraints: inputs.buildingConstraints)
  }

  /// Checks towns against all constraints of the plan.
  ///
  /// - Parameter fields: attributes of the towns that rules and levelling read.
  package func checked(
    _ towns: CheckedLayer, fields: TownFields = TownFields(), in city: ValidatedCity
  ) throws -> RedLineResult {
    let constraints = try CityInputs.constraints(of: plan, layers: city.layers)
    return try RedLineCheck(parameters: plan.check).result(
      towns: towns, constraints: constraints.town, fields: fields, workers: workers)
  }

  /// What the candidates say of themselves; a declared area is looked for by validation.
  private func townFields(of candidates: RunLayer) throws -> TownFields {
    guard let declared = plan.layers(for: .candidates).first else { return TownFields() }
    var fields = TownFields(declared)
    let attributes = candidates.projected.attributes
    if fields.officialArea.map({ attributes[$0] == nil }) == true { fields.officialArea = nil }
    try fields.requireAttributes(
      of: attributes, key: candidates.key, address: candidates.address)
    return fields
  }

  /// Checks construction land against the rules that bind it alone, drawing no pieces.
  func checkedConstruction(_ land: CheckedLayer, in city: ValidatedCity) throws -> RedLineResult {
    var parameters = plan.check
    parameters.drawsPieces = false
    let constraints = try CityInputs.constraints(of: plan, layers: city.layers)
    return try RedLineCheck(parameters: parameters).result(
      towns: land, constraints: constraints.building, workers: workers)
  }

  /// Answers all questions and verifies the answer.
  ///
  /// - Throws: also ``ScenarioError/ownResultBreaksRules(_:)`` when the chosen towns fail the validation
  ///   or the check that submitted ones go through. That a plan is infeasible is a result.
  package func result() throws -> RunResult {
    try result(of: try validated(), laidOut: nil)
  }

  /// The same for a city whose layers were validated before.
  ///
  /// - Parameter known: the plan of the city, where it was made before.
  func result(of city: ValidatedCity, laidOut known: LaidOutCity?) throws -> RunResult {
    guard let candidates = city.layers.first(where: { $0.role == .candidates }) else {
      throw ScenarioError.missingRole(.candidates, question: "plan")
    }
    let constraints = try CityInputs.constraints(of: plan, layers: city.layers).town
    // Before the candidates are measured against what is no constraint of this city.
    _ = try ConstraintPlacement(
      plan: plan, layers: city.layers, findings: city.validation.findings
    ).warnings()
    var clock = StageClock()
    progress(RunProgress(stage: .check, done: 0, total: 1))
    let fields = try townFields(of: candidates)
    let submitted = try checked(candidates.checked, fields: fields, in: city)
    let compliant = try CompliantProposals(
      parameters: plan.compliant, check: plan.check,
      constraints: constraints, fields: fields, workers: workers
    ).result(for: candidates.checked, check: submitted)
    clock.end(.check)
    let layout = try known ?? laidOut(try delimited(city), asking: true)
    clock.skip()
    progress(RunProgress(stage: .verify, done: 0, total: 1))
    let verification = try ResultVerification(run: self, city: city, layout: layout).outcome()
    let sizes = sizes(of: layout, on: city.grid)
    clock.end(.verify)
    return try RunAssembly(
      run: self, city: city, candidates: candidates, submittedCheck: submitted,
      compliant: compliant,
      layout: layout,
      verification: verification, sizes: sizes, timings: layout.timings + clock.timings
    ).result()
  }
}

/// A city whose layers are read, projected and validated.
package struct ValidatedCity: Sendable {
  package let grid: GaussKrugerGrid
  /// In plan order.
  package let layers: [RunLayer]
  let administrative: AdministrativeBoundary?
  package let validation: BoundaryResult
  let timings: [StageTiming]
}

/// A city with a boundary for each candidate and industry that can have one.
package struct DelimitedCity {
  let grid: GaussKrugerGrid
  let inputs: CityInputs
  let land: LandInput
  let drawn: DrawnBoundaries
  /// Among which the plan is chosen.
  package var delimitation: DelimitationResult
  /// About constraint layers that close no land.
  package var warnings: [LocalizedText]
  let timings: [StageTiming]

  init(
    grid: GaussKrugerGrid, inputs: CityInputs, land: LandInput, drawn: DrawnBoundaries,
    warnings: [LocalizedText], timings: [StageTiming]
  ) {
    self.grid = grid
    self.inputs = inputs
    self.land = land
    self.drawn = drawn
    delimitation = drawn.result
    self.warnings = warnings
    self.timings = timings
  }
}

/// A city with its plan.
package struct LaidOutCity {
  package let delimited: DelimitedCity
  package let layout: LayoutResult
  let timings: [StageTiming]
}
