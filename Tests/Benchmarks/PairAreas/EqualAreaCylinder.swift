import Foundation
import LandModel

/// The equal-area plane by the closed form of the authalic function, where the program uses a series.
///
/// Snyder 1987, Map Projections: A Working Manual, equation 3-12: a parallel lies at half the axis times q,
/// the area between it and the equator over that of a zone of longitude.
struct EqualAreaCylinder {
  /// CGCS2000 (GB 22021-2008): semi-major axis in metres, and flattening.
  private static let axis = 6_378_137.0
  private static let flattening = 1 / 298.257_222_101
  private let grid: GaussKrugerGrid

  init(grid: GaussKrugerGrid) { self.grid = grid }

  /// The same rows in the plane, metres from the grid's central meridian and the equator.
  func column(_ column: GeometryColumn) -> GeometryColumn {
    column.replacingPositions(
      column.positions.map { position in
        let place = grid.geodetic(position)
        return XY(
          Self.axis * (place.x - grid.centralMeridian) * .pi / 180,
          Self.axis / 2 * authalic(place.y * .pi / 180))
      })
  }

  private func authalic(_ latitude: Double) -> Double {
    let square = Self.flattening * (2 - Self.flattening)
    let eccentricity = square.squareRoot()
    let sine = sin(latitude)
    return (1 - square)
      * (sine / (1 - square * sine * sine) + atanh(eccentricity * sine) / eccentricity)
  }
}
