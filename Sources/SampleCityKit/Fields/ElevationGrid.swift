import Foundation
import LandModel

/// The coarse elevation grid: ETOPO 2022 at 5 arc-minutes, interpolated bicubically.
struct ElevationGrid: Sendable {
  private let longitude: Double
  private let latitude: Double
  private let step: Double
  private let columns: Int
  private let rows: Int
  private let heights: [Double]

  /// Reads `lat,lon,elev_m` rows ordered by latitude, then longitude, both ascending.
  init(csv text: String) throws(SampleCityError) {
    var points: [(latitude: Double, longitude: Double, height: Double)] = []
    for line in text.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",").compactMap { Double($0) }
      guard fields.count == 3 else { throw .unreadableInput("elevation", "\(line)") }
      points.append((fields[0], fields[1], fields[2]))
    }
    guard let first = points.first,
      let columns = points.firstIndex(where: { $0.latitude != first.latitude }),
      columns > 3, points.count % columns == 0, points.count / columns > 3
    else { throw .unreadableInput("elevation", "not a grid of four rows and columns or more") }
    self.columns = columns
    rows = points.count / columns
    (latitude, longitude) = (first.latitude, first.longitude)
    step = (points[columns - 1].longitude - first.longitude) / Double(columns - 1)
    heights = points.map(\.height)
  }

  /// Height in metres at a longitude and latitude by Catmull–Rom splines; the edge is held outside.
  func height(at geodetic: XY) -> Double {
    let (x, y) = ((geodetic.x - longitude) / step, (geodetic.y - latitude) / step)
    let (column, row) = (x.rounded(.down), y.rounded(.down))
    var lines = (0.0, 0.0, 0.0, 0.0)
    lines.0 = spline(row: Int(row) - 1, column: Int(column), at: x - column)
    lines.1 = spline(row: Int(row), column: Int(column), at: x - column)
    lines.2 = spline(row: Int(row) + 1, column: Int(column), at: x - column)
    lines.3 = spline(row: Int(row) + 2, column: Int(column), at: x - column)
    return Self.catmullRom(lines.0, lines.1, lines.2, lines.3, y - row)
  }

  private func spline(row: Int, column: Int, at t: Double) -> Double {
    let r = min(max(row, 0), rows - 1) * columns
    func height(_ c: Int) -> Double { heights[r + min(max(c, 0), columns - 1)] }
    return Self.catmullRom(
      height(column - 1), height(column), height(column + 1), height(column + 2), t)
  }

  private static func catmullRom(
    _ a: Double, _ b: Double, _ c: Double, _ d: Double, _ t: Double
  ) -> Double {
    let cubic = -a + 3 * b - 3 * c + d
    let square = 2 * a - 5 * b + 4 * c - d
    return 0.5 * (2 * b + t * (c - a + t * (square + t * cubic)))
  }
}
