import LandModel

/// The texts of a drawing and the polygons they stand in.
///
/// Drawings have no attributes: a parcel's number and name are texts within it (domain facts §3.5). A text
/// belongs to the smallest polygon that holds its insertion point.
struct DrawingLabels {
  /// By row, the texts within its polygon in drawing order, joined by a semicolon; nil for none.
  private(set) var texts: [String?]
  /// Rows of texts that stand in a polygon, ascending.
  private(set) var rowsPlaced: [Int] = []
  /// Rows of texts that stand in none, ascending.
  private(set) var rowsOutside: [Int] = []

  /// - Parameter labels: by row, the text of a text entity.
  /// - Complexity: a sweep along the easting, O((n + m) log (n + m)) and the polygons abreast of each text.
  init(_ column: GeometryColumn, labels: [String?]) {
    texts = Array(repeating: nil, count: column.count)
    let points = (0..<column.count).filter {
      column.kinds[$0] == .point && labels[$0] != nil && !column.range(ofRow: $0).isEmpty
    }
    let polygons = (0..<column.count).filter { column.kinds[$0] == .polygon }
    guard !points.isEmpty, !polygons.isEmpty else { return }
    let boxes = column.boundingBoxes
    let waiting = polygons.sorted { (boxes[$0].minX, $0) < (boxes[$1].minX, $1) }
    let sweep = points.sorted { (boxes[$0].minX, $0) < (boxes[$1].minX, $1) }
    var holders = [Int?](repeating: nil, count: column.count)
    var areas: [Int: Double] = [:]
    var (next, active): (Int, [Int]) = (0, [])
    for point in sweep {
      let position = column.positions[column.range(ofRow: point).lowerBound]
      while next < waiting.count, boxes[waiting[next]].minX <= position.x {
        active.append(waiting[next])
        next += 1
      }
      active.removeAll { boxes[$0].maxX < position.x }
      for polygon in active
      where boxes[polygon].minY <= position.y && boxes[polygon].maxY >= position.y
        && column.contains(position, inRow: polygon)
      {
        let area = areas[polygon] ?? PlanarMeasure.area(of: column.geometry(ofRow: polygon)).value
        areas[polygon] = area
        guard let known = holders[point], let least = areas[known],
          (least, known) <= (area, polygon)
        else {
          holders[point] = polygon
          continue
        }
      }
    }
    place(points, in: holders, labels: labels)
  }

  private mutating func place(_ points: [Int], in holders: [Int?], labels: [String?]) {
    for point in points {
      guard let holder = holders[point], let label = labels[point] else {
        rowsOutside.append(point)
        continue
      }
      rowsPlaced.append(point)
      texts[holder] = texts[holder].map { "\($0); \(label)" } ?? label
    }
  }
}
