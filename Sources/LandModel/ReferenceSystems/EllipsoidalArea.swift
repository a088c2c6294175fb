import Foundation

/// Statutory area on the CGCS2000 ellipsoid.
///
/// The published formula of 图幅理论面积与图斑椭球面积计算公式及要求 (国土调查办发〔2008〕32号; domain facts
/// §3.3): each edge between consecutive vertices closes a spherical trapezoid towards a reference
/// meridian, and the signed trapezoids of a ring sum to its area. The formula depends on the vertices
/// only, in longitude and latitude; it equals the planar shoelace in Lambert's cylindrical equal-area
/// projection of the same ellipsoid.
package struct EllipsoidalArea: Sendable {
  let grid: GaussKrugerGrid
  private let series: [Double]
  private let factor: Double

  /// - Parameter grid: the grid that positions are given on.
  package init(grid: GaussKrugerGrid) {
    self.grid = grid
    let e2 = Ellipsoid.cgcs2000.eccentricitySquared
    let (e4, e6, e8) = (e2 * e2, e2 * e2 * e2, e2 * e2 * e2 * e2)
    series = [
      1 + 3.0 / 6 * e2 + 30.0 / 80 * e4 + 35.0 / 112 * e6 + 630.0 / 2304 * e8,
      1.0 / 6 * e2 + 15.0 / 80 * e4 + 21.0 / 112 * e6 + 420.0 / 2304 * e8,
      3.0 / 80 * e4 + 7.0 / 112 * e6 + 180.0 / 2304 * e8,
      1.0 / 112 * e6 + 45.0 / 2304 * e8,
      5.0 / 2304 * e8,
    ]
    let b = Ellipsoid.cgcs2000.semiMinorAxis
    factor = 2 * b * b
  }

  /// Area of a polygonal geometry on the ellipsoid: shells less holes, whatever their winding.
  ///
  /// Zero for points, lines and empty geometries. Meaningful for valid polygons only.
  /// - Complexity: O(v), one inverse projection for each vertex.
  package func area(of geometry: Geometry) -> SquareMetres {
    guard geometry.kind == .polygon else { return .zero }
    var total = 0.0
    for part in 0..<geometry.partCount {
      for (order, ring) in geometry.rings(ofPart: part).enumerated() {
        let slice = geometry.positions[geometry.range(ofRing: ring)]
        let area = abs(signedArea(ofGeodeticRing: slice.map(grid.geodetic)))
        total += order == 0 ? area : -area
      }
    }
    return SquareMetres(total)
  }

  /// Area of a polygonal geometry in longitude and latitude in degrees: shells less holes.
  package static func area(ofGeodetic geometry: Geometry) -> SquareMetres {
    // The formula needs no grid for positions that are geodetic already.
    let formula = EllipsoidalArea(
      grid: GaussKrugerGrid(
        crs: CRSIdentifier(epsg: 4490), centralMeridian: 0, falseEasting: Metres(0)))
    guard geometry.kind == .polygon else { return .zero }
    var total = 0.0
    for part in 0..<geometry.partCount {
      for (order, ring) in geometry.rings(ofPart: part).enumerated() {
        let slice = Array(geometry.positions[geometry.range(ofRing: ring)])
        let area = abs(formula.signedArea(ofGeodeticRing: slice))
        total += order == 0 ? area : -area
      }
    }
    return SquareMetres(total)
  }

  /// Signed area of a closed ring of longitudes and latitudes in degrees; anticlockwise is positive.
  package func signedArea(ofGeodeticRing ring: [XY]) -> Double {
    guard let origin = ring.first, ring.count > 2 else { return 0 }
    // Latitudes enter as the difference from the ring's first one, so that nothing large cancels.
    var total = 0.0
    var previous = (longitude: 0.0, height: 0.0)
    for position in ring.dropFirst() {
      let longitude = (position.x - origin.x) * .pi / 180
      let height = trapezoid(fromLatitude: origin.y, to: position.y)
      total += (longitude + previous.longitude) / 2 * (height - previous.height)
      previous = (longitude, height)
    }
    return total
  }

  /// Where a position of the grid lies in the equal-area plane whose shoelace is the published formula.
  ///
  /// Both coordinates in metres, from an origin given as longitude and latitude in degrees.
  func equalArea(_ position: XY, from origin: XY) -> XY {
    let geodetic = grid.geodetic(position)
    let radius = Ellipsoid.cgcs2000.semiMajorAxis
    return XY(
      (geodetic.x - origin.x) * .pi / 180 * radius,
      trapezoid(fromLatitude: origin.y, to: geodetic.y) / radius)
  }

  /// Area per radian of longitude between two parallels, by the published series, in square metres.
  private func trapezoid(fromLatitude start: Double, to end: Double) -> Double {
    let half = (end - start) * .pi / 360
    let middle = (end + start) * .pi / 360
    var (sum, sign) = (0.0, 1.0)
    for (index, coefficient) in series.enumerated() {
      let odd = Double(2 * index + 1)
      sum += sign * coefficient * sin(odd * half) * cos(odd * middle)
      sign = -sign
    }
    return factor * sum
  }
}
