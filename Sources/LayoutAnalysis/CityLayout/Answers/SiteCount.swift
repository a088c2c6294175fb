import LandModel

/// Counts the sites that a minimum could have counted on, and what keeps the rest out.
struct SiteCount {
  let instance: LayoutInstance
  let refusals: [DelimitationRefusal]
  let texts: LayoutTexts

  /// What keeps sites out, with their number; by falling number, then in the order of the sites.
  private struct Cause {
    /// After “has”; nil for a site that is locked out.
    let english: String?
    let chinese: String
    var count: Int

    var clause: String {
      let isOne = count == 1
      guard let english else { return "\(count) \(isOne ? "is" : "are") locked out" }
      return "\(count) \(isOne ? "has" : "have") \(english)"
    }
  }

  /// A clause such as “only 1 of its 4 sites has an allowed boundary; 2 have too little land in one piece”.
  ///
  /// - Parameter usable: the sites that could count.
  func text(of constraint: LayoutConstraint, usable: Set<Int>) -> LocalizedText {
    let sites = instance.sites.indices.filter { isMeant($0, by: constraint) }
    let left = sites.filter { !usable.contains($0) }
    guard !left.isEmpty else { return offered(constraint, sites.count) }
    let causes = causes(of: left, constraint)
    let whole = whole(constraint, sites.count)
    let verb = usable.count == 1 ? "has" : "have"
    let english =
      ["only \(usable.count) of \(whole.english) \(verb) an allowed boundary"]
      + causes.map(\.clause)
    let chinese =
      ["\(whole.chinese)中仅 \(usable.count) 个有可行边界"]
      + causes.map { "\($0.count) 个\($0.chinese)" }
    return LocalizedText(
      english: english.joined(separator: "; "), chinese: chinese.joined(separator: "；"))
  }

  /// For sites that could all count and are too few.
  private func offered(_ constraint: LayoutConstraint, _ count: Int) -> LocalizedText {
    let sites = count == 0 ? "no site" : count == 1 ? "only 1 site" : "only \(count) sites"
    let verb = count > 1 ? "were" : "was"
    let number = count == 0 ? "没有地点" : "仅有 \(count) 个地点"
    return switch constraint {
    case .countyMin, .countyMax:
      LocalizedText(
        english: "\(sites) \(verb) offered there",
        chinese: count == 0 ? "该县区没有申报地点" : "该县区仅申报 \(count) 个地点")
    case .industryMin, .industryMax:
      LocalizedText(english: "\(sites) may have it", chinese: "\(number)可选该产业")
    default:
      LocalizedText(
        english: "\(sites) \(verb) offered",
        chinese: count == 0 ? "没有申报地点" : "仅申报 \(count) 个地点")
    }
  }

  /// How the sites that could have counted are called.
  private func whole(_ constraint: LayoutConstraint, _ count: Int) -> LocalizedText {
    let sites = count == 1 ? "site" : "sites"
    return switch constraint {
    case .countyMin, .countyMax:
      LocalizedText(english: "its \(count) \(sites)", chinese: "其 \(count) 个地点")
    case .industryMin, .industryMax:
      LocalizedText(
        english: "\(count) \(sites) that may have it", chinese: "可选该产业的 \(count) 个地点")
    default: LocalizedText(english: "\(count) \(sites)", chinese: "全部 \(count) 个地点")
    }
  }

  private func isMeant(_ site: Int, by constraint: LayoutConstraint) -> Bool {
    switch constraint {
    case .countyMin(let county), .countyMax(let county): instance.countyOfSite[site] == county
    case .industryMin(let industry), .industryMax(let industry):
      instance.sites[site].industries.contains(instance.industries[industry])
    default: true
    }
  }

  private func causes(of sites: [Int], _ constraint: LayoutConstraint) -> [Cause] {
    var causes: [Cause] = []
    for site in sites {
      let cause = cause(of: site, constraint)
      if let known = causes.firstIndex(where: { $0.english == cause.english }) {
        causes[known].count += 1
      } else {
        causes.append(cause)
      }
    }
    return causes.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    .map(\.element)
  }

  private func cause(of site: Int, _ constraint: LayoutConstraint) -> Cause {
    let columns = instance.columnsOfSite[site].filter { isMeant(column: $0, by: constraint) }
    guard columns.isEmpty else {
      return Cause(english: nil, chinese: "被指定不选", count: 1)
    }
    let refusal = refusals.first { refusal in
      refusal.site == site && isMeant(industry: refusal.industry, by: constraint)
    }
    guard let kind = refusal?.shortfall.kind else {
      return Cause(english: "no boundary", chinese: "没有边界", count: 1)
    }
    let taker = refusal?.shortfall.greatestTaker
    return Cause(
      english: kind.text.english + (taker.map { ", most of it taken by \($0.english)" } ?? ""),
      chinese: kind.text.chinese + (taker.map { "（主要被\($0.chinese)占用）" } ?? ""), count: 1)
  }

  private func isMeant(column: Int, by constraint: LayoutConstraint) -> Bool {
    isMeant(industry: instance.proposals[column].industry, by: constraint)
  }

  private func isMeant(industry: String, by constraint: LayoutConstraint) -> Bool {
    switch constraint {
    case .industryMin(let number), .industryMax(let number):
      instance.industries[number] == industry
    default: true
    }
  }
}

extension Shortfall.Kind {
  /// As what a site has too little of, after “has”.
  fileprivate var text: LocalizedText {
    switch self {
    case .noStart:
      LocalizedText(english: "no free land near the seed", chinese: "选址点附近没有可用土地")
    case .land:
      LocalizedText(english: "too little free land in one piece", chinese: "连片可用土地不足")
    case .building:
      LocalizedText(english: "too little building land in one piece", chinese: "连片可建设用地不足")
    case .limit:
      LocalizedText(english: "more land in a layer than its limit allows", chinese: "占用图层超过限值")
    }
  }
}

extension String {
  /// A sentence without its full stop.
  var asClause: String { hasSuffix(".") || hasSuffix("。") ? String(dropLast()) : self }
}
