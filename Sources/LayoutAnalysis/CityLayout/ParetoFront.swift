package import LandModel

/// A plan that none beats in both of two terms.
package struct ParetoPoint: Sendable, Hashable {
  /// Chosen towns as rows of the proposals, ascending.
  package let chosen: [Int]
  /// Points of the two terms.
  package let first: Double
  package let second: Double
  /// No plan with `atLeast` points of the second term has more than this of the first.
  package let bound: Double
  package let atLeast: Double
  /// (bound − first) / first; nil where the first is zero and the bound above.
  package let gap: Ratio?
  /// Whether the proof was finished: then no plan beats this one in both terms.
  package let isProven: Bool
  /// Towns, of the same site and industry, that it has in common with the plan.
  package let townsInCommon: Int

  package init(
    chosen: [Int], first: Double, second: Double, bound: Double, atLeast: Double, gap: Ratio?,
    isProven: Bool, townsInCommon: Int
  ) {
    self.chosen = chosen
    self.first = first
    self.second = second
    self.bound = bound
    self.atLeast = atLeast
    self.gap = gap
    self.isProven = isProven
    self.townsInCommon = townsInCommon
  }
}

/// Plans of which none is better in both of two terms, between the ends of most of either.
package struct ParetoFront: Sendable, Hashable {
  package let first: LayoutTerm
  package let second: LayoutTerm
  /// By rising second term.
  package let points: [ParetoPoint]
  /// Whether the front has no points but these; every point that stands here is proven then.
  package let isComplete: Bool
  /// How often a plan was searched for.
  package let searches: Int
  /// Points that the layout's own plan has of the two terms.
  package let planFirst: Double
  package let planSecond: Double
  /// Terms of the two of which no plan has a point, because their weight is zero or nothing offered brings any.
  ///
  /// All plans are alike in them, so that one plan is the whole front.
  package let idle: [LayoutTerm]

  package init(
    first: LayoutTerm, second: LayoutTerm, points: [ParetoPoint], isComplete: Bool, searches: Int,
    planFirst: Double, planSecond: Double, idle: [LayoutTerm] = []
  ) {
    self.first = first
    self.second = second
    self.points = points
    self.isComplete = isComplete
    self.searches = searches
    self.planFirst = planFirst
    self.planSecond = planSecond
    self.idle = idle
  }

  init(
    _ front: ParetoSearch.Front, _ question: ParetoQuestion, plan: [Int],
    _ instance: LayoutInstance
  ) {
    func towns(_ columns: [Int]) -> Set<[Int]> {
      Set(columns.map { [instance.proposals[$0].site, instance.industryOfColumn[$0]] })
    }
    let own = towns(plan)
    self.init(
      first: question.first, second: question.second,
      points: front.points.map { point in
        let gap = point.first == point.bound ? 0 : Double(point.bound - point.first)
        return ParetoPoint(
          chosen: point.chosen, first: instance.points(point.first),
          second: instance.points(point.second), bound: instance.points(point.bound),
          atLeast: instance.points(point.atLeast),
          gap: gap == 0 ? .zero : point.first > 0 ? Ratio(gap / Double(point.first)) : nil,
          isProven: point.isProven, townsInCommon: own.intersection(towns(point.chosen)).count)
      },
      isComplete: front.isComplete, searches: front.searches,
      planFirst: instance.points(instance.units(of: question.first, in: plan)),
      planSecond: instance.points(instance.units(of: question.second, in: plan)),
      idle: [question.first, question.second].filter { instance.mostUnits(of: $0) == 0 })
  }
}
