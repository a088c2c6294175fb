internal import CPROJ
package import LandModel

/// Lengths of geodesics on the ellipsoid of CGCS2000, exact to some nanometres.
///
/// Wraps `geod_init` and `geod_inverse` of PROJ, which solve the inverse problem by Karney's series (2013,
/// "Algorithms for geodesics", J. Geodesy 87).
@safe package struct Geodesic {
  private var ellipsoid = geod_geodesic()

  package init() {
    let cgcs2000 = Ellipsoid.cgcs2000
    unsafe geod_init(&ellipsoid, cgcs2000.semiMajorAxis, cgcs2000.flattening)
  }

  /// The length between two positions given as longitude and latitude in degrees.
  package func length(from: XY, to: XY) -> Metres {
    var length = 0.0
    unsafe withUnsafePointer(to: ellipsoid) { pointer in
      unsafe geod_inverse(pointer, from.y, from.x, to.y, to.x, &length, nil, nil)
    }
    return Metres(length)
  }

  /// The length between two positions on a grid.
  ///
  /// The geodesic is the shortest line on the ellipsoid, not the grid's straight line between the same two
  /// ends.
  package func length(from: XY, to: XY, on grid: GaussKrugerGrid) -> Metres {
    length(from: grid.geodetic(from), to: grid.geodetic(to))
  }
}
