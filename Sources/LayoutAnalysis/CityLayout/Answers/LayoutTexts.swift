import LandModel

/// The sentences of a layout result, in planning words and in both languages.
struct LayoutTexts: Sendable {
  let instance: LayoutInstance

  /// What a constraint demands, as a contradiction lists it.
  func demand(_ constraint: LayoutConstraint) -> LocalizedText {
    let parameters = instance.parameters
    let limit = instance.rules.first { $0.constraint == constraint }?.limit ?? 0
    let english: String
    let chinese: String
    switch constraint {
    case .townsMin:
      english = "the city needs at least \(counted(limit))"
      chinese = "全市至少 \(limit) 个小镇"
    case .townsMax:
      english = "the city may have at most \(counted(limit))"
      chinese = "全市至多 \(limit) 个小镇"
    case .countyMin(let county):
      english = "\(instance.counties[county].name) needs at least \(counted(limit))"
      chinese = "\(instance.counties[county].name)至少 \(limit) 个小镇"
    case .countyMax(let county):
      english = "\(instance.counties[county].name) may have at most \(counted(limit))"
      chinese = "\(instance.counties[county].name)至多 \(limit) 个小镇"
    case .industryMin(let industry):
      english = "industry \(industryName(industry).english) needs at least \(counted(limit))"
      chinese = "产业“\(industryName(industry).chinese)”至少 \(limit) 个小镇"
    case .industryMax(let industry):
      english = "industry \(industryName(industry).english) may have at most \(counted(limit))"
      chinese = "产业“\(industryName(industry).chinese)”至多 \(limit) 个小镇"
    case .land:
      english = "all towns together may take at most \(hectares(parameters.landQuota))"
      chinese = "小镇总面积不超过\(hectaresInChinese(parameters.landQuota))"
    case .construction:
      english =
        "all towns together may take at most \(hectares(parameters.constructionQuota)) of "
        + "construction land"
      chinese = "小镇建设用地总面积不超过\(hectaresInChinese(parameters.constructionQuota))"
    case .budget:
      english = "all towns together may cost at most \(money(parameters.budget ?? .zero).english)"
      chinese = "小镇总投资不超过\(money(parameters.budget ?? .zero).chinese)"
    case .atLeast(let term):
      english = "\(name(of: term).english) must reach at least \(exactPoints(limit)) points"
      chinese = "\(name(of: term).chinese)不低于 \(exactPoints(limit)) 分"
    case .equityMin(let county):
      let amount = level(limit, county)
      english = "\(instance.counties[county].name) needs at least \(amount.english)"
      chinese = "\(instance.counties[county].name)至少\(amount.chinese)"
    case .spacing where parameters.spacing > .zero:
      english = "towns keep at least \(kilometres(parameters.spacing)) apart"
      chinese = "小镇之间至少相距 \(kilometres(parameters.spacing))"
    case .spacing:
      english = "the boundaries of two towns must not overlap"
      chinese = "小镇边界不得重叠"
    case .industrySpacing:
      english =
        "towns of one industry keep at least \(kilometres(parameters.industrySpacing)) apart"
      chinese = "同产业小镇之间至少相距 \(kilometres(parameters.industrySpacing))"
    case .lockedIn(let lock):
      let lock = parameters.lockedIn[lock]
      english = "\(name(lock.site)) must become a town\(of(lock))"
      chinese = "\(name(lock.site))必须成为小镇\(ofInChinese(lock))"
    case .forced(let site):
      english = "\(instance.sites[site].name) becomes a town"
      chinese = "\(instance.sites[site].name)成为小镇"
    case .differing(let plan):
      english = "the plan differs from plan \(plan + 1)"
      chinese = "与方案 \(plan + 1) 有所不同"
    case .lockedOut(let lock):
      let lock = parameters.lockedOut[lock]
      english = "\(name(lock.site)) must not become a town\(of(lock))"
      chinese = "\(name(lock.site))不得成为小镇\(ofInChinese(lock))"
    }
    return LocalizedText(english: english, chinese: chinese)
  }

  /// The demand with what the plan makes of it.
  func use(_ constraint: LayoutConstraint, _ used: Double) -> LocalizedText {
    let demand = demand(constraint)
    switch constraint {
    case .lockedIn, .lockedOut: return sentence(demand.english, demand.chinese)
    case .land, .construction:
      let area = SquareMetres(used)
      return sentence(
        "\(demand.english); the plan takes \(hectares(area))",
        "\(demand.chinese)；方案使用\(hectaresInChinese(area))")
    case .budget:
      let amount = money(Money(tenThousandYuan: used))
      return sentence(
        "\(demand.english); the plan costs \(amount.english)",
        "\(demand.chinese)；方案投资\(amount.chinese)")
    case .atLeast:
      let points = rounded(used, 4)
      return sentence(
        "\(demand.english); the plan has \(points)", "\(demand.chinese)；方案为 \(points) 分")
    case .equityMin(let county):
      let amount = level(Int64((used * instance.unitsPerPoint).rounded()), county)
      return sentence(
        "\(demand.english); the plan gives it \(amount.english)",
        "\(demand.chinese)；方案为\(amount.chinese)")
    case .spacing, .industrySpacing:
      let length = kilometres(Metres(used))
      return sentence(
        "\(demand.english); the nearest two are \(length) apart",
        "\(demand.chinese)；方案中最近者相距 \(length)")
    default:
      return sentence(
        "\(demand.english); the plan has \(Int(used))", "\(demand.chinese)；方案为 \(Int(used)) 个")
    }
  }

  /// The demand with what other rules leave of a minimum, or need of a maximum.
  func shortfall(of rule: SumRule, _ reached: Int64) -> LocalizedText {
    let demand = demand(rule.constraint)
    guard !rule.constraint.isCount else {
      return rule.isMinimum
        ? sentence(
          "\(demand.english); the other rules leave room for \(reached)",
          "\(demand.chinese)；其他规则下至多 \(reached) 个")
        : sentence(
          "\(demand.english); the other rules ask for \(reached)",
          "\(demand.chinese)；其他规则下至少 \(reached) 个")
    }
    let amount = amount(reached, of: rule.constraint)
    return rule.isMinimum
      ? sentence(
        "\(demand.english); the other rules leave room for \(amount.english)",
        "\(demand.chinese)；其他规则下至多\(amount.chinese)")
      : sentence(
        "\(demand.english); the other rules need \(amount.english)",
        "\(demand.chinese)；其他规则下至少需要\(amount.chinese)")
  }

  /// A text of both languages with a capital and a full stop.
  func sentence(_ english: String, _ chinese: String) -> LocalizedText {
    LocalizedText(
      english: english.prefix(1).uppercased() + english.dropFirst() + ".", chinese: chinese + "。")
  }

  func industryName(_ industry: Int) -> LocalizedText {
    name(ofIndustry: instance.industries[industry])
  }

  func name(ofIndustry key: String) -> LocalizedText {
    instance.parameters.industryNames[key] ?? LocalizedText(english: key, chinese: key)
  }

  /// The name of a town, by column.
  func town(_ column: Int) -> String { instance.sites[instance.proposals[column].site].name }

  func name(_ site: FeatureID) -> String {
    instance.sites.first { $0.id == site }?.name ?? site.text
  }

  func counted(_ number: Int64) -> String { "\(number) \(number == 1 ? "town" : "towns")" }

  func of(_ lock: LockedSite) -> String {
    (lock.size.map { " of \(hectares($0))" } ?? "")
      + (lock.industry.map {
        "\(lock.size == nil ? "" : " and") of industry \(name(ofIndustry: $0).english)"
      } ?? "")
  }

  func ofInChinese(_ lock: LockedSite) -> String {
    let parts = [
      lock.industry.map { "产业“\(name(ofIndustry: $0).chinese)”" },
      lock.size.map { "规模\(hectaresInChinese($0))" },
    ].compactMap { $0 }
    return parts.isEmpty ? "" : "（\(parts.joined(separator: "，"))）"
  }

  /// A length in kilometres to 10 m.
  func kilometres(_ length: Metres) -> String {
    length.value.isFinite ? "\(rounded(length.kilometres, 2)) km" : "–"
  }

  /// An area in hectares to 100 m², and in mu for the Chinese reader.
  func hectares(_ area: SquareMetres?) -> String { "\(rounded(area?.hectares ?? 0, 2)) ha" }

  func hectaresInChinese(_ area: SquareMetres?) -> String {
    " \(rounded(area?.hectares ?? 0, 2)) 公顷（\(rounded(area?.mu ?? 0, 1)) 亩）"
  }

  /// A number of points to a tenth.
  func points(_ units: Int64) -> String { rounded(instance.points(units), 1) }

  /// A number of points to a unit of 10⁻⁴.
  func exactPoints(_ units: Int64) -> String { rounded(instance.points(units), 4) }

  /// A number with at most the given decimals, 1, 2 or 4, and no zeros at the end.
  func rounded(_ value: Double, _ decimals: Int) -> String {
    let power = decimals == 4 ? 1e4 : decimals == 2 ? 100.0 : 10.0
    let rounded = (value * power).rounded() / power
    return Int(exactly: rounded).map(String.init) ?? "\(rounded)"
  }
}
