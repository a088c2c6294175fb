import LandModel

extension LayoutParameters {
  /// Weights beyond this are a mistake, and their products would leave the range of a double.
  static let largestWeight = 1e30

  /// Everything the search could not work with, in the order the parameters are declared.
  func problems(sites: [Site], counties: [County], resources: [ResourcePoint])
    -> [LayoutParameterProblem]
  {
    quotaProblems(sites, counties) + measureProblems
      + termProblems(sites: sites, counties: counties) + lockProblems(sites)
      + coverageProblems(sites)
      + resources.flatMap { resource in
        weight("resources.\(resource.id.text).weight", resource.weight)
          + (resource.position.isFinite
            ? []
            : [
              problem(
                "resources.\(resource.id.text).position",
                "\(resource.position.x), \(resource.position.y)", "not-finite")
            ])
      }
  }

  private func quotaProblems(_ sites: [Site], _ counties: [County]) -> [LayoutParameterProblem] {
    var problems = quota("towns", towns) + quota("county", countyQuota)
    let known = Set(sites.map(\.county)).union(counties.map(\.id))
    for (county, limits) in countyQuotas.sorted(by: { $0.key < $1.key }) {
      problems += quota("counties.\(county.text)", limits)
      if !known.contains(county) {
        problems.append(problem("counties", county.text, "unknown-county"))
      }
    }
    problems += quota("industry", industryQuota)
    for (industry, limits) in industryQuotas.sorted(by: { $0.key < $1.key }) {
      problems += quota("industries.\(industry)", limits)
    }
    return problems
  }

  private var measureProblems: [LayoutParameterProblem] {
    var problems = notNegative("spacing", spacing.value)
    problems += notNegative("industry-spacing", industrySpacing.value)
    problems += notNegative("land", landQuota?.value ?? 0)
    problems += notNegative("construction-land", constructionQuota?.value ?? 0)
    problems += weight("suitability-weight", suitabilityWeight)
    problems += notNegative("town-area.wanted", targetArea.value)
    if targetArea.value == 0 { problems.append(problem("town-area.wanted", "0", "not-positive")) }
    problems += weight("coverage-weight", coverageWeight)
    if timeLimit <= .zero { problems.append(problem("time-limit", "\(timeLimit)", "not-positive")) }
    if let nodeLimit, nodeLimit <= 0 {
      problems.append(problem("node-limit", "\(nodeLimit)", "not-positive"))
    }
    return problems + notNegative("gap", gap.value)
  }

  private func lockProblems(_ sites: [Site]) -> [LayoutParameterProblem] {
    let known = Set(sites.map(\.id))
    var problems: [LayoutParameterProblem] = []
    for (name, locks) in [("locked-in", lockedIn), ("locked-out", lockedOut)] {
      for lock in locks where !known.contains(lock.site) {
        problems.append(problem(name, lock.site.text, "unknown-site"))
      }
    }
    for (number, lock) in lockedIn.enumerated() {
      if lockedIn[..<number].contains(where: { $0.site == lock.site }) {
        problems.append(problem("locked-in", lock.site.text, "repeated"))
      }
      let isOut = lockedOut.contains {
        $0.site == lock.site && ($0.industry == nil || $0.industry == lock.industry)
          && ($0.size == nil || $0.size == lock.size)
      }
      if isOut { problems.append(problem("locked-in, locked-out", lock.site.text, "in-and-out")) }
    }
    return problems
  }

  private func coverageProblems(_ sites: [Site]) -> [LayoutParameterProblem] {
    var problems: [LayoutParameterProblem] = []
    let known = Set(sites.flatMap(\.industries)).union(industryQuotas.keys)
    for (number, rule) in coverage.enumerated() {
      let name = "coverage.\(rule.category)"
      problems += weight("\(name).weight", rule.weight)
      if coverage[..<number].contains(where: { $0.category == rule.category }) {
        problems.append(problem("coverage", rule.category, "repeated"))
      }
      for industry in rule.industries ?? [] where !known.contains(industry) {
        problems.append(problem("\(name).industries", industry, "unknown-industry"))
      }
      for ring in rule.rings {
        problems += notNegative("\(name).rings.radius", ring.radius.value)
        problems += notNegative("\(name).rings.share", ring.share.value)
      }
      let isOrdered = zip(rule.rings, rule.rings.dropFirst()).allSatisfy {
        $0.radius < $1.radius && $0.share >= $1.share
      }
      if !isOrdered || rule.rings.contains(where: { $0.share > Ratio(1) }) {
        let rings = rule.rings.map { "\($0.radius.value) m: \($0.share.value)" }
        problems.append(
          problem("\(name).rings", rings.joined(separator: ", "), "unordered-rings"))
      }
    }
    return problems
  }

  private func quota(_ name: String, _ quota: TownQuota) -> [LayoutParameterProblem] {
    let value = "\(quota.min)…\(quota.max.map(String.init) ?? "")"
    if quota.min < 0 || quota.max ?? 0 < 0 { return [problem(name, value, "negative")] }
    return quota.min > quota.max ?? .max ? [problem(name, value, "min-above-max")] : []
  }

  func notNegative(_ name: String, _ value: Double) -> [LayoutParameterProblem] {
    guard value.isFinite else { return [problem(name, "\(value)", "not-finite")] }
    return value < 0 ? [problem(name, "\(value)", "negative")] : []
  }

  private func weight(_ name: String, _ value: Double) -> [LayoutParameterProblem] {
    value.isFinite && value > Self.largestWeight
      ? [problem(name, "\(value)", "too-large")] : notNegative(name, value)
  }

  func problem(_ name: String, _ value: String, _ code: String) -> LayoutParameterProblem {
    LayoutParameterProblem(parameter: name, value: value, problem: code)
  }
}
