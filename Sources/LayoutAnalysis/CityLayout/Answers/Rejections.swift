import LandModel

/// Says of each site without a town what keeps it out, by trying to let it in.
///
/// For each site the column with the fewest things in its way speaks (of these the one with the greatest
/// gain, then the first). Its reason is the first in the order locked-out, spacing, spacing within the
/// industry, county, industry, towns, land, construction, budget. Then every exchange with one town that keeps
/// all rules is tried with every column of the site, and the best is told with what it would change. Last
/// comes another site that is as good in everything (``Dominance``).
struct Rejections {
  let instance: LayoutInstance
  let delimitation: DelimitationResult
  let texts: LayoutTexts
  let state: PlanState

  private let towns: [Int]

  init(
    instance: LayoutInstance, delimitation: DelimitationResult, texts: LayoutTexts, state: PlanState
  ) {
    self.instance = instance
    self.delimitation = delimitation
    self.texts = texts
    self.state = state
    towns = state.chosen
  }

  func all() throws(LayoutError) -> [RejectedSite] {
    let exchanges = state.bestExchanges()
    let ruler = BoundaryRuler(instance.proposals)
    let dominance = Dominance(instance)
    let chosen = Set(state.sites)
    var rejected: [RejectedSite] = []
    for site in instance.sites.indices {
      let columns = instance.columnsOfSite[site]
      guard !columns.contains(where: { state.isChosen[$0] }) else { continue }
      guard let (_, blockers) = spokesman(of: columns) else {
        rejected.append(withoutBoundary(site))
        continue
      }
      let dominator = dominance.dominator(of: site, chosen: chosen)
      rejected.append(
        try rejection(of: site, blockers, exchanges[site], ruler).dominated(by: dominator, texts))
    }
    return rejected
  }

  private func spokesman(of columns: ArraySlice<Int>) -> (column: Int, blockers: [PlanBlocker])? {
    columns.map { (column: $0, blockers: state.blockers(of: $0, among: towns)) }.min {
      left, right in
      (left.blockers.count, -state.gain(of: left.column), left.column)
        < (right.blockers.count, -state.gain(of: right.column), right.column)
    }
  }

  private func withoutBoundary(_ site: Int) -> RejectedSite {
    let cause = delimitation.refusals.first { $0.site == site }?.shortfall.cause
    return RejectedSite(
      site: site, reason: "no-boundary", because: [],
      text: cause
        ?? texts.sentence("no boundary was found for this site", "该地点没有可行的边界"))
  }

  private func rejection(
    of site: Int, _ blockers: [PlanBlocker], _ exchange: PlanExchange?, _ ruler: BoundaryRuler
  ) throws(LayoutError) -> RejectedSite {
    guard let first = blockers.min(by: { rank($0.constraint) < rank($1.constraint) }) else {
      return RejectedSite(
        site: site, reason: "lower-value", because: [],
        text: texts.sentence(
          "it could be added, but no gain from it was found", "可以增设，但未发现其带来收益"))
    }
    let inTheWay = blockers.filter { $0.constraint == first.constraint }.compactMap(\.column)
    var text = try obstacle(
      first.constraint, inTheWay, of: instance.columnsOfSite[site], ruler)
    let change = changeText(exchange)
    text = LocalizedText(
      english: "\(text.english) \(change.english)", chinese: text.chinese + change.chinese)
    return RejectedSite(
      site: site, reason: first.constraint.code,
      because: inTheWay.map { instance.sites[instance.proposals[$0].site].id }, text: text)
  }

  private func obstacle(
    _ constraint: LayoutConstraint, _ inTheWay: [Int], of columns: ArraySlice<Int>,
    _ ruler: BoundaryRuler
  ) throws(LayoutError) -> LocalizedText {
    let demand = texts.demand(constraint)
    guard !inTheWay.isEmpty, let spokesman = spokesman(of: columns)?.column else {
      return texts.sentence(demand.english, demand.chinese)
    }
    var english: [String] = []
    var chinese: [String] = []
    for column in inTheWay {
      let length = texts.kilometres(try ruler.distance(spokesman, column))
      english.append("\(texts.town(column)) is \(length) away")
      chinese.append("距\(texts.town(column)) \(length)")
    }
    return texts.sentence(
      "\(demand.english); \(english.joined(separator: ", "))",
      "\(demand.chinese)；\(chinese.joined(separator: "，"))")
  }

  private func changeText(_ exchange: PlanExchange?) -> LocalizedText {
    guard let exchange else {
      return texts.sentence(
        "no exchange with a single town keeps all rules", "与任何一个小镇对换都不能满足全部规则")
    }
    let (town, points) = (texts.town(exchange.outgoing), texts.points(abs(exchange.gain)))
    return exchange.gain > 0
      ? texts.sentence(
        "taking it instead of \(town) would gain \(points) points", "替换\(town)可增加 \(points) 分")
      : texts.sentence(
        "taking it instead of \(town) would lose \(points) points", "替换\(town)将损失 \(points) 分")
  }

  private func rank(_ constraint: LayoutConstraint) -> Int {
    switch constraint {
    case .lockedOut: 0
    case .spacing: 1
    case .industrySpacing: 2
    case .countyMax: 3
    case .industryMax: 4
    case .townsMax: 5
    case .land: 6
    case .construction: 7
    default: 8
    }
  }
}

extension RejectedSite {
  /// The same with a sentence on a site that is as good in everything, where there is one.
  fileprivate func dominated(by other: Int?, _ texts: LayoutTexts) -> RejectedSite {
    guard let other else { return self }
    let site = texts.instance.sites[other]
    let sentence = texts.sentence(
      "\(site.name) is at least as good in everything: suitability, resources, land and spacing",
      "\(site.name)在适宜性、资源覆盖、用地与间距各方面均不劣于该地点")
    return RejectedSite(
      site: self.site, reason: reason, because: because, dominatedBy: site.id,
      text: LocalizedText(
        english: "\(text.english) \(sentence.english)", chinese: text.chinese + sentence.chinese))
  }
}
