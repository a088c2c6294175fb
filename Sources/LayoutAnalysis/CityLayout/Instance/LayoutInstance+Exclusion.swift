extension LayoutInstance {
  /// More pairs than this are not looked at.
  private static let mostPairs = 1 << 22

  /// Whether at most one of some columns can be chosen; false also where there are too many to tell.
  ///
  /// - Complexity: O(n) for columns of one crowd, else O(n²) in those of different ones, at most one pair beyond
  ///   the first that may stand together.
  func excludeEachOther(_ columns: [Int]) -> Bool {
    let parts = parts(columns)
    guard parts.count > 1 else { return true }
    var pairs = 0
    for (place, part) in parts.enumerated() {
      for other in parts[(place + 1)...] {
        let (here, there) = (site(of: part[0]), site(of: other[0]))
        if conflicts.crowds.hold(here, there), !conflicts.crowds.share(here, there) {
          // Crowds that join exclude each other as their first columns do.
          guard conflicts.excludes(part[0], other[0]) else { return false }
          continue
        }
        pairs += part.count * other.count
        guard pairs <= Self.mostPairs else { return false }
        for left in part {
          for right in other where !conflicts.excludes(left, right) { return false }
        }
      }
    }
    return true
  }

  private func site(of column: Int) -> Int { Int(conflicts.siteOfColumn[column]) }

  /// The columns in lists of those that surely exclude each other: of one crowd, or each alone.
  private func parts(_ columns: [Int]) -> [[Int]] {
    guard !conflicts.crowds.isEmpty else { return columns.map { [$0] } }
    var parts: [[Int]] = []
    var places: [[Int]: Int] = [:]
    for column in columns {
      let crowd = Int(conflicts.crowds.crowdOfSite[site(of: column)])
      // Where only an industry keeps its towns apart, a crowd counts by industries.
      let key = conflicts.crowdRelation == .all ? [crowd] : [crowd, industryOfColumn[column]]
      if crowd >= 0, let place = places[key] {
        parts[place].append(column)
      } else {
        if crowd >= 0 { places[key] = parts.count }
        parts.append([column])
      }
    }
    return parts
  }
}
