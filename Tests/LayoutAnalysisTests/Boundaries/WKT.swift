import LandModel

/// Well-known text of polygons, lines and points, as tables of cases write it.
enum WKT {
  /// Reads `POLYGON`, `MULTIPOLYGON`, `LINESTRING` and `POINT`; nil for anything else.
  static func geometry(_ text: String) -> Geometry? {
    let head = text.prefix { $0 != "(" }.trimmingSuffix(" ")
    if text.hasSuffix("EMPTY") {
      return Geometry(kind: .polygon, positions: [], ringEnds: [], partEnds: [])
    }
    switch head {
    case "POLYGON": return .polygon(rings: rings(text))
    case "LINESTRING": return .line(rings("(\(text))")[0])
    case "POINT": return .point(rings("(\(text))")[0][0])
    case "MULTIPOLYGON":
      let parts = text.split(separator: ")),").map { rings(String($0)) }
      return .multiPolygon(parts)
    default: return nil
    }
  }

  /// The innermost lists of positions.
  private static func rings(_ text: String) -> [[XY]] {
    text.split(separator: ")").compactMap { piece in
      guard let list = piece.split(separator: "(").last, list.contains(" ") else { return nil }
      let positions = list.split(separator: ",").compactMap { pair -> XY? in
        let numbers = pair.split(separator: " ").compactMap { Double($0) }
        return numbers.count == 2 ? XY(numbers[0], numbers[1]) : nil
      }
      return positions.isEmpty ? nil : positions
    }
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ character: Character) -> Substring {
    var text = self
    while text.last == character { text.removeLast() }
    return text
  }
}
