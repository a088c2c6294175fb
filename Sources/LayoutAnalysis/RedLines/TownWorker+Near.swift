internal import LandModel
internal import SpatialIndex
internal import Topology

/// The rule about land of the town near the layer: `buffer`.
extension TownWorker {
  /// The result where the town must keep a distance; by distance first, drawn only where it is broken.
  ///
  /// Situations tell how the town lies to the closed land, `nearestDistance` how far the feature itself
  /// is: at a setback of 50 m a town 60 m away is near, with a distance of 60 m.
  func near(
    _ subject: Subject, to index: Int, distance: Metres, hits: [Hit]
  ) throws(TopologyError) -> ConstraintResult {
    let rows = hits.isEmpty ? rowsInside(subject, index) : hits.map(\.row)
    let nearest = rows.isEmpty ? nearestFeature(to: subject, in: index) : nil
    let gap = rows.isEmpty ? nearest?.distance : 0
    guard let gap, gap < distance.value else {
      let beyond = (gap ?? .infinity) - distance.value
      let situation: Situation =
        beyond <= parameters.touchDistance.value
        ? .touches : beyond <= parameters.nearDistance.value ? .near : .clear
      return judged(
        subject, index, Overlap(rows: nearest.map { [$0.row] } ?? []), situation: situation,
        isBreach: false, nearestDistance: nearest.map { Metres($0.distance) })
    }
    let parts = try subject.shape.with { town throws(TopologyError) in
      try closedLand(of: town, within: distance, of: index)
    }
    let overlap = try drawn(parts, in: index)
    guard overlap.planarArea >= parameters.smallestOverlap else {
      return judged(
        subject, index, Overlap(rows: nearest.map { [$0.row] } ?? rows), situation: .touches,
        isBreach: false, nearestDistance: Metres(gap))
    }
    let situation = situation(of: overlap)
    return judged(
      subject, index, overlap, situation: situation, isBreach: situation == .encroaches,
      nearestDistance: Metres(gap))
  }

  /// Points and lines that lie inside the town or have a part there without crossing its boundary.
  private func rowsInside(_ subject: Subject, _ index: Int) -> [Int] {
    let entry = indexes[index]
    return entry.boxes.rows(meeting: town.box).filter { row in
      !entry.polygons.isPolygon(row)
        && entry.column.rings(ofRow: row).contains { ring in
          let first = entry.column.positions[entry.column.range(ofRing: ring).lowerBound]
          return town.box.contains(first) && towns.geometry.contains(first, inRow: subject.row)
        }
    }
  }

  /// The parts of the town nearer to each feature than a distance.
  private func closedLand(
    of town: borrowing Shape, within distance: Metres, of index: Int
  ) throws(TopologyError) -> [Part] {
    // What is farther from the town's box than the distance cannot matter; a metre more, so that the cut
    // itself is out of reach.
    let window = self.town.box.expanded(by: distance.value + 1)
    var parts: [Part] = []
    for row in indexes[index].boxes.rows(meeting: self.town.box.expanded(by: distance.value)) {
      let part = try features[index].withFeature(row, near: window) {
        feature throws(TopologyError) in
        guard try feature.isWithin(distance, of: town) else { return Geometry.null }
        return try feature.clipped(to: window)
          .buffered(by: distance, quadrantSegments: parameters.bufferSegments)
          .intersection(with: town).polygons()
      }
      if !part.isEmpty { parts.append(Part(row: row, geometry: part)) }
    }
    return parts
  }
}
