import LandModel
import SpatialIndex

/// Sites so near each other that all their columns exclude each other, without one pair being measured.
///
/// Where a vertex of every boundary lies within a disc narrower than the spacing, any two of the boundaries are
/// nearer than it. Thousands of candidates in one place so are a list of sites instead of millions of pairs. Of two
/// crowds whose vertices are all nearer than the spacing no pair is listed either: they *join*.
struct SiteCrowds: Sendable, Equatable {
  /// Fewer sites are as well kept by pairs, which make better cliques with the sites around.
  static let fewest = 512
  /// Where there are so many in a disc, clumps of this share of them are crowds too.
  private static let clumpShare = 8
  /// Clumps are sought in discs narrower by this, so that they join crowds around.
  private static let clumpNarrowing = 4.0

  /// One entry per site: its crowd, −1 for none.
  let crowdOfSite: [Int32]
  /// For each crowd its sites, ascending.
  let sites: Grouped<Int>
  /// For each crowd those that join it and itself, ascending.
  let joined: Grouped<Int>
  /// The same as a table of crowd by crowd.
  private let joins: [Bool]

  /// No crowds.
  init(siteCount: Int) {
    crowdOfSite = [Int32](repeating: -1, count: siteCount)
    sites = Grouped()
    joined = Grouped()
    joins = []
  }

  /// Takes the sites in their order, each with those around it that are of no crowd yet.
  ///
  /// - Parameters:
  ///   - spacing: above which boundaries do not exclude each other.
  ///   - fewest: sites in a disc that make the question one with crowds.
  /// - Complexity: O(n log n), plus the sites in each disc and the pairs of crowds.
  init(
    proposals: [TownProposal], columnsOfSite: Grouped<Int>, spacing: Double,
    fewest: Int = Self.fewest
  ) {
    self.init(
      Self.found(proposals, columnsOfSite, spacing: spacing, fewest: fewest), spacing: spacing)
  }

  private init(_ found: CrowdSearch.Found, spacing: Double) {
    crowdOfSite = found.crowdOfSite
    sites = found.sites
    var joined = Grouped<Int>()
    var joins: [Bool] = []
    for (number, disc) in found.discs.enumerated() {
      let row = found.discs.enumerated().map { other, there in
        other == number || disc.farthest(there) < spacing - BoundaryReach.doubt
      }
      joined.append(row.indices.filter { row[$0] })
      joins += row
    }
    self.joined = joined
    self.joins = joins
  }

  private static func found(
    _ proposals: [TownProposal], _ columnsOfSite: Grouped<Int>, spacing: Double, fewest: Int
  ) -> CrowdSearch.Found {
    let none = CrowdSearch.Found(siteCount: columnsOfSite.count)
    let radius = spacing / 2 - BoundaryReach.doubt
    guard radius > 0, columnsOfSite.count >= fewest else { return none }
    let search = CrowdSearch(proposals, columnsOfSite)
    var crowds = none
    search.add(to: &crowds, radius: radius, fewest: fewest)
    guard !crowds.discs.isEmpty else { return none }
    crowds = none
    let clump = max(2, fewest / clumpShare)
    search.add(to: &crowds, radius: radius / clumpNarrowing, fewest: clump)
    search.add(to: &crowds, radius: radius, fewest: clump)
    return crowds
  }

  var isEmpty: Bool { sites.count == 0 }

  /// The sites of a site's crowd, itself among them; empty when it is of none.
  func crowd(of site: Int) -> ArraySlice<Int> {
    crowdOfSite[site] < 0 ? [] : sites[Int(crowdOfSite[site])]
  }

  /// Calls the body for the sites of a site's crowd and those that join it, itself among them.
  ///
  /// - Parameter other: a site whose crowd, and those that join that, are left out; nil for none.
  func forEachSite(around site: Int, butNotAround other: Int? = nil, _ body: (Int) -> Void) {
    guard crowdOfSite[site] >= 0 else { return }
    let left = other.map { Int(crowdOfSite[$0]) } ?? -1
    for crowd in joined[Int(crowdOfSite[site])] where left < 0 || !join(left, crowd) {
      for other in sites[crowd] { body(other) }
    }
  }

  /// Whether two sites are of one crowd, whose sites have the same around them.
  func share(_ left: Int, _ right: Int) -> Bool {
    crowdOfSite[left] >= 0 && crowdOfSite[left] == crowdOfSite[right]
  }

  /// Whether two sites are of one crowd, or of two that join.
  func hold(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (crowdOfSite[left], crowdOfSite[right])
    return one >= 0 && other >= 0 && join(Int(one), Int(other))
  }

  /// Whether two crowds join; each does with itself.
  func join(_ one: Int, _ other: Int) -> Bool { joins[one * sites.count + other] }
}
