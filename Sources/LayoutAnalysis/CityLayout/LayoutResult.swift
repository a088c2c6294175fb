package import LandModel

/// How the layout search ended.
package enum LayoutStatus: String, Sendable, Codable {
  /// The plan is proven best: its gap is zero.
  case optimal
  /// A plan was found; the time ended before the proof. The gap is what is unproven.
  case feasible
  /// No plan can meet all rules; `contradictions` names them.
  case infeasible
  /// The time ended before a plan was found.
  case unknown
}

/// A part of the objective.
package struct ObjectiveTerm: Sendable, Hashable, Codable {
  /// `suitability`, `coverage.<category>` or `equity`.
  package let name: String
  /// Points.
  package let value: Double

  package init(name: String, value: Double) {
    self.name = name
    self.value = value
  }
}

/// A rule of the layout with what the plan uses of it.
package struct LayoutRule: Sendable, Hashable {
  /// Stable code: `towns.min`, `towns.max`, `county.min`, `county.max`, `industry.min`,
  /// `industry.max`, `land`, `construction`, `budget`, `at-least`, `at-least.equity`, `spacing`,
  /// `spacing.industry`, `locked-in`, `locked-out`.
  package let code: String
  /// The county, industry, term or town concerned; empty for a citywide rule.
  package let subject: String
  package let limit: Double
  package let used: Double
  package let unit: MeasureUnit
  /// Whether the plan stands at the limit, so that relaxing it might improve the plan.
  package let isBinding: Bool
  package let text: LocalizedText

  package init(
    code: String, subject: String, limit: Double, used: Double, unit: MeasureUnit,
    isBinding: Bool, text: LocalizedText
  ) {
    self.code = code
    self.subject = subject
    self.limit = limit
    self.used = used
    self.unit = unit
    self.isBinding = isBinding
    self.text = text
  }
}

/// A site that did not become a town, and why.
package struct RejectedSite: Sendable, Hashable {
  /// Row of the site.
  package let site: Int
  /// Stable code: `no-boundary`, `spacing`, `spacing.industry`, `county.max`, `industry.max`,
  /// `towns.max`, `land`, `construction`, `budget`, `locked-out`, `lower-value`.
  package let reason: String
  /// Towns chosen in its way, where the reason is spacing.
  package let because: [FeatureID]
  /// A site that is as good in everything, a chosen one before others; nil when there is none.
  package let dominatedBy: FeatureID?
  package let text: LocalizedText

  package init(
    site: Int, reason: String, because: [FeatureID], dominatedBy: FeatureID? = nil,
    text: LocalizedText
  ) {
    self.site = site
    self.reason = reason
    self.because = because
    self.dominatedBy = dominatedBy
    self.text = text
  }
}

/// The citywide plan and its proof.
package struct LayoutResult: Sendable, Equatable {
  package let status: LayoutStatus
  /// Chosen towns as rows of the proposals, ascending; empty without a plan.
  package let chosen: [Int]
  /// Points; nil without a plan.
  package let objective: Double?
  /// In points; not rounded where the objective's unit is coarse.
  package let terms: [ObjectiveTerm]
  /// No plan can have a greater objective.
  package let bound: Double?
  /// (bound − objective) / objective; nil without a plan, or when a plan of no value has a bound above.
  package let gap: Ratio?
  /// All limits with their use, in a fixed order; a spacing is left out while no two towns are under it.
  package let rules: [LayoutRule]
  package let rejected: [RejectedSite]
  /// When infeasible: either sentences that each tell a whole contradiction ("…, but …"), or the rules
  /// of one that no single sentence tells, from which none can be left out (unless the time limit
  /// ended the search for fewer).
  package let contradictions: [LocalizedText]
  /// The rules of the contradictions told, in their order; empty with a plan.
  package var contradicting: [RuleName] = []
  /// What was asked beside the plan.
  package var sensitivity = SensitivityResult()
  package let columnCount: Int
  package let rowCount: Int
  package let nodeCount: Int
  /// Whether a time limit ended some part of the search or of what was asked beside it, so that the result may be
  /// another next time.
  package var isCutByClock = false
  /// Points of the whole unit in which objective and bound are counted, where that is so coarse beside the terms
  /// that their sum shows it; nil elsewhere.
  package var coarseUnit: Double?
  /// What the bound can be computed again from; nil without a plan, or without a bound of our own.
  package let certificate: LayoutCertificate?
  /// How the counties share in the plan; nil without a plan, or where equity does not count.
  package let equity: CountyShares?
  /// Plans of which none is better in both of two terms; nil where none were asked for.
  package let pareto: ParetoFront?
  /// What the solver failed with, where that left a question open; the plan and the bound hold all the same.
  package let solverFailure: String?
  /// Points that a further hectare of the land quota is worth by the prices of the bound; zero where the
  /// quota does not bind, nil without a quota or without prices.
  package var landPrice: Double?

  package init(
    status: LayoutStatus, chosen: [Int], objective: Double?, terms: [ObjectiveTerm],
    bound: Double?, gap: Ratio?, rules: [LayoutRule], rejected: [RejectedSite],
    contradictions: [LocalizedText], columnCount: Int, rowCount: Int, nodeCount: Int,
    certificate: LayoutCertificate? = nil,
    equity: CountyShares? = nil, pareto: ParetoFront? = nil, solverFailure: String? = nil
  ) {
    self.status = status
    self.chosen = chosen
    self.objective = objective
    self.terms = terms
    self.bound = bound
    self.gap = gap
    self.rules = rules
    self.rejected = rejected
    self.contradictions = contradictions
    self.columnCount = columnCount
    self.rowCount = rowCount
    self.nodeCount = nodeCount
    self.certificate = certificate
    self.equity = equity
    self.pareto = pareto
    self.solverFailure = solverFailure
  }
}
