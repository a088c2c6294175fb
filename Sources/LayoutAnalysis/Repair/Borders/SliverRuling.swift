import LandModel
import Topology

/// Decides for each face of a net whether it is a sliver to be closed, and who gets it.
struct SliverRuling {
  /// A face to be given to one feature.
  struct Award {
    let face: Int
    let rule: RuleCode
    let winner: Int
    /// Features whose land changes: those that lose the face, or the winner of a gap.
    let changed: [Int]
  }

  /// How far a vertex may lie from a neighbour's edge to be missing there: the rule's tolerance (§4.2).
  private static let vertexTolerance = 0.001

  let net: FaceNet
  let tolerance: Double
  let winner: BorderWinner
  let rules: Set<RuleCode>
  /// For each feature of the net its planar area and its row in the layer.
  let areas: [Double]
  let rows: [Int]

  /// The slivers among the faces, by face.
  func awards() -> [Award] {
    net.areas.indices.compactMap { award(ofFace: $0) }
  }

  private func award(ofFace face: Int) -> Award? {
    let cover = net.covers[face]
    let isNoise = net.widths[face] < FaceNet.noise
    guard isNoise || cover.count != 1, net.widths[face] <= tolerance else { return nil }
    let beside = net.sides[face].map { side in side.other.map { net.covers[$0] } ?? [] }
    let neighbours = Set(beside.joined()).sorted()
    guard let rule = rule(cover: cover, width: net.widths[face], neighbours: neighbours),
      let best = best(of: cover.isEmpty ? neighbours : cover, face: face, beside: beside)
    else { return nil }
    if isNoise {
      return Award(face: face, rule: rule, winner: best, changed: [])
    }
    let changed = cover.isEmpty ? [best] : cover.filter { $0 != best }
    for feature in changed {
      // On one side of the sliver runs the feature's border, on the other the one it is to have.
      let inside = net.sides[face].indices.filter { beside[$0].contains(feature) }
      let outside = net.sides[face].indices.filter { !beside[$0].contains(feature) }
      guard areNear(inside, outside, ofFace: face) else { return nil }
    }
    return Award(face: face, rule: rule, winner: best, changed: changed)
  }

  /// The rule that a face breaks, if it is asked for; a gap lies between two features at least.
  private func rule(cover: [Int], width: Double, neighbours: [Int]) -> RuleCode? {
    if width < FaceNet.noise { return neighbours.isEmpty ? nil : rules.sorted().first }
    if cover.isEmpty, neighbours.count < 2 { return nil }
    let rule: RuleCode = cover.count > 1 ? "layer.overlap" : "layer.gap"
    // A border drawn twice is a chain of overlaps and gaps.
    if let asked = [rule, "layer.unmatched-edge"].first(where: rules.contains) { return asked }
    return rules.contains("layer.missing-vertex") && width <= Self.vertexTolerance
      ? "layer.missing-vertex" : nil
  }

  /// The feature to have the face, of those that have land beside it.
  private func best(of candidates: [Int], face: Int, beside: [[Int]]) -> Int? {
    let lengths = candidates.map { candidate in
      // Summed from the shortest, so that the sum does not depend on where the ring starts.
      net.sides[face].indices.filter { beside[$0].contains(candidate) }
        .map { net.sides[face][$0].length }.sorted().reduce(0, +)
    }
    let entitled = candidates.indices.filter { lengths[$0] > 0 }
    return entitled.min { isBefore($0, $1, candidates, lengths) }.map { candidates[$0] }
  }

  private func isBefore(_ a: Int, _ b: Int, _ candidates: [Int], _ lengths: [Double]) -> Bool {
    let (left, right) = (candidates[a], candidates[b])
    if winner == .first { return rows[left] < rows[right] }
    // Lengths that differ by rounding only are equal.
    let isClear = abs(lengths[a] - lengths[b]) > 1e-9 * (lengths[a] + lengths[b])
    if winner == .longestBorder, isClear { return lengths[a] > lengths[b] }
    return areas[left] != areas[right] ? areas[left] > areas[right] : left < right
  }

  /// Whether two runs of a face's sides are nowhere farther from each other than the tolerance: then no
  /// part of a border gives way by more.
  private func areNear(_ inside: [Int], _ outside: [Int], ofFace face: Int) -> Bool {
    guard !inside.isEmpty, !outside.isEmpty else { return false }
    let sides = net.sides[face]
    let (here, there) = (inside.map { sides[$0] }, outside.map { sides[$0] })
    return isNear(here, to: there) && isNear(there, to: here)
  }

  private func isNear(_ run: [FaceNet.Side], to other: [FaceNet.Side]) -> Bool {
    let limit = tolerance * tolerance
    return run.allSatisfy { side in
      [side.low, side.high].allSatisfy { corner in
        other.contains { Self.squaredDistance(corner, to: $0) <= limit }
      }
    }
  }

  private static func squaredDistance(_ point: XY, to side: FaceNet.Side) -> Double {
    let (dx, dy) = (side.high.x - side.low.x, side.high.y - side.low.y)
    let (px, py) = (point.x - side.low.x, point.y - side.low.y)
    let square = dx * dx + dy * dy
    let along = square > 0 ? min(max((px * dx + py * dy) / square, 0), 1) : 0
    let (x, y) = (px - along * dx, py - along * dy)
    return x * x + y * y
  }
}
