/// The graph as single columns see it.
extension ConflictGraph {
  /// Why two columns exclude each other; empty when they don't.
  ///
  /// - Complexity: O(log d) in the neighbours of a site.
  func cause(_ left: Int, _ right: Int) -> Cause {
    let (site, other) = (Int(siteOfColumn[left]), Int(siteOfColumn[right]))
    guard site != other else { return left == right || !hasSiblings ? [] : .sameSite }
    if crowds.hold(site, other) { return cause(left, right, crowdRelation) }
    guard let position = position(ofSite: other, at: site) else { return [] }
    return cause(left, right, relation(at: position))
  }

  /// Whether two columns exclude each other.
  func excludes(_ left: Int, _ right: Int) -> Bool { !cause(left, right).isEmpty }

  private func cause(_ left: Int, _ right: Int, _ relation: SiteRelation) -> Cause {
    let isOneIndustry = hasIndustrySpacing && industryOfColumn[left] == industryOfColumn[right]
    let near: Cause = isOneIndustry ? [.spacing, .industrySpacing] : .spacing
    switch relation {
    case .all: return near
    case .industry: return isOneIndustry ? .industrySpacing : []
    case .some(let table):
      let (row, column) = (Int(placeOfColumn[left]), Int(placeOfColumn[right]))
      if table.isSpacing(row, column) { return near }
      return table.isIndustry(row, column) ? .industrySpacing : []
    }
  }

  /// Calls the body for each column that excludes one, site by site.
  ///
  /// - Parameter other: a site whose crowd, and those that join that, are left out; nil for none.
  func forEachNeighbour(
    of column: Int, butNotAround other: Int? = nil, _ body: (Int) -> Void
  ) {
    let site = Int(siteOfColumn[column])
    if hasSiblings {
      for other in columnsOfSite[site] where other != column { body(other) }
    }
    crowds.forEachSite(around: site, butNotAround: other) { near in
      if near != site { forEachNeighbour(of: column, atSite: near, crowdRelation, body) }
    }
    for position in neighbours(of: site) {
      forEachNeighbour(of: column, atSite: self.site(at: position), relation(at: position), body)
    }
  }

  /// Calls the body for each column of another site that excludes one.
  ///
  /// - Parameter relation: as the column's site sees it.
  func forEachNeighbour(
    of column: Int, atSite other: Int, _ relation: SiteRelation, _ body: (Int) -> Void
  ) {
    let columns = columnsOfSite[other]
    switch relation {
    case .all:
      for column in columns { body(column) }
    case .industry:
      let industry = industryOfColumn[column]
      for lot in lotsOfSite[other] where lot.industry == industry {
        for place in lot.places { body(columns[columns.startIndex + place]) }
      }
    case .some(let table):
      let place = Int(placeOfColumn[column])
      for word in 0..<table.words {
        var bits =
          table.spacing[place * table.words + word] | table.industry[place * table.words + word]
        while bits != 0 {
          body(columns[columns.startIndex + word * 64 + bits.trailingZeroBitCount])
          bits &= bits - 1
        }
      }
    }
  }

  /// The columns that exclude one, ascending, with the causes.
  func edges(of column: Int) -> [Neighbour] {
    var columns: [Int] = []
    forEachNeighbour(of: column) { columns.append($0) }
    columns.sort()
    return columns.map { Neighbour(column: $0, cause: cause(column, $0)) }
  }

  /// Twice the number of pairs of columns.
  ///
  /// - Complexity: O(pairs).
  var positionCount: Int {
    var count = 0
    for column in 0..<columnCount { forEachNeighbour(of: column) { _ in count += 1 } }
    return count
  }
}
