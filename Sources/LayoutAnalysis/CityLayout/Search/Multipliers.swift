/// Prices of the rows that a ``LayoutRelaxation`` does not keep, as whole numbers.
///
/// A price is in 1/1024 of a unit of the objective, for each unit of the row's coefficients. Any prices
/// from zero up give a bound.
struct Multipliers: Sendable, Equatable {
  /// Steps of a price that make a unit of the objective.
  static let stepsPerUnit: Int64 = 1024
  /// Dearer rows count as this dear (10¹² units), so that no sum of products leaves 128 bits.
  static let greatestRowPrice: Int64 = 1 << 50

  /// One entry for each priced row: what a unit of its sum costs.
  let rows: [Int64]
  /// One entry for each coverage group: what each column that reaches it gets.
  let groups: [Int64]

  init(rows: [Int64], groups: [Int64]) {
    self.rows = rows.map { min(max(0, $0), Self.greatestRowPrice) }
    self.groups = groups.map { max(0, $0) }
  }

  /// Rounds prices given in units.
  init(rows: [Double], groups: [Double]) {
    self.init(rows: rows.map(Self.steps), groups: groups.map(Self.steps))
  }

  private static func steps(_ units: Double) -> Int64 {
    // Int64(clamping:) does not take a Double.
    Int64(min(max(0, (units * Double(stepsPerUnit)).rounded()), 0x1p62))
  }
}
