import LandModel

@testable import LayoutAnalysis

/// A made-up cadastre: a grid of quadrilaterals whose corners are shaken by a seed.
struct ParcelMap {
  static let corner = XY(418_000, 2_848_000)
  let columns: Int
  let rows: Int
  /// By row northwards, then eastwards.
  let parcels: [Geometry]

  init(columns: Int, rows: Int, width: Double, shake: Double, seed: UInt64) {
    self.columns = columns
    self.rows = rows
    var random = SeededGenerator(seed: seed)
    var corners: [[XY]] = []
    for row in 0...rows {
      corners.append(
        (0...columns).map { column in
          XY(
            Self.corner.x + width * (Double(column) + shake * (random.unit() - 0.5)),
            Self.corner.y + width * (Double(row) + shake * (random.unit() - 0.5)))
        })
    }
    parcels = (0..<(columns * rows)).map { number in
      let (row, column) = (number / columns, number % columns)
      let ring = [
        corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
        corners[row + 1][column],
      ]
      return .polygon(rings: [ring + ring.prefix(1)])
    }
  }

  static let surface = EllipsoidalArea(grid: TownScene.grid)

  func net(gap: Double = 0.1, _ parcels: [Geometry]? = nil) -> ParcelNet {
    let column = GeometryColumn(parcels ?? self.parcels)
    return ParcelNet(column, rows: Array(0..<column.count), gap: gap, surface: Self.surface)
  }
}

func box(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) -> [XY] {
  [
    XY(x.lowerBound, y.lowerBound), XY(x.upperBound, y.lowerBound),
    XY(x.upperBound, y.upperBound), XY(x.lowerBound, y.upperBound), XY(x.lowerBound, y.lowerBound),
  ]
}
