import Foundation
package import LandModel
import LayerStore
package import LayoutAnalysis
import Projections

/// Validation and red-line check of layers named one by one, outside a plan.
package struct LayerQuestions: Sendable {
  /// Working reference system as the user gives it; nil to take it from the first layer.
  package let crs: String?
  /// Parallel workers; nil for one per processor.
  package let workers: Int?
  /// Whether a validation knows the checksums of its files, which only some outputs state.
  package let hashesFiles: Bool

  package init(crs: String? = nil, workers: Int? = nil, hashesFiles: Bool = true) {
    self.crs = crs
    self.workers = workers
    self.hashesFiles = hashesFiles
  }

  /// An answer, and the reference system it was measured in.
  package struct Answer<Result: Sendable>: Sendable {
    package let grid: GaussKrugerGrid
    package let result: Result
    /// What validation found; the check leaves out what is invalid, and this says what.
    package let validation: BoundaryResult
  }

  /// Validates layers.
  ///
  /// - Parameters:
  ///   - administrative: the units that features must lie in; nil for none, as of the others.
  ///   - reference: boundaries of known position.
  ///   - studyArea: the land that coverages must fill.
  ///   - allowedGaps: land that may stay open in a coverage.
  package func validation(
    of layers: [PlanLayer], administrative: PlanLayer? = nil, reference: PlanLayer? = nil,
    studyArea: PlanLayer? = nil, allowedGaps: PlanLayer? = nil,
    parameters: BoundaryParameters = BoundaryParameters()
  ) throws -> ValidationRun {
    let beside = LayersBeside(
      administrative: administrative, reference: reference, studyArea: studyArea,
      allowedGaps: allowedGaps)
    let (grid, intake, units, context) = try load(layers, beside: beside, isGuessing: true)
    let outcome = try validate(
      intake, context: context, parameters: parameters)
    return ValidationRun(
      grid: grid, result: outcome.result,
      layers: zip(intake, outcome.layers).map { RunLayer($0, checked: $1) },
      administrative: units.map(RunLayer.init(unchecked:)), parameters: parameters)
  }

  /// Reads layers and those beside them, and brings all on one grid.
  func load(
    _ layers: [PlanLayer], beside: LayersBeside, isGuessing: Bool
  ) throws -> (
    grid: GaussKrugerGrid, layers: [LayerIntake.Layer], units: LayerIntake.Layer?,
    context: BoundaryContext
  ) {
    let units = beside.administrative.map { _ in layers.count }
    let (grid, intake) = try load(
      layers + beside.all, guessing: isGuessing ? .some(units) : nil)
    var rest = intake.dropFirst(layers.count)
    func next(_ declared: PlanLayer?) -> LayerIntake.Layer? {
      declared == nil ? nil : rest.popFirst()
    }
    let administrative = next(beside.administrative)
    var context = BoundaryContext(administrative: boundary(administrative))
    context.reference = next(beside.reference)?.projection.layer
    context.studyArea = next(beside.studyArea)?.projection.layer
    context.allowedGaps = next(beside.allowedGaps)?.projection.layer
    return (grid, Array(intake.prefix(layers.count)), administrative, context)
  }

  private func boundary(_ units: LayerIntake.Layer?) -> AdministrativeBoundary? {
    units.map {
      AdministrativeBoundary(
        layer: $0.projection.layer, codeField: $0.declared.attributes["id"],
        nameField: $0.declared.attributes["name"])
    }
  }

  func validate(
    _ layers: [LayerIntake.Layer], context: BoundaryContext = BoundaryContext(),
    parameters: BoundaryParameters
  ) throws -> BoundaryOutcome {
    try BoundaryValidation(parameters: parameters).result(
      of: layers.map(\.input), context: context, workers: workers)
  }

  /// Reads layers and brings them on one grid.
  ///
  /// - Parameter guessing: whether a missing reference system may be told from magnitudes, and which of
  ///   the layers holds the administrative units by which to tell it; validation alone may, which says so.
  /// - Parameter measuring: for a measurement, which prints neither other fields nor checksums, the fields of
  ///   each layer to read beside those it names; nil to read all. A layer without a feature is then refused:
  ///   a plan may declare one, because a city may have no red line, but one named to be measured against is
  ///   more likely the wrong one.
  func load(
    _ layers: [PlanLayer], guessing: Int?? = nil, measuring: [[String]]? = nil
  ) throws -> (grid: GaussKrugerGrid, layers: [LayerIntake.Layer]) {
    let folder = URL(filePath: FileManager.default.currentDirectoryPath)
    let intake = LayerIntake(
      declared: layers, folder: folder, hashesFiles: hashesFiles && measuring == nil)
    let sources = try layers.enumerated().map { index, layer in
      try intake.read(layer, needsCRS: guessing == nil, fieldsBeside: measuring?[index])
    }
    for (declared, source) in zip(layers, sources)
    where measuring != nil && source.geometry.count == 0 {
      throw ScenarioError.emptyLayer(key: declared.key, address: source.address)
    }
    let area = try guessing?.flatMap { try self.area(of: sources[$0], layers[$0]) }
    var systems: [CRSIdentifier] = []
    for (declared, source) in zip(layers, sources) {
      guard
        let system = declared.crs ?? source.crs
          ?? ReferenceSystemGuess.system(of: source.rawBox, in: area)
      else {
        throw ScenarioError.missingCRS(
          key: declared.key, address: source.address, example: source.exampleCRS)
      }
      systems.append(system)
    }
    let grid = try crs.map { try WorkingGrid.resolve($0) } ?? self.grid(for: sources, systems)
    var loaded: [LayerIntake.Layer] = []
    for (index, declared) in layers.enumerated() {
      loaded.append(
        try intake.project(
          declared, sources[index], on: grid, guess: systems[index],
          takesAnyKind: guessing != nil))
    }
    return (grid, loaded)
  }

  /// Degrees round the administrative units where other layers may still lie.
  private static let margin = 0.5

  /// The longitudes and latitudes where layers must lie; nil where the units do not say it themselves.
  private func area(of units: SourceLayer, _ declared: PlanLayer) throws -> BoundingBox? {
    let box = units.rawBox
    guard let system = declared.crs ?? units.crs, !box.isEmpty else { return nil }
    let projector = try Projector(from: system, to: CRSIdentifier(epsg: 4490))
    var corners = [
      XY(box.minX, box.minY), XY(box.maxX, box.minY), XY(box.minX, box.maxY),
      XY(box.maxX, box.maxY),
    ]
    guard projector.transform(&corners) == 0 else { return nil }
    var area = BoundingBox.empty
    for corner in corners { area.extend(to: corner) }
    return area.expanded(by: Self.margin)
  }

  /// The first layer's own grid, or the 3° zone round its middle when it is in degrees.
  private func grid(
    for sources: [SourceLayer], _ systems: [CRSIdentifier]
  ) throws -> GaussKrugerGrid {
    guard let source = sources.first, let system = systems.first else {
      preconditionFailure("A question is asked about at least one layer.")
    }
    return try GridChoice.grid(for: source.geometry.positions, in: system)
  }
}
