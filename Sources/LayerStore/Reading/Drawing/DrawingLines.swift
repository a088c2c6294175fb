import LandModel

/// The lines of a drawing that bound areas, as polygons.
///
/// A drawing has no polygons: its closed lines are areas (domain facts §3.5). A line whose ends are nearly
/// at one place is closed by moving its last position onto the first.
struct DrawingLines {
  private(set) var column: GeometryColumn
  /// Rows of closed lines that became polygons.
  private(set) var rowsOfClosedLines = 0
  /// Rows whose gap was closed, and the greatest gap, in drawing units.
  private(set) var rowsNearlyClosed: [Int] = []
  private(set) var greatestGap = 0.0
  /// Rows of lines that stay open.
  private(set) var rowsOpen: [Int] = []

  /// The gap that is taken for a slip of drawing, in drawing units: a centimetre in metres, ten times
  /// the tolerance of topology (domain facts §4.2).
  static let closingTolerance = 0.01

  /// - Parameter curvedRows: rows whose arcs GDAL replaced. It gives the start of a bulge twice, once as
  ///   stored and once as computed; the second is dropped.
  init(_ source: GeometryColumn, curvedRows: Set<Int> = []) {
    column = GeometryColumn()
    column.reserveCapacity(rows: source.count, positions: source.positions.count)
    for row in 0..<source.count {
      var geometry = source.geometry(ofRow: row)
      if curvedRows.contains(row) { geometry = Self.withoutRepeats(geometry) }
      guard geometry.kind == .line, !geometry.isEmpty else {
        column.append(geometry)
        continue
      }
      append(geometry, row: row)
    }
  }

  private mutating func append(_ line: Geometry, row: Int) {
    let gaps = line.ringEnds.indices.map { Self.gap(of: line, ring: $0) }
    guard let greatest = gaps.max(), greatest <= Self.closingTolerance else {
      rowsOpen.append(row)
      column.append(line)
      return
    }
    rowsOfClosedLines += 1
    var positions = line.positions
    for ring in line.ringEnds.indices {
      let range = line.range(ofRing: ring)
      positions[range.upperBound - 1] = positions[range.lowerBound]
    }
    if greatest > 0 {
      rowsNearlyClosed.append(row)
      greatestGap = max(greatestGap, greatest)
    }
    column.append(
      Geometry(
        kind: .polygon, positions: positions, ringEnds: line.ringEnds, partEnds: line.partEnds))
  }

  /// Less than what rounding of large coordinates gives, and far below any drawn length.
  private static let repeatDistance = 1e-7

  private static func withoutRepeats(_ line: Geometry) -> Geometry {
    guard line.kind == .line else { return line }
    return .multiLine(
      line.ringEnds.indices.map { ring in
        var kept: [XY] = []
        for index in line.range(ofRing: ring) {
          let position = line.positions[index]
          if let last = kept.last, last.distance(to: position) < repeatDistance { continue }
          kept.append(position)
        }
        return kept
      })
  }

  /// Distance between the ends of a line that can bound an area; infinite for any other.
  private static func gap(of line: Geometry, ring: Int) -> Double {
    let range = line.range(ofRing: ring)
    guard range.count >= 4 else { return .infinity }
    let gap = line.positions[range.lowerBound].distance(to: line.positions[range.upperBound - 1])
    return gap.isFinite ? gap : .infinity
  }
}
