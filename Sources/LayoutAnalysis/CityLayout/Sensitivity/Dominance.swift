/// Finds sites that another site is at least as good as in everything the layout looks at.
///
/// A column d is as good as c when it brings no less suitability, reaches all that c reaches, uses no more
/// of any maximum, counts in every minimum that c counts in, and excludes no column of a third site that c
/// does not exclude. A site is dominated when each of its columns has such a column at one other site: any plan
/// with it and without the other keeps all rules and loses nothing when the other takes its place.
struct Dominance {
  private let instance: LayoutInstance
  private let groupsOfColumn: [Set<Int>]

  /// Columns up to which every other site is looked at; beyond only those chosen.
  private static let mostColumns = 4000

  init(_ instance: LayoutInstance) {
    self.instance = instance
    groupsOfColumn = (0..<instance.columnCount).map { Set(instance.coverage.groupsOfColumn[$0]) }
  }

  /// The site that dominates another: the first of those chosen, else the first; nil when there is none.
  ///
  /// Of two sites equal in everything the first dominates.
  func dominator(of site: Int, chosen: Set<Int>) -> Int? {
    // Chosen ones first: where all sites are alike they answer at once.
    chosen.sorted().first { $0 != site && dominates($0, site) }
      ?? others.first { $0 != site && !chosen.contains($0) && dominates($0, site) }
  }

  /// Whether a site is as good as another in everything, and better or the first.
  func dominates(_ better: Int, _ site: Int) -> Bool {
    isAsGood(better, as: site) && (better < site || !isAsGood(site, as: better))
  }

  /// The sites that are looked at beside those chosen.
  private var others: Range<Int> {
    instance.columnCount > Self.mostColumns ? 0..<0 : instance.sites.indices
  }

  private func isAsGood(_ better: Int, as site: Int) -> Bool {
    let columns = instance.columnsOfSite[site]
    return !columns.isEmpty
      && columns.allSatisfy { column in
        instance.columnsOfSite[better].contains { isAsGood(column: $0, as: column) }
      }
  }

  private func isAsGood(column better: Int, as column: Int) -> Bool {
    instance.values[better] >= instance.values[column] && keepsRules(better, column)
      && raisesLevels(better, column)
      && groupsOfColumn[column].isSubset(of: groupsOfColumn[better])
      && excludesNoMore(better, column)
  }

  /// Whether the least level of the counties, where it counts, cannot fall.
  private func raisesLevels(_ better: Int, _ column: Int) -> Bool {
    guard instance.countsEquity, let equity = instance.equity else { return true }
    return equity.countyOfColumn[better] == equity.countyOfColumn[column]
      && equity.units[better] >= equity.units[column]
  }

  private func keepsRules(_ better: Int, _ column: Int) -> Bool {
    func coefficient(_ rule: Int, _ column: Int) -> Int64 {
      instance.rulesOfColumn[column].first { $0.rule == rule }?.coefficient ?? 0
    }
    return instance.rulesOfColumn[better].allSatisfy { share in
      instance.rules[share.rule].isMinimum || share.coefficient <= coefficient(share.rule, column)
    }
      && instance.rulesOfColumn[column].allSatisfy { share in
        !instance.rules[share.rule].isMinimum
          || share.coefficient <= coefficient(share.rule, better)
      }
  }

  private func excludesNoMore(_ better: Int, _ column: Int) -> Bool {
    let (here, there) = (instance.proposals[better].site, instance.proposals[column].site)
    var isKept = true
    // What is of a common crowd, or of one that joins it, both exclude.
    instance.conflicts.forEachNeighbour(of: better, butNotAround: there) { other in
      guard isKept else { return }
      let site = instance.proposals[other].site
      isKept = site == here || site == there || instance.conflicts.excludes(column, other)
    }
    return isKept
  }
}
