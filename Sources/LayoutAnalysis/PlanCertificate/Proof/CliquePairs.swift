import LandModel

/// The pairs of columns that must be measured for the cliques of a certificate to hold.
///
/// Columns of one site need no distance. Of a large clique neither do the columns that have a corner within one disc
/// narrower than the spacing: any two of those corners are nearer than it, and so are their boundaries. Candidates by
/// the hundred in one place are so looked at one by one instead of in millions of pairs.
struct CliquePairs {
  /// What a column has to say: its site, its industry, and a corner of its boundary where it has one.
  struct Column: Sendable {
    let site: Int
    let industry: Int
    let corner: XY?
  }

  /// Pairs beyond this are left unmeasured: a province with 90 000 columns has some millions.
  static let mostPairs = 20_000_000
  /// Smaller cliques are measured pair by pair.
  private static let fewestOfDisc = 256
  /// Places tried for the disc of one clique, and discs remembered for the next.
  private static let mostPlaces = 4096
  private static let mostDiscs = 64

  private let columns: [Column]
  private let spacing: Metres
  private let industrySpacing: Metres
  private var known: Set<Int> = []
  private var centres: [XY] = []
  /// Each pair of columns once, with the first clique that holds it.
  private(set) var pairs: [(left: Int, right: Int, clique: Int)] = []
  /// Cliques of which a disc shows most.
  private(set) var discCount = 0
  /// Cliques with more pairs than can be measured.
  private(set) var unmeasuredCount = 0

  /// - Parameter mostPairs: counted in each clique anew; a clique that would exceed it is left out.
  /// - Complexity: O(n) in the columns of a clique that a disc holds which held one before, O(n · sites) in other large
  ///   ones, and the pairs that are left.
  init(
    _ cliques: [[Int]], columns: [Column], spacing: Metres, industrySpacing: Metres,
    mostPairs: Int = Self.mostPairs
  ) {
    self.columns = columns
    self.spacing = spacing
    self.industrySpacing = industrySpacing
    var left = Double(mostPairs)
    for (number, clique) in cliques.enumerated() {
      let (outside, inside) = parts(of: clique)
      let (all, held) = (Double(clique.count), Double(inside.count))
      let count = (all * (all - 1) - held * (held - 1)) / 2
      if !inside.isEmpty { discCount += 1 }
      guard count <= left else {
        unmeasuredCount += 1
        continue
      }
      left -= count
      add(outside, inside, of: number)
    }
  }

  private mutating func add(_ outside: [Int], _ inside: [Int], of clique: Int) {
    let members = outside + inside
    for (place, one) in outside.enumerated() {
      for other in members.dropFirst(place + 1) where columns[one].site != columns[other].site {
        let (left, right) = (min(one, other), max(one, other))
        guard known.insert(left * columns.count + right).inserted else { continue }
        pairs.append((left, right, clique))
      }
    }
  }

  // MARK: Discs

  /// The columns outside the disc that holds the most of a clique, and those inside.
  private mutating func parts(of clique: [Int]) -> (outside: [Int], inside: [Int]) {
    guard clique.count >= Self.fewestOfDisc, let centre = centre(of: clique) else {
      return (clique, [])
    }
    let radius = radius(of: clique)
    let isInside = clique.map {
      columns[$0].corner.map { $0.distance(to: centre) < radius } ?? false
    }
    return (
      zip(clique, isInside).filter { !$1 }.map(\.0), zip(clique, isInside).filter { $1 }.map(\.0)
    )
  }

  /// Half the distance that any two columns of the clique must at least keep.
  private func radius(of clique: [Int]) -> Double {
    let isOfOne = Set(clique.map { columns[$0].industry }).count == 1
    return (isOfOne ? max(spacing, industrySpacing) : spacing).value / 2
  }

  /// The centre of the disc that leaves the fewest columns out; nil where every disc leaves half of them out.
  private mutating func centre(of clique: [Int]) -> XY? {
    let radius = radius(of: clique)
    guard radius > 0 else { return nil }
    var search = Search(corners: clique.map { columns[$0].corner }, radius: radius)
    for centre in centres { search.look(at: centre) }
    if search.best == nil {
      for place in places(in: clique) where search.fewest > 0 { search.look(at: place) }
      if let best = search.best, centres.count < Self.mostDiscs { centres.append(best) }
    }
    return search.best
  }

  /// The middle of all corners, and the first corner of each site.
  private func places(in clique: [Int]) -> [XY] {
    var box = BoundingBox.empty
    var seen: Set<Int> = []
    var places: [XY] = []
    for column in clique {
      guard let corner = columns[column].corner else { continue }
      box.extend(to: corner)
      if seen.insert(columns[column].site).inserted, places.count < Self.mostPlaces {
        places.append(corner)
      }
    }
    guard !places.isEmpty else { return [] }
    return [XY((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)] + places
  }

  /// Compares places by the columns that a disc round them leaves out.
  private struct Search {
    let corners: [XY?]
    let radius: Double
    private(set) var best: XY?
    /// Columns left out by the best; half of all before there is one.
    private(set) var fewest: Int

    init(corners: [XY?], radius: Double) {
      self.corners = corners
      self.radius = radius
      fewest = corners.count / 2
    }

    mutating func look(at centre: XY) {
      var count = 0
      for corner in corners where !(corner.map { $0.distance(to: centre) < radius } ?? false) {
        count += 1
        if count >= fewest { return }
      }
      (best, fewest) = (centre, count)
    }
  }
}
