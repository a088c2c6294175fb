/// Which columns exclude each other, and why.
///
/// Kept by pairs of sites, see ``SiteRelation``, and by crowds of sites, see ``SiteCrowds``. Columns of one site exclude each other, so that one town
/// per site, spacing and spacing within an industry are all cliques of this graph.
struct ConflictGraph: Sendable, Equatable {
  /// Why two columns exclude each other; several causes may hold.
  struct Cause: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    static let sameSite = Cause(rawValue: 1)
    static let spacing = Cause(rawValue: 2)
    static let industrySpacing = Cause(rawValue: 4)
  }

  struct Edge: Sendable, Hashable {
    let left: Int32
    let right: Int32
    let cause: Cause
  }

  /// A column that excludes another one, and why.
  struct Neighbour: Sendable, Hashable {
    let column: Int
    let cause: Cause
  }

  /// Two sites of which some columns exclude each other.
  struct SitePair: Sendable {
    let left: Int32
    let right: Int32
    let relation: SiteRelation
  }

  /// For each site its columns in the order of their *places*: by industry, then number.
  let columnsOfSite: Grouped<Int>
  /// One entry per column, as the next two.
  let siteOfColumn: [Int32]
  let placeOfColumn: [Int32]
  let industryOfColumn: [Int]
  /// For each site its industries with the places of their columns.
  let lotsOfSite: Grouped<Lot>
  /// Whether an industry's own spacing is the greater one.
  let hasIndustrySpacing: Bool
  /// Whether columns of one site exclude each other.
  let hasSiblings: Bool
  /// Whether all pairs were measured; false where time ran out before.
  let isComplete: Bool
  /// Sites that all stand in one relation to each other; their pairs are not among the neighbours.
  let crowds: SiteCrowds
  /// How columns of a crowd's sites exclude each other: all, or those of one industry.
  let crowdRelation: SiteRelation
  private let ends: [Int]
  private let targets: [Int32]
  private let relations: [SiteRelation]

  /// The columns of one industry at a site.
  struct Lot: Sendable, Equatable {
    let industry: Int
    let places: Range<Int>
  }

  var columnCount: Int { siteOfColumn.count }
  var siteCount: Int { columnsOfSite.count }

  /// Makes a graph of pairs of sites, the left one before the right, by left, then right.
  ///
  /// - Parameter columnsOfSite: in any order; relations go by places, which ``columnsOfSite`` has.
  init(
    columnsOfSite: Grouped<Int>, industryOfColumn: [Int], hasIndustrySpacing: Bool,
    hasSiblings: Bool = true, crowds: SiteCrowds? = nil, crowdRelation: SiteRelation = .all,
    isComplete: Bool = true, pairs: [SitePair]
  ) {
    self.init(
      places: ColumnPlaces(columnsOfSite, industryOfColumn), industryOfColumn: industryOfColumn,
      hasIndustrySpacing: hasIndustrySpacing, hasSiblings: hasSiblings, crowds: crowds,
      crowdRelation: crowdRelation, isComplete: isComplete, pairs: pairs)
  }

  init(
    places: ColumnPlaces, industryOfColumn: [Int], hasIndustrySpacing: Bool,
    hasSiblings: Bool = true, crowds: SiteCrowds? = nil, crowdRelation: SiteRelation = .all,
    isComplete: Bool = true, pairs: [SitePair]
  ) {
    precondition(
      hasSiblings || crowds?.isEmpty ?? true, "A crowd is one of columns that exclude each other.")
    self.crowds = crowds ?? SiteCrowds(siteCount: places.columnsOfSite.count)
    self.crowdRelation = crowdRelation
    columnsOfSite = places.columnsOfSite
    siteOfColumn = places.siteOfColumn
    placeOfColumn = places.placeOfColumn
    lotsOfSite = places.lotsOfSite
    self.industryOfColumn = industryOfColumn
    self.hasIndustrySpacing = hasIndustrySpacing
    self.hasSiblings = hasSiblings
    self.isComplete = isComplete
    var counts = [Int](repeating: 0, count: places.columnsOfSite.count)
    for pair in pairs {
      counts[Int(pair.left)] += 1
      counts[Int(pair.right)] += 1
    }
    var next: [Int] = []
    var sum = 0
    for count in counts {
      next.append(sum)
      sum += count
    }
    var targets = [Int32](repeating: 0, count: sum)
    var relations = [SiteRelation](repeating: .all, count: sum)
    // Pairs ascend, so that a site gets its neighbours in order: first the ones before it.
    for pair in pairs {
      for (site, other, relation) in [
        (Int(pair.left), pair.right, pair.relation),
        (Int(pair.right), pair.left, pair.relation.transposed),
      ] {
        targets[next[site]] = other
        relations[next[site]] = relation
        next[site] += 1
      }
    }
    ends = next
    self.targets = targets
    self.relations = relations
  }

  /// Positions of a site's neighbours of no common crowd, ascending, for ``site(at:)`` and ``relation(at:)``.
  func neighbours(of site: Int) -> Range<Int> { (site == 0 ? 0 : ends[site - 1])..<ends[site] }

  /// Whether a site is of a crowd.
  func isCrowded(_ site: Int) -> Bool { crowds.crowdOfSite[site] >= 0 }

  func site(at position: Int) -> Int { Int(targets[position]) }
  func relation(at position: Int) -> SiteRelation { relations[position] }

  /// The number of positions: twice the number of pairs of sites.
  var sitePositionCount: Int { targets.count }

  /// Where a site stands among the neighbours of another; nil when no columns exclude each other, or all do
  /// in a common crowd.
  ///
  /// - Complexity: O(log d).
  func position(ofSite right: Int, at left: Int) -> Int? {
    var range = neighbours(of: left)
    while let middle = range.isEmpty ? nil : range.lowerBound + range.count / 2 {
      let target = Int(targets[middle])
      if target == right { return middle }
      range = target < right ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}

/// Where each column stands among those of its site.
struct ColumnPlaces: Sendable {
  let columnsOfSite: Grouped<Int>
  let siteOfColumn: [Int32]
  let placeOfColumn: [Int32]
  let lotsOfSite: Grouped<ConflictGraph.Lot>

  init(_ given: Grouped<Int>, _ industryOfColumn: [Int]) {
    var columnsOfSite = Grouped<Int>()
    var lotsOfSite = Grouped<ConflictGraph.Lot>()
    var sites = [Int32](repeating: 0, count: industryOfColumn.count)
    var places = sites
    for site in 0..<given.count {
      let columns = given[site].sorted {
        (industryOfColumn[$0], $0) < (industryOfColumn[$1], $1)
      }
      var lots: [ConflictGraph.Lot] = []
      for (place, column) in columns.enumerated() {
        sites[column] = Int32(site)
        places[column] = Int32(place)
        if let last = lots.last, last.industry == industryOfColumn[column] {
          lots[lots.count - 1] = ConflictGraph.Lot(
            industry: last.industry, places: last.places.lowerBound..<(place + 1))
        } else {
          lots.append(
            ConflictGraph.Lot(industry: industryOfColumn[column], places: place..<(place + 1)))
        }
      }
      columnsOfSite.append(columns)
      lotsOfSite.append(lots)
    }
    self.columnsOfSite = columnsOfSite
    self.lotsOfSite = lotsOfSite
    siteOfColumn = sites
    placeOfColumn = places
  }
}
