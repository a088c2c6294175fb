/// Cliques that hold every pair with a column of a crowd, found from the lists of the crowds.
///
/// Crowds that join are cliques, or cliques for each industry where only that keeps their columns apart. What excludes
/// columns of a crowd from outside stands in cliques with all of them: columns of one site, or of another crowd,
/// share one where they exclude the same. So no pair of a crowd is looked at, and every pair is covered; cliques
/// of columns that several sites around exclude too are not sought.
struct CrowdCliques {
  let graph: ConflictGraph

  /// Calls the body with each clique, ascending; false where time ran out before all were told.
  ///
  /// - Complexity: O(n) in the columns, plus O(m) for the m columns that one around a crowd excludes there.
  func forEach(until deadline: ContinuousClock.Instant?, _ body: ([Int]) -> Void) -> Bool {
    forEachJoin { crowds in
      let columns = crowds.flatMap { crowd in
        graph.crowds.sites[crowd].flatMap { graph.columnsOfSite[$0] }
      }
      for part in parts(columns) where part.count > 1 { body(part) }
    }
    for crowd in 0..<graph.crowds.sites.count {
      let around = sitesAround(crowd)
      for group in around {
        if let deadline, ContinuousClock.now >= deadline { return false }
        forEachClique(of: crowd, with: group, body)
      }
    }
    return true
  }

  /// Calls the body with crowds of which any two join, until each pair is told; each crowd at least alone.
  private func forEachJoin(_ body: ([Int]) -> Void) {
    let count = graph.crowds.sites.count
    var isCovered = [Bool](repeating: false, count: count * count)
    for crowd in 0..<count {
      for other in graph.crowds.joined[crowd]
      where other >= crowd && !isCovered[crowd * count + other] {
        var clique = [crowd]
        for next in [other] + graph.crowds.joined[crowd] where !clique.contains(next) {
          if clique.allSatisfy({ graph.crowds.join($0, next) }) { clique.append(next) }
        }
        for one in clique {
          for next in clique { isCovered[one * count + next] = true }
        }
        body(clique)
      }
    }
  }

  /// The columns of sites that all exclude each other, in lists of columns that do.
  private func parts(_ columns: [Int]) -> [[Int]] {
    guard graph.crowdRelation == .industry else { return [columns.sorted()] }
    var parts: [Int: [Int]] = [:]
    for column in columns { parts[graph.industryOfColumn[column], default: []].append(column) }
    return parts.sorted { $0.key < $1.key }.map { $0.value.sorted() }
  }

  /// The sites that exclude some of a crowd's columns: each of no crowd alone, those of a later crowd together.
  private func sitesAround(_ crowd: Int) -> [[Int]] {
    var around: Set<Int> = []
    for site in graph.crowds.sites[crowd] {
      for position in graph.neighbours(of: site) { around.insert(graph.site(at: position)) }
    }
    var groups: [[Int]] = []
    var later: [Int32: [Int]] = [:]
    for site in around.sorted() {
      let other = graph.crowds.crowdOfSite[site]
      if other < 0 { groups.append([site]) }
      if other > Int32(crowd) { later[other, default: []].append(site) }
    }
    return groups + later.sorted { $0.key < $1.key }.map(\.value)
  }

  private func forEachClique(of crowd: Int, with sites: [Int], _ body: ([Int]) -> Void) {
    var numbers: [[Int]: Int] = [:]
    var cliques: [(inside: [Int], outside: [Int])] = []
    for column in sites.flatMap({ graph.columnsOfSite[$0] }).sorted() {
      for inside in parts(columns(of: crowd, excluding: column)) where !inside.isEmpty {
        // Of two crowds that only industries keep apart, a clique has one industry.
        let key = graph.crowdRelation == .all ? inside : inside + [-1 - industry(of: column)]
        if let number = numbers[key] {
          cliques[number].outside.append(column)
        } else {
          numbers[key] = cliques.count
          cliques.append((inside, [column]))
        }
      }
    }
    for clique in cliques { body((clique.inside + clique.outside).sorted()) }
  }

  private func industry(of column: Int) -> Int { graph.industryOfColumn[column] }

  /// The columns of a crowd that exclude one outside it.
  private func columns(of crowd: Int, excluding column: Int) -> [Int] {
    var columns: [Int] = []
    let site = Int(graph.siteOfColumn[column])
    for position in graph.neighbours(of: site) {
      let other = graph.site(at: position)
      guard graph.crowds.crowdOfSite[other] == Int32(crowd) else { continue }
      graph.forEachNeighbour(of: column, atSite: other, graph.relation(at: position)) {
        columns.append($0)
      }
    }
    return columns
  }
}
