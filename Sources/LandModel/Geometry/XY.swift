/// A position as two doubles: easting and northing in metres, or longitude and latitude in degrees.
///
/// Easting (or longitude) always comes first, whatever order the reference system's authority prints.
/// Which of the two it is follows from the layer that holds it.
package struct XY: Hashable, Sendable, Codable {
  /// Easting in metres, or longitude in degrees.
  package var x: Double
  /// Northing in metres, or latitude in degrees.
  package var y: Double

  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// Whether both ordinates are finite numbers.
  package var isFinite: Bool { x.isFinite && y.isFinite }

  /// Planar distance to another position, in the unit of the ordinates.
  package func distance(to other: XY) -> Double {
    let (dx, dy) = (other.x - x, other.y - y)
    return (dx * dx + dy * dy).squareRoot()
  }
}
