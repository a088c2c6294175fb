import LandModel

/// Problems that are defined by a published construction; `fixtures/published/README.md` has the sources.
extension CoveringInstance {
  /// Triples of a Steiner system whose points are to meet every triple.
  private static func steiner(
    _ points: Int, optimum: Int, _ triples: [[Int]]
  ) -> CoveringInstance {
    CoveringInstance(name: "A\(points)", optimum: optimum, reach: triples)
  }

  /// The system of 15 points is developed modulo 5 from seven triples, in three groups of five points.
  private static let fifteenPoints = [
    [2, 3, 5], [0, 2, 6], [7, 8, 10], [5, 7, 11], [0, 12, 13], [0, 11, 14], [0, 5, 10],
  ].flatMap { base in (0..<5).map { step in base.map { $0 / 5 * 5 + ($0 + step) % 5 } } }

  /// Three times the points: of a triple's nine the triples that take one of each point, or three levels of one.
  private static func tripled(_ points: Int, _ triples: [[Int]]) -> [[Int]] {
    let orders = [[0, 0, 0], [1, 1, 1], [2, 2, 2]]
    let all = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] + orders
    return (0..<points).map { [$0, $0 + points, $0 + 2 * points] }
      + triples.flatMap { triple in
        all.map { levels in zip(triple, levels).map { $0 + points * $1 } }
      }
  }

  private static let ninePoints = tripled(3, [[0, 1, 2]])

  static let steinerSystems = [
    steiner(9, optimum: 5, ninePoints),
    steiner(15, optimum: 9, fifteenPoints),
    steiner(27, optimum: 18, tripled(9, ninePoints)),
  ]

  static let largerSteinerSystem = steiner(
    45, optimum: 30, tripled(15, fifteenPoints))

  /// Queens that attack every square of a board.
  static func queens(_ side: Int, optimum: Int) -> CoveringInstance {
    let squares = (0..<(side * side)).map { (row: $0 / side, column: $0 % side) }
    return CoveringInstance(
      name: "queens \(side)", optimum: optimum,
      reach: squares.map { one in
        squares.indices.filter { number in
          let other = squares[number]
          let (rows, columns) = (one.row - other.row, one.column - other.column)
          return rows == 0 || columns == 0 || abs(rows) == abs(columns)
        }
      })
  }

  /// Words of bits of which every word differs from one in a bit at most.
  static func code(_ length: Int, optimum: Int) -> CoveringInstance {
    CoveringInstance(
      name: "K(\(length), 1)", optimum: optimum,
      reach: (0..<(1 << length)).map { word in
        [word] + (0..<length).map { word ^ (1 << $0) }
      })
  }

  /// Edges of a cube of some dimensions that leave no square whole.
  static func cube(_ dimensions: Int, optimum: Int) -> CoveringInstance {
    func edge(_ vertex: Int, _ bit: Int) -> Int { (vertex & ~(1 << bit)) * dimensions + bit }
    var squares: [[Int]] = []
    for vertex in 0..<(1 << dimensions) {
      for one in 0..<dimensions {
        for other in (one + 1)..<dimensions where vertex & (1 << one | 1 << other) == 0 {
          squares.append([
            edge(vertex, one), edge(vertex, other), edge(vertex | 1 << one, other),
            edge(vertex | 1 << other, one),
          ])
        }
      }
    }
    return CoveringInstance(
      name: "cycles of the \(dimensions)-cube", optimum: optimum, reach: squares)
  }

  /// Places of a square grid that reach their four neighbours.
  static func grid(_ side: Int, optimum: Int, cell: Double = 1000) -> CoveringInstance {
    let places = (0..<(side * side)).map { number in
      XY(cell * Double(number % side), cell * Double(number / side))
    }
    let radius = 1.2 * cell
    return CoveringInstance(
      name: "grid \(side)", optimum: optimum,
      reach: places.map { one in
        places.indices.filter { places[$0].distance(to: one) <= radius }
      },
      plane: (places, Metres(radius)))
  }
}
