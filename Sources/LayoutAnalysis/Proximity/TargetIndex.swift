import LandModel
import SpatialIndex

/// A target and what finds its features; read by all workers.
struct TargetIndex: Sendable {
  /// How features are found: points by a tree of their own, which is far smaller.
  enum Index: Sendable {
    case points(PointTree)
    case features(FeatureIndex)
  }

  let target: ProximityTarget
  let index: Index
  let ids: [FeatureID]

  /// A layer as a whole.
  init(layer: CheckedLayer) {
    let column = layer.geometry
    target = ProximityTarget(
      layer: layer.key, kind: nil, isCounted: false, isWeighted: false, featureCount: layer.count)
    ids = layer.ids
    guard column.kinds.allSatisfy({ $0 == .point || $0 == .null }) else {
      index = .features(FeatureIndex(column))
      return
    }
    var rows: [Int] = []
    rows.reserveCapacity(column.positions.count)
    for row in 0..<column.count {
      for _ in column.range(ofRow: row) { rows.append(row) }
    }
    index = .points(PointTree(column.positions, rows: rows))
  }

  /// The points of a layer, each kind by itself.
  static func indexes(of points: KindedPoints) -> [TargetIndex] {
    let column = points.layer.geometry
    var rows = [[Int]](repeating: [], count: points.kinds.count)
    for (row, kind) in points.kindOfRow.enumerated() where !column.range(ofRow: row).isEmpty {
      rows[kind].append(row)
    }
    return zip(points.kinds, rows).map { kind, rows in
      let places = rows.map { column.positions[column.range(ofRow: $0).lowerBound] }
      return TargetIndex(
        target: ProximityTarget(
          layer: points.layer.key, kind: kind, isCounted: true,
          isWeighted: points.weights != nil, featureCount: rows.count),
        index: .points(
          PointTree(
            places, rows: rows, weights: points.weights.map { all in rows.map { all[$0] } })),
        ids: points.layer.ids)
    }
  }

  private init(target: ProximityTarget, index: Index, ids: [FeatureID]) {
    self.target = target
    self.index = index
    self.ids = ids
  }
}
