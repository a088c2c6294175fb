import LandModel
import SpatialIndex

/// How well positions fit reference boundaries once they are moved back by a shift.
struct ShiftFit: Sendable {
  /// What the positions are moved back by, metres.
  let shift: XY
  /// Share of the positions near the reference that lie on one of its boundaries, by the widest tolerance.
  let share: Double
  /// Median distance from the boundaries over the positions that lie on one, metres.
  let residual: Double
  /// Positions near the reference.
  let count: Int
  /// Distance within which nearly all lie that lie on a boundary at all, metres.
  let tolerance: Double
}

/// Fits positions to reference boundaries by a shift, round by round.
///
/// Each round moves the positions so that their distances to the nearest edges, those along the edges left
/// free, are least in the square; distances beyond 2.5 times a quantile count for nothing (Chen and Medioni 1992,
/// "Object modelling by registration of multiple range images", with the trimming of Chetverikov 2002).
struct ShiftFitting: Sendable {
  let reference: ReferenceBoundaries
  /// Largest distance that still counts as the same boundary, metres.
  let widestTolerance: Double

  /// Beyond the displacement of any web map (domain facts §3.1: up to 1 260 m) nothing is searched.
  static let reach = 2_000.0
  /// Finer than survey data give positions, in metres (domain facts §4.2: 0.001 m).
  private static let finestTolerance = 0.01
  private static let rounds = 15

  /// The shift near a start under which positions fit best.
  ///
  /// - Parameter quantile: share of the positions that set the scale; a small one holds on to few that
  ///   match among many that do not, a large one finds its way from farther off.
  func fit(_ positions: [XY], from start: XY = XY(0, 0), quantile: Double) -> ShiftFit {
    var shift = start
    for _ in 0..<Self.rounds {
      let feet = self.feet(of: positions, movedBackBy: shift)
      guard let step = Self.step(feet, quantile: quantile) else { break }
      shift = XY(shift.x + step.x, shift.y + step.y)
      if abs(step.x) < 1e-3, abs(step.y) < 1e-3 { break }
    }
    return quality(of: positions, movedBackBy: shift)
  }

  /// Share of the positions near the reference that lie this near to one of its boundaries.
  func share(of positions: [XY], movedBackBy shift: XY, within tolerance: Double) -> Double {
    let distances = feet(of: positions, movedBackBy: shift).map(\.foot.distance)
    guard !distances.isEmpty else { return 0 }
    return Double(distances.count { $0 <= tolerance }) / Double(distances.count)
  }

  private func quality(of positions: [XY], movedBackBy shift: XY) -> ShiftFit {
    let distances = feet(of: positions, movedBackBy: shift).map(\.foot.distance).sorted()
    let matched = distances.prefix { $0 <= widestTolerance }
    guard !matched.isEmpty else {
      return ShiftFit(
        shift: shift, share: 0, residual: .infinity, count: distances.count,
        tolerance: widestTolerance)
    }
    // By the upper quartile: middles of edges fit worse than vertices where a shift bends edges.
    let spread = 3 * matched[matched.count * 3 / 4]
    return ShiftFit(
      shift: shift, share: Double(matched.count) / Double(distances.count),
      residual: matched[matched.count / 2], count: distances.count,
      tolerance: min(widestTolerance, max(Self.finestTolerance, spread)))
  }

  /// Which positions lie on a boundary once they are moved back, by the widest tolerance.
  func matches(_ positions: [XY], movedBackBy shift: XY) -> [Bool] {
    positions.map { position in
      let moved = XY(position.x - shift.x, position.y - shift.y)
      return reference.edges.foot(of: moved, within: widestTolerance) != nil
    }
  }

  private func feet(
    of positions: [XY], movedBackBy shift: XY
  ) -> [(position: XY, foot: EdgeFoot)] {
    positions.compactMap { position in
      let moved = XY(position.x - shift.x, position.y - shift.y)
      return reference.edges.foot(of: moved, within: Self.reach).map { (moved, $0) }
    }
  }

  /// The least-squares step; nil where nothing is near or nothing is to be moved.
  private static func step(
    _ feet: [(position: XY, foot: EdgeFoot)], quantile: Double
  ) -> XY? {
    let distances = feet.map(\.foot.distance).sorted()
    guard !distances.isEmpty else { return nil }
    let limit = max(1e-3, 2.5 * distances[Int(Double(distances.count - 1) * quantile)])
    // Normal equations of Σ (n·(offset − step))², with n across the edge; both axes at an edge's end.
    var (xx, xy, yy, bx, by) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (position, foot) in feet where foot.distance <= limit {
      let offset = XY(position.x - foot.position.x, position.y - foot.position.y)
      let normals = foot.direction.map { [XY(-$0.y, $0.x)] } ?? [XY(1, 0), XY(0, 1)]
      for n in normals {
        let across = n.x * offset.x + n.y * offset.y
        xx += n.x * n.x
        xy += n.x * n.y
        yy += n.y * n.y
        bx += n.x * across
        by += n.y * across
      }
    }
    let determinant = xx * yy - xy * xy
    // Edges all in one direction leave the shift along them open.
    guard determinant > 1e-6 * (xx + yy) * (xx + yy) else { return nil }
    return XY((yy * bx - xy * by) / determinant, (xx * by - xy * bx) / determinant)
  }
}
