import LandModel
package import LayoutAnalysis

extension PlanRun {
  /// Rounds of choosing towns and searching their boundaries, more than have been seen to be needed (three).
  private static let mostRounds = 8

  /// Chooses the towns of the citywide plan, and has their boundaries searched to the best.
  ///
  /// A boundary that changes changes what the plan was chosen among, so it is chosen again, until all boundaries
  /// of the plan are searched: `layout → boundaries of its towns → layout → …`. Where the best boundaries come too
  /// near to each other, or break another rule together, as few as possible give way to those that were drawn
  /// first, so that no town is lost for metres. What is found of a boundary does not depend on the plan, and is
  /// kept beside the boundaries drawn. All choices together have the plan's time limit; one that the clock cuts is
  /// the last, and its towns that are not searched keep the boundaries drawn.
  ///
  /// - Parameters:
  ///   - prices: of a similar plan, where the search for a bound begins; nil for none.
  ///   - isAsking: whether to answer also what the plan asks beside it, which may take longer than the
  ///     plan itself.
  package func laidOut(
    _ city: DelimitedCity, from prices: LayoutPrices? = nil, asking isAsking: Bool = false
  ) throws -> LaidOutCity {
    var clock = StageClock()
    progress(RunProgress(stage: .layout, done: 0, total: 1))
    var city = city
    var left = plan.layout.timeLimit
    var result = try chosen(in: city, from: prices, within: &left)
    clock.end(.layout)
    var unproven: [Int: String] = [:]
    var settled: Set<Int> = []
    for _ in 0..<Self.mostRounds where plan.delimitation.isExact {
      let open = result.chosen.filter { !settled.contains($0) }
      guard !open.isEmpty, left > .zero else { break }
      settled.formUnion(open)
      var next = city
      next.delimitation = try settledBoundaries(open, in: city) { unproven[$0] = $1 }
      let changed = open.filter {
        next.delimitation.proposals[$0].boundary != city.delimitation.proposals[$0].boundary
      }
      clock.end(.delimit)
      guard !changed.isEmpty else {
        // The plan is the same; bounds may be lower.
        city = next
        break
      }
      try giveWay(changed, of: result.chosen, to: city.delimitation, in: &next, within: &left)
      guard left > .zero else { break }
      let again = try chosen(in: next, from: prices, within: &left)
      clock.end(.layout)
      guard !again.chosen.isEmpty, left > .zero else { break }
      (city, result) = (next, again)
    }
    if isAsking, plan.layout.pareto != nil {
      var limit = plan.layout.timeLimit
      result = try chosen(in: city, from: prices, within: &limit, asking: true)
      clock.end(.layout)
    }
    if isAsking {
      progress(RunProgress(stage: .sensitivity, done: 0, total: 1))
      result.sensitivity = try PlanSensitivity(
        parameters: plan.sensitivity, layout: plan.layout, solver: solver
      ).result(
        of: result, delimitation: city.delimitation, resources: city.inputs.resources,
        counties: city.inputs.countyList, workers: workers)
      if result.sensitivity.isCutByClock { result.isCutByClock = true }
      clock.end(.sensitivity)
    }
    city.warnings += Self.warnings(
      about: unproven.sorted { $0.key < $1.key }.map { row, cause in
        (city.delimitation.sites[city.delimitation.proposals[row].site].id, cause)
      })
    return LaidOutCity(
      delimited: city, layout: result, timings: city.timings + clock.timings)
  }

  /// The plan among boundaries.
  ///
  /// - Parameters:
  ///   - time: that the search may take; less what it took.
  ///   - isAsking: whether to answer also what the layout's parameters ask beside it.
  private func chosen(
    in city: DelimitedCity, from prices: LayoutPrices?, within time: inout Duration,
    asking isAsking: Bool = false
  ) throws -> LayoutResult {
    var parameters = plan.layout
    parameters.timeLimit = time
    if !isAsking { parameters.pareto = nil }
    let start = ContinuousClock.now
    defer { time -= ContinuousClock.now - start }
    return try CityLayout(parameters: parameters, solver: solver).result(
      delimitation: city.delimitation, resources: city.inputs.resources,
      counties: city.inputs.countyList, workers: workers, from: prices)
  }

  /// Puts earlier boundaries back where the plan's towns cannot all have their best ones.
  ///
  /// The plan is chosen among its own towns alone, each with both boundaries, the earlier one for a point less.
  private func giveWay(
    _ changed: [Int], of plan: [Int], to earlier: DelimitationResult, in city: inout DelimitedCity,
    within time: inout Duration
  ) throws {
    var offers: [(row: Int, isEarlier: Bool)] = []
    var variants: [TownProposal] = []
    for row in plan {
      offers.append((row, false))
      variants.append(city.delimitation.proposals[row])
      guard changed.contains(row) else { continue }
      var drawn = earlier.proposals[row]
      drawn.score = variants[variants.count - 1].score - 1
      offers.append((row, true))
      variants.append(drawn)
    }
    var among = city
    among.delimitation = DelimitationResult(
      sites: earlier.sites, proposals: variants, refusals: [])
    let fitting = try chosen(in: among, from: nil, within: &time)
    guard fitting.chosen.count == plan.count else { return }
    var proposals = city.delimitation.proposals
    for offer in fitting.chosen.map({ offers[$0] }) where offer.isEarlier {
      proposals[offer.row] = earlier.proposals[offer.row].bettered(
        by: nil, bound: proposals[offer.row].bound)
    }
    city.delimitation = DelimitationResult(
      sites: earlier.sites, proposals: proposals, refusals: city.delimitation.refusals)
  }

  /// The boundaries with those of some rows searched to the best; one that then breaks a limit stays as it was.
  private func settledBoundaries(
    _ rows: [Int], in city: DelimitedCity, unproven: (Int, String) -> Void
  ) throws -> DelimitationResult {
    let missing = rows.filter { city.drawn.settled[$0] == nil }
    var proposals = city.delimitation.proposals
    for row in rows { proposals[row] = city.drawn.settled[row] ?? proposals[row] }
    if !missing.isEmpty {
      var failed: Set<Int> = []
      let found = try TownDelimitation(parameters: plan.delimitation).settled(
        missing, of: city.drawn.result, land: city.land, workers: workers, solver: solver
      ) { row, cause in
        failed.insert(row)
        unproven(row, cause)
      }
      let kept = try screening(of: city.grid, city.inputs).screened(
        DelimitationResult(sites: city.drawn.result.sites, proposals: found, refusals: []))
      for (row, proposal) in zip(missing, found) {
        if kept.proposals.contains(proposal) { proposals[row] = proposal }
        // What the solver failed on is tried again by another plan with these boundaries.
        if !failed.contains(row) { city.drawn.settle(row, as: proposals[row]) }
      }
    }
    return DelimitationResult(
      sites: city.delimitation.sites, proposals: proposals, refusals: city.delimitation.refusals)
  }

  /// What is said where the solver proved no bound because its process ended.
  private static func warnings(
    about towns: [(town: FeatureID, cause: String)]
  ) -> [LocalizedText] {
    guard let last = towns.last else { return [] }
    return [
      LocalizedText(
        english: "delimitation.proof-nodes: the solver's process ended over "
          + "\(towns.count.counted("town")), last over \(last.town.text) by \(last.cause); their bounds are those "
          + "by cuts",
        chinese: "delimitation.proof-nodes：求解器进程处理 \(towns.count) 个小镇时异常结束，最近一次为 "
          + "\(last.town.text)（\(last.cause)）；这些小镇的上界仍为割界")
    ]
  }
}
