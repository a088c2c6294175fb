import LandModel

/// Jagged cells of about 100 m that share their borders vertex by vertex, but for planted faults.
struct NearCoverage {
  private static let side = 100.0
  private let columns: Int
  private let rows: Int
  private var random: SeededGenerator
  private var corners: [XY] = []
  private var rightward: [[XY]] = []
  private var upward: [[XY]] = []

  init(columns: Int, rows: Int, seed: UInt64) {
    (self.columns, self.rows) = (columns, rows)
    random = SeededGenerator(seed: seed)
    for row in 0...rows {
      for column in 0...columns {
        corners.append(
          place((Double(column) + offset(0.2)) * Self.side, (Double(row) + offset(0.2)) * Self.side)
        )
      }
    }
    for row in 0...rows {
      for column in 0...columns {
        let start = corner(column, row)
        rightward.append(bends(from: start, to: corner(min(column + 1, columns), row)))
        upward.append(bends(from: start, to: corner(column, min(row + 1, rows))))
      }
    }
  }

  static func rectangle(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> [XY] {
    [XY(x0, y0), XY(x1, y0), XY(x1, y1), XY(x0, y1), XY(x0, y0)]
  }

  /// The cells, row by row; of a share of them one vertex is moved by up to three metres.
  mutating func geometries(faulty: Double) -> [Geometry] {
    var geometries: [Geometry] = []
    for row in 0..<rows {
      for column in 0..<columns {
        var ring = ring(column, row)
        if random.unit() < faulty {
          let vertex = ring[5]
          ring[5] = place(vertex.x + offset(3), vertex.y + offset(3))
        }
        geometries.append(.polygon(rings: [ring]))
      }
    }
    return geometries
  }

  private func ring(_ column: Int, _ row: Int) -> [XY] {
    let (here, above) = (number(column, row), number(column, row + 1))
    let right = number(column + 1, row)
    return [corners[here]] + rightward[here] + [corners[right]] + upward[right]
      + [corner(column + 1, row + 1)] + rightward[above].reversed() + [corners[above]]
      + upward[here].reversed() + [corners[here]]
  }

  private mutating func bends(from start: XY, to end: XY) -> [XY] {
    (1...3).map { bend in
      let share = Double(bend) / 4
      return place(
        start.x + share * (end.x - start.x) + offset(5),
        start.y + share * (end.y - start.y) + offset(5))
    }
  }

  private func number(_ column: Int, _ row: Int) -> Int { row * (columns + 1) + column }
  private func corner(_ column: Int, _ row: Int) -> XY { corners[number(column, row)] }
  private func place(_ x: Double, _ y: Double) -> XY {
    XY((x * 1000).rounded() / 1000, (y * 1000).rounded() / 1000)
  }
  private mutating func offset(_ reach: Double) -> Double { reach * (2 * random.unit() - 1) }
}
