/// How the columns of one site exclude those of another.
///
/// Most pairs of sites are so near, or so far, that all their columns behave alike; only where sizes or
/// shapes decide is there a table. So a province of 5000 sites needs one entry for a pair of sites, and
/// not one for each of the hundreds of pairs of their columns.
enum SiteRelation: Sendable, Equatable {
  /// All columns are nearer than the spacing.
  case all
  /// All columns of one industry are nearer than its spacing, none of different ones excludes another.
  case industry
  /// As the table says.
  case some(PairTable)

  /// Says the same as a table in the least room; nil when it has no pair.
  ///
  /// - Parameters:
  ///   - left: industries of the rows.
  ///   - right: industries of the columns.
  init?(_ table: PairTable, _ left: [Int], _ right: [Int]) {
    let (near, alike) = (table.spacingCount, table.industryCount)
    guard near + alike > 0 else { return nil }
    if near == table.rowCount * table.columnCount {
      self = .all
    } else if near == 0,
      alike == left.reduce(0, { sum, industry in sum + right.count { $0 == industry } })
    {
      self = .industry
    } else {
      self = .some(table)
    }
  }

  /// The same as the other site sees it.
  var transposed: SiteRelation {
    guard case .some(let table) = self else { return self }
    return .some(table.transposed)
  }
}

/// For each column of a site the columns of another that it excludes, as bits by place.
struct PairTable: Sendable, Equatable {
  let rowCount: Int
  let columnCount: Int
  /// Bits for each row: pairs nearer than the spacing.
  private(set) var spacing: [UInt64]
  /// Pairs of one industry nearer than its spacing, but not than the spacing.
  private(set) var industry: [UInt64]

  init(rowCount: Int, columnCount: Int) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    spacing = [UInt64](repeating: 0, count: rowCount * Self.words(columnCount))
    industry = spacing
  }

  /// Words of 64 bits for a row.
  static func words(_ count: Int) -> Int { (count + 63) / 64 }

  var words: Int { Self.words(columnCount) }

  mutating func insertSpacing(_ row: Int, _ column: Int) {
    spacing[row * words + column / 64] |= 1 << UInt64(column % 64)
  }

  mutating func insertIndustry(_ row: Int, _ column: Int) {
    industry[row * words + column / 64] |= 1 << UInt64(column % 64)
  }

  func isSpacing(_ row: Int, _ column: Int) -> Bool {
    spacing[row * words + column / 64] >> UInt64(column % 64) & 1 == 1
  }

  func isIndustry(_ row: Int, _ column: Int) -> Bool {
    industry[row * words + column / 64] >> UInt64(column % 64) & 1 == 1
  }

  var spacingCount: Int { spacing.reduce(0) { $0 + $1.nonzeroBitCount } }
  var industryCount: Int { industry.reduce(0) { $0 + $1.nonzeroBitCount } }

  var transposed: PairTable {
    var other = PairTable(rowCount: columnCount, columnCount: rowCount)
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        if isSpacing(row, column) { other.insertSpacing(column, row) }
        if isIndustry(row, column) { other.insertIndustry(column, row) }
      }
    }
    return other
  }
}
