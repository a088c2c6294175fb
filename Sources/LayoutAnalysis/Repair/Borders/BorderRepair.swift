import LandModel
import SpatialIndex
import Topology

/// Closes overlaps and gaps between features that are no wider than the tolerance.
///
/// All rings of features that touch are noded together and cut the plane into faces. A face that several
/// features cover, or none, and whose two sides are nowhere farther apart than the tolerance, goes to one
/// feature; the others take that feature's border there. Nobody's vertex moves: a border that gives way
/// loses its vertices and gets those of the other side, and both sides get the corners of the face, so that
/// edges match. Everything wider is left as it is.
struct BorderRepair: Sendable {
  let parameters: RepairParameters
  /// Land where gaps stay open.
  let allowed: AllowedLand

  /// The features that change or are refused, by row.
  func outcomes(
    of draft: RepairDraft, workers: Int?
  ) throws(TopologyError) -> [FeatureRepairer.Outcome] {
    let groups = Self.groups(in: draft)
    let repair = self
    let chunks = try Chunks.map(count: groups.count, size: 1, workers: workers) {
      (range: Range<Int>) throws(TopologyError) -> [FeatureRepairer.Outcome] in
      var outcomes: [FeatureRepairer.Outcome] = []
      for index in range {
        outcomes += try repair.closed(groups[index], of: draft)
      }
      return outcomes
    }
    return chunks.flatMap { $0 }.sorted { $0.row < $1.row }
  }

  /// Rows of polygons in groups of two or more whose boxes meet, each group and all groups ascending.
  private static func groups(in draft: RepairDraft) -> [[Int]] {
    let column = draft.column()
    let boxes = (0..<column.count).map { row in
      column.kinds[row] == .polygon && draft.duplicates[row] == nil
        && column.range(ofRow: row).allSatisfy { column.positions[$0].isFinite }
        ? column.boundingBox(ofRow: row) : .empty
    }
    let tree = BoxTree(boxes)
    var joined = DisjointGroups(count: boxes.count)
    for (row, box) in boxes.enumerated() {
      tree.forEachRow(meeting: box) { _ = joined.join(row, $0) }
    }
    var members: [Int: [Int]] = [:]
    for (row, box) in boxes.enumerated() where !box.isEmpty {
      members[joined.root(of: row), default: []].append(row)
    }
    return members.keys.sorted().compactMap { root in
      members[root].flatMap { $0.count > 1 ? $0 : nil }
    }
  }

  private func closed(
    _ rows: [Int], of draft: RepairDraft
  ) throws(TopologyError) -> [FeatureRepairer.Outcome] {
    let workspace = Workspace()
    var members: [BorderGroup.Member] = []
    for row in rows {
      let geometry = draft.geometry(ofRow: row)
      // What is not valid has no inside to compare.
      guard try Self.isSound(geometry, in: workspace) else { continue }
      members.append(BorderGroup.Member(row: row, geometry: geometry))
    }
    guard members.count > 1 else { return [] }
    let keys = members.map { SortKey($0) }
    members = members.indices.sorted { keys[$0] < keys[$1] }.map { members[$0] }
    var group = BorderGroup(
      members, parameters: parameters, allowed: allowed, workspace: workspace)
    try group.close()
    return group.members.filter { !$0.applied.isEmpty || !$0.refused.isEmpty }.map {
      FeatureRepairer.Outcome(
        row: $0.row, geometry: $0.geometry, applied: $0.applied, refused: $0.refused)
    }
  }

  /// Whether a feature is a valid polygon.
  static func isSound(
    _ geometry: TracedGeometry, in workspace: Workspace
  ) throws(TopologyError) -> Bool {
    guard geometry.rings.allSatisfy({ $0.isClosed && $0.vertices.count >= 3 }) else { return false }
    return try Shape(geometry.closed(), in: workspace).isValid()
  }

  /// An order of features by where and what they are, so that the layer's order does not matter.
  private struct SortKey: Comparable {
    let box: BoundingBox
    let positions: [XY]
    let row: Int

    init(_ member: BorderGroup.Member) {
      let geometry = member.geometry.closed()
      (box, positions, row) = (geometry.boundingBox, geometry.positions, member.row)
    }

    static func < (left: SortKey, right: SortKey) -> Bool {
      let (a, b) = (left.box, right.box)
      if a != b { return (a.minX, a.minY, a.maxX, a.maxY) < (b.minX, b.minY, b.maxX, b.maxY) }
      if left.positions != right.positions {
        return left.positions.lexicographicallyPrecedes(right.positions) {
          ($0.x, $0.y) < ($1.x, $1.y)
        }
      }
      return left.row < right.row
    }
  }
}
