/// The columns of a site and of the sites near it, and which of them exclude each other, as bit rows.
///
/// Sites of crowds stand alone: ``CrowdCliques`` hold all their pairs with others.
struct SiteNeighbourhood {
  /// The site itself first, then its neighbours ascending.
  let sites: [Int]
  /// Where the neighbours stand in the graph.
  private let positions: [Int]
  private let site: Int
  private let graph: ConflictGraph
  /// For each of `sites` the number of its first column here; columns of a site stand by place.
  private let bases: [Int]
  private let columnCount: Int
  private let words: Int
  private let numberOfSite: [Int32]
  private var bits: [UInt64]

  /// Numbers of sites in the neighbourhood at hand, −1 for all others.
  struct Scratch {
    fileprivate var numberOfSite: [Int32]

    init(siteCount: Int) { numberOfSite = [Int32](repeating: -1, count: siteCount) }

    mutating func reset(_ sites: [Int]) {
      for site in sites { numberOfSite[site] = -1 }
    }
  }

  init(of site: Int, in graph: ConflictGraph, _ scratch: inout Scratch) {
    self.site = site
    self.graph = graph
    positions =
      graph.isCrowded(site)
      ? [] : graph.neighbours(of: site).filter { !graph.isCrowded(graph.site(at: $0)) }
    sites = [site] + positions.map { graph.site(at: $0) }
    var bases: [Int] = []
    var count = 0
    for (number, site) in sites.enumerated() {
      scratch.numberOfSite[site] = Int32(number)
      bases.append(count)
      count += graph.columnsOfSite[site].count
    }
    self.bases = bases
    columnCount = count
    words = PairTable.words(count)
    numberOfSite = scratch.numberOfSite
    bits = []
  }
}

extension SiteNeighbourhood {
  /// Calls the body with cliques, ascending, until each pair of the site with itself or a later one is
  /// covered.
  ///
  /// Columns of few neighbours come first where sizes ascend, and their cliques hold the larger towns of
  /// the same places too, so that few are needed for those.
  mutating func forEachClique(covering covered: inout CoveredPairs, _ body: ([Int]) -> Void) {
    let own = graph.columnsOfSite[site].count
    if graph.isCrowded(site), graph.crowdRelation == .all { return }
    bits = [UInt64](repeating: 0, count: own * words)
    fillRows(ofSite: 0)
    var open = openPairs(covered)
    guard open.contains(where: { $0 != 0 }) else { return }
    bits += [UInt64](repeating: 0, count: (columnCount - own) * words)
    for number in 1..<sites.count { fillRows(ofSite: number) }
    for column in 0..<own {
      while let other = firstOpen(open, column) {
        let clique = maximalClique(with: column, other)
        cover(clique, &covered, &open)
        body(clique.map(column(numbered:)).sorted())
      }
    }
  }

  private func column(numbered number: Int) -> Int {
    let place = number - bases[siteNumber(of: number)]
    let columns = graph.columnsOfSite[sites[siteNumber(of: number)]]
    return columns[columns.startIndex + place]
  }

  /// Which of `sites` a numbered column belongs to.
  private func siteNumber(of number: Int) -> Int {
    var range = 0..<bases.count
    while range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      range =
        bases[middle] <= number ? middle..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }

  /// Sets the bits of all columns of a site.
  private mutating func fillRows(ofSite number: Int) {
    let (site, base) = (sites[number], bases[number])
    let count = graph.columnsOfSite[site].count
    for row in base..<(base + count) where graph.hasSiblings {
      insert(base..<(base + count), row)
      bits[row * words + row / 64] &= ~(1 << UInt64(row % 64))
    }
    for position in graph.neighbours(of: site) {
      let other = Int(numberOfSite[graph.site(at: position)])
      guard other >= 0 else { continue }
      let first = bases[other]
      switch graph.relation(at: position) {
      case .all:
        let columns = first..<(first + graph.columnsOfSite[sites[other]].count)
        for row in base..<(base + count) { insert(columns, row) }
      case .industry: insertLots(of: site, base, sites[other], first)
      case .some(let table):
        for row in 0..<count {
          for word in 0..<table.words {
            let index = row * table.words + word
            insert(table.spacing[index] | table.industry[index], first + word * 64, base + row)
          }
        }
      }
    }
  }

  private mutating func insertLots(of site: Int, _ base: Int, _ other: Int, _ first: Int) {
    let lots = graph.lotsOfSite[other]
    var next = lots.startIndex
    for lot in graph.lotsOfSite[site] {
      while next < lots.endIndex, lots[next].industry < lot.industry { next += 1 }
      guard next < lots.endIndex, lots[next].industry == lot.industry else { continue }
      let columns = (first + lots[next].places.lowerBound)..<(first + lots[next].places.upperBound)
      for place in lot.places { insert(columns, base + place) }
    }
  }

  private mutating func insert(_ columns: Range<Int>, _ row: Int) {
    var start = columns.lowerBound
    while start < columns.upperBound {
      let length = min(64, columns.upperBound - start)
      insert(length == 64 ? ~0 : (1 << UInt64(length)) - 1, start, row)
      start += length
    }
  }

  /// Sets the bits of a word that begins at some column.
  private mutating func insert(_ mask: UInt64, _ column: Int, _ row: Int) {
    let (word, shift) = (row * words + column / 64, UInt64(column % 64))
    bits[word] |= mask << shift
    if shift > 0, mask >> (64 - shift) != 0 { bits[word + 1] |= mask >> (64 - shift) }
  }

  /// For each column of the site the columns of it and of later sites that no clique covers with it.
  private func openPairs(_ covered: CoveredPairs) -> [UInt64] {
    let own = graph.columnsOfSite[site].count
    var open = Array(bits[0..<(own * words)])
    func clear(_ mask: UInt64, _ column: Int, _ row: Int) {
      let (word, shift) = (row * words + column / 64, UInt64(column % 64))
      open[word] &= ~(mask << shift)
      if shift > 0, mask >> (64 - shift) != 0 { open[word + 1] &= ~(mask >> (64 - shift)) }
    }
    for number in sites.indices {
      let count = graph.columnsOfSite[sites[number]].count
      let position = number == 0 ? nil : positions[number - 1]
      for row in 0..<own {
        for word in 0..<PairTable.words(count) {
          // Pairs with an earlier site were covered when that was looked at.
          let isEarlier = sites[number] < site
          let mask =
            isEarlier
            ? ~0 : covered.word(word, place: row, site: site, position: position)
          let length = min(64, count - word * 64)
          let end: UInt64 = length == 64 ? ~0 : (1 << UInt64(length)) - 1
          clear(mask & end, bases[number] + word * 64, row)
        }
        if number == 0 {
          // A pair of one site counts from its first column.
          for column in 0...row { clear(1, column, row) }
        }
      }
    }
    return open
  }

  private func firstOpen(_ open: [UInt64], _ row: Int) -> Int? {
    for word in 0..<words where open[row * words + word] != 0 {
      return word * 64 + open[row * words + word].trailingZeroBitCount
    }
    return nil
  }

  /// A clique with two columns that no other can join, ascending.
  ///
  /// Columns join by falling number of others that could join with them at the start, then by number.
  private func maximalClique(with one: Int, _ other: Int) -> [Int] {
    var open = (0..<words).map { bits[one * words + $0] & bits[other * words + $0] }
    var order: [Int] = []
    forEachBit(of: open) { number in
      var common = 0
      for word in 0..<words { common += (open[word] & bits[number * words + word]).nonzeroBitCount }
      order.append((columnCount - common) << 32 | number)
    }
    order.sort()
    var clique = [one, other]
    for key in order {
      let number = key & 0xFFFF_FFFF
      guard open[number / 64] >> UInt64(number % 64) & 1 == 1 else { continue }
      clique.append(number)
      for word in 0..<words { open[word] &= bits[number * words + word] }
    }
    return clique.sorted()
  }

  private func forEachBit(of row: [UInt64], _ body: (Int) -> Void) {
    for word in row.indices {
      var rest = row[word]
      while rest != 0 {
        body(word * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  /// Marks all pairs of a clique as covered.
  private func cover(_ clique: [Int], _ covered: inout CoveredPairs, _ open: inout [UInt64]) {
    var parts: [(number: Int, places: [Int], masks: [UInt64])] = []
    for column in clique {
      let number = parts.last.flatMap { last in
        column < bases[last.number] + graph.columnsOfSite[sites[last.number]].count
          ? last.number : nil
      }
      if number == nil {
        let number = siteNumber(of: column)
        parts.append(
          (
            number, [],
            [UInt64](
              repeating: 0, count: PairTable.words(graph.columnsOfSite[sites[number]].count))
          ))
      }
      let place = column - bases[parts[parts.count - 1].number]
      parts[parts.count - 1].places.append(place)
      parts[parts.count - 1].masks[place / 64] |= 1 << UInt64(place % 64)
    }
    for (index, part) in parts.enumerated() {
      for other in parts[index...] {
        let (site, later) = (sites[part.number], sites[other.number])
        let (from, to) = site <= later ? (part, other) : (other, part)
        let position =
          site == later
          ? nil : graph.position(ofSite: sites[to.number], at: sites[from.number])
        for place in from.places {
          for (word, mask) in to.masks.enumerated() {
            covered.insert(mask, word, place: place, site: sites[from.number], position: position)
          }
        }
      }
    }
    for row in clique where row < graph.columnsOfSite[site].count {
      for column in clique { open[row * words + column / 64] &= ~(1 << UInt64(column % 64)) }
    }
  }
}
