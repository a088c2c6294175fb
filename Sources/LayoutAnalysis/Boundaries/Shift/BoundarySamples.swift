import LandModel

/// Positions along the boundaries of a layer, spread evenly over its vertices.
struct BoundarySamples: Sendable {
  /// Vertices and middles of edges, in layer order.
  let positions: [XY]
  /// Vertices alone, in layer order.
  let vertices: [XY]

  /// Positions of each kind at most: enough for a median, few enough to be searched many times.
  static let most = 120

  /// - Parameter rows: the rows to take positions from, points among them apart.
  init(of column: GeometryColumn, rows: [Int]) {
    var edges: [(XY, XY)] = []
    let rows = rows.filter { column.kinds[$0] != .point }
    let total = rows.reduce(0) { $0 + column.range(ofRow: $1).count }
    let step = max(1, total / Self.most)
    var count = 0
    for row in rows {
      for ring in column.rings(ofRow: row) {
        for index in column.range(ofRing: ring).dropFirst() {
          let (start, end) = (column.positions[index - 1], column.positions[index])
          if count.isMultiple(of: step), start != end { edges.append((start, end)) }
          count += 1
        }
      }
    }
    vertices = edges.map(\.0)
    positions = edges.flatMap { [$0, XY(($0.x + $1.x) / 2, ($0.y + $1.y) / 2)] }
  }
}
