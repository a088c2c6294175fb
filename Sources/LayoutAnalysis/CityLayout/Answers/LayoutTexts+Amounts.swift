import LandModel

/// Amounts of land, money and points in the sentences of a layout result.
extension LayoutTexts {
  /// What a number in the unit of a rule means.
  func amount(_ number: Int64, of constraint: LayoutConstraint) -> LocalizedText {
    switch constraint {
    case .budget: return money(Money(tenThousandYuan: Double(number)))
    case .atLeast:
      // All digits: rounded up, the amount would be one that no plan reaches.
      let points = exactPoints(number)
      return LocalizedText(english: "\(points) points", chinese: " \(points) 分")
    case .equityMin(let county): return level(number, county)
    default:
      let area = SquareMetres(Double(number) * LandUnits.unit.value)
      return LocalizedText(english: hectares(area), chinese: hectaresInChinese(area))
    }
  }

  /// An amount of money, with the space that stands before a number in a Chinese sentence.
  func money(_ money: Money) -> LocalizedText {
    LocalizedText(english: money.text.english, chinese: " " + money.text.chinese)
  }

  /// What a county has at a level of the objective's units, in its own measure.
  func level(_ units: Int64, _ county: Int) -> LocalizedText {
    guard let rule = instance.parameters.equity, rule.weight > 0 else {
      return LocalizedText(english: "\(points(units)) points", chinese: " \(points(units)) 分")
    }
    let share = instance.fairShare(of: county) ?? 1
    let number = rounded(instance.points(units) / rule.weight * share, 2)
    return switch rule.measure {
    case .area:
      LocalizedText(english: "\(number) km² of town land", chinese: " \(number) 平方公里小镇用地")
    case .towns:
      LocalizedText(
        english: "\(number) \(number == "1" ? "town" : "towns")", chinese: " \(number) 个小镇")
    case .suitability:
      LocalizedText(english: "\(number) points of suitability", chinese: "适宜性 \(number) 分")
    }
  }

  /// How sentences call a term.
  func name(of term: LayoutTerm) -> LocalizedText {
    switch term {
    case .suitability: LocalizedText(english: "suitability", chinese: "适宜性")
    case .coverage: LocalizedText(english: "reach of resources", chinese: "资源覆盖")
    case .category(let category):
      LocalizedText(
        english: "reach of resources “\(category)”", chinese: "资源“\(category)”的覆盖")
    case .equity: LocalizedText(english: "equity between counties", chinese: "县区均衡")
    }
  }
}

extension LayoutInstance {
  /// The fair share of a county; nil where it does not count.
  func fairShare(of county: Int) -> Double? {
    guard let rule = parameters.equity else { return nil }
    var isOffered = [Bool](repeating: false, count: counties.count)
    for proposal in proposals { isOffered[countyOfSite[proposal.site]] = true }
    return EquityShares.fairShares(rule, of: counties, isOffered: isOffered)[county]
  }
}
