package import LandModel
package import LayoutAnalysis

/// What was asked beside the plan, as `run.json` and the command line's `--json` both state it.
extension JSONWriter {
  /// Writes contradicting rules, relaxation, costs of forcing, stability and alternatives as members.
  ///
  /// A question that was not asked is null.
  package mutating func answers(
    of layout: LayoutResult, from delimitation: DelimitationResult, in language: Language
  ) {
    array("contradicting_rules") { list in
      for rule in layout.contradicting {
        list.object { entry in
          entry.member("code", rule.code)
          entry.member("subject", rule.subject.isEmpty ? nil : rule.subject)
        }
      }
    }
    optional("relaxation", layout.sensitivity.advice) { $0.members(of: $1, in: language) }
    forcing(layout.sensitivity.forcing, delimitation, language)
    optional("stability", layout.sensitivity.stability) { $0.members(of: $1, delimitation) }
    optional("alternatives", layout.sensitivity.alternatives) { $0.members(of: $1, delimitation) }
  }

  private mutating func optional<Value>(
    _ name: String, _ value: Value?, _ body: (inout JSONWriter, Value) -> Void
  ) {
    guard let value else {
      key(name)
      return null()
    }
    object(name) { body(&$0, value) }
  }

  private mutating func members(of advice: RelaxationAdvice, in language: Language) {
    member("proven", advice.isProven)
    optional("least", advice.least) { $0.members(of: $1, in: language) }
    array("single") { list in
      for relaxation in advice.single {
        list.object { $0.members(of: relaxation, in: language) }
      }
    }
  }

  private mutating func members(of relaxation: RuleRelaxation, in language: Language) {
    array("changes") { list in
      for change in relaxation.changes {
        list.object { entry in
          entry.member("code", change.code)
          entry.member("subject", change.subject.isEmpty ? nil : change.subject)
          entry.member("from", change.from, decimals: Rounding.measured)
          entry.member("to", change.to, decimals: Rounding.measured)
          entry.member("unit", change.unit.rawValue)
          entry.member("relative", change.relative.value, decimals: Rounding.ratio)
          entry.array("pairs") { pairs in
            for pair in change.pairs {
              pairs.array { ids in
                for id in pair { ids.value(id.text) }
              }
            }
          }
          entry.member("text", change.text.text(in: language))
        }
      }
    }
    member("total", relaxation.total.value, decimals: Rounding.ratio)
    member("status", relaxation.status.rawValue)
    member("objective", relaxation.objective, decimals: Rounding.points)
    member("towns", relaxation.towns)
  }

  private mutating func forcing(
    _ costs: [ForcingCost]?, _ delimitation: DelimitationResult, _ language: Language
  ) {
    guard let costs else {
      key("cost_of_forcing")
      return null()
    }
    array("cost_of_forcing") { list in
      for cost in costs {
        list.object { entry in
          entry.member("town_id", delimitation.sites[cost.site].id.text)
          entry.member("possible", !cost.isImpossible)
          entry.member("at_least", cost.low, decimals: Rounding.points)
          entry.member("at_most", cost.high, decimals: Rounding.points)
          entry.member("share", cost.share?.value, decimals: Rounding.ratio)
          entry.member("industry", cost.industry)
          entry.member("entering", cost.entering)
          entry.member("leaving", cost.leaving)
          entry.member("text", cost.text.text(in: language))
        }
      }
    }
  }

  private mutating func members(
    of stability: StabilityResult, _ delimitation: DelimitationResult
  ) {
    member("samples", stability.parameters.samples)
    member("distribution", "uniform")
    member("spread", stability.parameters.spread.value, decimals: Rounding.ratio)
    member("seed", Int(stability.parameters.seed))
    member("unproven", stability.unproven)
    if stability.withoutPlan > 0 { member("without_plan", stability.withoutPlan) }
    member("same_sites", stability.same)
    array("sites") { list in
      for site in stability.sites {
        list.object { entry in
          entry.member("town_id", delimitation.sites[site.site].id.text)
          entry.member("chosen", site.chosen)
          entry.member("industry", site.industry)
          entry.member("chosen_with_industry", site.chosenWithIndustry)
        }
      }
    }
  }

  private mutating func members(
    of alternatives: AlternativesResult, _ delimitation: DelimitationResult
  ) {
    member("count", alternatives.parameters.count)
    member("within", alternatives.parameters.within.value, decimals: Rounding.ratio)
    member("differ", alternatives.parameters.differ.value, decimals: Rounding.ratio)
    member("ending", alternatives.ending.rawValue)
    member("next_loss", alternatives.nextLoss?.value, decimals: Rounding.ratio)
    array("plans") { list in
      for (index, plan) in alternatives.plans.enumerated() {
        list.object { entry in
          entry.member("number", index + 1)
          entry.member("objective", plan.objective, decimals: Rounding.points)
          entry.member("bound", plan.bound, decimals: Rounding.points)
          entry.member("loss", plan.loss.value, decimals: Rounding.ratio)
          entry.member("sites_in_common", plan.sitesInCommon)
          entry.array("towns") { towns in
            for row in plan.chosen {
              let proposal = delimitation.proposals[row]
              towns.object { town in
                town.member("town_id", delimitation.sites[proposal.site].id.text)
                town.member("industry", proposal.industry)
              }
            }
          }
        }
      }
    }
  }
}
