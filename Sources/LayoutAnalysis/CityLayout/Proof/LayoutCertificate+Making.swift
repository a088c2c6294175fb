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
    let proof = proof.statable(for: instance)
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
    rows =
      instance.rules.enumerated().map { number, rule in
        Row(
          code: rule.constraint.code, subject: instance.certificateSubject(of: rule.constraint),
          isMinimum: rule.isMinimum, limit: rule.limit, columns: rule.columns,
          coefficients: rule.coefficients, groups: rule.groups,
          groupCoefficients: rule.groupCoefficients, multiplier: prices.rules[number])
      } + Self.levels(instance, prices)
    greatestLevel = instance.countsEquity ? instance.equity?.most : nil
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

  /// For each county that counts: what its columns add, less the least level, is at least 0.
  private static func levels(_ instance: LayoutInstance, _ prices: Prices) -> [Row] {
    guard instance.countsEquity, let equity = instance.equity else { return [] }
    return equity.counties.enumerated().map { place, county in
      let columns = equity.countyOfColumn.indices.filter { equity.countyOfColumn[$0] == place }
      return Row(
        code: "equity", subject: instance.counties[county].id.text, isMinimum: true, limit: 0,
        columns: columns, coefficients: columns.map { equity.units[$0] }, groups: [],
        groupCoefficients: [], multiplier: prices.levels[place])
    }
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
  /// Of the counties that count, in their order.
  private(set) var levels: [Int64]
  private(set) var groups: [Int64]

  init(_ instance: LayoutInstance, _ proof: DualProof) {
    rules = [Int64](repeating: 0, count: instance.rules.count)
    levels = [Int64](repeating: 0, count: instance.equity?.counties.count ?? 0)
    for (source, price) in zip(proof.relaxation.sources, proof.multipliers.rows) {
      switch source {
      // The rules come first; what follows says what the least level of the counties is.
      case .sum(let sum) where sum < rules.count: rules[sum] = price
      case .sum(let sum): levels[sum - rules.count] = price
      case .clique(let clique):
        guard price > 0 else { continue }
        cliques.append(
          LayoutCertificate.Clique(
            columns: Array(proof.rows.cliques[clique]), multiplier: price))
      }
    }
    // A group that folds into its columns is one whose whole worth goes to each of them.
    groups = instance.worthOfGroups(at: rules).map { Int64(clamping: $0) }
    for (row, price) in zip(proof.rows.groups, proof.multipliers.groups) {
      groups[row.number] = price
    }
  }
}

extension DualProof {
  /// What a certificate states at most as a multiplier: beyond, sums of products would leave 128 bits.
  private static let greatestMultiplier = Int128(1) << 62

  /// The same, with prices of least points so low that each group's whole worth can be stated as a multiplier.
  ///
  /// Prices of that size come about only where a term is all but out of reach; any prices give a bound.
  fileprivate func statable(for instance: LayoutInstance) -> DualProof {
    let prices = Prices(instance, self).rules
    guard instance.worthOfGroups(at: prices).contains(where: { $0 > Self.greatestMultiplier })
    else { return self }
    let ones = instance.rules.map { $0.groups.isEmpty ? Int64(0) : 1 }
    let free = instance.rules.map { _ in Int64(0) }
    let (with, without) = (instance.worthOfGroups(at: ones), instance.worthOfGroups(at: free))
    let most = zip(with, without).map { $0 - $1 }.max() ?? 0
    let greatest = Int64(clamping: Self.greatestMultiplier / 2 / max(1, most))
    let rows = zip(relaxation.sources, multipliers.rows).map { source, price in
      guard case .sum(let sum) = source, sum < ones.count, ones[sum] > 0 else { return price }
      return min(price, greatest)
    }
    let lowered = Multipliers(rows: rows, groups: multipliers.groups)
    return DualProof(
      relaxation: relaxation, rows: self.rows, multipliers: lowered,
      bound: LagrangianBound(relaxation, lowered))
  }
}

extension LayoutInstance {
  /// What reaching each coverage group brings in steps, with what the rules that count it give for it.
  fileprivate func worthOfGroups(at prices: [Int64]) -> [Int128] {
    coverage.weights.enumerated().map { group, weight in
      var worth = Int128(weight) * Int128(Multipliers.stepsPerUnit)
      guard rulesOfGroup.count > 0 else { return worth }
      for share in rulesOfGroup[group] {
        worth += Int128(share.coefficient) * Int128(prices[share.rule])
      }
      return worth
    }
  }

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
