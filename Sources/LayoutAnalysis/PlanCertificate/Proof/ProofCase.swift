import LandModel

/// The boundaries offered to the layout, as the files beside `run.json` hold them.
package struct StatedProposals: Sendable {
  /// In the order of the file, unrounded.
  package let towns: [StatedTown]
  /// The column that each says it is.
  package let columns: [Int]
  /// SHA-256 of `proposals.geojson` as it is now; nil where it is missing.
  package let fileSHA256: String?

  package init(towns: [StatedTown], columns: [Int], fileSHA256: String?) {
    self.towns = towns
    self.columns = columns
    self.fileSHA256 = fileSHA256
  }
}

/// Everything that a proof is derived from, lined up: certificate, boundaries offered, plan and inputs.
struct ProofCase {
  let plan: StatedPlan
  let proof: StatedProof
  let layout: LayoutParameters
  let delimitation: DelimitationParameters
  let sites: [Site]
  let counties: [FeatureID]
  let land: LandInput
  let workers: Int?
  /// One for each column of the certificate; nil where the files have none, or one that cannot be measured.
  let towns: [StatedTown?]
  /// What the land gives for each.
  let lookups: [TownLookup?]
  /// For each site of the certificate its row among the inputs' sites.
  let siteRows: [Int?]

  /// The site of a column by the inputs.
  func site(ofColumn column: Int) -> Site? {
    siteRows[proof.columns.site[column]].map { sites[$0] }
  }

  func industry(ofColumn column: Int) -> String {
    proof.industries[proof.columns.industry[column]]
  }

  func size(ofColumn column: Int) -> SquareMetres? {
    proof.sizes[proof.columns.size[column]]
  }

  var columnCount: Int { proof.columns.site.count }
}

extension ProofCase {
  /// What a column's value is rounded from, in points; nil where its boundary is missing.
  ///
  /// From the score that the land gives; where distances at the border of what counts leave a factor open, from
  /// the score as stated to twelve decimals.
  func suitability(ofColumn column: Int) -> Double? {
    guard let town = towns[column], let lookup = lookups[column] else { return nil }
    let share = (lookup.ellipsoidalArea / layout.targetArea).value
    return layout.suitabilityWeight * (lookup.score ?? town.score) * share
  }

  /// The unit of the objective, from the greatest coefficient of all.
  ///
  /// - Parameter levels: nil where equity does not count.
  func units(_ levels: ProofLevels?) -> ProofUnits {
    var largest = levels?.greatestPoints ?? 0
    largest = max(largest, (0..<columnCount).compactMap(suitability(ofColumn:)).max() ?? 0)
    let heaviest = land.resources.map(\.weight).max() ?? 0
    for rule in layout.coverage {
      largest = max(largest, layout.coverageWeight * rule.weight * heaviest)
    }
    return ProofUnits(largest: largest)
  }
}
