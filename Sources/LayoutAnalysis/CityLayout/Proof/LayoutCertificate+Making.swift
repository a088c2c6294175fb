import LandModel

/// What a search knows when its prices are found: enough to state its bound for others.
struct DualProof: Sendable {
  let relaxation: LayoutRelaxation
  let rows: LayoutRows
  let multipliers: Multipliers
  let bound: LagrangianBound
}

extension LayoutCertificate {
  /// - Parameters:
  ///   - proof: of all columns of the instance.
  ///   - outcome: with a plan.
  init(
    _ instance: LayoutInstance, _ proof: DualProof, refusals: [DelimitationRefusal],
    plan: PlanState, bound: Int64, residual: Residual?
  ) {
    let prices = Prices(instance, proof)
    let places = Dictionary(
      uniqueKeysWithValues: instance.industries.enumerated().map { ($1, $0) })
    unitExponent = Self.exponent(ofUnitsPerPoint: instance.unitsPerPoint)
    unitsPerPoint = instance.unitsPerPoint
    stepsPerUnit = Multipliers.stepsPerUnit
    sites = instance.sites.map(\.id)
    industries = instance.industries
    let classes = Set(instance.proposals.map(\.sizeClass) + refusals.map(\.sizeClass))
      .sorted { ($0?.value ?? 0) < ($1?.value ?? 0) }
    let placeOfSize = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, $0) })
    sizes = classes
    columns = instance.proposals.enumerated().map { column, proposal in
      Column(
        site: proposal.site, industry: instance.industryOfColumn[column],
        size: placeOfSize[proposal.sizeClass] ?? 0, value: instance.values[column],
        land: LandUnits.needed(for: proposal.ellipsoidalArea),
        construction: LandUnits.needed(for: proposal.constructionArea))
    }
    refused = refusals.compactMap { refusal in
      places[refusal.industry].map {
        Refusal(site: refusal.site, industry: $0, size: placeOfSize[refusal.sizeClass] ?? 0)
      }
    }
    rows = instance.rules.enumerated().map { number, rule in
      Row(
        code: rule.constraint.code, subject: instance.certificateSubject(of: rule.constraint),
        isMinimum: rule.isMinimum, limit: rule.limit, columns: rule.columns,
        coefficients: rule.coefficients, multiplier: prices.rules[number])
    }
    cliques = prices.cliques
    groups = instance.coverage.weights.indices.map { number in
      let columns = instance.coverage.columns[number]
      return Group(
        weight: instance.coverage.weights[number],
        sites: Set(columns.map { instance.proposals[$0].site }).sorted(),
        industries: Set(columns.map { instance.industryOfColumn[$0] }).sorted(),
        columns: Array(columns), multiplier: prices.groups[number])
    }
    selection = plan.chosen
    dualSteps = proof.bound.steps
    dual = proof.bound.units
    keptCount = proof.bound.columns(above: plan.objective).count
    self.residual = residual ?? Residual(columns: 0, status: "none", bound: nil)
    lower = plan.objective
    upper = bound
  }

  /// Units per point are powers of ten up to 10⁴, each a tenth of the last.
  private static func exponent(ofUnitsPerPoint units: Double) -> Int {
    var (exponent, power) = (-4, 1e4)
    while power > 2 * units {
      power /= 10
      exponent += 1
    }
    return exponent
  }
}

/// The multipliers of a proof by clique, rule and group of the instance.
private struct Prices {
  /// Those above zero.
  private(set) var cliques: [LayoutCertificate.Clique] = []
  private(set) var rules: [Int64]
  private(set) var groups: [Int64]

  init(_ instance: LayoutInstance, _ proof: DualProof) {
    rules = [Int64](repeating: 0, count: instance.rules.count)
    for (source, price) in zip(proof.relaxation.sources, proof.multipliers.rows) {
      switch source {
      // The rules come first; what follows says what the least level of the counties is.
      case .sum(let sum): if sum < rules.count { rules[sum] = price }
      case .clique(let clique):
        guard price > 0 else { continue }
        cliques.append(
          LayoutCertificate.Clique(
            columns: Array(proof.rows.cliques[clique]), multiplier: price))
      }
    }
    // A group that folds into its columns is one whose whole weight goes to each of them.
    groups = instance.coverage.weights.map { weight in
      let (steps, isTooLarge) = weight.multipliedReportingOverflow(by: Multipliers.stepsPerUnit)
      return isTooLarge ? .max : steps
    }
    for (row, price) in zip(proof.rows.groups, proof.multipliers.groups) {
      groups[row.number] = price
    }
  }
}

extension LayoutParameters {
  /// Whether a certificate speaks of all rules and terms: money, least points and equity it does not cover.
  var isCertifiable: Bool { budget == nil && termMinimums.isEmpty && equity == nil }
}

extension LayoutInstance {
  /// The county, industry or site a rule is about, with industry and size of a lock that names them.
  fileprivate func certificateSubject(of constraint: LayoutConstraint) -> String {
    let lock: LockedSite? =
      switch constraint {
      case .lockedIn(let number): parameters.lockedIn[number]
      case .lockedOut(let number): parameters.lockedOut[number]
      default: nil
      }
    return subject(of: constraint) + (lock?.industry.map { ".\($0)" } ?? "")
      + (lock?.size.map { ".\($0.value)" } ?? "")
  }
}
