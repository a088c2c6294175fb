/// Which pairs of columns of sites of no crowd some clique covers already, as bits by site and place.
struct CoveredPairs {
  private let graph: ConflictGraph
  /// Where the rows of a site pair begin, by position of the pair as its first site sees it.
  private let starts: [Int]
  private var bits: [UInt64]

  /// Pairs of one site come after those of all pairs of sites.
  init(_ graph: ConflictGraph) {
    self.graph = graph
    var starts: [Int] = []
    starts.reserveCapacity(graph.sitePositionCount + graph.siteCount)
    var sum = 0
    for site in 0..<graph.siteCount {
      for position in graph.neighbours(of: site) {
        starts.append(sum)
        let other = graph.site(at: position)
        guard other > site, !graph.isCrowded(site), !graph.isCrowded(other) else { continue }
        sum += graph.columnsOfSite[site].count * PairTable.words(graph.columnsOfSite[other].count)
      }
    }
    for site in 0..<graph.siteCount {
      starts.append(sum)
      let count = graph.columnsOfSite[site].count
      sum += count * PairTable.words(count)
    }
    self.starts = starts
    bits = [UInt64](repeating: 0, count: sum)
  }

  /// Bits of a row: columns of a later site, or of the same site.
  func word(_ word: Int, place: Int, site: Int, position: Int?) -> UInt64 {
    bits[index(place: place, site: site, position: position) + word]
  }

  mutating func insert(_ mask: UInt64, _ word: Int, place: Int, site: Int, position: Int?) {
    bits[index(place: place, site: site, position: position) + word] |= mask
  }

  private func index(place: Int, site: Int, position: Int?) -> Int {
    let other = position.map { graph.site(at: $0) } ?? site
    let start = starts[position ?? graph.sitePositionCount + site]
    return start + place * PairTable.words(graph.columnsOfSite[other].count)
  }
}
