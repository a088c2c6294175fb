import LandModel
package import LayoutAnalysis

/// How counties share in a plan, and plans between two terms, as `run.json` and `--json` both state them.
extension JSONWriter {
  /// Writes the members `equity` and `pareto`; null where they were not asked for.
  package mutating func terms(of layout: LayoutResult, from delimitation: DelimitationResult) {
    key("equity")
    if let equity = layout.equity { self.equity(equity) } else { null() }
    key("pareto")
    if let pareto = layout.pareto { self.pareto(pareto, delimitation) } else { null() }
  }

  private mutating func equity(_ equity: CountyShares) {
    object { entry in
      entry.member("of", equity.rule.measure.rawValue)
      entry.member("per", equity.rule.share.rawValue)
      entry.member("unit", equity.rule.measure.unit)
      entry.member("least", equity.least, decimals: Rounding.ratio)
      entry.member("imbalance", equity.imbalance, decimals: Rounding.ratio)
      entry.array("counties") { list in
        for share in equity.counties {
          list.object { county in
            county.member("county", share.county.id.text)
            county.member("name", share.county.name)
            county.member("population", share.county.population, decimals: Rounding.measured)
            county.member("value", share.value, decimals: Rounding.ratio)
            county.member("fair_share", share.fairShare, decimals: Rounding.ratio)
            county.member("level", share.level, decimals: Rounding.ratio)
          }
        }
      }
    }
  }

  private mutating func pareto(_ front: ParetoFront, _ delimitation: DelimitationResult) {
    object { entry in
      entry.array("terms") { list in
        for term in [front.first, front.second] { list.value(term.name) }
      }
      entry.member("unit", "points")
      entry.member("complete", front.isComplete)
      entry.member("searches", front.searches)
      if !front.idle.isEmpty {
        entry.array("idle_terms") { list in
          for term in front.idle { list.value(term.name) }
        }
      }
      entry.array("plan") { list in
        list.value(front.planFirst, decimals: Rounding.points)
        list.value(front.planSecond, decimals: Rounding.points)
      }
      entry.array("points") { list in
        for point in front.points { list.object { $0.point(point, delimitation) } }
      }
    }
  }

  private mutating func point(_ point: ParetoPoint, _ delimitation: DelimitationResult) {
    array("values") { list in
      list.value(point.first, decimals: Rounding.points)
      list.value(point.second, decimals: Rounding.points)
    }
    member("at_least", point.atLeast, decimals: Rounding.points)
    member("bound", point.bound, decimals: Rounding.points)
    member("gap", point.gap?.value, decimals: Rounding.ratio)
    member("proven", point.isProven)
    member("in_common", point.townsInCommon)
    array("towns") { list in
      for row in point.chosen {
        let proposal = delimitation.proposals[row]
        list.object { town in
          town.member("town_id", delimitation.sites[proposal.site].id.text)
          town.member("industry", proposal.industry)
          town.member("size_class_m2", proposal.sizeClass?.value, decimals: Rounding.area)
        }
      }
    }
  }
}

extension EquityRule.Measure {
  /// Unit of its values, for files.
  var unit: String {
    switch self {
    case .area: "km2"
    case .towns: "count"
    case .suitability: "points"
    }
  }
}
