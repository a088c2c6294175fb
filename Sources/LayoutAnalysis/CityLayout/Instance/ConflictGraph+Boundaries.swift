import LandModel
import SpatialIndex
import Topology

extension ConflictGraph {
  /// Columns of a chunk measured by one task.
  private static let chunkSize = 64

  /// Finds the pairs of proposals that are too near each other to be chosen together.
  ///
  /// Distances are planar, from boundary to boundary. Without spacing, boundaries that share more than
  /// their edges still exclude each other.
  ///
  /// - Complexity: O(n log n) for the boxes, plus GEOS for each pair whose boxes are near but whose
  ///   nearest vertices don't decide.
  init(
    proposals: [TownProposal], industryOfColumn: [Int], columnsOfSite: Grouped<Int>,
    spacing: Metres, industrySpacing: Metres, workers: Int? = nil
  ) throws(LayoutError) {
    let near = NearPairs(
      proposals: proposals, industryOfColumn: industryOfColumn, spacing: spacing,
      industrySpacing: industrySpacing)
    let chunks = try Chunks.map(count: proposals.count, size: Self.chunkSize, workers: workers) {
      rows throws(LayoutError) in try near.edges(from: rows)
    }
    var edges = chunks.flatMap { $0 }
    for site in 0..<columnsOfSite.count {
      let columns = columnsOfSite[site]
      for (place, left) in columns.enumerated() {
        for right in columns.dropFirst(place + 1) {
          edges.append(Edge(left: Int32(left), right: Int32(right), cause: .sameSite))
        }
      }
    }
    self.init(columnCount: proposals.count, edges: edges)
  }
}

/// Measures pairs of boundaries, as far as needed to say which are too near.
private struct NearPairs: Sendable {
  let proposals: [TownProposal]
  let industryOfColumn: [Int]
  let spacing: Metres
  let industrySpacing: Metres
  private let boxes: [BoundingBox]
  private let all: BoxTree
  /// One tree per industry over its columns, where a greater spacing holds within it.
  private let ofIndustry: [(columns: [Int], tree: BoxTree)]

  init(
    proposals: [TownProposal], industryOfColumn: [Int], spacing: Metres, industrySpacing: Metres
  ) {
    self.proposals = proposals
    self.industryOfColumn = industryOfColumn
    self.spacing = spacing
    self.industrySpacing = industrySpacing
    let boxes = proposals.map(\.boundary.boundingBox)
    self.boxes = boxes
    all = BoxTree(boxes)
    let count = industrySpacing > spacing ? (industryOfColumn.max() ?? -1) + 1 : 0
    ofIndustry = (0..<count).map { industry in
      let columns = industryOfColumn.indices.filter { industryOfColumn[$0] == industry }
      return (columns, BoxTree(columns.map { boxes[$0] }))
    }
  }

  /// The edges from a range of columns to later ones.
  func edges(from rows: Range<Int>) throws(LayoutError) -> [ConflictGraph.Edge] {
    let ruler = BoundaryRuler(proposals)
    var edges: [ConflictGraph.Edge] = []
    for left in rows {
      for right in candidates(of: left) {
        let cause = try cause(left, right, ruler)
        guard !cause.isEmpty else { continue }
        edges.append(
          ConflictGraph.Edge(left: Int32(left), right: Int32(right), cause: cause))
      }
    }
    return edges
  }

  /// Later columns of other sites whose boxes are near enough, ascending.
  private func candidates(of left: Int) -> [Int] {
    var found = all.rows(meeting: boxes[left].expanded(by: spacing.value))
    if !ofIndustry.isEmpty {
      let (columns, tree) = ofIndustry[industryOfColumn[left]]
      found += tree.rows(meeting: boxes[left].expanded(by: industrySpacing.value)).map {
        columns[$0]
      }
      found = Array(Set(found)).sorted()
    }
    return found.filter { $0 > left && proposals[$0].site != proposals[left].site }
  }

  private func cause(
    _ left: Int, _ right: Int, _ ruler: BoundaryRuler
  ) throws(LayoutError) -> ConflictGraph.Cause {
    let isOneIndustry =
      industrySpacing > spacing && industryOfColumn[left] == industryOfColumn[right]
    if try ruler.isNearer(left, right, than: spacing) {
      return isOneIndustry ? [.spacing, .industrySpacing] : .spacing
    }
    if isOneIndustry, try ruler.isNearer(left, right, than: industrySpacing) {
      return .industrySpacing
    }
    return []
  }
}
