import LandModel

/// Says in planning words how a rule would have to change.
struct RelaxationTexts {
  let texts: LayoutTexts

  private var instance: LayoutInstance { texts.instance }

  /// A demand as a change of the rule, in the units of ``LayoutRule``.
  func change(_ demand: RuleDemand) -> RuleChange {
    let scale = scale(of: demand.constraint)
    let text = sentence(demand)
    return RuleChange(
      code: demand.constraint.code, subject: instance.subject(of: demand.constraint),
      from: demand.limit * scale, to: demand.needed * scale, unit: unit(of: demand.constraint),
      relative: Ratio(demand.relative),
      pairs: demand.pairs.map { $0.map { instance.sites[instance.proposals[$0].site].id } },
      text: text)
  }

  private func unit(of constraint: LayoutConstraint) -> MeasureUnit {
    switch constraint {
    case .land, .construction: .squareMetre
    case .budget: .money
    case .atLeast, .equityMin: .point
    case .spacing, .industrySpacing: .metre
    default: .count
    }
  }

  /// What a unit of the rule's sum is in the unit told.
  private func scale(of constraint: LayoutConstraint) -> Double {
    switch constraint {
    case .land, .construction: LandUnits.unit.value
    case .atLeast, .equityMin: 1 / instance.unitsPerPoint
    default: 1
    }
  }

  private func sentence(_ demand: RuleDemand) -> LocalizedText {
    switch demand.constraint {
    case .lockedIn, .lockedOut:
      let rule = texts.demand(demand.constraint)
      return texts.sentence(
        "drop the rule that \(rule.english)", "取消“\(rule.chinese)”这一指定")
    case .land, .construction, .budget: return quota(demand)
    case .atLeast, .equityMin: return least(demand)
    case .spacing, .industrySpacing: return spacing(demand)
    default: return count(demand)
    }
  }

  private func count(_ demand: RuleDemand) -> LocalizedText {
    let (from, to) = (Int64(demand.limit), Int64(demand.needed))
    let subject = subject(demand.constraint)
    return demand.needed < demand.limit
      ? texts.sentence(
        "lower the minimum of \(subject.english) from \(from) to \(texts.counted(to))",
        "将\(subject.chinese)的下限由 \(from) 个降为 \(to) 个小镇")
      : texts.sentence(
        "raise the maximum of \(subject.english) from \(from) to \(texts.counted(to))",
        "将\(subject.chinese)的上限由 \(from) 个提高到 \(to) 个小镇")
  }

  private func subject(_ constraint: LayoutConstraint) -> LocalizedText {
    switch constraint {
    case .countyMin(let county), .countyMax(let county):
      let name = instance.counties[county].name
      return LocalizedText(english: name, chinese: name)
    case .industryMin(let industry), .industryMax(let industry):
      let name = texts.industryName(industry)
      return LocalizedText(
        english: "industry \(name.english)", chinese: "产业“\(name.chinese)”")
    default: return LocalizedText(english: "the city", chinese: "全市")
    }
  }

  private func quota(_ demand: RuleDemand) -> LocalizedText {
    let (from, to) = amounts(demand)
    // A quota of nothing has no share to rise by.
    let percent = demand.limit > 0 ? "+\(texts.rounded(100 * demand.relative, 1)) %" : ""
    let (english, chinese) =
      switch demand.constraint {
      case .land: ("the land of all towns", "小镇总面积上限")
      case .construction: ("the construction land of all towns", "小镇建设用地总面积上限")
      default: ("the budget of all towns", "小镇总投资上限")
      }
    return texts.sentence(
      "raise \(english) from \(from.english) to \(to.english)"
        + (percent.isEmpty ? "" : " (\(percent))"),
      "将\(chinese)由\(from.chinese)提高到\(to.chinese)"
        + (percent.isEmpty ? "" : "（\(percent)）"))
  }

  private func least(_ demand: RuleDemand) -> LocalizedText {
    let (from, to) = amounts(demand)
    let subject: LocalizedText
    // The planner's number is of points; a county's part of it is told in its own measure.
    var points = LocalizedText(english: "", chinese: "")
    switch demand.constraint {
    case .atLeast(let term): subject = texts.name(of: term)
    case .equityMin(let county):
      let name = instance.counties[county].name
      subject = LocalizedText(english: "the level of \(name)", chinese: "\(name)的水平")
      let (less, more) = (exact(demand.needed), exact(demand.limit))
      points = LocalizedText(
        english: " (equity from \(more) to \(less) points)",
        chinese: "（均衡由 \(more) 分降为 \(less) 分）")
    default: subject = LocalizedText(english: "", chinese: "")
    }
    return texts.sentence(
      "lower what \(subject.english) must reach from \(from.english) to \(to.english)"
        + points.english,
      "将\(subject.chinese)的下限由\(from.chinese)降为\(to.chinese)\(points.chinese)")
  }

  private func exact(_ units: Double) -> String { texts.exactPoints(Int64(units)) }

  private func amounts(_ demand: RuleDemand) -> (from: LocalizedText, to: LocalizedText) {
    (
      texts.amount(Int64(demand.limit), of: demand.constraint),
      texts.amount(Int64(demand.needed), of: demand.constraint)
    )
  }

  private func spacing(_ demand: RuleDemand) -> LocalizedText {
    let isAny = demand.constraint == .spacing
    let (from, to) = (Metres(demand.limit), Metres(demand.needed))
    let english = isAny ? "the spacing of towns" : "the spacing of towns of one industry"
    let chinese = isAny ? "小镇间距" : "同产业小镇间距"
    let shown = demand.pairs.prefix(3).map { $0.map(texts.town) }
    let more = demand.pairs.count - shown.count
    let pairs = shown.map { $0.joined(separator: " – ") }.joined(separator: ", ")
    let pairsInChinese = shown.map { $0.joined(separator: "—") }.joined(separator: "、")
    return texts.sentence(
      "reduce \(english) from \(texts.kilometres(from)) to \(texts.kilometres(to)), for "
        + pairs + (more > 0 ? " and \(more) more" : ""),
      "将\(chinese)由 \(texts.kilometres(from)) 降为 \(texts.kilometres(to))（"
        + pairsInChinese + (more > 0 ? "等 \(demand.pairs.count) 对" : "") + "）")
  }
}
