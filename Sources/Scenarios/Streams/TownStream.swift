package import LandModel
package import LayerStore
package import LayoutAnalysis
import Projections
import Topology

/// Checks the towns of an input against constraint layers, one by one, in the memory of the layers and of
/// a run of towns.
///
/// The answer about a town depends on the town and the layers only: streams, files, shards and runs of any
/// length give the same one. For that the grid is the constraint layers', never the towns'.
package struct TownStream: ~Copyable {
  /// What became of a record.
  package enum State: String, Sendable, CaseIterable {
    /// The town was measured.
    case checked
    /// The feature is not valid; its findings say why, and nothing was measured.
    case invalid
    /// The feature is a point or a line, which has no area to measure.
    case notPolygonal = "not-polygonal"
    /// The record holds no feature that can be read.
    case unreadable
  }

  /// The answer about one record.
  package struct Record: Sendable {
    /// Place in the input, from 1.
    package let number: Int
    /// The id attribute's value, the member `id`, or the place; nil where there is no feature.
    package let id: FeatureID?
    /// Whether the id is the town's own.
    package let isNamed: Bool
    package let state: State
    /// Why the record is unreadable; nil otherwise.
    package let fault: LocalizedText?
    package let findings: [Finding]
    /// One for each constraint, in that order; none unless checked.
    package let results: [ConstraintResult]
    /// Pairs of the town and a single feature with area in common.
    package let overlappingPairs: Int

    package init(
      number: Int, id: FeatureID?, isNamed: Bool, state: State, fault: LocalizedText?,
      findings: [Finding], results: [ConstraintResult], overlappingPairs: Int
    ) {
      self.number = number
      self.id = id
      self.isNamed = isNamed
      self.state = state
      self.fault = fault
      self.findings = findings
      self.results = results
      self.overlappingPairs = overlappingPairs
    }
  }

  /// What findings call the towns, whatever input they come from.
  package static let layerKey = "towns"

  /// The grid that towns are measured on.
  package let grid: GaussKrugerGrid
  private var records: FeatureRecords
  private let session: RedLineSession
  private var screening: TownScreening
  private var projection = RecordProjection(key: TownStream.layerKey)
  private let workers: Int?

  /// - Parameters:
  ///   - session: holds the constraint layers, on `grid`.
  ///   - workers: how many tasks at once; nil for one per processor. The answers are the same for any.
  package init(
    _ records: consuming FeatureRecords, against session: RedLineSession, on grid: GaussKrugerGrid,
    workers: Int? = nil
  ) {
    self.records = records
    self.session = session
    self.grid = grid
    self.workers = workers
    screening = TownScreening(on: grid)
  }

  /// Records read so far, those of other shards among them.
  package var recordCount: Int { records.count }
  /// The error that ended the input before its end; nil where it came to its end.
  package var loss: LayerStoreError? { records.loss }

  /// The answers about the next records, in order; nil at the end.
  ///
  /// - Throws: ``LayerStoreError`` where the input cannot be read, ``ProjectionError`` for a reference
  ///   system that cannot be used, ``TopologyError`` where GEOS fails on a valid town.
  package mutating func nextRun() throws -> [Record]? {
    guard let run = try records.nextRun() else { return nil }
    let features = run.compactMap(\.feature)
    guard !features.isEmpty else { return run.map { Record($0) } }
    let layer = try projection.layer(
      of: features, fields: records.fields, from: records.system(), to: grid)
    let isFromDegrees = projection.isFromDegrees
    let (verdicts, sound) = try screening.result(
      of: layer, remarks: features.remarks, workers: workers)
    let results = try session.results(of: sound, workers: workers)
    var measured = zip(sound.sourceRows, results).makeIterator()
    var next = measured.next()
    var row = 0
    return run.map { record in
      guard let feature = record.feature else { return Record(record) }
      defer { row += 1 }
      let verdict = verdicts[row]
      let findings = GridHint.adding(
        to: verdict.findings, about: feature.geometry, isFromDegrees: isFromDegrees)
      guard let found = next, found.0 == row else {
        return Record(
          number: record.number, id: feature.id, isNamed: feature.isNamed,
          state: verdict.isLeftOut ? .invalid : .notPolygonal, fault: nil,
          findings: findings, results: [], overlappingPairs: 0)
      }
      next = measured.next()
      return Record(
        number: record.number, id: feature.id, isNamed: feature.isNamed, state: .checked,
        fault: nil, findings: findings, results: found.1.results,
        overlappingPairs: found.1.overlappingPairs)
    }
  }
}

extension TownStream.Record {
  /// A record that holds no feature.
  fileprivate init(_ record: FeatureRecords.Record) {
    self.init(
      number: record.number, id: nil, isNamed: true, state: .unreadable, fault: record.fault,
      findings: [], results: [], overlappingPairs: 0)
  }
}
