package import LandModel
package import LayerStore
package import LayoutAnalysis
import Projections

/// Validates the features of an input one by one, in the memory of a run.
package struct StreamValidation: ~Copyable {
  /// What was found about one record.
  package struct Record: Sendable {
    /// Place of the record in the input, from 1.
    package let number: Int
    /// The id attribute's value, the member `id`, or the place; nil where there is no feature.
    package let id: FeatureID?
    /// Whether the id is the feature's own.
    package let isNamed: Bool
    package let findings: [Finding]
    /// Grid that the findings lie on; nil where they have no place.
    package let grid: GaussKrugerGrid?

    package init(
      number: Int, id: FeatureID?, isNamed: Bool, findings: [Finding], grid: GaussKrugerGrid?
    ) {
      self.number = number
      self.id = id
      self.isNamed = isNamed
      self.findings = findings
      self.grid = grid
    }
  }

  /// What results call standard input.
  package static let layerKey = FeatureRecords.standardInput

  /// Counts so far.
  package private(set) var validation: FeatureValidation
  private var records: FeatureRecords
  private let key: String
  private let crs: String?
  private let workers: Int?
  private var projection: RecordProjection
  private var grid: GaussKrugerGrid?

  /// - Parameters:
  ///   - declared: what is declared of the input.
  ///   - crs: working reference system; nil for the 3° zone of the first feature of the input, whatever
  ///     shard it is of.
  ///   - workers: how many tasks at once; nil for one per processor. The findings are the same for any.
  package init(
    _ records: consuming FeatureRecords, declared layer: PlanLayer, crs: String?,
    parameters: BoundaryParameters, workers: Int? = nil
  ) {
    self.records = records
    self.crs = crs
    self.workers = workers
    key = layer.key
    projection = RecordProjection(key: layer.key)
    validation = FeatureValidation(parameters: parameters)
  }

  /// Records read so far, those of other shards among them.
  package var recordCount: Int { records.count }
  /// The error that ended the input before its end; nil where it came to its end.
  package var loss: LayerStoreError? { records.loss }
  /// The working grid; nil as long as no feature had a geometry.
  package var workingGrid: GaussKrugerGrid? { grid }

  /// What the next records break; nil at the end.
  ///
  /// A record that cannot be read is a finding.
  ///
  /// - Throws: ``LayerStoreError`` where the input cannot be read, ``ProjectionError`` for a reference
  ///   system that cannot be used.
  package mutating func nextRun() throws -> [Record]? {
    guard let run = try records.nextRun() else {
      // A shard may end before any feature of its own: the grid is the input's all the same.
      if grid == nil, let first = records.firstPlaced {
        grid = try chooseGrid(for: first, in: records.system())
      }
      return nil
    }
    let features = run.compactMap(\.feature)
    var verdicts: [FeatureVerdict] = []
    var grid: GaussKrugerGrid?
    if !features.isEmpty {
      let system = try records.system()
      let chosen = try workingGrid(in: system)
      grid = chosen
      let layer = try projection.layer(of: features, from: system, to: chosen)
      verdicts = try validation.verdicts(in: layer, remarks: features.remarks, workers: workers)
    }
    var rest = verdicts[...]
    var answers: [Record] = []
    for record in run {
      if let feature = record.feature, let verdict = rest.popFirst() {
        answers.append(
          Record(
            number: record.number, id: feature.id, isNamed: feature.isNamed,
            findings: GridHint.adding(
              to: verdict.findings, about: feature.geometry,
              isFromDegrees: projection.isFromDegrees),
            grid: grid))
      } else if let fault = record.fault {
        let finding = validation.brokenRecord(layer: key, message: fault)
        answers.append(
          Record(number: record.number, id: nil, isNamed: true, findings: [finding], grid: nil))
      }
    }
    return answers
  }

  /// The input's grid, which the first feature with a geometry chooses.
  ///
  /// A feature without geometry says nothing about the zone of those that follow.
  private mutating func workingGrid(in system: CRSIdentifier) throws -> GaussKrugerGrid {
    if let grid { return grid }
    guard let first = records.firstPlaced else { return try chooseGrid(for: .null, in: system) }
    let chosen = try chooseGrid(for: first, in: system)
    grid = chosen
    return chosen
  }

  private func chooseGrid(
    for geometry: Geometry, in system: CRSIdentifier
  ) throws -> GaussKrugerGrid {
    if let crs { return try WorkingGrid.resolve(crs) }
    return try GridChoice.grid(for: geometry.positions, in: system)
  }
}
