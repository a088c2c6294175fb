/// Graphs made of pairs, and parts of a graph.
extension ConflictGraph {
  /// Makes a graph of edges in any order, each pair once; every column counts as a site of its own.
  init(columnCount: Int, edges: [Edge]) {
    let pairs = edges.map { edge in
      SitePair(
        left: min(edge.left, edge.right), right: max(edge.left, edge.right),
        relation: edge.cause == .industrySpacing ? .industry : .all)
    }
    self.init(
      columnsOfSite: Grouped(
        groupCount: columnCount, (0..<columnCount).map { (group: $0, element: $0) }),
      industryOfColumn: [Int](repeating: 0, count: columnCount), hasIndustrySpacing: true,
      pairs: pairs.sorted { ($0.left, $0.right) < ($1.left, $1.right) })
  }

  /// The graph with only the pairs that have one of the causes.
  func keeping(_ kept: Cause) -> ConflictGraph {
    let hasIndustries = hasIndustrySpacing && kept.contains(.industrySpacing)
    let keepsCrowds = kept.contains(.spacing) && crowdRelation == .all || hasIndustries
    guard crowds.isEmpty || !keepsCrowds || hasSiblings && kept.contains(.sameSite) else {
      return inPairs.keeping(kept)
    }
    return ConflictGraph(
      columnsOfSite: columnsOfSite, industryOfColumn: industryOfColumn,
      hasIndustrySpacing: hasIndustries,
      hasSiblings: hasSiblings && kept.contains(.sameSite), crowds: keepsCrowds ? crowds : nil,
      crowdRelation: kept.contains(.spacing) ? crowdRelation : .industry, isComplete: isComplete,
      pairs: pairs { left, right, relation in
        switch relation {
        case .all where !kept.contains(.spacing):
          return hasIndustries ? .industry : nil
        case .industry where !kept.contains(.industrySpacing): return nil
        case .some(let table): return some(table, columnsOfSite[left], columnsOfSite[right], kept)
        default: return relation
        }
      })
  }

  /// The same graph with the pairs of its crowds.
  private var inPairs: ConflictGraph {
    var all = pairs { $2 }
    for left in 0..<siteCount {
      crowds.forEachSite(around: left) { right in
        guard right > left else { return }
        all.append(SitePair(left: Int32(left), right: Int32(right), relation: crowdRelation))
      }
    }
    return ConflictGraph(
      columnsOfSite: columnsOfSite, industryOfColumn: industryOfColumn,
      hasIndustrySpacing: hasIndustrySpacing, hasSiblings: hasSiblings, isComplete: isComplete,
      pairs: all.sorted { ($0.left, $0.right) < ($1.left, $1.right) })
  }

  /// What is left of a table between two sites.
  private func some(
    _ table: PairTable, _ left: ArraySlice<Int>, _ right: ArraySlice<Int>, _ kept: Cause
  ) -> SiteRelation? {
    var part = PairTable(rowCount: table.rowCount, columnCount: table.columnCount)
    for (row, one) in left.enumerated() {
      for (column, other) in right.enumerated() {
        let isOneIndustry =
          hasIndustrySpacing && industryOfColumn[one] == industryOfColumn[other]
        let isNear = table.isSpacing(row, column)
        if isNear, kept.contains(.spacing) {
          part.insertSpacing(row, column)
        } else if kept.contains(.industrySpacing),
          table.isIndustry(row, column) || isNear && isOneIndustry
        {
          part.insertIndustry(row, column)
        }
      }
    }
    return SiteRelation(
      part, left.map { industryOfColumn[$0] }, right.map { industryOfColumn[$0] })
  }

  /// The graph of some columns, which get the numbers of their places in the list.
  ///
  /// - Parameter columns: ascending, each once.
  func among(_ columns: [Int]) -> ConflictGraph {
    var numberOf = [Int](repeating: -1, count: columnCount)
    for (number, column) in columns.enumerated() { numberOf[column] = number }
    var kept = Grouped<Int>()
    var places = Grouped<Int>()
    for site in 0..<siteCount {
      let all = columnsOfSite[site]
      let left = all.indices.filter { numberOf[all[$0]] >= 0 }
      kept.append(left.map { numberOf[all[$0]] })
      places.append(left.map { $0 - all.startIndex })
    }
    let industries = columns.map { industryOfColumn[$0] }
    return ConflictGraph(
      columnsOfSite: kept, industryOfColumn: industries, hasIndustrySpacing: hasIndustrySpacing,
      hasSiblings: hasSiblings, crowds: crowds, crowdRelation: crowdRelation,
      isComplete: isComplete,
      pairs: pairs { left, right, relation in
        let (rows, targets) = (places[left], places[right])
        guard !rows.isEmpty, !targets.isEmpty else { return nil }
        guard case .some(let table) = relation else { return relation }
        var part = PairTable(rowCount: rows.count, columnCount: targets.count)
        for (row, one) in rows.enumerated() {
          for (column, other) in targets.enumerated() {
            if table.isSpacing(one, other) { part.insertSpacing(row, column) }
            if table.isIndustry(one, other) { part.insertIndustry(row, column) }
          }
        }
        return SiteRelation(
          part, kept[left].map { industries[$0] }, kept[right].map { industries[$0] })
      })
  }

  /// The pairs of sites of no common crowd by left, then right, each with what a body makes of its relation.
  private func pairs(
    _ body: (_ left: Int, _ right: Int, SiteRelation) -> SiteRelation?
  ) -> [SitePair] {
    var pairs: [SitePair] = []
    for left in 0..<siteCount {
      for position in neighbours(of: left) where site(at: position) > left {
        let right = site(at: position)
        guard let relation = body(left, right, relation(at: position)) else { continue }
        pairs.append(SitePair(left: Int32(left), right: Int32(right), relation: relation))
      }
    }
    return pairs
  }
}
