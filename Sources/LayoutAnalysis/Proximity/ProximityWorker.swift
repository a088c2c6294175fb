import LandModel
import SpatialIndex

/// Works on one town after the other, with scratch space of its own.
struct ProximityWorker {
  private let towns: CheckedLayer
  private let indexes: [TargetIndex]
  private let radii: [Double]
  private var probe = ProbeEdges()
  private var scratch = NearnessScratch()

  init(towns: CheckedLayer, indexes: [TargetIndex], radii: [Metres]) {
    self.towns = towns
    self.indexes = indexes
    self.radii = radii.map(\.value)
  }

  /// The town and each target, in the order of the targets.
  mutating func entries(ofTown row: Int) -> [ProximityEntry] {
    probe.load(row: row, of: towns.geometry)
    var entries: [ProximityEntry] = []
    entries.reserveCapacity(indexes.count)
    for (number, entry) in indexes.enumerated() {
      entries.append(
        ProximityEntry(
          townID: towns.ids[row], target: number, nearest: nearest(in: entry),
          within: within(entry)))
    }
    return entries
  }

  private mutating func nearest(in entry: TargetIndex) -> NearestPlace? {
    let positions = towns.geometry.positions
    let found =
      switch entry.index {
      case .points(let tree): tree.nearest(to: probe, positions: positions, scratch: &scratch)
      case .features(let index): index.nearest(to: probe, positions: positions, scratch: &scratch)
      }
    return found.map {
      NearestPlace(
        featureID: entry.ids[$0.row], distance: Metres($0.distance), geodesicDistance: nil,
        from: $0.from, to: $0.to)
    }
  }

  private mutating func within(_ entry: TargetIndex) -> [PointsWithin] {
    guard entry.target.isCounted, !radii.isEmpty, case .points(let tree) = entry.index else {
      return []
    }
    return tree.sums(within: radii, of: probe, scratch: &scratch).map {
      PointsWithin(count: $0.count, weight: entry.target.isWeighted ? $0.weight : nil)
    }
  }
}
