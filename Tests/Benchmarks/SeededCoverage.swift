import Foundation
import LandModel

/// Cells that share their borders vertex by vertex but for planted faults, the same for a seed everywhere.
///
/// Each side between two corners bends at fourteen vertices. One cell in fifty is drawn one per cent too
/// large or too small, one in a hundred has a vertex off by up to a metre.
struct SeededCoverage {
  private static let origin = XY(430_000, 2_700_000)
  private static let bends = 14
  private let columns: Int
  private let rows: Int
  private let step = 350.0
  private var random: SeededGenerator
  private var corners: [XY] = []
  /// For each corner the bends of the side to its right, and of the side upwards.
  private var rightward: [[XY]] = []
  private var upward: [[XY]] = []

  init(cells: Int, seed: UInt64) {
    columns = max(1, Int(Double(cells).squareRoot()))
    rows = max(1, cells / columns)
    random = SeededGenerator(seed: seed)
    for row in 0...rows {
      for column in 0...columns {
        let (x, y) = (offset(0.2), offset(0.2))
        corners.append(
          XY(
            Self.rounded(Self.origin.x + (Double(column) + x) * step),
            Self.rounded(Self.origin.y + (Double(row) + y) * step)))
      }
    }
    for row in 0...rows {
      for column in 0...columns {
        let start = corner(column, row)
        rightward.append(side(from: start, to: corner(min(column + 1, columns), row)))
        upward.append(side(from: start, to: corner(column, min(row + 1, rows))))
      }
    }
  }

  /// The cells, row by row.
  mutating func column() -> GeometryColumn {
    var geometries = GeometryColumn()
    for row in 0..<rows {
      for column in 0..<columns {
        geometries.append(.polygon(rings: [faulty(ring(column, row))]))
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

  /// The ring with a fault, if it is one of those chosen to have one.
  private mutating func faulty(_ ring: [XY]) -> [XY] {
    let (scaled, moved) = (random.unit(), random.unit())
    var ring = ring
    if scaled < 0.02 {
      let factor = scaled < 0.01 ? 1.01 : 0.99
      let middle = ring[0]
      ring = ring.map {
        XY(
          Self.rounded(middle.x + ($0.x - middle.x) * factor),
          Self.rounded(middle.y + ($0.y - middle.y) * factor))
      }
    }
    if moved < 0.01 {
      let vertex = ring[20]
      ring[20] = XY(Self.rounded(vertex.x + offset(1)), Self.rounded(vertex.y + offset(1)))
    }
    return ring
  }

  /// The bends of a side, displaced by a few per cent of its length.
  private mutating func side(from start: XY, to end: XY) -> [XY] {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let waves = (1...6).map { offset(0.03) / Double($0) }
    return (1...Self.bends).map { bend in
      let share = Double(bend) / Double(Self.bends + 1)
      var aside = 0.0
      for (wave, height) in waves.enumerated() {
        aside += height * sin(.pi * Double(wave + 1) * share)
      }
      return XY(
        Self.rounded(start.x + share * dx - aside * dy),
        Self.rounded(start.y + share * dy + aside * dx))
    }
  }

  private func number(_ column: Int, _ row: Int) -> Int { row * (columns + 1) + column }
  private func corner(_ column: Int, _ row: Int) -> XY { corners[number(column, row)] }

  /// A tenth of a millimetre, as cadastral data has.
  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

  private mutating func offset(_ reach: Double) -> Double { reach * (2 * random.unit() - 1) }
}
