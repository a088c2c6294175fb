import LandModel

/// A chessboard of jagged cells whose borders were digitised twice: on some borders each side has its own
/// vertices, a few centimetres off the other's, and not the same number of them.
///
/// Corners, the outer border and borders not disturbed are shared vertex by vertex.
struct DisturbedCoverage {
  let layer: ProjectedLayer
  /// Positions of borders that were not disturbed, corners included.
  let undisturbed: Set<XY>

  init(side: Int, seed: UInt64, disturbance: Double = 0.04, share: Double = 0.5) {
    var random = SeededGenerator(seed: seed)
    func place(_ column: Int, _ row: Int, _ dx: Double, _ dy: Double) -> XY {
      XY(450_000 + 100 * Double(column) + dx, 2_850_000 + 100 * Double(row) + dy)
    }
    var kept: Set<XY> = []
    var (below, above): ([[[XY]]], [[[XY]]]) = ([], [])
    // For each lattice line, both directions of lines: the border as the one and the other side has it.
    for isHorizontal in [true, false] {
      var (first, second): ([[XY]], [[XY]]) = ([], [])
      for line in 0...side {
        for step in 0..<side {
          let isOuter = line == 0 || line == side
          let isDisturbed = !isOuter && random.unit() < share
          func border(jitter: Double, count: Int) -> [XY] {
            (1...count).map { index in
              let along = 100 * Double(index) / Double(count + 1)
              let across = jitter * (2 * random.unit() - 1)
              return isHorizontal
                ? place(step, line, along, across) : place(line, step, across, along)
            }
          }
          let one = border(jitter: isDisturbed ? disturbance : isOuter ? 0 : 8, count: 4)
          let other = isDisturbed ? border(jitter: disturbance, count: 3) : one
          first.append(one)
          second.append(other)
          if !isDisturbed { kept.formUnion(one) }
        }
      }
      below.append(first)
      above.append(second)
    }
    var geometries: [Geometry] = []
    for row in 0..<side {
      for column in 0..<side {
        let (south, north) = (above[0][row * side + column], below[0][(row + 1) * side + column])
        let (west, east) = (above[1][column * side + row], below[1][(column + 1) * side + row])
        let corners = [
          place(column, row, 0, 0), place(column + 1, row, 0, 0),
          place(column + 1, row + 1, 0, 0), place(column, row + 1, 0, 0),
        ]
        kept.formUnion(corners)
        geometries.append(
          .polygon(rings: [
            [corners[0]] + south + [corners[1]] + east + [corners[2]] + north.reversed()
              + [corners[3]] + west.reversed() + [corners[0]]
          ]))
      }
    }
    layer = .test(geometries)
    undisturbed = kept
  }
}
