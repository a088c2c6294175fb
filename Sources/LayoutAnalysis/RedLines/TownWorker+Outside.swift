internal import LandModel
internal import SpatialIndex
internal import Topology

/// The rule about land of the town that is not in the layer: `inside`.
extension TownWorker {
  /// The result where the town must lie within the union of the layer.
  func outside(
    _ subject: Subject, of index: Int, hits: [Hit]
  ) throws(TopologyError) -> ConstraintResult {
    let rows = hits.map(\.row)
    if hits.contains(where: { isWhole($0.area) }) {
      return judged(
        subject, index, Overlap(rows: rows), situation: .clear, isBreach: false,
        nearestDistance: .zero)
    }
    guard !hits.isEmpty else {
      let nearest = nearestFeature(to: subject, in: index)
      let all = try whole(of: subject, rows: nearest.map { [$0.row] } ?? [], in: index)
      return judged(
        subject, index, all, situation: .encroaches, isBreach: true,
        nearestDistance: nearest.map { Metres($0.distance) })
    }
    let rest = try subject.shape.with { town throws(TopologyError) in
      try remainder(of: town, without: hits, index: index)
    }
    guard PlanarMeasure.area(of: rest) >= parameters.smallestOverlap else {
      return judged(
        subject, index, Overlap(rows: rows), situation: .clear, isBreach: false,
        nearestDistance: .zero)
    }
    var overlap = try drawn([Part(row: nil, geometry: rest)], in: index)
    overlap.rows = rows
    let situation = situation(of: overlap)
    return judged(
      subject, index, overlap, situation: situation, isBreach: situation == .encroaches,
      nearestDistance: .zero)
  }

  /// The town less each feature that is hit.
  private func remainder(
    of town: borrowing Shape, without hits: [Hit], index: Int
  ) throws(TopologyError) -> Geometry {
    var rest = try town.copy()
    for hit in hits {
      rest = try features[index].withFeature(hit.row, near: self.town.box) {
        feature throws(TopologyError) in
        try rest.difference(from: feature)
      }
    }
    return try rest.polygons()
  }
}
