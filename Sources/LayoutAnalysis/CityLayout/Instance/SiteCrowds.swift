import LandModel
import SpatialIndex

/// Sites so near each other that all their columns exclude each other, without one pair being measured.
///
/// Where a vertex of every boundary lies within a disc narrower than the spacing, any two of the boundaries are
/// nearer than it. Thousands of candidates in one place so are a list of sites instead of millions of pairs.
struct SiteCrowds: Sendable, Equatable {
  /// Fewer sites are as well kept by pairs, which make better cliques with the sites around.
  static let fewest = 512

  /// One entry per site: its crowd, −1 for none.
  let crowdOfSite: [Int32]
  /// For each crowd its sites, ascending.
  let sites: Grouped<Int>

  /// No crowds.
  init(siteCount: Int) {
    crowdOfSite = [Int32](repeating: -1, count: siteCount)
    sites = Grouped()
  }

  /// Takes the sites in their order, each with those around it that are of no crowd yet.
  ///
  /// - Parameters:
  ///   - spacing: above which boundaries do not exclude each other.
  ///   - fewest: sites of a crowd.
  /// - Complexity: O(n log n), plus the sites in each disc.
  init(
    proposals: [TownProposal], columnsOfSite: Grouped<Int>, spacing: Double,
    fewest: Int = Self.fewest
  ) {
    let radius = spacing / 2 - BoundaryReach.doubt
    var crowds = [Int32](repeating: -1, count: columnsOfSite.count)
    var sites = Grouped<Int>()
    if radius > 0, columnsOfSite.count >= fewest {
      let vertices = (0..<columnsOfSite.count).map { site in
        Self.vertices(columnsOfSite[site].map { proposals[$0].boundary })
      }
      let tree = BoxTree(
        vertices.map { $0.reduce(into: BoundingBox.empty) { $0.extend(to: $1) } })
      for (site, own) in vertices.enumerated() where crowds[site] < 0 {
        guard let centre = own.first else { continue }
        let disc = BoundingBox(
          minX: centre.x, minY: centre.y, maxX: centre.x, maxY: centre.y
        ).expanded(by: radius)
        let members = tree.rows(meeting: disc).filter { other in
          crowds[other] < 0 && vertices[other].allSatisfy { $0.distance(to: centre) < radius }
        }
        guard members.count >= fewest else { continue }
        for member in members { crowds[member] = Int32(sites.count) }
        sites.append(members.sorted())
      }
    }
    crowdOfSite = crowds
    self.sites = sites
  }

  var isEmpty: Bool { sites.count == 0 }

  /// The sites of a site's crowd, itself among them; empty when it is of none.
  func around(_ site: Int) -> ArraySlice<Int> {
    crowdOfSite[site] < 0 ? [] : sites[Int(crowdOfSite[site])]
  }

  /// Whether two sites are of one crowd.
  func hold(_ left: Int, _ right: Int) -> Bool {
    crowdOfSite[left] >= 0 && crowdOfSite[left] == crowdOfSite[right]
  }

  /// A vertex of each boundary; none when one of them has none.
  private static func vertices(_ boundaries: [Geometry]) -> [XY] {
    let vertices = boundaries.compactMap(\.positions.first)
    return vertices.count == boundaries.count ? vertices : []
  }
}
