import Foundation
import LandModel

/// Replaces circular arcs by chords that leave them by no more than a stated distance.
///
/// GDAL strokes by a fixed angle (4° unless told otherwise), which is 6 cm off an arc of 100 m and 60 m off
/// one of 100 km. Here the angle follows from the radius: a chord of angle 2α leaves its arc by
/// r (1 − cos α).
struct ArcStroker: Equatable {
  /// Greatest distance between arc and chord, in the unit of the coordinates.
  let tolerance: Double

  /// A millimetre, the customary tolerance of topology (domain facts §4.2), or the same in degrees.
  static let metres = ArcStroker(tolerance: 0.001)
  static let degrees = ArcStroker(tolerance: 1e-8)

  /// Chords of more are crude whatever the radius, and of less only fill memory: a hundredth of a degree
  /// keeps a millimetre up to radii of 260 km.
  static let (greatestStep, smallestStep) = (10 * Double.pi / 180, 0.01 * Double.pi / 180)

  /// The angle of one chord of a circle, in radians.
  func step(radius: Double) -> Double {
    let cosine = 1 - tolerance / radius
    let step = cosine > -1 ? 2 * acos(max(-1, min(1, cosine))) : .pi
    return min(Self.greatestStep, max(Self.smallestStep, step))
  }

  /// Adds the positions after `start` of the arc from there through `middle` to `end`.
  ///
  /// Both ends stay as they are. An arc gives the same positions in either direction, so that two
  /// neighbours that share it still meet. Positions in a line give `middle` and `end`; equal ends are a
  /// whole circle with `middle` opposite to them (ISO/IEC 13249-3).
  func appendArc(from start: XY, through middle: XY, to end: XY, to positions: inout [XY]) {
    let isReversed = (end.x, end.y) < (start.x, start.y)
    let (first, last) = isReversed ? (end, start) : (start, end)
    let between = inner(from: first, through: middle, to: last)
    positions += isReversed ? between.reversed() : between
    positions.append(end)
  }

  /// The positions between both ends.
  private func inner(from a: XY, through b: XY, to c: XY) -> [XY] {
    guard a.isFinite, b.isFinite, c.isFinite else { return [b] }
    // Relative to the first, for large coordinates cancel.
    let (bx, by) = (b.x - a.x, b.y - a.y)
    let (cx, cy) = (c.x - a.x, c.y - a.y)
    let (ux, uy): (Double, Double)
    if a == c {
      guard a != b else { return [] }
      (ux, uy) = (bx / 2, by / 2)
    } else {
      let cross = 2 * (bx * cy - by * cx)
      let (bb, cc) = (bx * bx + by * by, cx * cx + cy * cy)
      (ux, uy) = ((cy * bb - by * cc) / cross, (bx * cc - cx * bb) / cross)
    }
    let radius = (ux * ux + uy * uy).squareRoot()
    // Straight within rounding: the arc is no further from its chord than the tolerance.
    guard radius.isFinite, radius > 0, isCurved(a, b, c) else { return [b] }
    let from = atan2(-uy, -ux)
    var sweep = a == c ? 2 * .pi : angle(from, to: atan2(cy - uy, cx - ux))
    let way = angle(from, to: atan2(by - uy, bx - ux))
    // Anticlockwise if the middle comes before the end that way round.
    if a != c, way > sweep { sweep -= 2 * .pi }
    let count = max(2, Int((abs(sweep) / step(radius: radius)).rounded(.up)))
    return (1..<count).map { index in
      let angle = from + sweep * Double(index) / Double(count)
      return XY(a.x + ux + radius * cos(angle), a.y + uy + radius * sin(angle))
    }
  }

  /// Whether the middle is off the line between the ends by more than rounding.
  private func isCurved(_ a: XY, _ b: XY, _ c: XY) -> Bool {
    guard a != c else { return true }
    let (cx, cy) = (c.x - a.x, c.y - a.y)
    let cross = abs((b.x - a.x) * cy - (b.y - a.y) * cx)
    let chord = (cx * cx + cy * cy).squareRoot()
    return cross / chord > 1e-3 * tolerance
  }

  /// The angle from one direction to another anticlockwise, 0 to 2π.
  private func angle(_ from: Double, to: Double) -> Double {
    let turn = (to - from).truncatingRemainder(dividingBy: 2 * .pi)
    return turn < 0 ? turn + 2 * .pi : turn
  }
}
