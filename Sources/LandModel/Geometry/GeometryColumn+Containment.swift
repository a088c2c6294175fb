extension GeometryColumn {
  /// Whether a position lies inside a polygonal row, by counting the edges that a ray crosses.
  ///
  /// A position on the boundary may count either way. Rings may wind as they like.
  /// - Complexity: O(v).
  package func contains(_ position: XY, inRow row: Int) -> Bool {
    guard kinds[row] == .polygon else { return false }
    let positions = positions
    var isInside = false
    for ring in rings(ofRow: row) {
      for index in range(ofRing: ring).dropFirst() {
        let (a, b) = (positions[index - 1], positions[index])
        guard (a.y > position.y) != (b.y > position.y) else { continue }
        if position.x < a.x + (position.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
      }
    }
    return isInside
  }
}
