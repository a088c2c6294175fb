import LandModel

/// The counties that count for equity and what each should have, from boundaries offered and settlements.
struct FairShares: Sendable {
  /// For each county that counts its fair share, above zero.
  let shares: [FeatureID: Double]

  /// A county counts where a boundary is offered and its fair share is above zero: its inhabitants over the mean of
  /// those that count, or one for each.
  ///
  /// - Parameter offered: counties in which a boundary is offered.
  /// - Complexity: O(settlements · counties).
  init(_ rule: EquityRule, offered: Set<FeatureID>, land: LandInput) {
    switch rule.share {
    case .county:
      shares = Dictionary(uniqueKeysWithValues: offered.map { ($0, 1) })
    case .population:
      let people = Self.population(of: land)
      let counted = offered.sorted().compactMap { county in
        people[county].flatMap { $0 > 0 ? (county: county, people: $0) : nil }
      }
      let mean = counted.reduce(0) { $0 + $1.people } / Double(max(1, counted.count))
      shares = Dictionary(
        uniqueKeysWithValues: counted.map { ($0.county, $0.people / mean) })
    }
  }

  /// Those that count, ascending.
  var counties: [FeatureID] { shares.keys.sorted() }

  /// Inhabitants by county: each settlement lives in the first that holds it.
  private static func population(of land: LandInput) -> [FeatureID: Double] {
    guard let counties = land.counties else { return [:] }
    var people: [FeatureID: Double] = [:]
    for settlement in land.settlements {
      let home = (0..<counties.count).first {
        counties.geometry.contains(settlement.position, inRow: $0)
      }
      if let home { people[counties.ids[home], default: 0] += settlement.population }
    }
    return people
  }
}
