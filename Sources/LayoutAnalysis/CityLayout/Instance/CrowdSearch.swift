import LandModel
import SpatialIndex

/// Finds discs that hold a vertex of every boundary of many sites.
struct CrowdSearch {
  /// Where the vertices of a crowd lie.
  struct Disc {
    let centre: XY
    /// Of the farthest vertex.
    let radius: Double
    let box: BoundingBox

    /// A distance no less than that of any two vertices of two crowds.
    func farthest(_ other: Disc) -> Double {
      let width = max(box.maxX - other.box.minX, other.box.maxX - box.minX)
      let height = max(box.maxY - other.box.minY, other.box.maxY - box.minY)
      return min(
        centre.distance(to: other.centre) + radius + other.radius,
        (width * width + height * height).squareRoot())
    }
  }

  /// The crowds so far.
  struct Found {
    fileprivate(set) var crowdOfSite: [Int32]
    fileprivate(set) var sites = Grouped<Int>()
    fileprivate(set) var discs: [Disc] = []

    init(siteCount: Int) { crowdOfSite = [Int32](repeating: -1, count: siteCount) }
  }

  /// For each site a vertex of each boundary; none when one of them has none.
  private let vertices: [[XY]]
  private let tree: BoxTree

  init(_ proposals: [TownProposal], _ columnsOfSite: Grouped<Int>) {
    let vertices = (0..<columnsOfSite.count).map { site in
      let columns = columnsOfSite[site]
      let first = columns.compactMap { proposals[$0].boundary.positions.first }
      return first.count == columns.count ? first : []
    }
    self.vertices = vertices
    tree = BoxTree(vertices.map { Self.box(of: $0) })
  }

  /// Adds crowds of sites that are of none, each around the first of them.
  func add(to crowds: inout Found, radius: Double, fewest: Int) {
    for (site, own) in vertices.enumerated() where crowds.crowdOfSite[site] < 0 {
      guard let centre = own.first else { continue }
      let disc = BoundingBox(
        minX: centre.x, minY: centre.y, maxX: centre.x, maxY: centre.y
      ).expanded(by: radius)
      let members = tree.rows(meeting: disc).filter { other in
        crowds.crowdOfSite[other] < 0
          && vertices[other].allSatisfy { $0.distance(to: centre) < radius }
      }.sorted()
      guard members.count >= fewest else { continue }
      for member in members { crowds.crowdOfSite[member] = Int32(crowds.sites.count) }
      let all = members.flatMap { vertices[$0] }
      crowds.discs.append(
        Disc(
          centre: centre, radius: all.reduce(0) { max($0, $1.distance(to: centre)) },
          box: Self.box(of: all)))
      crowds.sites.append(members)
    }
  }

  private static func box(of vertices: [XY]) -> BoundingBox {
    vertices.reduce(into: BoundingBox.empty) { $0.extend(to: $1) }
  }
}
