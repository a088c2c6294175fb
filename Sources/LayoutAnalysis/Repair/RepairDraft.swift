import LandModel
import Topology

/// A layer in the middle of its repair: what each row is by now, and what was done to it.
struct RepairDraft {
  let layer: ProjectedLayer
  /// Rows that differ from the layer given.
  private(set) var changed: [Int: TracedGeometry] = [:]
  private var applied: [Int: [RuleCode]] = [:]
  private var refused: [Int: [RefusedRepair]] = [:]
  /// For each row dropped, the row it repeats.
  private(set) var duplicates: [Int: Int] = [:]

  init(_ layer: ProjectedLayer) { self.layer = layer }

  /// A row as it is by now.
  func geometry(ofRow row: Int) -> TracedGeometry {
    changed[row] ?? TracedGeometry(layer.geometry, row: row)
  }

  /// Takes the outcome of a step over.
  mutating func apply(_ outcome: FeatureRepairer.Outcome) {
    let row = outcome.row
    if !outcome.applied.isEmpty { changed[row] = outcome.geometry }
    applied[row, default: []] += outcome.applied.filter {
      !applied[row, default: []].contains($0)
    }
    refused[row, default: []] += outcome.refused.filter {
      !refused[row, default: []].contains($0)
    }
  }

  /// Drops each feature with the edges of an earlier one.
  mutating func dropDuplicates() {
    let column = column()
    let rows = (0..<column.count).filter { !column.range(ofRow: $0).isEmpty }
    let twins = EqualGeometries(column, rows: rows, boxes: column.boundingBoxes)
    for row in rows where twins.firstRow[row] != row {
      duplicates[row] = twins.firstRow[row]
      applied[row, default: []] += RepairStep.duplicateFeatures.rules
    }
  }

  /// All rows as they are by now, dropped ones included.
  func column() -> GeometryColumn {
    guard !changed.isEmpty else { return layer.geometry }
    return GeometryColumn(
      (0..<layer.count).lazy.map { row in
        changed[row]?.columns().geometry ?? layer.geometry.geometry(ofRow: row)
      })
  }

  func result(
    parameters: RepairParameters, workers: Int?
  ) throws(TopologyError) -> RepairResult {
    let rows = Set(applied.keys).union(refused.keys).sorted().filter {
      !(applied[$0] ?? []).isEmpty || !(refused[$0] ?? []).isEmpty
    }
    let draft = self
    let records = try Chunks.map(count: rows.count, size: 64, workers: workers) {
      (range: Range<Int>) throws(TopologyError) -> [FeatureRepair] in
      let meter = EllipsoidalAreaMeter(grid: draft.layer.grid)
      let workspace = Workspace()
      var records: [FeatureRepair] = []
      for row in rows[range] {
        records.append(try draft.record(ofRow: row, meter: meter, workspace: workspace))
      }
      return records
    }
    return RepairResult(repaired: repairedLayer(), features: records.flatMap { $0 })
  }

  private func repairedLayer() -> RepairedLayer {
    let rows = (0..<layer.count).filter { duplicates[$0] == nil }
    var column = GeometryColumn()
    var origins: [Int32?] = []
    column.reserveCapacity(rows: rows.count, positions: layer.geometry.positions.count)
    origins.reserveCapacity(layer.geometry.positions.count)
    for row in rows {
      if let traced = changed[row] {
        let (geometry, from) = traced.columns()
        column.append(geometry)
        origins += from
      } else {
        column.append(layer.geometry.geometry(ofRow: row))
        for index in layer.geometry.range(ofRow: row) {
          origins.append(Int32(truncatingIfNeeded: index))
        }
      }
    }
    let isWhole = rows.count == layer.count
    return RepairedLayer(
      layer: ProjectedLayer(
        key: layer.key, grid: layer.grid, geometry: column,
        ids: isWhole ? layer.ids : rows.map { layer.ids[$0] },
        attributes: isWhole ? layer.attributes : layer.attributes.selecting(rows: rows)),
      sourceRows: rows, origins: origins)
  }

  private func record(
    ofRow row: Int, meter: EllipsoidalAreaMeter, workspace: Workspace
  ) throws(TopologyError) -> FeatureRepair {
    let given = TracedGeometry(layer.geometry, row: row)
    let now = geometry(ofRow: row)
    let change = try VertexChange(from: given, to: now, workspace: workspace)
    let before = Self.areas(of: given, meter: meter)
    let isDropped = duplicates[row] != nil
    return FeatureRepair(
      row: row, id: layer.ids[row], applied: applied[row] ?? [], refused: refused[row] ?? [],
      before: before,
      after: isDropped
        ? FeatureRepair.Areas(planar: .zero, ellipsoidal: .zero)
        : changed[row] == nil ? before : Self.areas(of: now, meter: meter),
      verticesRemoved: change.removed, verticesAdded: change.added,
      largestShift: change.largestShift, duplicateOf: duplicates[row].map { layer.ids[$0] })
  }

  private static func areas(
    of geometry: TracedGeometry, meter: EllipsoidalAreaMeter
  ) -> FeatureRepair.Areas {
    let closed = geometry.closed()
    return FeatureRepair.Areas(
      planar: PlanarMeasure.area(of: closed), ellipsoidal: meter.area(of: closed))
  }
}
