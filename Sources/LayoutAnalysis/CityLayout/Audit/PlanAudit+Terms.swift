import LandModel

/// Budget, least points and equity, by the definitions of the parameters.
extension PlanAudit {
  func terms(
    _ towns: [TownProposal], _ sites: [Site], _ delimitation: DelimitationResult,
    _ resources: [ResourcePoint], _ counties: [County]
  ) -> [LocalizedText] {
    budget(towns, sites)
      + parameters.termMinimums.compactMap { minimum in
        let points =
          switch minimum.term {
          case .suitability: suitability(towns)
          case .coverage: coverage(of: nil, towns, sites, resources)
          case .category(let category): coverage(of: category, towns, sites, resources)
          case .equity: equity(towns, sites, delimitation, counties)
          }
        let slack = tolerance(of: max(points, minimum.points), towns, sites, resources)
        guard points < minimum.points - slack else { return nil }
        return LocalizedText(
          english: "\(minimum.term.name) is \(points) points, less than \(minimum.points).",
          chinese: "\(minimum.term.name) 为 \(points) 分，低于 \(minimum.points) 分。")
      }
  }

  private func budget(_ towns: [TownProposal], _ sites: [Site]) -> [LocalizedText] {
    guard let budget = parameters.budget?.tenThousandYuan else { return [] }
    let cost = zip(towns, sites).reduce(0.0) {
      $0 + ($1.1.cost?.tenThousandYuan ?? 0)
        + $1.0.ellipsoidalArea.value / 1e6 * parameters.costPerSquareKilometre.tenThousandYuan
    }
    // A hundred yuan is rounding of the sum.
    guard cost > budget + 0.01 else { return [] }
    let (total, limit) = (Money(tenThousandYuan: cost), Money(tenThousandYuan: budget))
    let (sum, most, excess) = (total.text, limit.text, total.excess(over: limit))
    return [
      LocalizedText(
        english: "The towns cost \(sum.english), more than \(most.english)"
          + (excess.map { " by \($0.english)" } ?? "") + ".",
        chinese: "小镇投资 \(sum.chinese)，超过 \(most.chinese)"
          + (excess.map { "，超出 \($0.chinese)" } ?? "") + "。")
    ]
  }

  /// Points for the least level of the counties; 0 where equity does not count.
  func equity(
    _ towns: [TownProposal], _ sites: [Site], _ delimitation: DelimitationResult,
    _ counties: [County]
  ) -> Double {
    guard let rule = parameters.equity else { return 0 }
    let offered = Set(delimitation.proposals.map { delimitation.sites[$0.site].county })
    var people: [FeatureID: Double] = [:]
    for county in offered { people[county] = rule.share == .county ? 1 : 0 }
    if rule.share == .population {
      for county in counties where offered.contains(county.id) {
        people[county.id] = county.population ?? 0
      }
    }
    let counted = people.filter { $0.value > 0 }.sorted { $0.key < $1.key }
    let mean = counted.reduce(0) { $0 + $1.value } / Double(max(1, counted.count))
    let levels = counted.map { county, people in
      zip(towns, sites).reduce(0.0) { sum, pair in
        guard pair.1.county == county else { return sum }
        let area = pair.0.ellipsoidalArea.value
        return switch rule.measure {
        case .area: sum + area / 1e6
        case .towns: sum + 1
        case .suitability: sum + pair.0.score * area / parameters.targetArea.value
        }
      } / (people / mean)
    }
    return rule.weight * (levels.min() ?? 0)
  }
}
