/// The levels of the counties for a choice of columns, with the two least.
struct CountyLevels {
  private let shares: EquityShares
  private var levels: [Int64]
  /// Place of the first county of least level; −1 when no county counts.
  private var lowest = -1
  /// The least level, and the least of the other counties; both at most what can be reached.
  private(set) var least: Int64 = 0
  private var next: Int64 = 0

  init(_ shares: EquityShares) {
    self.shares = shares
    levels = [Int64](repeating: 0, count: shares.counties.count)
    rank()
  }

  /// What the least level would rise by with a column that is not chosen.
  func gain(of column: Int) -> Int64 {
    let county = shares.countyOfColumn[column]
    guard county == lowest, county >= 0 else { return 0 }
    return min(levels[county] + shares.units[column], next) - least
  }

  /// Counts a column that joins (1) or leaves (−1).
  mutating func count(_ column: Int, by step: Int64) {
    let county = shares.countyOfColumn[column]
    guard county >= 0 else { return }
    levels[county] += step * shares.units[column]
    rank()
  }

  private mutating func rank() {
    (lowest, least, next) = (-1, shares.most, shares.most)
    for (county, level) in levels.enumerated() {
      if lowest < 0 || level < least {
        if lowest >= 0 { next = least }
        (lowest, least) = (county, min(level, shares.most))
      } else {
        next = min(next, level)
      }
    }
  }
}
