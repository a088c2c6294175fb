import LandModel

/// The layout in whole numbers, derived again from plan, inputs and the boundaries offered.
///
/// Only the prices come from the certificate.
struct ProofModel: Sendable {
  struct Column: Sendable {
    /// Rows of the sites and places in the list of industries that the certificate names.
    let site: Int
    let industry: Int
    let value: Int64
    let land: Int64
    let construction: Int64
  }

  struct Row: Sendable {
    let code: String
    let subject: String
    let isMinimum: Bool
    let limit: Int64
    let shares: [(column: Int, coefficient: Int64)]
    /// Coverage groups that a minimum counts too.
    var groups: [(group: Int, coefficient: Int64)] = []
    /// Whether the row says what the least level of the counties is: the sum, less that level, is at least 0.
    var isLevel = false
    var price: Int64 = 0

    var name: String { subject.isEmpty ? code : "\(code).\(subject)" }
  }

  struct Group: Sendable {
    let weight: Int64
    /// Ascending.
    let columns: [Int]
    /// What of the weight is due to each category.
    var weightOfCategory: [String: Int64] = [:]
    /// Among those of the certificate; nil where that has none of the kind.
    var number: Int?
    var price: Int64 = 0
  }

  struct Clique: Sendable {
    let columns: [Int]
    let price: Int64
  }

  let siteCount: Int
  let columns: [Column]
  var rows: [Row] = []
  var groups: [Group] = []
  var cliques: [Clique] = []
  /// What the least level of the counties can reach, in units; nil where it does not count.
  var greatestLevel: Int64?

  /// Towns at most: no more than sites.
  var mostTowns: Int {
    let limits = rows.filter { $0.code == "towns.max" }.map(\.limit)
    return Int(min(Int64(siteCount), max(0, limits.min() ?? .max)))
  }

  /// The rows that the bound prices: all but the number of towns, which it counts.
  var pricedRows: [Row] { rows.filter { $0.code != "towns.max" } }

  /// Whether a column breaks a maximum alone, so that no plan holds it.
  var isOut: [Bool] {
    var isOut = [Bool](repeating: false, count: columns.count)
    for row in rows where !row.isMinimum {
      for share in row.shares where share.coefficient > row.limit { isOut[share.column] = true }
    }
    return isOut
  }

  /// The objective of a choice, in units; nil where the sum leaves 128 bits.
  func objective(of choice: [Int]) -> Int128 {
    let chosen = Set(choice)
    var sum: Int128 = 0
    for column in choice { sum += Int128(columns[column].value) }
    for group in groups where group.columns.contains(where: chosen.contains) {
      sum += Int128(group.weight)
    }
    return sum + leastLevel(of: chosen)
  }

  /// What the county worst off has of a choice; 0 where that does not count.
  private func leastLevel(of chosen: Set<Int>) -> Int128 {
    guard let greatestLevel else { return 0 }
    let levels = rows.filter(\.isLevel).map { row in
      row.shares.reduce(Int128(0)) {
        chosen.contains($1.column) ? $0 + Int128($1.coefficient) : $0
      }
    }
    return min(Int128(greatestLevel), levels.min() ?? 0)
  }
}

/// Whole units of the objective, by the convention that the layout documents: 10⁻⁴ points, or the next power of
/// ten that keeps every coefficient within 10⁹ units.
struct ProofUnits {
  private static let mostUnits = 1e9
  let perPoint: Double
  /// A unit is 10 to this power, in points.
  let exponent: Int

  /// - Parameter largest: the greatest coefficient, in points.
  init(largest: Double) {
    var (power, exponent) = (1e4, -4)
    while largest * power > Self.mostUnits, exponent < 300 {
      power /= 10
      exponent += 1
    }
    perPoint = power
    self.exponent = exponent
  }

  /// Nil beyond what a coefficient may be.
  func units(_ points: Double) -> Int64? {
    let units = (points * perPoint).rounded()
    return abs(units) <= 2 * Self.mostUnits ? Int64(units) : nil
  }

  func points(_ units: Int64) -> Double { Double(units) / perPoint }
}
