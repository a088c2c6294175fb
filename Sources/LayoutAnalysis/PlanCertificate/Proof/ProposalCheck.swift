import LandModel
import Topology

/// The boundaries offered are those that the run was sealed with, measured again; none is left out.
struct ProposalCheck {
  let proofCase: ProofCase
  let proposals: StatedProposals

  /// What a boundary is drawn for, or refused for.
  struct Offer: Hashable {
    let site: FeatureID
    let industry: String
    let size: SquareMetres?
  }

  private var proof: StatedProof { proofCase.proof }

  func check() -> CertificateCheck {
    let towns = proofCase.towns.compactMap { $0 }
    let lookups = proofCase.lookups.compactMap { $0 }
    let factors = FactorCheck(towns: towns, lookups: lookups)
    let measured =
      TownAreaCheck(
        towns: towns, parameters: proofCase.delimitation,
        surface: EllipsoidalArea(grid: proofCase.land.grid)
      ).check().faults
      + factors.check().faults
      + ScoreCheck(towns: towns, industries: proofCase.delimitation.industries).check().faults
    let cells = lookups.reduce(0) { $0 + $1.cellCount }
    return CertificateCheck(
      .proposals,
      detail: LocalizedText(
        english:
          "\(towns.count.counted("boundary", "boundaries")) offered for \(proof.sites.count.counted("site")), \(proof.refused.site.count) "
          + "refused, which is the program's word; areas, factors and scores of \(cells.counted("cell")) looked up again"
          + factors.missing.english,
        chinese:
          "\(proof.sites.count) 个地点的 \(towns.count) 条备选边界，另 \(proof.refused.site.count) 条不可行（未重新推导）；"
          + "重新查算 \(cells) 个单元的面积、因子与得分" + factors.missing.chinese),
      faults: listed + identities + offers + seals + measured + selection,
      isComplete: factors.isComplete)
  }

  // MARK: Files

  /// Columns and rows that have no counterpart.
  private var listed: [CertificateFault] {
    let known = Set(proposals.columns)
    var faults = (0..<proofCase.columnCount).filter { !known.contains($0) }.map { column in
      let name = proof.name(ofColumn: column)
      return CertificateFault(
        [name], english: "Column \(column) of run.json, \(name), is not in proposals.gpkg.",
        chinese: "run.json 的第 \(column) 列 \(name) 不在 proposals.gpkg 中。")
    }
    var seen: Set<Int> = []
    for (town, column) in zip(proposals.towns, proposals.columns) {
      if !(0..<proofCase.columnCount).contains(column) || !seen.insert(column).inserted {
        faults.append(
          CertificateFault(
            [town.id.text],
            english:
              "Column \(column) of proposals.gpkg, \(town.id.text)/\(town.industry), is not in "
              + "run.json, or stands twice.",
            chinese:
              "proposals.gpkg 的第 \(column) 列 \(town.id.text)/\(town.industry) 不在 run.json 中或重复。"))
      } else if proofCase.towns[column] == nil {
        faults.append(
          CertificateFault(
            [town.id.text],
            english:
              "The boundary of column \(column), \(proof.name(ofColumn: column)), is no valid polygon.",
            chinese: "第 \(column) 列 \(proof.name(ofColumn: column)) 的边界不是有效多边形。"))
      }
    }
    return faults
  }

  /// Site, county and industry of each boundary are those of its column and of the inputs.
  private var identities: [CertificateFault] {
    proofCase.towns.enumerated().compactMap { column, town in
      guard let town else { return nil }
      let name = proof.name(ofColumn: column)
      let site = proofCase.site(ofColumn: column)
      guard let site, town.id == site.id, town.county == site.county,
        town.industry == proofCase.industry(ofColumn: column),
        isOfSize(town, proof.sizes[proof.columns.size[column]]),
        site.industries.contains(town.industry)
      else {
        return CertificateFault(
          [name],
          english: "Column \(column), \(name), is \(town.id.text)/\(town.industry) in county "
            + "\(town.county.text) by proposals.gpkg, which is none of the inputs' candidates.",
          chinese: "第 \(column) 列 \(name) 在 proposals.gpkg 中为 \(town.id.text)/\(town.industry)"
            + "（县区 \(town.county.text)），不是输入中的候选。")
      }
      return nil
    }
  }

  private func isOfSize(_ town: StatedTown, _ size: SquareMetres?) -> Bool {
    size.map(town.isOfClass) ?? (town.sizeClass == nil)
  }

  private var seals: [CertificateFault] {
    var faults: [CertificateFault] = []
    if proposals.fileSHA256 != proof.proposalsSHA256 {
      let isMissing = proposals.fileSHA256 == nil
      faults.append(
        CertificateFault(
          ["proposals.geojson"],
          english:
            "proposals.geojson \(isMissing ? "is missing" : "was changed after the run: its SHA-256 is another").",
          chinese: "proposals.geojson \(isMissing ? "缺失" : "在运行之后被改动：SHA-256 不符")。"))
    }
    var hash = SHA256()
    for town in proposals.towns {
      for geometry in [town.boundary, town.construction] {
        for position in geometry.positions {
          hash.update(Self.bytes(of: position.x) + Self.bytes(of: position.y))
        }
      }
    }
    if hash.hexadecimal() != proof.cornersSHA256 {
      faults.append(
        CertificateFault(
          ["proposals.gpkg"],
          english:
            "The corners of proposals.gpkg are not those of the run: their SHA-256 is another.",
          chinese: "proposals.gpkg 的边界点与运行时不同：SHA-256 不符。"))
    }
    return faults
  }

  private static func bytes(of number: Double) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * $0)) }
  }

  // MARK: Completeness

  /// Each site of the inputs has a boundary, or a refusal, for each of its industries and their sizes.
  private var offers: [CertificateFault] {
    var known: Set<Offer> = []
    for column in proof.columns.site.indices {
      known.insert(
        Offer(
          site: proof.sites[proof.columns.site[column]],
          industry: proof.industries[proof.columns.industry[column]],
          size: proof.sizes[proof.columns.size[column]]))
    }
    let refused = proof.refused
    for row in refused.site.indices {
      known.insert(
        Offer(
          site: proof.sites[refused.site[row]], industry: proof.industries[refused.industry[row]],
          size: proof.sizes[refused.size[row]]))
    }
    return proofCase.sites.flatMap { site in
      let offers = site.industries.flatMap { industry in
        sizes(of: industry).map { Offer(site: site.id, industry: industry, size: $0) }
      }
      return offers.filter { !known.contains($0) }.map { offer in
        let name = StatedProof.name(offer.site, offer.industry, offer.size)
        return CertificateFault(
          [name],
          english:
            "For \(name) there is neither a boundary nor a refusal: a proposal was left out.",
          chinese: "\(name) 既无备选边界也无不可行记录：有备选被遗漏。")
      }
    }
  }

  /// The size classes within an industry's limits; nil alone where the plan has none.
  private func sizes(of industry: String) -> [SquareMetres?] {
    let parameters = proofCase.delimitation
    guard !parameters.sizes.isEmpty else { return [nil] }
    let own = parameters.industries.first { $0.key == industry }?.areas
    let limits = (own ?? parameters.areas).town
    return parameters.sizes.filter { limits.smallest <= $0 && $0 <= limits.largest }
  }

  /// The towns are the columns selected, with the boundaries offered.
  private var selection: [CertificateFault] {
    var faults: [CertificateFault] = []
    let selected = proof.selection.compactMap { column in
      proofCase.towns[column].map { (column: column, town: $0) }
    }
    for town in proofCase.plan.towns {
      let match = selected.first { $0.town.id == town.id && $0.town.industry == town.industry }
      if match.map({ $0.town.boundary.positions == town.boundary.positions }) != true {
        faults.append(
          CertificateFault(
            [town.id.text],
            english: match == nil
              ? "Town \(town.id.text) is no column that run.json selects."
              : "The boundary of town \(town.id.text) is not the one that was offered to the layout.",
            chinese: match == nil
              ? "小镇 \(town.id.text) 不是 run.json 所选的列。" : "小镇 \(town.id.text) 的边界不是提供给布局的备选边界。"))
      }
    }
    if proof.selection.count != proofCase.plan.towns.count
      || Set(proof.selection).count != proof.selection.count
    {
      faults.append(
        CertificateFault(
          ["certificate.selection"],
          english: "run.json selects \(proof.selection.count.counted("column")); the plan has "
            + "\(proofCase.plan.towns.count.counted("town")).",
          chinese: "run.json 选定 \(proof.selection.count) 列，而规划有 \(proofCase.plan.towns.count) 个小镇。")
      )
    }
    return faults
  }
}
