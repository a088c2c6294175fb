import LandModel

/// A shift under which a layer fits reference boundaries that it does not fit where it lies.
struct ShiftDiagnosis: Sendable {
  /// Where the layer lies, seen from the reference; the mean over it.
  let displacement: Displacement
  /// The web map whose displacement it is; nil for one that nothing known explains.
  let datum: WebMapDatum?
  /// What that web map's formula gives at the middle of the layer.
  let expected: Displacement?
  let fit: ShiftFit
  /// Middle of the layer's boundaries that were compared.
  let centre: XY
}

/// Looks for the shift of a layer.
struct ShiftSearch: Sendable {
  let fitting: ShiftFitting
  let grid: GaussKrugerGrid
  /// Share of positions that must lie on the reference's boundaries after the shift.
  let leastShare: Double
  /// Displacements this near to that of a web map are taken for it, metres.
  let datumTolerance: Double

  /// Fewer positions that match than a quadrangle's corners and middles prove nothing.
  private static let leastCount = 8.0
  /// Of what chance, or no shift, leaves without a match, a true shift matches at least this share.
  private static let leastSkill = 0.5
  /// Or it matches this many times as much as they do, where most boundaries are the layer's own.
  private static let leastGain = 3.0
  /// Shares of positions that set the scale of a fit; see ``ShiftFitting/fit(_:from:quantile:)``.
  private static let quantiles = [0.5, 0.2]

  /// Nil where the layer fits as it lies, or fits nowhere.
  func diagnosis(of layer: ProjectedLayer, rows: [Int]) -> ShiftDiagnosis? {
    let samples = BoundarySamples(of: layer.geometry, rows: rows)
    let stored = samples.positions
    let starts = [
      XY(0, 0), ShiftStarts.byID(layer, rows: rows, fitting.reference),
      ShiftStarts.byVote(samples.vertices, fitting.reference),
    ]
    var candidates = starts.compactMap(\.self).flatMap { self.candidates(stored, from: $0) }
    for datum in WebMapDatum.allCases {
      let originals = stored.map { grid.projected(datum.original(grid.geodetic($0))) }
      candidates += self.candidates(originals, from: XY(0, 0))
    }
    let best = candidates.dropFirst().reduce(candidates[0], better)
    guard isConvincing(best, asItLies: stored) else { return nil }
    return diagnosis(best, stored: stored)
  }

  /// Positions under one explanation, and how they fit.
  private struct Candidate {
    let positions: [XY]
    let fit: ShiftFit
  }

  private func candidates(_ positions: [XY], from start: XY) -> [Candidate] {
    Self.quantiles.map {
      Candidate(
        positions: positions, fit: fitting.fit(positions, from: start, quantile: $0))
    }
  }

  /// The one that matches more, or as much and clearly closer; of equals the simpler, which came first.
  private func better(_ first: Candidate, _ second: Candidate) -> Candidate {
    let gain = second.fit.share - first.fit.share
    if abs(gain) > 0.02 { return gain > 0 ? second : first }
    return second.fit.residual < 0.5 * first.fit.residual - 0.01 ? second : first
  }

  /// Whether the boundaries match under the shift, and neither without it nor under shifts nearby.
  private func isConvincing(_ candidate: Candidate, asItLies stored: [XY]) -> Bool {
    let fit = candidate.fit
    guard Double(fit.count) * fit.share >= Self.leastCount, fit.share >= leastShare else {
      return false
    }
    func share(_ positions: [XY], _ shift: XY) -> Double {
      fitting.share(of: positions, movedBackBy: shift, within: fit.tolerance)
    }
    let found = share(candidate.positions, fit.shift)
    let step = 5 * fit.tolerance
    let around = [
      XY(step, 0), XY(-step, 0), XY(0, step), XY(0, -step), XY(step, step), XY(step, -step),
      XY(-step, step), XY(-step, -step),
    ].map { share(candidate.positions, XY(fit.shift.x + $0.x, fit.shift.y + $0.y)) }
    let chance = max(around.reduce(0, +) / 8, share(stored, XY(0, 0)))
    if chance < 1, (found - chance) / (1 - chance) >= Self.leastSkill { return true }
    return found >= leastShare && found >= Self.leastGain * chance
  }

  /// Displacements are means over the positions that match, because those of web maps vary from place to
  /// place.
  private func diagnosis(_ candidate: Candidate, stored: [XY]) -> ShiftDiagnosis {
    let shift = candidate.fit.shift
    let matches = fitting.matches(candidate.positions, movedBackBy: shift)
    let pairs = stored.indices.filter { matches[$0] }.map { index in
      let position = candidate.positions[index]
      return (stored: stored[index], origin: XY(position.x - shift.x, position.y - shift.y))
    }
    let centre = Self.mean(pairs.map(\.stored))
    let origins = pairs.map(\.origin)
    let displacement = Displacement(from: Self.mean(origins), to: centre)
    var named: (datum: WebMapDatum, expected: Displacement)?
    for datum in WebMapDatum.allCases {
      let images = origins.map { grid.projected(datum.displaced(grid.geodetic($0))) }
      let expected = Displacement(from: Self.mean(origins), to: Self.mean(images))
      let difference = Displacement(
        east: displacement.east - expected.east, north: displacement.north - expected.north)
      if difference.size.value <= datumTolerance { named = (datum, expected) }
    }
    return ShiftDiagnosis(
      displacement: displacement, datum: named?.datum, expected: named?.expected,
      fit: candidate.fit, centre: centre)
  }

  private static func mean(_ positions: [XY]) -> XY {
    let count = Double(max(1, positions.count))
    let sum = positions.reduce(XY(0, 0)) { XY($0.x + $1.x, $0.y + $1.y) }
    return XY(sum.x / count, sum.y / count)
  }
}
