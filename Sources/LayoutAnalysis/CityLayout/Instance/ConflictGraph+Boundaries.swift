import LandModel
import SpatialIndex
import Topology

extension ConflictGraph {
  /// Sites of a chunk measured by one task.
  private static let chunkSize = 16

  /// Finds the pairs of proposals that are too near each other to be chosen together.
  ///
  /// Distances are planar, from boundary to boundary. Without spacing, boundaries that share more than
  /// their edges still exclude each other.
  ///
  /// - Parameters:
  ///   - fewest: sites of a crowd, whose pairs are neither measured nor listed.
  ///   - deadline: when to stop with a graph that is not complete; nil for no limit.
  /// - Complexity: O(n log n) for the boxes of the sites, O(1) for each pair of columns of sites that are
  ///   near and of no common crowd, plus GEOS for those that ``BoundaryReach`` does not decide.
  init(
    proposals: [TownProposal], industryOfColumn: [Int], columnsOfSite: Grouped<Int>,
    spacing: Metres, industrySpacing: Metres, crowdsOf fewest: Int = SiteCrowds.fewest,
    workers: Int? = nil, until deadline: ContinuousClock.Instant? = nil
  ) throws(LayoutError) {
    let places = ColumnPlaces(columnsOfSite, industryOfColumn)
    let crowds = SiteCrowds(
      proposals: proposals, columnsOfSite: columnsOfSite, spacing: spacing.value, fewest: fewest)
    let near = NearSites(
      proposals: proposals, industryOfColumn: industryOfColumn, places: places, spacing: spacing,
      industrySpacing: industrySpacing, crowds: crowds)
    let chunks = try Chunks.map(
      count: columnsOfSite.count, size: Self.chunkSize, workers: workers
    ) { sites throws(LayoutError) -> [SitePair]? in
      if let deadline, ContinuousClock.now >= deadline { return nil }
      return try near.pairs(from: sites)
    }
    self.init(
      places: places, industryOfColumn: industryOfColumn,
      hasIndustrySpacing: industrySpacing > spacing, crowds: crowds,
      isComplete: chunks.allSatisfy { $0 != nil }, pairs: chunks.flatMap { $0 ?? [] })
  }
}

/// Measures pairs of sites, as far as needed to say which of their columns are too near.
private struct NearSites: Sendable {
  let proposals: [TownProposal]
  let industryOfColumn: [Int]
  let places: ColumnPlaces
  let spacing: Double
  /// Zero where it is not the greater one.
  let industrySpacing: Double
  private let boxes: [BoundingBox]
  /// A crowd, or a site of none, by the first of their sites.
  private let groups: Grouped<Int>
  /// Of the boxes of the groups.
  private let tree: BoxTree
  private let crowds: SiteCrowds
  private let reach: BoundaryReach

  init(
    proposals: [TownProposal], industryOfColumn: [Int], places: ColumnPlaces, spacing: Metres,
    industrySpacing: Metres, crowds: SiteCrowds
  ) {
    self.proposals = proposals
    self.industryOfColumn = industryOfColumn
    self.places = places
    self.spacing = spacing.value
    self.industrySpacing = industrySpacing > spacing ? industrySpacing.value : 0
    let boxes = (0..<places.columnsOfSite.count).map { site in
      places.columnsOfSite[site].reduce(into: BoundingBox.empty) {
        $0.extend(to: proposals[$1].boundary.boundingBox)
      }
    }
    var groups = Grouped<Int>()
    for site in boxes.indices {
      let crowd = crowds.crowd(of: site)
      if crowd.isEmpty { groups.append([site]) }
      if crowd.first == site { groups.append(crowd) }
    }
    tree = BoxTree(
      (0..<groups.count).map { group in
        groups[group].reduce(into: BoundingBox.empty) { $0.extend(to: boxes[$1]) }
      })
    self.boxes = boxes
    self.groups = groups
    self.crowds = crowds
    reach = BoundaryReach(proposals.map(\.boundary))
  }

  /// The pairs from a range of sites to later ones.
  func pairs(from sites: Range<Int>) throws(LayoutError) -> [ConflictGraph.SitePair] {
    let ruler = BoundaryRuler(proposals)
    var pairs: [ConflictGraph.SitePair] = []
    for left in sites where !places.columnsOfSite[left].isEmpty {
      for right in neighbours(of: left) where right > left && !places.columnsOfSite[right].isEmpty {
        guard let relation = try relation(left, right, ruler) else { continue }
        pairs.append(
          ConflictGraph.SitePair(left: Int32(left), right: Int32(right), relation: relation))
      }
    }
    return pairs
  }

  /// The sites of no common crowd whose boxes come within reach of a site, ascending.
  private func neighbours(of site: Int) -> [Int] {
    let range = boxes[site].expanded(by: max(spacing, industrySpacing))
    var near: [Int] = []
    for group in tree.rows(meeting: range) {
      let others = groups[group]
      guard let first = others.first, !crowds.hold(site, first) else { continue }
      if others.count == 1 {
        near.append(first)
      } else {
        near += others.filter { boxes[$0].meets(range) }
      }
    }
    return near.sorted()
  }

  private func relation(
    _ left: Int, _ right: Int, _ ruler: BoundaryRuler
  ) throws(LayoutError) -> SiteRelation? {
    let (rows, targets) = (places.columnsOfSite[left], places.columnsOfSite[right])
    let direction = BoundaryReach.direction(from: boxes[left].middle, to: boxes[right].middle)
    let apart = boxes[left].distance(to: boxes[right])
    let mayBeNear = apart == 0 || apart < spacing
    var table = PairTable(rowCount: rows.count, columnCount: targets.count)
    for (row, one) in rows.enumerated() {
      for (column, other) in targets.enumerated() {
        let isOneIndustry =
          industrySpacing > 0 && industryOfColumn[one] == industryOfColumn[other]
        guard mayBeNear || isOneIndustry else { continue }
        let least = reach.least(one, other, towards: direction)
        if mayBeNear, try isNearer(one, other, than: spacing, least, direction, ruler) {
          table.insertSpacing(row, column)
        } else if isOneIndustry,
          try isNearer(one, other, than: industrySpacing, least, direction, ruler)
        {
          table.insertIndustry(row, column)
        }
      }
    }
    return SiteRelation(
      table, rows.map { industryOfColumn[$0] }, targets.map { industryOfColumn[$0] })
  }

  private func isNearer(
    _ left: Int, _ right: Int, than limit: Double, _ least: Double, _ direction: Int,
    _ ruler: BoundaryRuler
  ) throws(LayoutError) -> Bool {
    guard least < limit + BoundaryReach.doubt else { return false }
    if reach.most(left, right, towards: direction) < limit - BoundaryReach.doubt { return true }
    return try ruler.isNearer(left, right, than: Metres(limit))
  }
}

extension BoundingBox {
  fileprivate var middle: XY { XY((minX + maxX) / 2, (minY + maxY) / 2) }
}
