import LandModel
package import Topology

extension PlanCertificate {
  /// The checks that lead from the boundaries offered to the proof, and what they show together.
  ///
  /// Derives the layout's whole numbers again (``ProofModel``) and computes its bound with the certificate's
  /// multipliers; then looks through what they leave. Where something that the proof rests on does not hold, the
  /// proof is not attempted.
  ///
  /// - Parameters:
  ///   - proof: as `run.json` states it; nil where it states none.
  ///   - proposals: nil where their files are missing or cannot be read.
  /// - Throws: ``TopologyError`` when GEOS fails on a boundary that it called valid.
  /// - Complexity: O(cells · places) for the scores of all boundaries, O(resources · sites) for coverage, the pairs of all
  ///   cliques for spacing, and the nodes of the search.
  package func proofChecks(
    of plan: StatedPlan, proof: StatedProof?, proposals: StatedProposals?, sites: [Site],
    land: LandInput, solver: String, workers: Int? = nil
  ) throws(TopologyError) -> (checks: [CertificateCheck], verdict: ProofVerdict) {
    guard plan.objective != nil else {
      return ([StatedBoundCheck.trust(in: plan, solver: solver)], Self.nothing(plan, .trusted))
    }
    // Where time ran out before all conflicts were known there is no bound worth a certificate.
    guard proof != nil || plan.status != .feasible else {
      return ([StatedBoundCheck.trust(in: plan, solver: solver)], Self.nothing(plan, .trusted))
    }
    guard let proof, let proposals else {
      let missing = CertificateFault(
        ["certificate"], english: "run.json has no certificate of its bound.",
        chinese: "run.json 没有上界证书。")
      return Self.unproven(plan, solver, faults: [missing])
    }
    let malformed = proof.malformations
    guard malformed.isEmpty else { return Self.unproven(plan, solver, faults: malformed) }
    let proofCase = try ProofCase(
      plan: plan, proof: proof, proposals: proposals, sites: sites, land: land, certificate: self,
      workers: workers)
    let levels = ProofLevels(proofCase)
    let units = proofCase.units(levels)
    let offered = ProposalCheck(proofCase: proofCase, proposals: proposals).check()
    let (columnCheck, columns) = ColumnCheck(proofCase: proofCase, units: units).result()
    let (coverageCheck, groups) = CoverageCheck(proofCase: proofCase, units: units).result()
    let rules = RuleRowCheck(
      proofCase: proofCase, units: units, columns: columns, groups: groups, levels: levels)
    let (rowCheck, rows) = rules.result()
    let (cliqueCheck, cliques) = try CliqueCheck(proofCase: proofCase).result()
    let model = ProofModel(
      siteCount: proof.sites.count, columns: columns, rows: rows, groups: groups, cliques: cliques,
      greatestLevel: rules.whole?.greatest)
    let (dualCheck, bound) = DualBoundCheck(
      proofCase: proofCase, units: units, model: model
    ).result()
    let checks = [offered, columnCheck, coverageCheck, rowCheck, cliqueCheck, dualCheck]
    guard let bound, checks.allSatisfy({ $0.outcome == .holds }) else {
      let isBroken = bound == nil || checks.contains { $0.outcome == .broken }
      let last = CertificateCheck(
        .optimality, .unchecked,
        detail: LocalizedText(
          english: "not looked into, because the certificate "
            + (isBroken ? "does not hold" : "could not be checked in full"),
          chinese: isBroken ? "证书不成立，未再求证" : "证书未能全部核对，未再求证"))
      return (checks + [last], Self.nothing(plan, isBroken ? .refuted : .trusted))
    }
    let (last, verdict) = try OptimalityCheck(
      proofCase: proofCase, units: units, model: model, bound: bound, solver: solver
    ).result()
    return (checks + [last], verdict)
  }

  private static func nothing(
    _ plan: StatedPlan, _ outcome: ProofVerdict.Outcome
  ) -> ProofVerdict {
    ProofVerdict(outcome: outcome, dualBound: nil, dualGap: nil, finalGap: plan.gap, nodes: nil)
  }

  /// The checks of a certificate that is missing or cannot be looked at.
  private static func unproven(
    _ plan: StatedPlan, _ solver: String, faults: [CertificateFault]
  ) -> (checks: [CertificateCheck], verdict: ProofVerdict) {
    let none = LocalizedText(english: "no certificate to look at", chinese: "没有可核对的证书")
    let unchecked = [CertificateCode.proposals, .columns, .coverage, .rows, .cliques].map {
      CertificateCheck($0, .unchecked, detail: none)
    }
    return (
      unchecked + [
        CertificateCheck(.dual, detail: none, faults: faults),
        StatedBoundCheck.trust(in: plan, solver: solver),
      ], nothing(plan, .refuted)
    )
  }
}

extension ProofCase {
  /// Lines the boundaries up with the columns, and looks the land under them up again.
  init(
    plan: StatedPlan, proof: StatedProof, proposals: StatedProposals, sites: [Site],
    land: LandInput, certificate: PlanCertificate, workers: Int?
  ) throws(TopologyError) {
    let towns = try Self.towns(proposals, columnCount: proof.columns.site.count)
    let rows = Dictionary(
      sites.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let siteRows = proof.sites.map { rows[$0] }
    let columnsOfSite = Self.columnsOfSite(proof, having: towns)
    let found = Chunks.map(count: columnsOfSite.count, size: 1, workers: workers) {
      chunk -> [(column: Int, lookup: TownLookup)] in
      chunk.flatMap { site in
        let columns = columnsOfSite[site]
        let lookups = TownLookup.all(
          columns.compactMap { towns[$0] }, at: siteRows[site].map { sites[$0] }, land: land,
          parameters: certificate.delimitation)
        return zip(columns, lookups).map { (column: $0, lookup: $1) }
      }
    }
    var lookups = [TownLookup?](repeating: nil, count: towns.count)
    for (column, lookup) in found.joined() { lookups[column] = lookup }
    self.init(
      plan: plan, proof: proof, layout: certificate.layout,
      delimitation: certificate.delimitation, sites: sites, counties: land.counties?.ids ?? [],
      land: land, workers: workers, towns: towns, lookups: lookups, siteRows: siteRows)
  }

  /// The boundary of each column; nil where the files have none, or one that GEOS cannot measure.
  private static func towns(
    _ proposals: StatedProposals, columnCount: Int
  ) throws(TopologyError) -> [StatedTown?] {
    var towns = [StatedTown?](repeating: nil, count: columnCount)
    for (town, column) in zip(proposals.towns, proposals.columns)
    where towns.indices.contains(column) && towns[column] == nil {
      if try TownShapeCheck.isSound(town) { towns[column] = town }
    }
    return towns
  }

  private static func columnsOfSite(
    _ proof: StatedProof, having towns: [StatedTown?]
  ) -> [[Int]] {
    var columns = [[Int]](repeating: [], count: proof.sites.count)
    for (column, site) in proof.columns.site.enumerated() where towns[column] != nil {
      columns[site].append(column)
    }
    return columns
  }
}
