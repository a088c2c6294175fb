import LandModel

/// How many features of a layer use a vertex, for the vertices of near-duplicate pairs only.
///
/// Two features that share a border must agree which of two vertices stays, whichever way their rings run.
struct VertexUses: Sendable {
  private let counts: [XY: Int]

  static let none = VertexUses(counts: [:])

  private init(counts: [XY: Int]) { self.counts = counts }

  /// - Complexity: O(v).
  init(_ column: GeometryColumn, nearerThan tolerance: Double) {
    var counts: [XY: Int] = [:]
    for row in 0..<column.count where column.kinds[row] == .polygon || column.kinds[row] == .line {
      for ring in column.rings(ofRow: row) {
        for index in column.range(ofRing: ring).dropFirst() {
          let (a, b) = (column.positions[index - 1], column.positions[index])
          guard a != b, a.distance(to: b) < tolerance else { continue }
          counts[a] = 0
          counts[b] = 0
        }
      }
    }
    guard !counts.isEmpty else {
      self.counts = [:]
      return
    }
    for row in 0..<column.count {
      // A ring's first position comes again at its end; within a feature each counts once.
      let used = Set(
        column.range(ofRow: row).lazy.map { column.positions[$0] }.filter { counts[$0] != nil })
      for position in used { counts[position, default: 0] += 1 }
    }
    self.counts = counts
  }

  /// Whether the first of two near vertices stays: the one that more features use, then the one with the
  /// smaller easting, then the smaller northing.
  func staysFirst(_ a: XY, _ b: XY) -> Bool {
    let (usesOfA, usesOfB) = (counts[a] ?? 0, counts[b] ?? 0)
    if usesOfA != usesOfB { return usesOfA > usesOfB }
    return (a.x, a.y) <= (b.x, b.y)
  }
}
