internal import LandModel
internal import SpatialIndex
internal import Topology

/// Rules about land of the town in the layer: `forbid` and `limit`.
extension TownWorker {
  /// The result where the layer's land counts against the town.
  func covered(
    _ subject: Subject, by index: Int, hits: [Hit]
  ) throws(TopologyError) -> ConstraintResult {
    guard !hits.isEmpty else { return apart(subject, from: index) }
    let overlap = try overlap(of: subject, with: index, hits: hits)
    // Eastings with a zone prefix round by 7e-9 m: the sum over edges may see land that no overlay does.
    let isRounding = hits.allSatisfy { $0.area <= Self.agreement }
    if isRounding, overlap.planarArea < parameters.smallestOverlap {
      return judged(
        subject, index, Overlap(rows: hits.map(\.row)), situation: .touches, isBreach: false,
        nearestDistance: .zero)
    }
    let situation = situation(of: overlap)
    return judged(
      subject, index, overlap, situation: situation,
      isBreach: situation == .encroaches
        && indexes[index].constraint.rule.isBroken(
          by: overlap.ellipsoidalArea, of: subject.ellipsoidalArea),
      nearestDistance: .zero)
  }

  /// The land in common with the union of the features that are hit.
  private func overlap(
    of subject: Subject, with index: Int, hits: [Hit]
  ) throws(TopologyError) -> Overlap {
    if hits.contains(where: { isWhole($0.area) }) {
      return try whole(of: subject, rows: hits.map(\.row), in: index)
    }
    let isDisjoint = !overlapEachOther(hits, in: index)
    let (sum, ellipsoidal) = (rounded(hits.map(\.area)), rounded(hits.map(\.ellipsoidalArea)))
    if !parameters.drawsPieces, sum > parameters.sliverArea, isDisjoint {
      return Overlap(rows: hits.map(\.row), planarArea: sum, ellipsoidalArea: ellipsoidal)
    }
    var parts: [Part] = []
    for hit in hits {
      let geometry = try subject.shape.with { town throws(TopologyError) in
        try piece(of: town, in: hit, index: index)
      }
      parts.append(Part(row: hit.row, geometry: geometry))
    }
    return try drawn(parts, in: index)
  }

  /// The sum of areas, rounded: it differs in its last bits between processors, and bytes may not.
  private func rounded(_ areas: [Double]) -> SquareMetres {
    SquareMetres(areas.reduce(0, +)).rounded(decimals: 4)
  }

  /// The part of the town in one feature, overlaid on the feature's neighbourhood of the town.
  ///
  /// The area known from the sum over edges is the check on the cut: where they differ, the whole feature
  /// is overlaid instead.
  private func piece(
    of town: borrowing Shape, in hit: Hit, index: Int
  ) throws(TopologyError) -> Geometry {
    do throws(TopologyError) {
      let piece = try features[index].withFeature(hit.row, near: self.town.box) {
        feature throws(TopologyError) in
        try town.intersection(with: feature).polygons()
      }
      if abs(PlanarMeasure.area(of: piece).value - hit.area) <= Self.agreement { return piece }
    } catch {
      // A cut that GEOS cannot overlay is treated as one that disagrees.
    }
    return try features[index].withWholeFeature(hit.row) { feature throws(TopologyError) in
      try town.intersection(with: feature).polygons()
    }
  }

  /// How far, in m², the two ways to an area may differ: a hundred times the error seen against GEOS.
  private static let agreement = 1e-4

  /// The result where nothing is in common: how far the nearest feature is.
  func apart(_ subject: Subject, from index: Int) -> ConstraintResult {
    let nearest = nearestFeature(to: subject, in: index)
    let situation: Situation =
      switch nearest?.distance {
      case nil: .clear
      case let distance? where distance <= parameters.touchDistance.value: .touches
      case let distance? where distance <= parameters.nearDistance.value: .near
      default: .clear
      }
    return judged(
      subject, index, Overlap(rows: nearest.map { [$0.row] } ?? []), situation: situation,
      isBreach: false,
      nearestDistance: nearest.map { situation == .touches ? .zero : Metres($0.distance) })
  }
}

extension ConstraintRule {
  /// Whether land in the layer breaks the rule; an area that is no number keeps no limit.
  func isBroken(by overlap: SquareMetres, of town: SquareMetres) -> Bool {
    guard case .limit(let share, let area) = self else { return true }
    // The doubles: `<=` of a measure is made from `<`, and true where either side is no number.
    if let share, !(overlap.value / town.value <= share.value) { return true }
    if let area, !(overlap.value <= area.value) { return true }
    return false
  }
}
