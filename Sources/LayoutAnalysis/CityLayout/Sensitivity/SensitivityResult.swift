package import LandModel

/// What it costs to make a site a town that the plan left out.
package struct ForcingCost: Sendable, Equatable {
  /// Row of the site.
  package let site: Int
  /// Points that the best plan with it loses, at least; nil when no plan can hold it.
  package let low: Double?
  /// Points that a plan known with it loses; nil when none is known.
  ///
  /// Equal to `low` when proven.
  package let high: Double?
  /// The share of the plan's objective that `high` is; nil without it, and for a plan of no value.
  package let share: Ratio?
  /// Towns of that plan that the best one does not have, with the site itself, by id.
  package let entering: [FeatureID]
  /// Towns of the best plan that it does not have, by id.
  package let leaving: [FeatureID]
  /// Industry of the site in that plan; nil when none is known.
  package let industry: String?
  package let text: LocalizedText

  /// Whether low and high are one number.
  package var isExact: Bool { low != nil && low == high }
  /// Whether it is proven that no plan can hold the site.
  package var isImpossible: Bool { low == nil }
}

/// How often a site became a town when weights moved.
package struct SiteStability: Sendable, Equatable {
  /// Row of the site.
  package let site: Int
  /// Samples that chose it.
  package let chosen: Int
  /// Its most frequent industry in these, the first in plan order of several; nil when never chosen.
  package let industry: String?
  /// Samples that chose it with that industry.
  package let chosenWithIndustry: Int
}

/// Which towns stay when weights move.
package struct StabilityResult: Sendable, Equatable {
  package let parameters: StabilityParameters
  /// Samples whose plan is not proven best; they count with the best plan found, if there is one.
  package let unproven: Int
  /// Samples that chose just the sites of the plan.
  package let same: Int
  /// Samples without any plan: their weights leave none that has the least points asked for, or none was found.
  ///
  /// They say nothing of any site.
  package var withoutPlan = 0
  /// One for each site, in site order.
  package let sites: [SiteStability]

  /// The share of samples with a plan that chose a site; zero when there is none.
  package func frequency(of site: Int) -> Ratio {
    Ratio(Double(sites[site].chosen) / Double(max(1, parameters.samples - withoutPlan)))
  }
}

/// A plan that differs visibly from the best one and from those before it.
package struct AlternativePlan: Sendable, Equatable {
  /// Rows of the proposals, ascending.
  package let chosen: [Int]
  /// Points.
  package let objective: Double
  /// No plan that differs as much has more.
  package let bound: Double
  /// What it loses against the best plan, as a share of that one's objective.
  package let loss: Ratio
  /// Sites that it shares with the best plan.
  package let sitesInCommon: Int

  /// Whether it is proven the best of its kind.
  package var isProven: Bool { objective == bound }
}

/// Near-optimal plans beside the best one.
package struct AlternativesResult: Sendable, Equatable {
  /// Why there are no more.
  package enum Ending: String, Sendable {
    /// As many as asked for.
    case count
    /// The next one would lose more than allowed.
    case within
    /// No other plan differs enough.
    case none
    /// The search for the next one found nothing within its limits.
    case unknown
  }

  package let parameters: AlternativesParameters
  package let plans: [AlternativePlan]
  package let ending: Ending
  /// The least share of the objective that the next one would lose; nil unless that ended the list.
  package let nextLoss: Ratio?
}

/// A rule with the limit that it would have to get.
package struct RuleChange: Sendable, Equatable {
  /// Stable code, as in ``LayoutRule``.
  package let code: String
  /// The county, industry or town concerned; empty for a citywide rule.
  package let subject: String
  /// Limits in the unit: towns, square metres or metres; 1 and 0 for a lock that goes.
  package let from: Double
  package let to: Double
  package let unit: MeasureUnit
  /// The change as a share of the limit; 1 for a lock that goes.
  package let relative: Ratio
  /// Towns that only the smaller spacing lets stand together, by id.
  package let pairs: [[FeatureID]]
  package let text: LocalizedText
}

/// Changes of rules with which there is a plan.
package struct RuleRelaxation: Sendable, Equatable {
  /// In the order of the rules.
  package let changes: [RuleChange]
  /// The sum of the relative changes.
  package let total: Ratio
  /// How the search for a plan under the changed rules ended.
  package let status: LayoutStatus
  /// The objective of that plan, in points; nil when the search found none within its limits.
  package let objective: Double?
  /// Its towns.
  package let towns: Int
}

/// What would have to change for a plan to exist.
package struct RelaxationAdvice: Sendable, Equatable {
  /// The changes whose relative sum is least; nil when the search ended before the answer.
  package let least: RuleRelaxation?
  /// Whether it is proven least.
  package let isProven: Bool
  /// For each rule that alone is enough the change it needs, in the order of the rules.
  package let single: [RuleRelaxation]
}

/// Answers beside the plan itself.
package struct SensitivityResult: Sendable, Equatable {
  /// One for each site with a boundary that the plan left out, in site order; nil when not asked.
  package var forcing: [ForcingCost]?
  package var stability: StabilityResult?
  package var alternatives: AlternativesResult?
  /// For a question without a plan.
  package var advice: RelaxationAdvice?
  /// Whether a time limit ended some search, so that answers may be missing, or others next time.
  package var isCutByClock = false

  package init() {}

  /// The answer to a question without a plan.
  init(advice: RelaxationAdvice) { self.advice = advice }

  /// No answers, because the time ended before there was anything to answer from.
  static let cutByClock: SensitivityResult = {
    var result = SensitivityResult()
    result.isCutByClock = true
    return result
  }()
}
