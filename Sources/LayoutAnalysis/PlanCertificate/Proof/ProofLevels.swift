import LandModel

/// What each column adds to the level of its county, derived again from boundaries, scores and settlements.
///
/// The least level of the counties is a number of its own in the model, held down by a row for each county that counts.
struct ProofLevels {
  /// Counties that count, ascending.
  let counties: [FeatureID]
  /// For each column the place of its county in `counties`; nil where that does not count.
  let countyOfColumn: [Int?]
  /// For each column what it adds, in points before rounding; 0 where its county does not count.
  private let points: [Double]
  /// What the least level cannot exceed, in points before rounding.
  let greatestPoints: Double
  private let siteOfColumn: [Int]
  /// A coefficient so near to a half unit may be rounded either way: scores are known to about 10⁻⁹ points.
  private static let slack = 0.001

  /// Nil where equity does not count.
  init?(_ proofCase: ProofCase) {
    guard let rule = proofCase.layout.equity else { return nil }
    let columns = 0..<proofCase.columnCount
    let county = columns.map { proofCase.site(ofColumn: $0)?.county }
    let shares = FairShares(rule, offered: Set(county.compactMap { $0 }), land: proofCase.land)
    counties = shares.counties
    let places = Dictionary(uniqueKeysWithValues: counties.enumerated().map { ($1, $0) })
    let countyOfColumn = county.map { $0.flatMap { places[$0] } }
    let points = columns.map { column -> Double in
      guard let home = county[column], let share = shares.shares[home] else { return 0 }
      return rule.weight * (proofCase.value(ofColumn: column, rule.measure) ?? 0) / share
    }
    self.countyOfColumn = countyOfColumn
    self.points = points
    siteOfColumn = proofCase.proof.columns.site
    greatestPoints = Self.least(
      of: points, siteOfColumn: siteOfColumn, countyOfColumn: countyOfColumn, counties.count)
  }

  /// Whole numbers of units: what the least level can reach, and what each column adds, at most that.
  ///
  /// - Parameter stated: the certificate's coefficient of a column; kept where rounding alone tells it from ours.
  func whole(
    _ units: ProofUnits, stated: (Int) -> Int64?
  ) -> (greatest: Int64, columns: [Int64]) {
    let rounded = points.enumerated().map { column, points -> Int64 in
      let most = min(points, 2 * greatestPoints)
      let exact = most * units.perPoint
      if let stated = stated(column), abs(Double(stated) - exact) <= 0.5 + Self.slack {
        return stated
      }
      return units.units(most) ?? 0
    }
    let greatest = Self.least(
      of: rounded, siteOfColumn: siteOfColumn, countyOfColumn: countyOfColumn, counties.count)
    return (greatest, rounded.map { min($0, greatest) })
  }

  /// The least sum over counties of the best column at each site; 0 without a county.
  private static func least<Number: Comparable & AdditiveArithmetic>(
    of numbers: [Number], siteOfColumn: [Int], countyOfColumn: [Int?], _ count: Int
  ) -> Number {
    var best: [Int: (county: Int, number: Number)] = [:]
    for (column, number) in numbers.enumerated() {
      guard let county = countyOfColumn[column] else { continue }
      let site = siteOfColumn[column]
      best[site] = (county, max(number, best[site]?.number ?? .zero))
    }
    var sums = [Number](repeating: .zero, count: count)
    for (_, entry) in best.sorted(by: { $0.key < $1.key }) { sums[entry.county] += entry.number }
    return sums.min() ?? .zero
  }
}

extension ProofCase {
  /// What a column is worth to its county, in the unit of the measure; nil where its boundary is missing.
  fileprivate func value(ofColumn column: Int, _ measure: EquityRule.Measure) -> Double? {
    guard let town = towns[column], let lookup = lookups[column] else { return nil }
    return switch measure {
    case .area: lookup.ellipsoidalArea.squareKilometres
    case .towns: 1
    case .suitability:
      (lookup.score ?? town.score) * (lookup.ellipsoidalArea / layout.targetArea).value
    }
  }
}
