import LandModel

/// The plan's rules as sums over columns, derived again from the plan file.
struct RuleRowCheck {
  let proofCase: ProofCase
  let units: ProofUnits
  let columns: [ProofModel.Column]
  let groups: [ProofModel.Group]
  /// Nil where equity does not count.
  let levels: ProofLevels?
  /// The same in whole units.
  let whole: (greatest: Int64, columns: [Int64])?

  init(
    proofCase: ProofCase, units: ProofUnits, columns: [ProofModel.Column],
    groups: [ProofModel.Group], levels: ProofLevels?
  ) {
    self.proofCase = proofCase
    self.units = units
    self.columns = columns
    self.groups = groups
    self.levels = levels
    var stated: [Int: Int64] = [:]
    for row in proofCase.proof.rows where row.code == "equity" {
      for (column, coefficient) in zip(
        row.columns ?? Array(columns.indices), row.coefficients ?? [])
      { stated[column] = coefficient }
    }
    whole = levels?.whole(units) { stated[$0] }
  }

  /// The rows with the certificate's prices, and where it differs.
  func result() -> (check: CertificateCheck, rows: [ProofModel.Row]) {
    var faults = levelFaults
    var stated: [String: StatedProof.Row] = [:]
    for row in proofCase.proof.rows where stated.updateValue(row, forKey: row.name) != nil {
      faults.append(
        CertificateFault(
          [row.name], english: "Row “\(row.name)” stands twice in run.json.",
          chinese: "run.json 中规则“\(row.name)”重复。"))
    }
    let rows = derived.map { row in
      var row = row
      guard let found = stated.removeValue(forKey: row.name) else {
        faults.append(
          CertificateFault(
            [row.name], english: "Rule “\(row.name)” of the plan is no row of run.json.",
            chinese: "规划规则“\(row.name)”不在 run.json 中。"))
        return row
      }
      faults += self.faults(of: found, row)
      row.price = max(0, found.multiplier)
      return row
    }
    faults += stated.keys.sorted().map { name in
      CertificateFault(
        [name], english: "Row “\(name)” of run.json is no rule of the plan.",
        chinese: "run.json 中的“\(name)”不是规划规则。")
    }
    let check = CertificateCheck(
      .rows,
      detail: LocalizedText(
        english:
          "\(rows.count.counted("rule")) of the plan as sums over \(columns.count.counted("column"))",
        chinese: "\(rows.count) 条规划规则，对 \(columns.count) 列求和"),
      faults: faults)
    return (check, rows)
  }

  private func faults(
    of stated: StatedProof.Row, _ row: ProofModel.Row
  ) -> [CertificateFault] {
    var faults: [CertificateFault] = []
    let sense = row.isMinimum ? "min" : "max"
    if stated.limit != row.limit || stated.sense != sense {
      faults.append(
        CertificateFault(
          [row.name],
          english:
            "The limit of rule “\(row.name)” is stated as \(stated.sense) \(stated.limit); the plan gives "
            + "\(sense) \(row.limit).",
          chinese:
            "规则“\(row.name)”的限值记为 \(stated.sense) \(stated.limit)，按规划应为 \(sense) \(row.limit)。"))
    }
    let list = stated.columns ?? Array(columns.indices)
    let coefficients = stated.coefficients ?? list.map { _ in 1 }
    if list != row.shares.map(\.column) {
      let (found, expected) = (Set(list), Set(row.shares.map(\.column)))
      let column = found.symmetricDifference(expected).min()
      let name = column.map(proofCase.proof.name(ofColumn:)) ?? "an order of their own"
      faults.append(
        CertificateFault(
          [row.name],
          english:
            "The columns of rule “\(row.name)” are not those of the plan: they differ in \(name).",
          chinese: "规则“\(row.name)”的列与规划不符：差在 \(name)。"))
    } else if let place = coefficients.indices.first(where: {
      coefficients[$0] != row.shares[$0].coefficient
    }) {
      let name = proofCase.proof.name(ofColumn: list[place])
      faults.append(
        CertificateFault(
          [row.name],
          english: "\(name) counts \(coefficients[place]) in rule “\(row.name)”; it should be "
            + "\(row.shares[place].coefficient).",
          chinese:
            "\(name) 在规则“\(row.name)”中计 \(coefficients[place])，应为 \(row.shares[place].coefficient)。"
        ))
    }
    return faults + groupFaults(of: stated, row)
  }

  /// What the least level can reach is what the columns give.
  private var levelFaults: [CertificateFault] {
    let (found, expected) = (proofCase.proof.greatestLevel, whole?.greatest)
    guard found != expected else { return [] }
    let (one, other) = (found.map { "\($0)" }, expected.map { "\($0)" })
    return [
      CertificateFault(
        ["certificate.greatest_level"],
        english:
          "What the least level can reach is stated as \(one ?? "nothing"); the columns give "
          + "\(other ?? "nothing").",
        chinese: "最低水平的上限记为 \(one ?? "无")，按各列应为 \(other ?? "无")。")
    ]
  }

  // MARK: Rules of the plan

  private var derived: [ProofModel.Row] {
    let layout = proofCase.layout
    let counties = Set(proofCase.counties).union(proofCase.sites.map(\.county))
      .union(layout.countyQuotas.keys).sorted()
    let industries = Set(proofCase.sites.flatMap(\.industries))
      .union(layout.industryQuotas.keys).sorted()
    var rows = counts("towns", "", layout.towns) { _ in true }
    for county in counties {
      rows += counts("county", county.text, layout.countyQuotas[county] ?? layout.countyQuota) {
        proofCase.site(ofColumn: $0)?.county == county
      }
    }
    for industry in industries {
      rows += counts(
        "industry", industry, layout.industryQuotas[industry] ?? layout.industryQuota
      ) { proofCase.industry(ofColumn: $0) == industry }
    }
    rows += land("land", layout.landQuota, columns.map(\.land))
    rows += land("construction", layout.constructionQuota, columns.map(\.construction))
    rows += budget + minimums + levelRows
    rows += layout.lockedIn.map { row("locked-in", name(of: $0), isMinimum: true, 1, locks($0)) }
    rows += layout.lockedOut.map { row("locked-out", name(of: $0), isMinimum: false, 0, locks($0)) }
    return rows
  }

  private func counts(
    _ code: String, _ subject: String, _ quota: TownQuota, _ counts: (Int) -> Bool
  ) -> [ProofModel.Row] {
    var rows: [ProofModel.Row] = []
    if quota.min > 0 {
      rows.append(row("\(code).min", subject, isMinimum: true, quota.min, counts))
    }
    if let most = quota.max {
      rows.append(row("\(code).max", subject, isMinimum: false, most, counts))
    }
    return rows
  }

  private func row(
    _ code: String, _ subject: String, isMinimum: Bool, _ limit: Int, _ counts: (Int) -> Bool
  ) -> ProofModel.Row {
    ProofModel.Row(
      code: code, subject: subject, isMinimum: isMinimum, limit: Int64(limit),
      shares: columns.indices.filter(counts).map { ($0, 1) })
  }

  private func land(
    _ code: String, _ quota: SquareMetres?, _ needed: [Int64]
  ) -> [ProofModel.Row] {
    quota.map { sums(code, within: LandSteps.available(in: $0), needed) } ?? []
  }

  /// A maximum over all columns, lowered to the greatest sum that they can come to.
  func sums(_ code: String, within most: Int64, _ needed: [Int64]) -> [ProofModel.Row] {
    let limit = LandSums(columns.indices.map { (columns[$0].site, needed[$0]) })
      .greatest(within: most)
    return [
      ProofModel.Row(
        code: code, subject: "", isMinimum: false, limit: limit,
        shares: columns.indices.map { ($0, needed[$0]) })
    ]
  }

  private func name(of lock: LockedSite) -> String {
    lock.site.text + (lock.industry.map { ".\($0)" } ?? "")
      + (lock.size.map { ".\($0.value)" } ?? "")
  }

  private func locks(_ lock: LockedSite) -> (Int) -> Bool {
    {
      proofCase.site(ofColumn: $0)?.id == lock.site
        && (lock.industry == nil || lock.industry == proofCase.industry(ofColumn: $0))
        && (lock.size == nil || lock.size == proofCase.size(ofColumn: $0))
    }
  }
}
