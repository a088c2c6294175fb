import LandModel

/// The way between degrees and grids of CGCS2000 by ``GridSeries``, which takes less than half of PROJ's time.
///
/// Used only where it agrees with PROJ's own operation: see ``agrees(with:)``.
struct GridShortcut {
  /// A side of the transformation: a grid, or degrees where nil.
  private let source: GridSeries?
  private let target: GridSeries?
  /// The meridian that probes lie round.
  private let centralMeridian: Double

  /// Most that a probe may differ, in metres and in degrees: a tenth of a micrometre on the ground.
  private static let tolerance = (metres: 1e-7, degrees: 1e-12)

  /// - Parameters:
  ///   - source: the grid that positions come from; nil for degrees.
  ///   - target: the grid that they go to; nil for degrees. One of the two is a grid.
  init?(from source: GaussKrugerGrid?, to target: GaussKrugerGrid?) {
    guard let grid = target ?? source else { return nil }
    self.source = source.map(GridSeries.init)
    self.target = target.map(GridSeries.init)
    centralMeridian = grid.centralMeridian
  }

  /// Transforms positions where they lie; what is too far from a meridian gets an ordinate that is NaN.
  func transform(_ positions: inout [XY]) {
    source?.unproject(&positions)
    target?.project(&positions)
  }

  /// Whether the series give what PROJ gives, tried all over the width of the grid.
  ///
  /// PROJ may know of a shift between two datums, and another ellipsoid has other series: both show here.
  func agrees(with library: (inout [XY]) -> Void) -> Bool {
    var probes: [XY] = []
    for latitude in stride(from: -80.0, through: 80, by: 10) {
      for longitude in stride(from: -5.9, through: 5.9, by: 1.18) {
        probes.append(XY(centralMeridian + longitude, latitude))
      }
    }
    source?.project(&probes)
    var (expected, found) = (probes, probes)
    library(&expected)
    transform(&found)
    let tolerance = target == nil ? Self.tolerance.degrees : Self.tolerance.metres
    return zip(expected, found).allSatisfy { expected, found in
      // Beyond the reach of the other grid the series say nothing.
      found.x.isNaN || expected.distance(to: found) < tolerance
    }
  }
}
